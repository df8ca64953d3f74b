/** Constants of Open CTI for Lightning Experience (Salesforce's Open CTI guide: screenPop, searchAndScreenPop). */
export const SCREENPOP_TYPE = Object.freeze({
  SOBJECT: "sobject",
  URL: "url",
  OBJECTHOME: "objecthome",
  LIST: "list",
  SEARCH: "search",
  NEW_RECORD_MODAL: "newRecord",
  FLOW: "flow",
});

export const CALL_TYPE = Object.freeze({ INBOUND: "inbound", OUTBOUND: "outbound", INTERNAL: "internal" });
