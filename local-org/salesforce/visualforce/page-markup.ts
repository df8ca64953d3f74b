/** The markup of a page: well-formed elements with merge fields in text and attributes, as Visualforce reads it. */
import { parseTemplate, type Template } from "./merge-expression.ts";
import { PageFault, positionAt, type PagePosition } from "./page-position.ts";

export interface PageAttribute {
  /** As written. */
  readonly name: string;
  readonly value: Template;
  readonly position: PagePosition;
}

export interface PageElement {
  readonly kind: "element";
  /** As written; `apex:page`. */
  readonly name: string;
  readonly attributes: readonly PageAttribute[];
  readonly children: readonly PageNode[];
  readonly position: PagePosition;
}

export type PageNode =
  | PageElement
  | { readonly kind: "text"; readonly template: Template }
  /** Comments and declarations, as they stand. */
  | { readonly kind: "raw"; readonly text: string; readonly position: PagePosition };

/** Whether a text is nothing but space. */
export function isBlank(template: Template): boolean {
  return template.every((part) => typeof part === "string" && part.trim() === "");
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const ATTRIBUTE = /\s*([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/y;

interface OpenElement {
  readonly name: string;
  readonly attributes: readonly PageAttribute[];
  readonly children: PageNode[];
  readonly position: PagePosition;
}

/** The nodes of a page. Throws PageFault for markup that is not well-formed. */
export function parsePage(source: string): readonly PageNode[] {
  return new MarkupParser(source.replace(/^\uFEFF/, "")).nodes();
}

class MarkupParser {
  readonly #source: string;
  #at = 0;
  readonly #roots: PageNode[] = [];
  readonly #open: OpenElement[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  nodes(): readonly PageNode[] {
    while (this.#at < this.#source.length) this.#next();
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) throw new PageFault(`<${unclosed.name}> is not closed`, unclosed.position);
    return this.#roots;
  }

  #next(): void {
    const source = this.#source;
    const inside = this.#open.at(-1)?.name.toLowerCase();
    // Scripts and styles may hold what looks like a tag.
    if (inside === "script" || inside === "style") this.#text(this.#endOf(`</${inside}`));
    else if (source.startsWith("<!--", this.#at)) this.#raw(this.#behind("-->"));
    else if (source.startsWith("<![CDATA[", this.#at)) this.#cdata();
    else if (source.startsWith("<!", this.#at) || source.startsWith("<?", this.#at)) this.#raw(this.#behind(">"));
    else if (source.charAt(this.#at) === "<") return this.#tag();
    else this.#text(this.#endOf("<"));
    if (inside === "script" || inside === "style") this.#tag();
  }

  /** Offset of the next occurrence outside of merge fields; the end of the source when there is none. */
  #endOf(mark: string): number {
    let from = this.#at;
    for (;;) {
      const found = this.#source.toLowerCase().indexOf(mark, from);
      const field = this.#source.indexOf("{!", from);
      if (found < 0) return this.#source.length;
      if (field < 0 || field > found) return found;
      const close = this.#source.indexOf("}", field);
      if (close < 0) return found;
      from = close;
    }
  }

  #behind(mark: string): number {
    const found = this.#source.indexOf(mark, this.#at);
    if (found < 0) throw new PageFault(`${mark} is missing`, positionAt(this.#source, this.#at));
    return found + mark.length;
  }

  #add(node: PageNode): void {
    (this.#open.at(-1)?.children ?? this.#roots).push(node);
  }

  #raw(end: number): void {
    this.#add({ kind: "raw", text: this.#source.slice(this.#at, end), position: positionAt(this.#source, this.#at) });
    this.#at = end;
  }

  #cdata(): void {
    const end = this.#behind("]]>");
    const text = this.#source.slice(this.#at + "<![CDATA[".length, end - "]]>".length);
    this.#add({ kind: "raw", text, position: positionAt(this.#source, this.#at) });
    this.#at = end;
  }

  #text(end: number): void {
    if (end > this.#at) this.#add({ kind: "text", template: this.#template(this.#at, end) });
    this.#at = end;
  }

  #template(start: number, end: number): Template {
    return parseTemplate(this.#source.slice(start, end), (offset) => positionAt(this.#source, start + offset));
  }

  #tag(): void {
    const start = this.#at;
    const position = positionAt(this.#source, start);
    TAG.lastIndex = start;
    const match = TAG.exec(this.#source);
    if (match === null) throw new PageFault("This < begins no tag: write &lt;", position);
    const [whole, slash, name = "", attributes = "", selfClosing] = match;
    this.#at = start + whole.length;
    if (slash === "/") return this.#close(name, position);
    const element: OpenElement = { name, attributes: this.#attributes(start + 1 + name.length, attributes), children: [], position };
    if (selfClosing === "/") this.#add({ kind: "element", ...element });
    else this.#open.push(element);
  }

  #close(name: string, position: PagePosition): void {
    const element = this.#open.pop();
    if (element === undefined) throw new PageFault(`</${name}> closes nothing`, position);
    if (element.name !== name)
      throw new PageFault(
        `The element type "${element.name}" must be terminated by the matching end-tag "</${element.name}>"`,
        element.position,
      );
    this.#add({ kind: "element", ...element });
  }

  #attributes(start: number, text: string): PageAttribute[] {
    const list: PageAttribute[] = [];
    let at = 0;
    while (text.slice(at).trim() !== "") {
      ATTRIBUTE.lastIndex = at;
      const match = ATTRIBUTE.exec(text);
      const from = start + at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
      const position = positionAt(this.#source, from);
      if (match === null) throw new PageFault("This attribute cannot be read", position);
      const [whole, name = "", quoted] = match;
      if (quoted === undefined || !/^["']/.test(quoted))
        throw new PageFault(`The attribute ${name} needs a value in quotation marks`, position);
      const valueStart = start + at + whole.length - quoted.length + 1;
      list.push({ name, value: this.#template(valueStart, valueStart + quoted.length - 2), position });
      at += whole.length;
    }
    return list;
  }
}
