/** What each part of the local org may import besides itself; tests may import any part. */
export const ENGINE_LAYERS: Readonly<Record<string, readonly string[]>> = {
  "apex/syntax": [],
  "apex/catalog": [],
  "data/schema": ["apex/catalog", "apex/syntax"],
  "apex/types": ["apex/syntax", "apex/catalog", "data/schema"],
  "apex/emit": ["apex/syntax", "apex/catalog", "apex/types", "data/schema"],
  "apex/runtime": ["apex/syntax", "apex/catalog", "data/schema", "data/store", "transaction"],
  "data/store": ["apex/runtime", "data/schema"],
  "data/soql": ["apex/runtime", "apex/syntax", "data/schema", "data/store", "transaction"],
  "data/sosl": ["apex/runtime", "apex/syntax", "data/schema", "data/soql", "data/store", "transaction"],
  "data/dml": ["apex/runtime", "apex/syntax", "data/schema", "data/soql", "data/sosl", "data/store", "transaction"],
  transaction: ["apex/runtime", "apex/syntax", "apex/catalog", "data/schema", "data/soql", "data/sosl", "data/store", "data/dml"],
  "apex/library": [
    "apex/runtime",
    "apex/syntax",
    "apex/catalog",
    "data/schema",
    "data/soql",
    "data/sosl",
    "data/store",
    "data/dml",
    "transaction",
  ],
};

/** Parts above the engine, each with the other ones that it may use; all of them may use the whole engine. */
export const ENGINE_FACES: Readonly<Record<string, readonly string[]>> = {
  project: [],
  testing: ["project"],
  salesforce: ["project"],
  mutation: ["project"],
  conformance: ["project", "testing"],
  cli: ["project", "testing", "salesforce"],
};
