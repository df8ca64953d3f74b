import assert from "node:assert/strict";
import { test } from "node:test";
import { call, callCode, NOTHING, type OpenCtiDesk } from "../../support/open-cti.ts";

export function records(desk: OpenCtiDesk): void {
  test("saveLog creates a record of any object and gives its id, then updates it", async () => {
    const contact = await desk.id("SELECT Id FROM Contact WHERE LastName = 'Coyote'");
    const value = { entityApiName: "Task", Subject: "Call from Wile", WhoId: contact, CallDurationInSeconds: 61, Status: "Completed" };
    const created = await call(desk.adapter, "saveLog", { value });
    assert.equal(created.success, true, JSON.stringify(created.errors));
    const [row] = await desk.org.query("SELECT Id, Subject, WhoId, CallDurationInSeconds FROM Task");
    assert.equal(created.returnValue, row?.["Id"]);
    assert.deepEqual([row?.["Subject"], row?.["WhoId"], row?.["CallDurationInSeconds"]], ["Call from Wile", contact, 61]);
    const updated = await call(desk.adapter, "saveLog", { value: { Id: created.returnValue, Subject: "Called back" } });
    assert.deepEqual(updated, { success: true, returnValue: created.returnValue, errors: null });
    assert.deepEqual(
      (await desk.org.query("SELECT Subject FROM Task")).map(({ Subject }) => Subject),
      ["Called back"],
    );
  });

  test("what the org refuses is in the details of saveLog's error", async () => {
    const { success, returnValue, errors } = await call(desk.adapter, "saveLog", { value: { entityApiName: "Contact", FirstName: "No" } });
    assert.deepEqual([success, returnValue], [false, null]);
    assert.deepEqual(errors, [
      {
        code: "GENERIC_ERROR",
        description: "An error occurred while calling the saveLog() API method. Review the Details field in the error section.",
        details: [
          {
            message: "An error occurred while trying to create the record. Please try again.",
            pageErrors: [],
            fieldErrors: {
              Name: [
                {
                  statusCode: "REQUIRED_FIELD_MISSING",
                  message: "Required fields are missing: [LastName]",
                  fieldLabel: "Last Name",
                  columnApiName: "LastName",
                },
              ],
            },
            potentialDuplicates: [],
          },
        ],
      },
    ]);
    const gone = await call(desk.adapter, "saveLog", { value: { Id: "00T000000000001AAA", Subject: "Nobody's" } });
    assert.equal(gone.errors?.[0]?.code, "GENERIC_ERROR");
    assert.ok(Array.isArray(gone.errors[0].details));
  });

  test("runApex gives what the web service method returns, by parameter name", async () => {
    const argument = { apexClass: "Directory", methodName: "greet", methodParams: "times=2&name=Wile%20E." };
    assert.deepEqual(await call(desk.adapter, "runApex", argument), {
      success: true,
      returnValue: { runApex: "Hello Wile E. Hello Wile E." },
      errors: null,
    });
  });

  test("a class that is not there and an exception are errors of the server", async () => {
    const missing = await call(desk.adapter, "runApex", { apexClass: "Nowhere", methodName: "greet" });
    assert.deepEqual(missing.errors, [{ code: "SERVER_ERROR", description: "Could not load Apex class: Nowhere" }]);
    const thrown = await call(desk.adapter, "runApex", { apexClass: "Directory", methodName: "fail" });
    assert.equal(thrown.errors?.[0]?.code, "SERVER_ERROR");
    assert.match(thrown.errors[0].description, /on purpose/);
  });

  test("refreshView reads again what is on screen", async () => {
    const { adapter, page, org } = desk;
    const recordId = await desk.id("SELECT Id FROM Account WHERE Name = 'Acme Rockets'");
    await call(adapter, "screenPop", { type: "sobject", params: { recordId } });
    await page.getByRole("heading", { name: "Acme Rockets" }).waitFor();
    await org.json("lightning.org", "PATCH", `/services/data/v67.0/sobjects/Account/${recordId}`, { Name: "Acme Balloons" });
    assert.deepEqual(await call(adapter, "refreshView"), { ...NOTHING, returnValue: true });
    await page.getByRole("heading", { name: "Acme Balloons" }).waitFor();
    await org.json("lightning.org", "PATCH", `/services/data/v67.0/sobjects/Account/${recordId}`, { Name: "Acme Rockets" });
  });

  test("a callback may be left out where the guide lets it, and the call is made all the same", async () => {
    await desk.adapter.evaluate("sforce.opencti.setSoftphoneItemLabel({ label: 'Quietly' })");
    await desk.page.getByRole("button", { name: "Quietly" }).waitFor();
    const { success } = await callCode(desk.adapter, "setSoftphoneItemLabel", "{ label: 'Phone' }");
    assert.equal(success, true);
  });
}
