/**
 * Reads the XML of Salesforce metadata: elements and text, with line numbers. Attributes, comments, processing
 * instructions and declarations are skipped; metadata carries nothing in them.
 */
export interface XmlElement {
  readonly name: string;
  /** 1-based line of the start tag. */
  readonly line: number;
  /** Text directly inside, entities decoded; elements with children have none worth reading. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

export class XmlError extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

interface OpenElement {
  name: string;
  line: number;
  text: string;
  children: XmlElement[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The root element. Throws XmlError when the text is not well-formed. */
export function parseXml(source: string): XmlElement {
  const document: OpenElement = { name: "", line: 1, text: "", children: [] };
  const open: OpenElement[] = [document];
  let at = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (position: number): number => {
    for (; counted < position; counted++) if (source.charCodeAt(counted) === 10) line++;
    return line;
  };
  const skipTo = (end: string): number => {
    const found = source.indexOf(end, at);
    if (found < 0) throw new XmlError(`${end} is missing`, lineAt(at));
    return found + end.length;
  };
  const close = (name: string): void => {
    const element = open.pop();
    const parent = open.at(-1);
    if (element === undefined || parent === undefined || element.name !== name) {
      throw new XmlError(`</${name}> closes nothing`, lineAt(at));
    }
    parent.children.push(element);
  };

  while (at < source.length) {
    const current = open.at(-1);
    const tag = source.indexOf("<", at);
    if (current !== undefined) current.text += decodeEntities(source.slice(at, tag < 0 ? undefined : tag));
    if (tag < 0) break;
    at = tag;
    if (source.startsWith("<!--", at)) at = skipTo("-->");
    else if (source.startsWith("<![CDATA[", at)) {
      const end = skipTo("]]>");
      if (current !== undefined) current.text += source.slice(at + "<![CDATA[".length, end - "]]>".length);
      at = end;
    } else if (source.startsWith("<?", at) || source.startsWith("<!", at)) at = skipTo(">");
    else {
      const end = skipTo(">");
      const inside = source.slice(at + 1, end - 1);
      if (inside.startsWith("/")) close(inside.slice(1).trim());
      else {
        const name = /^[^\s/]+/.exec(inside)?.[0];
        if (name === undefined) throw new XmlError("a tag has no name", lineAt(at));
        open.push({ name, line: lineAt(at), text: "", children: [] });
        if (inside.endsWith("/")) close(name);
      }
      at = end;
    }
  }
  const unclosed = open.at(-1);
  if (open.length > 1 && unclosed !== undefined) throw new XmlError(`<${unclosed.name}> is not closed`, unclosed.line);
  const [root] = document.children;
  if (root === undefined || document.children.length > 1 || document.text.replace(/^\uFEFF/, "").trim() !== "")
    throw new XmlError("not an XML document", 1);
  return root;
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[\da-fA-F]+|#\d+|\w+);/g, (whole, entity: string) => {
    if (entity.startsWith("#x")) return String.fromCodePoint(Number.parseInt(entity.slice(2), 16));
    if (entity.startsWith("#")) return String.fromCodePoint(Number(entity.slice(1)));
    return ENTITIES[entity] ?? whole;
  });
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Trimmed text of the first child of that name, or null. */
export function textOf(element: XmlElement, name: string): string | null {
  const child = childOf(element, name);
  return child === undefined ? null : child.text.trim();
}

export function isTrue(element: XmlElement, name: string): boolean {
  return textOf(element, name) === "true";
}
