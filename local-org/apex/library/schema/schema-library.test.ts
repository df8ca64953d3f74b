import assert from "node:assert/strict";
import test from "node:test";
import { loadCatalog } from "../../catalog/catalog.ts";
import { platformMember } from "../../runtime/define.ts";
import { fieldFile, objectFile, schemaOf } from "../../../data/schema/project-fixture.ts";
import { Store } from "../../../data/store/store.ts";
import { Org } from "../../../transaction/org.ts";
import { transact } from "../../../transaction/memory-org.ts";
import { seedOrg } from "../../../transaction/seed-org.ts";
import { ApexList, ApexMap, SObjectRecord, type ApexValue } from "../../runtime/values.ts";
import { call, messageOf, show, strings } from "../member-fixture.ts";
import { schemaTokens } from "../../runtime/schema-tokens.ts";

const FILES = {
  ...objectFile("Log__c", "<label>Call log</label><pluralLabel>Call logs</pluralLabel><nameField><type>Text</type></nameField>"),
  ...fieldFile(
    "Log__c",
    "Key__c",
    "<type>Text</type><length>40</length><unique>true</unique><externalId>true</externalId><inlineHelpText>The key</inlineHelpText>",
  ),
  ...fieldFile("Log__c", "Size__c", "<type>Number</type><precision>6</precision><scale>1</scale><defaultValue>2.5</defaultValue>"),
  ...fieldFile("Log__c", "Account__c", "<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Logs</relationshipName>"),
  ...objectFile("Config__c", "<customSettingsType>Hierarchy</customSettingsType>"),
  ...fieldFile("Config__c", "Prefix__c", "<type>Text</type><length>10</length>"),
  ...fieldFile("Config__c", "Suffix__c", "<type>Text</type><length>10</length>"),
  ...objectFile("Country__c", "<customSettingsType>List</customSettingsType>"),
  "main/objects/Account/fieldSets/Short.fieldSet-meta.xml":
    "<FieldSet><fullName>Short</fullName><label>Short</label><displayedFields><field>Name</field><isRequired>true</isRequired></displayedFields><displayedFields><field>Owner.Email</field></displayedFields></FieldSet>",
};

/** Runs a body in an org with the files above. */
function inOrg<T>(body: (org: Org) => T, namespace?: string): T {
  const schema = schemaOf(FILES, namespace === undefined ? {} : { namespace });
  const org = new Org(schema, new Store(schema));
  seedOrg(org);
  return transact(org, () => body(org));
}

function record(org: Org, object: string, values: Readonly<Record<string, ApexValue>> = {}): SObjectRecord {
  const schema = org.schema.object(object);
  assert.ok(schema);
  return new SObjectRecord(schema, Object.entries(values));
}

const describe = (object: string): ApexValue => call("Schema.SObjectType#getDescribe()", schemaTokens.objectToken(object));
const field = (object: string, name: string): ApexValue => call("Schema.SObjectField#getDescribe()", schemaTokens.fieldToken(object, name));

test("every member of the describe classes is implemented, or named here", () => {
  const missing: string[] = [];
  for (const name of [
    "DescribeSObjectResult",
    "DescribeFieldResult",
    "SObjectType",
    "SObjectField",
    "PicklistEntry",
    "RecordTypeInfo",
    "ChildRelationship",
    "FieldSet",
    "FieldSetMember",
  ]) {
    const declared = loadCatalog().class(`Schema.${name}`);
    assert.ok(declared);
    const keys = [
      ...declared.methods.map((method) => `${method.name}(${method.parameters.join(",")})`),
      ...declared.fields.map((property) => property.name),
    ];
    missing.push(...keys.map((key) => `Schema.${name}#${key}`).filter((key) => platformMember(key) === undefined));
  }
  assert.deepEqual(missing, []);
});

