import assert from "node:assert/strict";
import { test } from "node:test";
import { localRequest } from "../../../local-org/http/local-request.ts";
import { call, callCode, NOTHING, type CtiResult, type OpenCtiDesk } from "../../support/open-cti.ts";

const LAYOUT = "/lightning/api/softphone-layout";
/** Of one contact. */
const ONE = "+14155550101";
/** Of a contact, a lead and an account. */
const SEVERAL = "+14155550102";
const NOBODY = "+14155550199";

interface Layout {
  readonly Internal: unknown;
  readonly Outbound: unknown;
  readonly Inbound: { readonly callRelatedFields: readonly string[]; readonly objects: unknown; readonly screenPopSettings: object };
}

export function searches(desk: OpenCtiDesk): void {
  const search = (searchParams: string, more: Readonly<Record<string, unknown>> = {}): Promise<CtiResult> =>
    call(desk.adapter, "searchAndScreenPop", { searchParams, callType: "inbound", ...more });
  const home = async (): Promise<void> => {
    await call(desk.adapter, "screenPop", { type: "url", params: { url: "/lightning/page/home" } });
    await desk.page.waitForURL(/\/page\/home$/);
  };
  const isHome = (): boolean => desk.page.url().endsWith("/page/home");
  const layout = async (): Promise<Layout> => {
    const { returnValue } = await call(desk.adapter, "getSoftphoneLayout");
    assert.ok(isLayout(returnValue));
    return returnValue;
  };
  /** Sets parts of the layout for inbound calls while `body` runs. */
  const withInbound = async (inbound: Partial<Layout["Inbound"]>, body: () => Promise<void>): Promise<void> => {
    const before = await layout();
    await put({ ...before, Inbound: { ...before.Inbound, ...inbound } });
    try {
      await body();
    } finally {
      await put(before);
    }
  };
  const put = async (body: unknown): Promise<void> => {
    const { status, text } = await localRequest(desk.org.at("lightning.org", LAYOUT), { method: "PUT", body: JSON.stringify(body) });
    assert.equal(status, 200, text);
  };

  test("the softphone layout has a part for each kind of call", async () => {
    const { Internal, Inbound, Outbound } = await layout();
    assert.deepEqual(Internal, Outbound);
    assert.deepEqual(Inbound, {
      callRelatedFields: ["ANI", "DNIS"],
      objects: {
        Contact: [
          { displayName: "Full Name", apiName: "Name" },
          { displayName: "Business Phone", apiName: "Phone" },
          { displayName: "Mobile Phone", apiName: "MobilePhone" },
          { displayName: "Title", apiName: "Title" },
          { displayName: "Email", apiName: "Email" },
        ],
        Lead: [
          { displayName: "Full Name", apiName: "Name" },
          { displayName: "Company", apiName: "Company" },
          { displayName: "Phone", apiName: "Phone" },
          { displayName: "Email", apiName: "Email" },
        ],
        Account: [
          { displayName: "Account Name", apiName: "Name" },
          { displayName: "Account Phone", apiName: "Phone" },
          { displayName: "Account Type", apiName: "Type" },
        ],
      },
      screenPopSettings: {
        screenPopsOpenWithin: "ExistingWindow",
        NoMatch: { screenPopType: "DoNotPop" },
        SingleMatch: { screenPopType: "PopToEntity" },
        MultipleMatches: { screenPopType: "PopToSearch" },
      },
    });
  });

  test("one match is given by its id, with the fields of the layout, and its record pops", async () => {
    const id = await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'");
    await home();
    const { success, returnValue, errors } = await search(ONE);
    assert.deepEqual([success, errors], [true, null]);
    assert.ok(isRecords(returnValue));
    assert.deepEqual(Object.keys(returnValue), [id]);
    const match = returnValue[id] ?? {};
    assert.deepEqual(Object.keys(match).toSorted(), [
      "Email",
      "Id",
      "LastModifiedDate",
      "MobilePhone",
      "Name",
      "Phone",
      "RecordType",
      "Title",
    ]);
    assert.deepEqual([match["Id"], match["Name"], match["RecordType"], match["Phone"]], [id, "Wile Coyote", "Contact", ONE]);
    await desk.page.waitForURL((url) => url.pathname === `/lightning/r/Contact/${id}/view`);
  });

  test("several matches open the search page, which shows them all, also of objects outside of the layout", async () => {
    await withInbound({ objects: { Contact: [{ apiName: "Name" }], Lead: [{ apiName: "Name" }] } }, async () => {
      await home();
      const { returnValue } = await search(SEVERAL);
      assert.ok(isRecords(returnValue));
      assert.deepEqual(
        Object.values(returnValue)
          .map(({ RecordType }) => RecordType)
          .toSorted(),
        ["Contact", "Lead"],
      );
      await desk.page.waitForURL((url) => url.pathname === "/lightning/search");
      await desk.page.getByRole("link", { name: "Runner and Sons" }).waitFor();
    });
  });

  test("no match gives nothing and, by default, pops nothing", async () => {
    await home();
    assert.deepEqual(await search(NOBODY), { ...NOTHING, returnValue: {} });
    assert.ok(isHome());
  });

  test("no match opens a new record with the given values where the layout says so", async () => {
    const { screenPopSettings } = (await layout()).Inbound;
    const NoMatch = { screenPopType: "PopToEntity", screenPopData: "Contact" };
    await withInbound({ screenPopSettings: { ...screenPopSettings, NoMatch } }, async () => {
      assert.equal((await search(NOBODY, { defaultFieldValues: { LastName: "Unknown", Phone: NOBODY } })).success, true);
      const dialog = desk.page.getByRole("dialog", { name: /New Contact/ });
      assert.equal(await dialog.getByLabel("Last Name").inputValue(), "Unknown");
      await dialog.getByRole("button", { name: "Cancel" }).first().click();
      await dialog.waitFor({ state: "hidden" });
    });
  });

  test("a Visualforce page pops with the query parameters where the layout says so", async () => {
    const { screenPopSettings } = (await layout()).Inbound;
    const SingleMatch = { screenPopType: "PopToVisualforce", screenPopData: "Caller" };
    await withInbound({ screenPopSettings: { ...screenPopSettings, SingleMatch } }, async () => {
      await search(ONE, { queryParams: "number=101" });
      await desk.page.frameLocator("iframe[title='Caller']").getByRole("heading", { name: "Caller 101" }).waitFor();
    });
  });

  test("objects without fields in the layout are not found", async () => {
    await withInbound({ objects: { Contact: [], Lead: [], Account: [] } }, async () => {
      await home();
      assert.deepEqual((await search(ONE)).returnValue, {});
      assert.ok(isHome());
    });
  });

  test("outbound and internal calls find but do not pop; no type of call is inbound", async () => {
    await home();
    for (const kind of ["OUTBOUND", "INTERNAL"]) {
      const { returnValue } = await callCode(
        desk.adapter,
        "searchAndScreenPop",
        `{ searchParams: ${JSON.stringify(ONE)}, callType: sforce.opencti.CALL_TYPE.${kind} }`,
      );
      assert.ok(isRecords(returnValue));
      assert.equal(Object.keys(returnValue).length, 1, kind);
      assert.ok(isHome(), kind);
    }
    await search(ONE, { callType: null });
    await desk.page.waitForURL(/\/lightning\/r\/Contact\//);
  });

  test("a deferred search pops nothing; SCREEN_POP_DATA, passed on as it is, pops", async () => {
    await home();
    const { returnValue } = await search(ONE, { deferred: true });
    assert.ok(isRecords(returnValue));
    const { SCREEN_POP_DATA: data, ...matches } = returnValue;
    assert.equal(Object.keys(matches).length, 1);
    assert.deepEqual(data, { type: "sobject", params: { recordId: Object.keys(matches)[0] } });
    assert.ok(isHome());
    assert.deepEqual(await call(desk.adapter, "screenPop", data), NOTHING);
    await desk.page.waitForURL(/\/lightning\/r\/Contact\//);
    assert.deepEqual((await search(NOBODY, { deferred: true })).returnValue, { SCREEN_POP_DATA: null }, "nothing would pop");
    const several = (await search(SEVERAL, { deferred: true })).returnValue;
    assert.ok(isRecords(several));
    assert.deepEqual(await call(desk.adapter, "screenPop", several["SCREEN_POP_DATA"]), NOTHING);
    await desk.page.waitForURL((url) => url.pathname === "/lightning/search");
  });

  test("an unknown type of call and a search for nothing are refused", async () => {
    for (const argument of [{ searchParams: ONE, callType: "conference" }, { callType: "inbound" }]) {
      const { success, errors } = await call(desk.adapter, "searchAndScreenPop", argument);
      assert.deepEqual([success, errors?.[0]?.code], [false, "INVALID_PARAM"]);
    }
  });
}

function isRecords(value: unknown): value is Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return typeof value === "object" && value !== null && Object.values(value).every((one) => typeof one === "object");
}

function isLayout(value: unknown): value is Layout {
  return typeof value === "object" && value !== null && "Internal" in value && "Inbound" in value && "Outbound" in value;
}
