import assert from "node:assert/strict";
import { test } from "node:test";
import { ProjectFaults } from "../engine.ts";
import { get, metadata, refusal, uiOrg } from "./ui-fixture.ts";
import type { Apps, FlexiPage, RecordPage, Session } from "./wire.ts";

const property = (name: string, value: string): string =>
  `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>`;
const instance = (component: string, properties: string): string =>
  `<itemInstances><componentInstance>${properties}<componentName>${component}</componentName></componentInstance></itemInstances>`;

const viewOverride = (page: string, object: string | null, formFactor = "Large"): string =>
  `<actionOverrides><actionName>View</actionName><content>${page}</content><formFactor>${formFactor}</formFactor><type>Flexipage</type>${object === null ? "" : `<pageOrSobjectType>${object}</pageOrSobjectType>`}</actionOverrides>`;
const recordPageFile = (object: string): string =>
  metadata(
    "FlexiPage",
    `<flexiPageRegions>${instance("player", "")}<name>sidebar</name><type>Region</type></flexiPageRegions><masterLabel>Page</masterLabel>
    <sobjectType>${object}</sobjectType><template><name>flexipage:recordHomeTemplateDesktop</name></template><type>RecordPage</type>`,
  );

const FILES = {
  "objects/Line__c/Line__c.object-meta.xml": metadata(
    "CustomObject",
    `${viewOverride("Line_Page", null)}<deploymentStatus>Deployed</deploymentStatus><label>Line</label><pluralLabel>Lines</pluralLabel>
    <nameField><label>Line Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>`,
  ),
  "flexipages/Line_Page.flexipage-meta.xml": recordPageFile("Line__c"),
  "flexipages/Line_Here.flexipage-meta.xml": recordPageFile("Line__c"),
  "flexipages/Task_Here.flexipage-meta.xml": recordPageFile("Task"),
  "applications/Phone.app-meta.xml": metadata(
    "CustomApplication",
    `<brand><headerColor>#00B388</headerColor></brand><label>Phone</label><navType>Console</navType>
    <tabs>standard-home</tabs><tabs>standard-Contact</tabs><tabs>standard-report</tabs><tabs>Line__c</tabs><tabs>Help</tabs><tabs>Setup</tabs>
    <uiType>Lightning</uiType><utilityBar>Phone_Bar</utilityBar>
    ${viewOverride("Line_Here", "Line__c")}${viewOverride("Task_Here", "Task")}${viewOverride("Task_Here", "Contact", "Small")}`,
  ),
  "applications/Old.app-meta.xml": metadata("CustomApplication", "<label>Classic</label><tabs>standard-Account</tabs>"),
  "tabs/Line__c.tab-meta.xml": metadata("CustomTab", "<customObject>true</customObject><motif>Custom22: Telephone</motif>"),
  "tabs/Help.tab-meta.xml": metadata("CustomTab", "<label>Help</label><motif>Custom1: Heart</motif><url>https://example.com</url>"),
  "tabs/Setup.tab-meta.xml": metadata(
    "CustomTab",
    "<label>Set-up</label><lwcComponent>setupPage</lwcComponent><motif>Custom2: Gear</motif>",
  ),
  "flexipages/Phone_Bar.flexipage-meta.xml": metadata(
    "FlexiPage",
    `<flexiPageRegions>${instance("opencti:softPhone", property("label", "Phone") + property("eager", "true") + property("width", "400"))}
    ${instance("notes", property("icon", "note") + property("mode", "short"))}<name>utilityItems</name><type>Region</type></flexiPageRegions>
    <flexiPageRegions>${instance("listener", "")}<name>backgroundComponents</name><type>Background</type></flexiPageRegions>
    <masterLabel>Phone bar</masterLabel><template><name>one:utilityBarTemplateDesktop</name></template><type>UtilityBar</type>`,
  ),
};

const engine = uiOrg(FILES);
const { apps, allTabs } = get(engine, "/lightning/api/apps") as Apps;
const phone = apps.find(({ developerName }) => developerName === "Phone") ?? assert.fail();

test("Lightning apps of the project come before the built-in ones", () => {
  assert.deepEqual(
    apps.map(({ label, navType }) => [label, navType]),
    [
      ["Phone", "Console"],
      ["Sales", "Standard"],
      ["Service Console", "Console"],
    ],
  );
  assert.equal(phone.headerColor, "#00B388");
});

