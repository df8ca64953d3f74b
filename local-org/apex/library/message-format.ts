import { throwApex, unsupported } from "../runtime/exceptions.ts";

/**
 * Java's MessageFormat with text arguments: `{0}` is replaced, `'...'` quotes, `''` is one quote. A `{n}` without an
 * argument stays. Throws System.StringException for unmatched or malformed braces.
 */
export function formatMessage(pattern: string, values: readonly string[]): string {
  let result = "";
  let quoted = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "'") {
      if (pattern[at + 1] === "'") {
        result += "'";
        at++;
      } else quoted = !quoted;
    } else if (quoted || char !== "{") {
      result += char;
    } else {
      const end = pattern.indexOf("}", at);
      if (end < 0) throwApex("System.StringException", "Unmatched braces in the pattern.");
      result += element(pattern.slice(at + 1, end), values);
      at = end;
    }
  }
  return result;
}

function element(text: string, values: readonly string[]): string {
  const [index = "", style] = text.split(",");
  if (!/^\s*\d+\s*$/.test(index)) throwApex("System.StringException", `can't parse argument number: ${index}`);
  if (style !== undefined) unsupported(`String.format with a format type: {${text}}`);
  return values[Number(index)] ?? `{${Number(index)}}`;
}
