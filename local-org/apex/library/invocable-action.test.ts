import assert from "node:assert/strict";
import test from "node:test";
import { runBody } from "../emit/apex-fixture.ts";

test("JSON makes results of invocable actions, whose parameters can be added to", () => {
  const shown = runBody(`
    String text = '{"success":false,"errors":[{"code":"X","message":"refused"}],"outputParameters":{}}';
    Invocable.Action.Result result = (Invocable.Action.Result) JSON.deserialize(text, Invocable.Action.Result.class);
    result.getOutputParameters().put('b', 2);
    Invocable.Action.Error error = result.getErrors()[0];
    return result.isSuccess() + ' ' + result.getOutputParameters().size() + ' ' + error.getCode() + ' ' + error.getMessage();`);
  assert.equal(shown, "false 1 X refused");
});