test("tokens of one object are one value", () => {
  inOrg(() => {
    assert.equal(schemaTokens.objectToken("log__C"), schemaTokens.objectToken("Log__c"));
    assert.equal(schemaTokens.fieldToken("Account", "name"), schemaTokens.fieldToken("Account", "Name"));
    assert.equal(show("Schema.SObjectType#toString()", schemaTokens.objectToken("Log__c")), "Log__c");
    assert.equal(show("Schema.SObjectField#toString()", schemaTokens.fieldToken("Log__c", "Key__c")), "Key__c");
  });
});

test("an object describes itself", () => {
  inOrg(() => {
    const log = describe("Log__c");
    assert.equal(call("Schema.DescribeSObjectResult#getLabel()", log), "Call log");
    assert.equal(call("Schema.DescribeSObjectResult#LabelPlural", log), "Call logs");
    assert.equal(call("Schema.DescribeSObjectResult#isCustom()", log), true);
    assert.equal(call("Schema.DescribeSObjectResult#getKeyPrefix()", log), "a02");
    assert.equal(call("Schema.DescribeSObjectResult#isCustomSetting()", describe("Config__c")), true);
    assert.equal(call("Schema.DescribeSObjectResult#isCreateable()", describe("Profile")), false);
  });
});

test("field maps ignore case", () => {
  inOrg(() => {
    const fields = call("Schema.SObjectTypeFields#getMap()", call("Schema.DescribeSObjectResult#getFields()", describe("Account")));
    assert.ok(fields instanceof ApexMap);
    assert.equal(fields.get("NAME"), schemaTokens.fieldToken("Account", "Name"));
    assert.ok([...fields.keys()].includes("name"));
    const objects = call("System.Schema.getGlobalDescribe()");
    assert.ok(objects instanceof ApexMap);
    assert.equal(objects.get("Log__C"), schemaTokens.objectToken("Log__c"));
  });
});

test("a field describes itself", () => {
  inOrg(() => {
    const key = field("Log__c", "Key__c");
    assert.equal(call("Schema.DescribeFieldResult#getLength()", key), 40);
    assert.equal(call("Schema.DescribeFieldResult#getByteLength()", key), 120);
    assert.equal(call("Schema.DescribeFieldResult#isExternalId()", key), true);
    assert.equal(call("Schema.DescribeFieldResult#isIdLookup()", key), true);
    assert.equal(call("Schema.DescribeFieldResult#getInlineHelpText()", key), "The key");
    assert.equal(show("Schema.DescribeFieldResult#getType()", key), "STRING");
    const owner = field("Task", "WhoId");
    assert.equal(show("Schema.DescribeFieldResult#getSoapType()", owner), "ID");
    assert.equal(call("Schema.DescribeFieldResult#getRelationshipName()", owner), "Who");
    assert.equal(call("Schema.DescribeFieldResult#isNamePointing()", owner), true);
    const targets = call("Schema.DescribeFieldResult#getReferenceTo()", owner);
    assert.ok(targets instanceof ApexList);
    assert.deepEqual(targets.items, [schemaTokens.objectToken("Contact"), schemaTokens.objectToken("Lead")]);
    assert.equal(call("Schema.DescribeFieldResult#getRelationshipName()", field("Log__c", "Account__c")), "Account__r");
  });
});

test("describing an unknown object throws", () => {
  inOrg(() => {
    const message = messageOf("System.InvalidParameterValueException", () =>
      call("System.Schema.describeSObjects(List<String>)", strings("Account", "Nothing__c")),
    );
    assert.match(message, /Nothing__c/);
  });
});

test("a field set lists its members with the fields they lead to", () => {
  inOrg(() => {
    const sets = call("Schema.DescribeSObjectResult#getFieldSets()", describe("Account"));
    const members = call("Schema.FieldSet#getFields()", call("Schema.SObjectTypeFieldSets#get(String)", sets, "short"));
    assert.ok(members instanceof ApexList);
    const [name = null, email = null] = members.items;
    assert.equal(call("Schema.FieldSetMember#getRequired()", name), true);
    assert.equal(call("Schema.FieldSetMember#getFieldPath()", email), "Owner.Email");
    assert.equal(call("Schema.FieldSetMember#getSObjectField()", email), schemaTokens.fieldToken("User", "Email"));
  });
});

