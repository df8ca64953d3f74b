/** Canonical type names taken apart: `Map<Id,List<Account>>`. */

/** The name before the arguments: `Map`. */
export function baseName(type: string): string {
  const open = type.indexOf("<");
  return open < 0 ? type : type.slice(0, open);
}

const known = new Map<string, readonly string[]>();

/** The arguments: `Id` and `List<Account>`; none for a type without. */
export function typeArguments(type: string): readonly string[] {
  let result = known.get(type);
  if (result === undefined) {
    result = split(type);
    known.set(type, result);
  }
  return result;
}

function split(type: string): string[] {
  const open = type.indexOf("<");
  if (open < 0) return [];
  const inner = type.slice(open + 1, -1);
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < inner.length; at++) {
    const char = inner.charAt(at);
    if (char === "<") depth++;
    else if (char === ">") depth--;
    else if (char === "," && depth === 0) {
      parts.push(inner.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, inner.slice(start)];
}
