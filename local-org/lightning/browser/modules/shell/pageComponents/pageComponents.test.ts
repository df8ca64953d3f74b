import assert from "node:assert/strict";
import { test } from "node:test";
import { componentsOf } from "./pageComponents.ts";

const item = (component: string, properties: Readonly<Record<string, string>> = {}) => ({ component, identifier: component, properties });
const region = (name: string, ...items: ReturnType<typeof item>[]) => ({ name, type: "Region", mode: null, items });

test("components of the project stand in their column and know the record", () => {
  const page = {
    developerName: "Log",
    label: "Log",
    type: "RecordPage",
    template: "flexipage:recordHomeTemplateDesktop",
    objectApiName: "Log__c",
    regions: [
      region("header", item("force:highlightsPanel")),
      region("main", item("c:timeline", { title: "Phases" }), item("force:detailPanel")),
      region("sidebar", item("c:player"), item("runtime_sales_activities:activityPanel")),
    ],
  };
  const { main, side } = componentsOf(page, "Log__c", "a00000000000001AAA");
  const about = { recordId: "a00000000000001AAA", objectApiName: "Log__c" };
  assert.deepEqual(
    main.map(({ name, properties }) => [name, properties]),
    [["c:timeline", { title: "Phases", ...about }]],
  );
  assert.deepEqual(
    side.map(({ name, properties }) => [name, properties]),
    [["c:player", about]],
  );
});
