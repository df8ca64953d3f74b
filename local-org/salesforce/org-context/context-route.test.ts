import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { ask, deployed } from "../engine-fixture.ts";
import type { OrgContext } from "./org-context.ts";

const xml = (type: string, body: string): string =>
  `<?xml version="1.0"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>`;
const label = (name: string, value: string): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>x</shortDescription><value>${value}</value></labels>`;

const engine = deployed({
  "labels/CustomLabels.labels-meta.xml": xml("CustomLabels", label("Call_Ended", "Call ended") + label("Untranslated", "&lt;/script&gt;")),
  "translations/fr.translation-meta.xml": xml(
    "Translations",
    "<customLabels><label>Appel terminé</label><name>Call_Ended</name></customLabels>",
  ),
  "customPermissions/Dial.customPermission-meta.xml": xml("CustomPermission", "<label>Dial</label>"),
  "permissionsets/Agent.permissionset-meta.xml": xml(
    "PermissionSet",
    "<label>Agent</label><customPermissions><enabled>true</enabled><name>Dial</name></customPermissions><userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>",
  ),
});

const idOf = (soql: string): string =>
  (ask(engine, `/services/data/v67.0/query?q=${encodeURIComponent(soql)}`).json() as { records: { Id: string }[] }).records[0]?.Id ?? "";

/** What the script leaves behind. */
function contextOf(user?: string): OrgContext {
  const { text, headers } = ask(engine, "/lightning/context.js", { host: "visualforce", ...(user === undefined ? {} : { user }) });
  assert.equal(headers["Cache-Control"], "no-cache");
  assert.equal(text.includes("</script"), false);
  const sandbox: Record<string, unknown> = {};
  runInNewContext(`${text}; found = globalThis[Symbol.for("local-org.context")];`, sandbox);
  return JSON.parse(JSON.stringify(sandbox["found"])) as OrgContext;
}

test("the context tells who the user is and what org it is", () => {
  const { user, org } = contextOf();
  assert.equal(user.username, "admin@local.org");
  assert.deepEqual([user.language, user.isGuest], ["en_US", false]);
  assert.deepEqual([org.name, org.namespace, org.isSandbox], ["Local Org", null, false]);
});

test("labels come in the user's language, where there is a translation; permissions come from permission sets", () => {
  const body = {
    Username: "sam@example.com",
    Email: "sam@example.com",
    LastName: "Field",
    Alias: "sam",
    ProfileId: idOf("SELECT Id FROM Profile WHERE Name = 'Standard User'"),
    TimeZoneSidKey: "Europe/Paris",
    LocaleSidKey: "fr_FR",
    LanguageLocaleKey: "fr",
    EmailEncodingKey: "UTF-8",
  };
  const { id } = ask(engine, "/services/data/v67.0/sobjects/User", { body }).json() as { id: string };
  assert.deepEqual(contextOf("sam@example.com").customPermissions, []);
  const assignment = { AssigneeId: id, PermissionSetId: idOf("SELECT Id FROM PermissionSet WHERE Name = 'Agent'") };
  assert.equal(ask(engine, "/services/data/v67.0/sobjects/PermissionSetAssignment", { body: assignment }).status, 201);
  const context = contextOf("sam@example.com");
  assert.deepEqual(context.labels, { Call_Ended: "Appel terminé", Untranslated: "</script>" });
  assert.deepEqual(context.customPermissions, ["Dial"]);
  assert.deepEqual(context.userPermissions, ["ApiEnabled", "ViewSetup"]);
  assert.deepEqual([context.user.locale, context.user.timeZone], ["fr_FR", "Europe/Paris"]);
  assert.equal(contextOf().labels["Call_Ended"], "Call ended");
});
