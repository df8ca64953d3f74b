import { createHash } from "node:crypto";

/** 32 hexadecimal digits that change with the content. */
export function etagOf(content: unknown): string {
  return createHash("md5").update(JSON.stringify(content)).digest("hex");
}
