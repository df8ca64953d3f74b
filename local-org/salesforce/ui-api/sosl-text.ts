/** Search terms that people type, as SOSL wants them. */

const RESERVED = /[?&|!{}[\]()^~*:\\"'+-]/g;

/** `{term}` for FIND: what means something to the search language is taken literally. */
export function findLiteral(term: string): string {
  return `{${term.replace(RESERVED, "\\$&")}}`;
}

/** As people search in the user interface: every word may go on. */
export function prefixLiteral(term: string): string {
  const words = term
    .split(/\s+/)
    .map((word) => word.replace(/\*/g, ""))
    .filter((word) => word !== "");
  return `{${words.map((word) => `${word.replace(RESERVED, "\\$&")}*`).join(" ")}}`;
}
