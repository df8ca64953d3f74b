import assert from "node:assert/strict";
import { test } from "node:test";
import { ask } from "../engine-fixture.ts";
import { ProjectFaults, type Engine } from "../engine.ts";
import { create, get, metadata, refusal, uiOrg } from "./ui-fixture.ts";
import type { CallCenter, Session, SoftphoneLayout, SoftphoneSearchAnswer } from "./wire.ts";

const LAYOUT = "/lightning/api/softphone-layout";
const items = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<items><label>${name}</label><name>${name}</name><value>${value}</value></items>`)
    .join("");
const callCenter = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  "callCenters/PhoneCTI.callCenter-meta.xml": metadata(
    "CallCenter",
    `<displayName>Phone CTI</displayName><sections>${items(values)}<label>General</label><name>reqGeneralInfo</name></sections>
    <sections>${items({ prefix: "0" })}<label>Dialling</label><name>dialling</name></sections>`,
  ),
});
const GENERAL = {
  reqAdapterUrl: "/apex/Phone",
  reqUseApi: "true",
  reqSoftphoneHeight: "600",
  reqSoftphoneWidth: "420",
  reqSalesforceCompatibilityMode: "Lightning",
};

const search = (engine: Engine, body: unknown): SoftphoneSearchAnswer =>
  get(engine, "/lightning/api/softphone-search", { body }) as SoftphoneSearchAnswer;

test("a call center of the project is a row that a user can point to", () => {
  const engine = uiOrg(callCenter(GENERAL));
  assert.equal(get(engine, "/lightning/api/call-center"), null);
  const { records } = get(engine, `/services/data/v67.0/query?q=SELECT+Id+FROM+CallCenter+WHERE+InternalName='PhoneCTI'`) as {
    records: { Id: string }[];
  };
  const { user } = get(engine, "/lightning/api/session") as Session;
  const patch = { method: "PATCH", body: { CallCenterId: records[0]?.Id } };
  assert.equal(ask(engine, `/services/data/v67.0/sobjects/User/${user.id}`, patch).status, 204);
  const own = get(engine, "/lightning/api/call-center") as CallCenter;
  assert.deepEqual([own.name, own.internalName, own.width, own.height, own.supportsLightning], ["Phone CTI", "PhoneCTI", 420, 600, true]);
  assert.equal(own.adapterUrl, "http://vf.org.localhost:8205/apex/Phone");
  assert.equal(own.settings["/reqGeneralInfo/reqInternalName"], "PhoneCTI");
  assert.equal(own.settings["/dialling/prefix"], "0");
});

test("call center definitions that the platform refuses stop the start with their fault", () => {
  const faults: readonly (readonly [Readonly<Record<string, string>>, RegExp])[] = [
    [{ ...GENERAL, reqSoftphoneWidth: "100" }, /reqSoftphoneWidth must be from 200 to 1920/],
    [{ ...GENERAL, reqUseApi: "false" }, /reqUseApi must be true/],
    [{ ...GENERAL, reqTimeout: "5000" }, /reqStandbyUrl and reqTimeout come together/],
    [{ ...GENERAL, reqCanvasApiName: "x" }, /reqCanvasApiName is not supported/],
  ];
  for (const [values, fault] of faults) {
    assert.throws(
      () => uiOrg(callCenter(values)),
      (error) => error instanceof ProjectFaults && fault.test(error.message),
      fault.source,
    );
  }
});

test("one match opens its record, several open the search, none opens nothing", () => {
  const engine = uiOrg();
  const id = create(engine, "Contact", { LastName: "Marsh", Phone: "+44 7700 900456" });
  const one = search(engine, { searchParams: "+447700900456", callType: "inbound" });
  assert.deepEqual(one.screenPop, { type: "SOBJECT", params: { recordId: id } });
  assert.equal(one.matches[id]?.["Name"], "Marsh");
  assert.equal(one.matches[id]["RecordType"], "Contact");
  assert.equal(one.matches[id]["Phone"], "+44 7700 900456");
  create(engine, "Lead", { LastName: "Marsh", Company: "x", MobilePhone: "+447700900456" });
  const several = search(engine, { searchParams: "+447700900456" });
  assert.equal(Object.keys(several.matches).length, 2);
  assert.deepEqual(several.screenPop, { type: "SEARCH", params: { searchString: "+447700900456" } });
  assert.deepEqual(search(engine, { searchParams: "+15550001111" }), { matches: {}, screenPop: null });
});

test("outbound and internal calls find but do not pop", () => {
  const engine = uiOrg();
  create(engine, "Contact", { LastName: "Marsh", Phone: "+447700900456" });
  for (const callType of ["outbound", "internal"]) {
    const answer = search(engine, { searchParams: "Marsh", callType });
    assert.equal(Object.keys(answer.matches).length, 1);
    assert.equal(answer.screenPop, null);
  }
});

test("the administrator's softphone layout decides what is found and what pops", () => {
  const engine = uiOrg();
  const layout = get(engine, LAYOUT) as SoftphoneLayout;
  create(engine, "Contact", { LastName: "Marsh", Phone: "+447700900456" });
  const changed = {
    ...layout,
    Inbound: {
      callRelatedFields: ["ANI"],
      objects: { Lead: [{ apiName: "Name" }], Contact: [] },
      screenPopSettings: { ...layout.Inbound.screenPopSettings, NoMatch: { screenPopType: "PopToEntity", screenPopData: "lead" } },
    },
  };
  const saved = get(engine, LAYOUT, { method: "PUT", body: changed }) as SoftphoneLayout;
  assert.deepEqual(saved.Inbound.objects["Lead"], [{ displayName: "Full Name", apiName: "Name" }]);
  assert.deepEqual(get(engine, LAYOUT), saved);
  assert.deepEqual(search(engine, { searchParams: "+447700900456", defaultFieldValues: { Phone: "+447700900456" } }), {
    matches: {},
    screenPop: { type: "NEW_RECORD_MODAL", params: { entityName: "Lead", defaultFieldValues: { Phone: "+447700900456" } } },
  });
});

test("a kept layout that names what the project no longer has gives way to the default", () => {
  const engine = uiOrg();
  const layout = get(engine, LAYOUT) as SoftphoneLayout;
  engine.org.setup.set("softphoneLayout", { ...layout, Inbound: { ...layout.Inbound, objects: { Gone__c: [{ apiName: "Name" }] } } });
  assert.deepEqual(get(engine, LAYOUT), layout);
  assert.deepEqual(engine.org.setup.get("softphoneLayout"), layout);
});

test("a page pops with the query parameters", () => {
  const engine = uiOrg();
  const layout = get(engine, LAYOUT) as SoftphoneLayout;
  const screenPopSettings = {
    ...layout.Inbound.screenPopSettings,
    NoMatch: { screenPopType: "PopToVisualforce", screenPopData: "Caller" },
  };
  get(engine, LAYOUT, { method: "PUT", body: { ...layout, Inbound: { ...layout.Inbound, screenPopSettings } } });
  const answer = search(engine, { searchParams: "nobody", queryParams: "a=1&b=2" });
  assert.deepEqual(answer.screenPop, { type: "URL", params: { url: "/apex/Caller?a=1&b=2" } });
});

test("a softphone layout that cannot work is refused by name", () => {
  const engine = uiOrg();
  const layout = get(engine, LAYOUT) as SoftphoneLayout;
  const put = (inbound: unknown) => refusal(engine, LAYOUT, { method: "PUT", body: { ...layout, Inbound: inbound } });
  const pops = (pop: unknown) => ({ ...layout.Inbound, screenPopSettings: { ...layout.Inbound.screenPopSettings, NoMatch: pop } });
  assert.match(put(pops({ screenPopType: "PopToFlow", screenPopData: "f" }))[2], /PopToFlow/);
  assert.match(put(pops({ screenPopType: "PopToEntity" }))[2], /NoMatch needs screenPopData/);
  assert.match(put({ ...layout.Inbound, objects: { Contact: [{ apiName: "Nope" }] } })[2], /Contact has no field Nope/);
  assert.match(put({ ...layout.Inbound, extra: 1 })[2], /"extra"/);
});

test("a search needs something to search for and a known call type", () => {
  const engine = uiOrg();
  const refused = (body: unknown) => refusal(engine, "/lightning/api/softphone-search", { body });
  assert.deepEqual(refused({}).slice(0, 2), [400, "INVALID_PARAM"]);
  assert.match(refused({ searchParams: "x", callType: "conference" })[2], /callType/);
  assert.match(refused({ searchParams: "x", deferred: true })[2], /"deferred"/);
});
