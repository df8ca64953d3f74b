const DECLARATIONS = ["apex/catalog", "apex/syntax", "data/schema"];
const DATA = ["data/store", "data/soql", "data/sosl"];

/**
 * What each part of the local org may import besides itself; tests and their fixtures may import any part.
 *
 * The compiler never reaches the code that runs Apex, but for asking the query engine whether it can run a query. What runs
 * Apex is one circle by nature (a statement needs the transaction, the transaction calls Apex), with the store and the queries
 * kept out of it.
 */
export const ENGINE_LAYERS: Readonly<Record<string, readonly string[]>> = {
  "apex/syntax": [],
  "apex/catalog": [],
  "data/schema": ["apex/catalog", "apex/syntax"],
  "apex/types": [...DECLARATIONS, "data/soql", "data/sosl", "apex/runtime"],
  "apex/emit": [...DECLARATIONS, "apex/types"],
  "data/store": ["apex/runtime", "data/schema"],
  "data/soql": [...DECLARATIONS, "apex/runtime", "data/store", "data/formula", "transaction"],
  "data/sosl": [...DECLARATIONS, "apex/runtime", "data/store", "data/soql", "transaction"],
  "data/formula": [...DECLARATIONS, ...DATA, "apex/runtime"],
  "data/dml": [...DECLARATIONS, ...DATA, "data/formula", "apex/runtime", "transaction"],
  "apex/runtime": [...DECLARATIONS, ...DATA, "apex/types", "apex/emit", "data/dml", "transaction"],
  transaction: [...DECLARATIONS, ...DATA, "apex/runtime", "apex/library", "data/dml"],
  http: [],
  // Shapes of what the routes answer, types alone: the browser reads them too.
  "salesforce/ui-api/wire": [],
  // The stand-in for Aircall knows nothing of Salesforce.
  aircall: ["http"],
  "apex/library": [...DECLARATIONS, ...DATA, "apex/runtime", "data/dml", "transaction"],
};

/** Parts above the engine, each with the other ones that it may use; all of them may use the whole engine. */
export const ENGINE_FACES: Readonly<Record<string, readonly string[]>> = {
  project: [],
  testing: ["project"],
  lightning: ["project"],
  salesforce: ["project", "lightning"],
  mutation: ["project"],
  conformance: ["project", "testing"],
  cli: ["project", "testing", "salesforce"],
};
