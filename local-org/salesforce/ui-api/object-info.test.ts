import assert from "node:assert/strict";
import { test } from "node:test";
import { get, refusal, UI_API, uiOrg } from "./ui-fixture.ts";
import type { ObjectInfo, PicklistValues, PicklistValuesCollection } from "./wire.ts";

const engine = uiOrg();
const info = (name: string): ObjectInfo => get(engine, `${UI_API}/object-info/${name}`) as ObjectInfo;

test("an object tells its labels, its name fields and its icon", () => {
  const { apiName, label, labelPlural, nameFields, keyPrefix, custom, themeInfo, layoutable } = info("contact");
  assert.deepEqual(
    { apiName, label, labelPlural, nameFields, keyPrefix, custom, layoutable },
    {
      apiName: "Contact",
      label: "Contact",
      labelPlural: "Contacts",
      nameFields: ["FirstName", "LastName", "Name"],
      keyPrefix: "003",
      custom: false,
      layoutable: true,
    },
  );
  assert.match(themeInfo.iconUrl, /\/standard\/contact_120\.png$/);
  assert.deepEqual(info("Case").nameFields, ["CaseNumber"]);
  assert.equal(info("Line__c").custom, true);
});

test("a field tells its type, what it refers to and what it is a part of", () => {
  const { fields } = info("Contact");
  assert.deepEqual(fields["AccountId"]?.referenceToInfos, [{ apiName: "Account", nameFields: ["Name"] }]);
  assert.equal(fields["AccountId"]?.relationshipName, "Account");
  assert.equal(fields["Name"]?.extraTypeInfo, "PersonName");
  assert.equal(fields["LastName"]?.compoundFieldName, "Name");
  assert.equal(fields["LastName"]?.required, true);
  assert.equal(fields["MailingCity"]?.compoundComponentName, "City");
  assert.equal(fields["Phone"]?.dataType, "Phone");
  assert.equal(info("Task").fields["WhoId"]?.polymorphicForeignKey, true);
});

test("custom child relationships are among those of the parent", () => {
  const lines = info("Contact").childRelationships.find(({ relationshipName }) => relationshipName === "Lines__r");
  assert.equal(lines?.childObjectApiName, "Line__c");
  assert.equal(lines.fieldName, "Contact__c");
});

test("picklists give their active values and their default, all at once or one by one", () => {
  const all = get(engine, `${UI_API}/object-info/Line__c/picklist-values/012000000000000AAA`) as PicklistValuesCollection;
  const kind = get(engine, `${UI_API}/object-info/Line__c/picklist-values/012000000000000AAA/Kind__c`) as PicklistValues;
  assert.deepEqual(all.picklistFieldValues["Kind__c"], kind);
  assert.deepEqual(
    kind.values.map(({ value, label }) => [value, label]),
    [
      ["Main", "Main line"],
      ["Mobile", "Mobile"],
    ],
  );
  assert.equal(kind.defaultValue?.value, "Main");
});

test("unknown and unsupported objects, fields and parameters are refused by name", () => {
  assert.deepEqual(refusal(engine, `${UI_API}/object-info/Nope`).slice(0, 2), [404, "NOT_FOUND"]);
  assert.match(refusal(engine, `${UI_API}/object-info/CronTrigger__share`)[2], /CronTrigger__share/);
  assert.match(refusal(engine, `${UI_API}/object-info/Contact?language=fr`)[2], /'language'/);
  assert.match(
    refusal(engine, `${UI_API}/object-info/Contact/picklist-values/012000000000000AAA/Phone`)[2],
    /Contact\.Phone is no picklist/,
  );
  assert.match(refusal(engine, `${UI_API}/object-info/Contact/picklist-values/012000000000001AAA`)[2], /no record type/);
  assert.deepEqual(refusal(engine, `${UI_API}/favorites`).slice(0, 2), [404, "NOT_FOUND"]);
  assert.equal(refusal(engine, `${UI_API}/object-info/Contact`, { method: "DELETE" })[0], 405);
});

test("the public Site has no user interface", () => {
  assert.equal(refusal(engine, `${UI_API}/object-info/Contact`, { host: "site" })[0], 401);
});
