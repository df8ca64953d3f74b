/** Results of Invocable.Action. Actions themselves are not run: results exist only as texts of tests make them. */
import type { ApexValue } from "../runtime/values.ts";
import { registerJsonObject } from "./json/platform-json-types.ts";
import { definePlainClass, PlainObject } from "./plain-object.ts";

class ActionObject extends PlainObject {
  override *apexJson(): Iterable<readonly [string, ApexValue]> {
    yield* this.values;
  }
}

for (const name of ["Invocable.Action.Result", "Invocable.Action.Error"]) {
  definePlainClass(name);
  registerJsonObject(name, (values) => new ActionObject(name, Object.fromEntries(values)));
}