test("with a namespace, own names carry its prefix", () => {
  inOrg(() => {
    assert.equal(call("Schema.DescribeSObjectResult#getName()", describe("Log__c")), "air__Log__c");
    assert.equal(call("Schema.DescribeSObjectResult#getLocalName()", describe("Log__c")), "Log__c");
    assert.equal(call("Schema.DescribeSObjectResult#getName()", describe("Account")), "Account");
    assert.equal(call("Schema.DescribeFieldResult#getName()", field("Log__c", "Key__c")), "air__Key__c");
  }, "air");
});

test("newSObject loads literal defaults when asked to", () => {
  inOrg(() => {
    const token = schemaTokens.objectToken("Log__c");
    const bare = call("Schema.SObjectType#newSObject()", token);
    const filled = call("Schema.SObjectType#newSObject(Id,Boolean)", token, null, true);
    assert.ok(bare instanceof SObjectRecord && filled instanceof SObjectRecord);
    assert.equal(bare.values.size, 0);
    assert.equal(String(filled.values.get("Size__c")), "2.5");
  });
});

test("put converts what fits and refuses the rest", () => {
  inOrg((org) => {
    const log = record(org, "Log__c");
    assert.equal(call("SObject#put(String,Object)", log, "size__c", 3), null);
    assert.equal(String(call("SObject#get(String)", log, "SIZE__C")), "3");
    const wrong = messageOf("System.SObjectException", () => call("SObject#put(String,Object)", log, "Size__c", "three"));
    assert.equal(wrong, "Illegal assignment from String to Decimal");
    assert.equal(
      messageOf("System.SObjectException", () => call("SObject#get(String)", log, "Nope__c")),
      "Invalid field Nope__c for Log__c",
    );
    const foreign = schemaTokens.fieldToken("Account", "Name");
    assert.match(
      messageOf("System.SObjectException", () => call("SObject#get(Schema.SObjectField)", log, foreign)),
      /does not belong to SObject type Log__c/,
    );
    messageOf("System.SObjectException", () => call("SObject#put(String,Object)", log, "CreatedDate", null));
  });
});

test("parents are read and set by relationship or by field", () => {
  inOrg((org) => {
    const account = record(org, "Account", { Name: "Northwind" });
    const log = record(org, "Log__c");
    call("SObject#putSObject(String,SObject)", log, "account__r", account);
    assert.equal(call("SObject#getSObject(String)", log, "Account__r"), account);
    assert.equal(call("SObject#getSObject(Schema.SObjectField)", log, schemaTokens.fieldToken("Log__c", "Account__c")), account);
    assert.equal(
      messageOf("System.SObjectException", () => call("SObject#getSObject(String)", log, "Nope__r")),
      "Invalid relationship Nope__r for Log__c",
    );
    assert.equal(call("SObject#getSObjects(String)", account, "Logs__r"), null);
    const unknown = messageOf("System.SObjectException", () => call("SObject#getSObjects(String)", account, "Nope__r"));
    assert.equal(unknown, "Invalid aggregate relationship Nope__r for Account");
  });
});

test("populated fields are those that were set, with null when it was set", () => {
  inOrg((org) => {
    const account = record(org, "Account", { Name: "Northwind", Phone: null });
    const populated = call("SObject#getPopulatedFieldsAsMap()", account);
    assert.ok(populated instanceof ApexMap);
    assert.deepEqual([...populated.keys()], ["Name", "Phone"]);
    account.queried = new Set(["Name", "Phone"]);
    const queried = call("SObject#getPopulatedFieldsAsMap()", account);
    assert.ok(queried instanceof ApexMap);
    assert.deepEqual([...queried.keys()], ["Name"]);
    assert.equal(call("SObject#isSet(String)", account, "Phone"), true);
    assert.equal(call("SObject#isSet(String)", account, "Fax"), false);
  });
});

