/** Test: phases, mocks, the event bus, stubs and data helpers. */
import { deliverEvents, failEvents, currentTest, startTest, stopTest } from "../../transaction/test-run.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex, throwNullPointer, unsupported } from "../runtime/exceptions.ts";
import { ApexDatetime, ApexList, ClassRef, PlatformObject, type ApexValue } from "../runtime/values.ts";
import { createStub } from "./create-stub.ts";
import { parseId } from "./id.ts";
import { installContext } from "./install-context.ts";
import { loadData } from "./load-data.ts";
import { callBridge } from "../runtime/user-object.ts";
import type { ApexVersion } from "./version.ts";

type Text = string | null;

class TestBroker extends PlatformObject {
  readonly apexType = "EventBus.TestBroker";
}

const broker = new TestBroker();

function nothing(effect: () => void): () => null {
  return () => {
    effect();
    return null;
  };
}

/** Callouts over HTTP and of classes made from a WSDL can be mocked. */
function setMock(type: ClassRef | null, mock: ApexValue): null {
  const { name } = requireArgument(type);
  const { test } = currentTest("setMock");
  if (name === "System.HttpCalloutMock") test.calloutMock = mock ?? throwNullPointer();
  else if (name === "System.WebServiceMock") test.webServiceMock = mock ?? throwNullPointer();
  else unsupported(`Test.setMock(${name}.class, ...)`);
  return null;
}

function setCreatedDate(id: Text, at: ApexDatetime | null): null {
  const { org } = currentTest("setCreatedDate").transaction;
  const recordId = parseId(requireArgument(id));
  const table = org.store.tableOf(recordId);
  const row = table?.get(recordId);
  if (table === undefined || row === undefined) throwApex("System.SObjectException", `No record ${recordId}`);
  org.store.update(table.schema.name, new Map([...row, ["CreatedDate", requireArgument(at)]]));
  return null;
}

function standardPricebookId(): ApexValue {
  return currentTransaction().org.store.table("Pricebook2").lookup("IsStandard", true)[0]?.get("Id") ?? null;
}

function testInstall(handler: ApexValue, previous: ApexVersion | null, isPush: boolean | null): null {
  callBridge(requireArgument(handler), "onInstall", installContext(previous, isPush === true));
  return null;
}

definePlatformClass("System.Test", {
  statics: {
    "isRunningTest()": () => currentTransaction().test !== null,
    "startTest()": nothing(startTest),
    "stopTest()": nothing(stopTest),
    "setMock(System.Type,Object)": setMock,
    "setFixedSearchResults(List<String>)": (ids: ApexList | null) => {
      const { test } = currentTest("setFixedSearchResults");
      test.fixedSearchResults = requireArgument(ids).items.filter((id) => typeof id === "string");
      return null;
    },
    "getEventBus()": () => {
      currentTest("getEventBus");
      return broker;
    },
    "createStub(System.Type,System.StubProvider)": (type: ClassRef | null, provider: ApexValue) =>
      createStub(requireArgument(type), requireArgument(provider)),
    "setCreatedDate(Id,Datetime)": setCreatedDate,
    "getStandardPricebookId()": standardPricebookId,
    "loadData(Schema.SObjectType,String)": loadData,
    "testInstall(System.InstallHandler,System.Version)": (handler: ApexValue, previous: ApexVersion | null) =>
      testInstall(handler, previous, false),
    "testInstall(System.InstallHandler,System.Version,Boolean)": testInstall,
    "testUninstall(System.UninstallHandler)": (handler: ApexValue) => {
      callBridge(requireArgument(handler), "onUninstall", installContext(null, false));
      return null;
    },
    "calculatePermissionSetGroup(String)": () => null,
    "calculatePermissionSetGroup(List<String>)": () => null,
  },
});

definePlatformClass("EventBus.TestBroker", {
  members: { "deliver()": nothing(deliverEvents), "fail()": nothing(failEvents) },
});