test("an app has its tabs in order, without standard tabs that the local org lacks", () => {
  assert.deepEqual(
    phone.tabs.map(({ label, type, objectApiName, url, target, icon }) => [label, type, objectApiName, url, target, icon]),
    [
      ["Home", "home", null, null, null, "standard:home"],
      ["Contacts", "object", "Contact", null, null, "standard:contact"],
      ["Lines", "object", "Line__c", null, null, "custom:custom22"],
      ["Help", "web", null, "https://example.com", null, "custom:custom1"],
      ["Set-up", "lwc", null, null, "c:setupPage", "custom:custom2"],
    ],
  );
  assert.ok(allTabs.some(({ objectApiName }) => objectApiName === "Line__c"));
});

test("the utility bar comes from the app's Lightning page", () => {
  assert.deepEqual(phone.utilityItems, [
    {
      id: "0",
      component: "opencti:softPhone",
      label: "Phone",
      icon: "call",
      width: 400,
      height: 480,
      scrollable: false,
      eager: true,
      isBackground: false,
      properties: {},
    },
    {
      id: "1",
      component: "c:notes",
      label: "notes",
      icon: "note",
      width: 340,
      height: 480,
      scrollable: false,
      eager: false,
      isBackground: false,
      properties: { mode: "short" },
    },
    {
      id: "2",
      component: "c:listener",
      label: "listener",
      icon: "fallback",
      width: 340,
      height: 480,
      scrollable: false,
      eager: false,
      isBackground: true,
      properties: {},
    },
  ]);
});

test("a Lightning page is given with its regions", () => {
  const page = get(engine, "/lightning/api/flexipage/Phone_Bar") as FlexiPage;
  assert.equal(page.template, "one:utilityBarTemplateDesktop");
  assert.deepEqual(
    page.regions.map(({ name, items }) => [name, items.length]),
    [
      ["utilityItems", 2],
      ["backgroundComponents", 1],
    ],
  );
  assert.deepEqual(refusal(engine, "/lightning/api/flexipage/Nope").slice(0, 2), [404, "NOT_FOUND"]);
});

test("a record has the page of the app in use, else of its object, else the standard one", () => {
  const pageOf = (app: string, object: string): string | undefined =>
    (get(engine, `/lightning/api/record-page/${app}/${object}`) as RecordPage).page?.developerName;
  assert.equal(pageOf("Phone", "Line__c"), "Line_Here");
  assert.equal(pageOf("standard__LightningSales", "Line__c"), "Line_Page");
  assert.equal(pageOf("Phone", "Task"), "Task_Here");
  assert.equal(pageOf("standard__LightningSales", "Task"), undefined);
  assert.equal(pageOf("Phone", "Contact"), undefined, "a page for phones only");
});

test("an app that names a tab, a utility bar or a record page that the project lacks stops the start", () => {
  for (const [path, name] of [
    ["tabs/Help.tab-meta.xml", "tab Help"],
    ["flexipages/Phone_Bar.flexipage-meta.xml", "Lightning page Phone_Bar"],
    ["flexipages/Task_Here.flexipage-meta.xml", "Lightning page Task_Here"],
    ["flexipages/Line_Page.flexipage-meta.xml", "Lightning page Line_Page"],
  ] as const) {
    const files = Object.fromEntries(Object.entries(FILES).filter(([file]) => file !== path));
    assert.throws(
      () => uiOrg(files),
      (error) => error instanceof ProjectFaults && error.message.includes(`there is no ${name}`),
      path,
    );
  }
});

test("the session tells who is logged in and whom one can log in as", () => {
  const { user, users, org } = get(engine, "/lightning/api/session") as Session;
  assert.equal(user.username, "admin@local.org");
  assert.equal(user.isAdministrator, true);
  assert.equal(user.timeZone, "America/Los_Angeles");
  assert.deepEqual(
    users.map(({ username, profile }) => [username, profile]),
    [["admin@local.org", "System Administrator"]],
  );
  assert.equal(org.isSandbox, false);
  assert.match(org.id, /^00D/);
});
