import assert from "node:assert/strict";
import { test } from "node:test";
import { METADATA_XMLNS, sampleProject, withTools } from "../checks/sample-project.ts";
import { jestStep } from "./test-steps.ts";
import { lintStep, typesStep } from "./tool-steps.ts";

const BUNDLE = "force-app/main/softphone/lwc/callCard";

/** A component in TypeScript with its Jest test, as the first one of the package will look. */
function component(body: string, expected: string): Record<string, string> {
  const source = `import { LightningElement, api } from "lwc";\n\nexport default class CallCard extends LightningElement {\n  ${body}\n}\n`;
  const jest = [
    'import { createElement } from "lwc";',
    'import CallCard from "../callCard";',
    "",
    'test("shows the caller", () => {',
    '  const element = createElement("c-call-card", { is: CallCard });',
    '  Object.assign(element, { caller: "Jordan Marsh" });',
    "  document.body.appendChild(element);",
    `  expect(element.shadowRoot?.querySelector("p")?.textContent).toBe("${expected}");`,
    "});",
    "",
  ];
  return {
    [`${BUNDLE}/callCard.ts`]: source,
    [`${BUNDLE}/callCard.html`]: "<template>\n  <p>{caller}</p>\n</template>\n",
    [`${BUNDLE}/callCard.js-meta.xml`]: `<LightningComponentBundle ${METADATA_XMLNS}>\n    <apiVersion>67.0</apiVersion>\n</LightningComponentBundle>\n`,
    [`${BUNDLE}/__tests__/callCard.test.ts`]: jest.join("\n"),
    "scripts/nothing.ts": "export {};\n",
  };
}

test("types, lint and Jest accept a sound component in TypeScript", async (context) => {
  const root = withTools(sampleProject(context, component("@api caller: string | undefined;", "Jordan Marsh")));
  const [types, lint, jest] = await Promise.all([typesStep, lintStep, jestStep].map((step) => step.run({ root, ci: false })));
  assert.equal(types?.outcome, "passed", types?.details);
  assert.equal(lint?.outcome, "passed", lint?.details);
  assert.equal(jest?.outcome, "passed", jest?.details);
  assert.deepEqual(jest.tests, { passed: 1, failed: 0, skipped: 0 });
});

test("types, lint and Jest each refuse their fault", async (context) => {
  const body =
    "@api caller: string = 5;\n\n  connectedCallback(): void {\n    Promise.resolve(1);\n    this.template.innerHTML = this.caller;\n  }";
  const root = withTools(sampleProject(context, component(body, "somebody else")));
  const [types, lint, jest] = await Promise.all([typesStep, lintStep, jestStep].map((step) => step.run({ root, ci: false })));
  assert.match(types?.details ?? "", /callCard\.ts\(4,8\): error TS2322/);
  assert.match(lint?.details ?? "", /no-floating-promises/);
  assert.match(lint?.details ?? "", /@lwc\/lwc\/no-inner-html/);
  assert.deepEqual([types?.outcome, lint?.outcome, jest?.outcome], ["failed", "failed", "failed"]);
  assert.deepEqual(jest?.tests, { passed: 0, failed: 1, skipped: 0 });
});
