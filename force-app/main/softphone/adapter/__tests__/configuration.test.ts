import { ConfigurationError, parseConfiguration } from "../configuration.ts";

it.each([["{}"], ['{"workspaceUrl":null,"namespace":null}'], ['{"workspaceUrl":"  ","namespace":""}']])(
  "without an address Aircall's own phone is taken: %s",
  (json) => {
    expect(parseConfiguration(json)).toEqual({
      workspaceUrl: "https://workspace.aircall.io",
      workspaceOrigin: "https://workspace.aircall.io",
      namespace: null,
    });
  },
);

it("the phone's messages are expected from the origin of its address", () => {
  const json = JSON.stringify({ workspaceUrl: "https://phone.example.com:8443/v3/", namespace: "air" });
  expect(parseConfiguration(json)).toEqual({
    workspaceUrl: "https://phone.example.com:8443/v3/",
    workspaceOrigin: "https://phone.example.com:8443",
    namespace: "air",
  });
});

it("a loopback name needs no https, for browsers give it the microphone", () => {
  expect(parseConfiguration('{"workspaceUrl":"http://phone.test.localhost:8100"}').workspaceOrigin).toBe(
    "http://phone.test.localhost:8100",
  );
});

it.each([
  ["http://phone.example.com", "https://"],
  ["http://localhost.example.com", "https://"],
  ["javascript:alert(1)", "https://"],
  ["phone.example.com", "not an address"],
  ["https://phone.example.com/?a=b", "neither a query"],
  ["https://phone.example.com/#x", "neither a query"],
  ["https://me:secret@phone.example.com/", "neither a query"],
  ['https://phone.example.com/"onload="alert(1)', "neither a query"],
])("the address %s is refused and the refusal says why", (workspaceUrl, says) => {
  const parse = (): unknown => parseConfiguration(JSON.stringify({ workspaceUrl }));
  expect(parse).toThrow(ConfigurationError);
  expect(parse).toThrow(says);
});

it.each([[""], ["[]"], ["null"], ["{"], ['"text"']])("what is no JSON object is refused: %s", (json) => {
  expect(() => parseConfiguration(json)).toThrow("not a JSON object");
});
