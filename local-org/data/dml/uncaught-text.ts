/** An exception as the platform words it when nobody caught it: type, message and stack. */
import type { ApexException } from "../../apex/runtime/exceptions.ts";
import { apexStackTrace } from "../../apex/runtime/stack-trace.ts";

export function uncaughtText(exception: ApexException): string {
  return `${exception.typeName}: ${exception.shownMessage}\n\n${apexStackTrace(exception)}`;
}
