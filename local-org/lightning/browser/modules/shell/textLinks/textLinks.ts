/** Links inside plain text, for showing descriptions. Pure. */

/** A piece of text, linked or not. */
export interface TextPart {
  /** Place in the text: unique among the parts. */
  readonly key: number;
  readonly text: string;
  /** Where the part leads; null: plain text. */
  readonly href: string | null;
}

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Ends a sentence rather than a link. */
const TRAILING = /[.,;:!?)\]}]+$/;

/** Splits text into plain parts and links (web and e-mail addresses); together the parts are the text again. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const push = (part: string, href: string | null): void => {
    if (part !== "") parts.push({ key: parts.length, text: part, href });
  };
  for (const match of text.matchAll(LINK)) {
    const link = withoutTail(match[0]);
    push(text.slice(from, match.index), null);
    push(link, hrefOf(link));
    from = match.index + link.length;
  }
  push(text.slice(from), null);
  return parts;
}

/** A closing bracket stays with a link that has the opening one. */
function withoutTail(link: string): string {
  const tail = TRAILING.exec(link)?.[0] ?? "";
  const bare = link.slice(0, link.length - tail.length);
  return tail.startsWith(")") && bare.includes("(") ? `${bare})` : bare;
}

function hrefOf(link: string): string {
  if (link.startsWith("http")) return link;
  return link.startsWith("www.") ? `http://${link}` : `mailto:${link}`;
}

/** The address that a URL field opens; null for what is no web address (such as `javascript:`). */
export function webHref(value: string): string | null {
  const text = value.trim();
  if (/^(?:https?|ftp):\/\//i.test(text) || text.startsWith("/")) return text;
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#:].*)?$/.test(text) ? `http://${text}` : null;
}
