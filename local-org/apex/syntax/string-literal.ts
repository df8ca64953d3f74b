import type { TokenCursor } from "./token-cursor.ts";
import type { Token } from "./token.ts";

const simpleEscapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "'": "'", "\\": "\\" };

/** `soql`: `\_` and `\%` are allowed and stay as written, for LIKE. `search`: any character may be escaped and stays escaped, for SOSL. */
export type StringDialect = "apex" | "soql" | "search";

/** The value of a string token; a bad escape sequence is reported, not thrown. */
export function stringValue(c: TokenCursor, token: Token, dialect: StringDialect): string {
  const text = c.textOf(token);
  const isMultiline = token.kind === "multilineString";
  const body = isMultiline ? text.slice(3, -3).replace(/^[ \t]*(\r\n|\r|\n)/, "") : text.slice(1, -1);
  if (!body.includes("\\")) return body;
  let value = "";
  for (let i = 0; i < body.length; i++) {
    if (body[i] !== "\\") {
      value += body.charAt(i);
      continue;
    }
    const escape = body[++i] ?? "";
    const simple = simpleEscapes[escape.toLowerCase()];
    const unicode = escape === "u" || escape === "U" ? /^[0-9a-fA-F]{4}/.exec(body.slice(i + 1))?.[0] : undefined;
    if (dialect === "search" && escape !== "'" && escape !== '"') value += `\\${escape}`;
    else if (simple !== undefined) value += simple;
    else if (unicode !== undefined) {
      value += String.fromCharCode(parseInt(unicode, 16));
      i += 4;
    } else if (dialect === "soql" && (escape === "_" || escape === "%")) value += `\\${escape}`;
    else {
      c.report(
        `Invalid string literal ${text.length > 60 ? `${text.slice(0, 60)}...'` : text}. Illegal character sequence '\\${escape}' in string literal`,
        token,
      );
    }
  }
  return value;
}
