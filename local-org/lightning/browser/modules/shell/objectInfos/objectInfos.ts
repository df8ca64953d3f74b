/** Objects as the UI API describes them, each asked for once: they change only with the deployed metadata. */
import { objectInfo } from "../orgApi/orgApi.ts";
import type { ObjectInfo } from "../../../../../salesforce/ui-api/wire.ts";

const known = new Map<string, Promise<ObjectInfo>>();

/** The object's description. A failed question is asked again the next time. */
export function objectInfoOf(objectApiName: string): Promise<ObjectInfo> {
  const asked = known.get(objectApiName);
  if (asked !== undefined) return asked;
  const answer = objectInfo(objectApiName);
  known.set(objectApiName, answer);
  answer.catch(() => known.delete(objectApiName));
  return answer;
}

/** Remembers a description that came with another answer. */
export function rememberObjectInfo(info: ObjectInfo): void {
  known.set(info.apiName, Promise.resolve(info));
}
