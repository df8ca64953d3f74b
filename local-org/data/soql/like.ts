/** Tells whether a text in lower case matches a LIKE pattern: `%` any text, `_` one character, `\` takes the next one literally. */
export type TextMatcher = (lowerCaseText: string) => boolean;

const WILDCARD = /[%_\\]/;

export function likeMatcher(pattern: string): TextMatcher {
  const lower = pattern.toLowerCase();
  if (!WILDCARD.test(lower)) return (text) => text === lower;
  const inner = lower.replace(/^%+/, "").replace(/%+$/, "");
  if (!WILDCARD.test(inner)) {
    const open = lower.startsWith("%");
    const close = lower.endsWith("%");
    if (open && close) return (text) => text.includes(inner);
    if (open) return (text) => text.endsWith(inner);
    return (text) => text.startsWith(inner);
  }
  const expression = new RegExp(`^${translate(lower)}$`, "su");
  return (text) => expression.test(text);
}

function translate(pattern: string): string {
  let expression = "";
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "%") expression += ".*";
    else if (char === "_") expression += ".";
    else if (char === "\\" && at + 1 < pattern.length) expression += escape(pattern.charAt(++at));
    else expression += escape(char);
  }
  return expression;
}

function escape(char: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
}
