/** WebServiceCallout: calls of classes that are made from a WSDL. In tests the mock answers; there is no SOAP outside of them. */
import { startCallout } from "../../transaction/callout.ts";
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { requireArgument, throwApex, unsupported } from "../runtime/exceptions.ts";
import { callBridge } from "../runtime/user-object.ts";
import type { ApexList, ApexMap, ApexValue } from "../runtime/values.ts";

/** `info`: endpoint, SOAP action, namespace and name of the request, namespace, name and class of the response. */
function invoke(stub: ApexValue, request: ApexValue, response: ApexMap | null, info: ApexList | null): null {
  const transaction = currentTransaction();
  const [endpoint = null, soapAction = null, , requestName = null, responseNS = null, responseName = null, responseType = null] =
    requireArgument(info).items;
  startCallout(transaction);
  if (transaction.test === null) unsupported("callouts over SOAP");
  const mock = transaction.test.webServiceMock;
  if (mock === null) throwApex("System.TypeException", "Methods defined as TestMethod do not support Web service callouts");
  const answer = [endpoint, soapAction, requestName, responseNS, responseName, responseType];
  callBridge(mock, "doInvoke", stub, request, requireArgument(response), ...answer);
  return null;
}

definePlatformClass("System.WebServiceCallout", { statics: { "invoke(Object,Object,Map<String,Object>,List<String>)": invoke } });