test("addError keeps field and message until it is asked for", () => {
  inOrg((org) => {
    const account = record(org, "Account");
    call("SObject#addError(String)", account, "No");
    call("SObject#addError(Schema.SObjectField,String)", account, schemaTokens.fieldToken("Account", "Name"), "Not this name");
    assert.equal(call("SObject#hasErrors()", account), true);
    const errors = call("SObject#getErrors()", account);
    assert.ok(errors instanceof ApexList);
    const second = errors.items[1] ?? null;
    assert.equal(call("Database.Error#getMessage()", second), "Not this name");
    assert.equal(show("Database.Error#getFields()", second), "(Name)");
    assert.equal(show("Database.Error#getStatusCode()", second), "FIELD_CUSTOM_VALIDATION_EXCEPTION");
  });
});

test("a clone has no id unless it is kept, and remembers where it came from", () => {
  inOrg((org) => {
    const account = record(org, "Account", { Id: "001000000000001AAA", Name: "Northwind" });
    const copy = call("SObject#clone()", account);
    const kept = call("SObject#clone(Boolean)", account, true);
    assert.ok(copy instanceof SObjectRecord && kept instanceof SObjectRecord);
    assert.deepEqual([copy.id, kept.id], [null, account.id]);
    assert.equal(call("SObject#isClone()", copy), true);
    assert.equal(call("SObject#getCloneSourceId()", copy), account.id);
  });
});

test("hierarchy settings merge user, profile and organisation", () => {
  inOrg((org) => {
    const token = schemaTokens.objectToken("Config__c");
    const [organization] = [...org.store.table("Organization").rows()];
    const user = org.users.administrator.id;
    const empty = call("CustomSetting.getInstance(Schema.SObjectType)", token);
    assert.ok(empty instanceof SObjectRecord);
    assert.equal(empty.id, null);
    const add = (owner: ApexValue, values: Readonly<Record<string, ApexValue>>): void => {
      org.store.insert(
        "Config__c",
        new Map<string, ApexValue>([["Id", org.store.newId("Config__c")], ["SetupOwnerId", owner], ...Object.entries(values)]),
      );
    };
    add(organization?.get("Id") ?? null, { Prefix__c: "org", Suffix__c: "org" });
    add(user, { Prefix__c: "user", Suffix__c: null });
    const merged = call("CustomSetting.getInstance(Schema.SObjectType)", token);
    assert.ok(merged instanceof SObjectRecord);
    assert.deepEqual([merged.get("Prefix__c"), merged.get("Suffix__c"), merged.get("SetupOwnerId")], ["user", "org", user]);
    const own = call("CustomSetting.getValues(Schema.SObjectType,Object)", token, user);
    assert.ok(own instanceof SObjectRecord);
    assert.equal(own.get("Suffix__c"), null);
    const defaults = call("CustomSetting.getOrgDefaults(Schema.SObjectType)", token);
    assert.ok(defaults instanceof SObjectRecord);
    assert.equal(defaults.get("Prefix__c"), "org");
  });
});

test("list settings are found by name", () => {
  inOrg((org) => {
    const token = schemaTokens.objectToken("Country__c");
    org.store.insert(
      "Country__c",
      new Map<string, ApexValue>([
        ["Id", org.store.newId("Country__c")],
        ["Name", "France"],
      ]),
    );
    assert.ok(call("CustomSetting.getInstance(Schema.SObjectType,Object)", token, "france") instanceof SObjectRecord);
    assert.equal(call("CustomSetting.getValues(Schema.SObjectType,Object)", token, "Spain"), null);
    const all = call("CustomSetting.getAll(Schema.SObjectType)", token);
    assert.ok(all instanceof ApexMap);
    assert.deepEqual([...all.keys()], ["France"]);
  });
});

test("labels speak the user's language where there is a translation", () => {
  inOrg((org) => {
    org.labels.set("hello", "Hello");
    org.labelTranslations.set("fr", new Map([["hello", "Bonjour"]]));
    assert.equal(schemaTokens.label("Hello"), "Hello");
    assert.equal(call("System.Label.get(String,String,String)", "", "Hello", "fr"), "Bonjour");
    assert.equal(call("System.Label.translationExists(String,String,String)", "", "Hello", "de"), false);
  });
});
