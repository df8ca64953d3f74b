import assert from "node:assert/strict";
import { test } from "node:test";
import { checkEngineDirection } from "./engine-direction.ts";
import { formatFinding } from "./finding.ts";
import { sampleProject } from "./sample-project.ts";

const seeds: readonly { readonly file: string; readonly imports: string; readonly says: string }[] = [
  {
    file: "local-org/apex/syntax/parser.ts",
    imports: "../types/checker.ts",
    says: "local-org/apex/syntax/parser.ts:2: apex/syntax may not import apex/types",
  },
  {
    file: "local-org/data/store/table.ts",
    imports: "../soql/run-query.ts",
    says: "local-org/data/store/table.ts:2: data/store may not import data/soql",
  },
  {
    file: "local-org/testing/runner.ts",
    imports: "../salesforce/server.ts",
    says: "local-org/testing/runner.ts:2: testing may not import salesforce",
  },
  {
    file: "local-org/lightning/browser/modules/shell/app/app.ts",
    imports: "../../../../../salesforce/server.ts",
    says: "local-org/lightning/browser/modules/shell/app/app.ts:2: lightning may not import salesforce",
  },
  {
    file: "local-org/salesforce/ui-api/wire/list.ts",
    imports: "../list-query.ts",
    says: "local-org/salesforce/ui-api/wire/list.ts:2: salesforce/ui-api/wire may not import salesforce",
  },
  {
    file: "local-org/cli/check.ts",
    imports: "../../force-app/main/softphone/adapter/host-port.ts",
    says: "local-org/cli/check.ts:2: the local org may not import force-app/main/softphone/adapter/host-port.ts",
  },
  {
    file: "force-app/main/softphone/adapter/host-port.ts",
    imports: "../../../../local-org/cli/check.ts",
    says: "force-app/main/softphone/adapter/host-port.ts:2: the package may not import local-org/cli/check.ts",
  },
  {
    file: "local-org/helpers/text.ts",
    imports: "../apex/syntax/parser.ts",
    says: "local-org/helpers/text.ts: lies in no part of the local org that scripts/checks/engine-layers.ts names",
  },
];

for (const { file, imports, says } of seeds) {
  test(`${file} may not import ${imports}`, (context) => {
    const root = sampleProject(context, {
      [file]: `import type { A } from "node:fs";\nimport { x } from "${imports}";\nexport const y: A = x;\n`,
    });
    assert.deepEqual(checkEngineDirection(root).findings.map(formatFinding), [says]);
  });
}

test("parts may import what lies below them, and tests anything of the local org", (context) => {
  const root = sampleProject(context, {
    "local-org/apex/types/checker.ts": 'import "../syntax/parser.ts";\n',
    "local-org/cli/check.ts": 'import "../testing/runner.ts";\n',
    "local-org/apex/syntax/parser.test.ts": 'import "../../cli/check.ts";\n',
    "local-org/lightning/browser/app.ts": 'import type { App } from "../../salesforce/ui-api/wire.ts";\n',
  });
  assert.deepEqual(checkEngineDirection(root), { subjects: 4, findings: [] });
});
