/** Checks that members make on their arguments. */
import { throwApex } from "../runtime/exceptions.ts";

/** The argument; throws System.NullPointerException naming its position when it is null. */
export function argument<T>(value: T | null, position = 1): T {
  return value ?? throwApex("System.NullPointerException", `Argument ${position} cannot be null`);
}
