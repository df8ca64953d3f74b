/** HTML of a page: the tags of Visualforce turned into elements, merge fields into text, everything else as it stands. */
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { evaluateMerge, type MergeScope } from "./evaluate-merge.ts";
import type { MergeExpression, Template } from "./merge-expression.ts";
import { ENCODERS, htmlEncode, mergeFlag, mergeText } from "./merge-functions.ts";
import type { PageElement, PageNode } from "./page-markup.ts";
import { DEFAULT_DOC_TYPE, DOC_TYPES, VOID_ELEMENTS } from "./page-rules.ts";
import { attributeOf, isRawText, plainAttribute, type VisualforcePage } from "./page.ts";

/** Styles of the design system, served beside the built code. */
const SLDS_URL = "/lightning/assets/slds/styles/salesforce-lightning-design-system.min.css";
/** `$Lightning.use` and `$Lightning.createComponent`. */
const LIGHTNING_OUT_URL = "/lightning/lightning.out.js";

/** Where the generated head goes in a page that writes its own. */
const HEAD_MARK = "\u0000head\u0000";

/** `headStart`: markup that comes first in the head. Throws what getters throw. */
export function renderPage(page: VisualforcePage, scope: MergeScope, headStart: string): string {
  return new PageRenderer(scope, headStart).page(page.root);
}

class PageRenderer {
  readonly #scope: MergeScope;
  readonly #head: string[] = [];
  #bodyClasses: readonly string[] = [];

  constructor(scope: MergeScope, headStart: string) {
    this.#scope = scope;
    if (headStart !== "") this.#head.push(headStart);
  }

  page(root: PageElement): string {
    const title = attributeOf(root, "title");
    if (title !== undefined) this.#head.push(`<title>${this.#text(title.value)}</title>`);
    if (this.#flag(root, "lightningstylesheets", false)) this.#bodyClasses = ["slds-vf-scope"];
    const content = this.#nodes(root.children);
    const ownHtml = !this.#flag(root, "applyhtmltag", true);
    const ownBody = !this.#flag(root, "applybodytag", !ownHtml);
    const docType = DOC_TYPES.get((plainAttribute(root, "doctype") ?? DEFAULT_DOC_TYPE).toLowerCase()) ?? "";
    const classes = this.#bodyClasses.length === 0 ? "" : ` class="${this.#bodyClasses.join(" ")}"`;
    const body = ownBody ? content : `<body${classes}>${content}</body>`;
    return `${docType}\n${ownHtml ? this.#withHead(body) : this.#withHtml(root, body)}`;
  }

  #withHtml(root: PageElement, body: string): string {
    const passed = root.attributes.filter(({ name }) => /^(html-|xmlns)/i.test(name));
    const attributes = passed.map(({ name, value }) => ` ${name.replace(/^html-/i, "")}="${this.#text(value)}"`).join("");
    const language = plainAttribute(root, "language");
    const lang = language === null ? "" : ` lang="${htmlEncode(language)}"`;
    const inside = body.includes(HEAD_MARK) ? this.#withHead(body) : `<head>${this.#head.join("\n")}</head>\n${body}`;
    return `<html${lang}${attributes}>${inside}</html>`;
  }

  /** The page's own head takes what is generated; without one a head of its own comes before the rest. */
  #withHead(content: string): string {
    const generated = this.#head.join("\n");
    if (content.includes(HEAD_MARK)) return content.replace(HEAD_MARK, () => generated).replaceAll(HEAD_MARK, "");
    if (generated === "") return content;
    const start = /<html\b[^>]*>/i.exec(content);
    if (start === null) return `<head>${generated}</head>${content}`;
    const at = start.index + start[0].length;
    return `${content.slice(0, at)}<head>${generated}</head>${content.slice(at)}`;
  }

  #nodes(nodes: readonly PageNode[], rawText = false): string {
    return nodes.map((node) => this.#node(node, rawText)).join("");
  }

  #node(node: PageNode, rawText: boolean): string {
    if (node.kind === "raw") return node.text;
    if (node.kind === "text") return this.#text(node.template, rawText);
    return node.name.includes(":") && node.name.toLowerCase().startsWith("apex:") ? this.#component(node) : this.#html(node);
  }

  #html(element: PageElement): string {
    const name = element.name.toLowerCase();
    const attributes = element.attributes
      .map((attribute) => ` ${attribute.name}="${this.#text(attribute.value).replaceAll('"', "&quot;")}"`)
      .join("");
    if (VOID_ELEMENTS.has(name)) return `<${element.name}${attributes}>`;
    const inside = this.#nodes(element.children, isRawText(name));
    return `<${element.name}${attributes}>${name === "head" ? HEAD_MARK : ""}${inside}</${element.name}>`;
  }

  /** Values are escaped; in a script only what means the same either way is let through, unless a function encodes it. */
  #text(template: Template, rawText = false): string {
    return template.map((part) => (typeof part === "string" ? part : this.#merged(part, rawText))).join("");
  }

  #merged(expression: MergeExpression, rawText: boolean): string {
    const text = mergeText(evaluateMerge(expression, this.#scope));
    if (expression.kind === "call" && ENCODERS.has(expression.name)) return text;
    const escaped = htmlEncode(text);
    if (rawText && escaped !== text)
      unsupported("a merge field in a script or style whose value has one of & < > \" ' outside of JSENCODE(...)");
    return escaped;
  }

  #component(element: PageElement): string {
    switch (element.name.toLowerCase()) {
      case "apex:includescript":
        this.#head.push(`<script src="${this.#value(element, "value")}"></script>`);
        return "";
      case "apex:stylesheet":
        this.#head.push(`<link rel="stylesheet" type="text/css" href="${this.#value(element, "value")}">`);
        return "";
      case "apex:slds":
        this.#head.push(`<link rel="stylesheet" type="text/css" href="${SLDS_URL}">`);
        this.#bodyClasses = [...this.#bodyClasses, "slds-scope"];
        return "";
      case "apex:includelightning":
        this.#head.push(`<script src="${LIGHTNING_OUT_URL}"></script>`);
        return "";
      case "apex:outputtext":
        return this.#outputText(element);
      case "apex:outputpanel":
        return this.#outputPanel(element);
      default:
        return unsupported(`<${element.name}> in a Visualforce page`);
    }
  }

  #outputText(element: PageElement): string {
    if (!this.#flag(element, "rendered", true)) return "";
    const value = attributeOf(element, "value");
    const isEscaped = this.#flag(element, "escape", true);
    const text = value === undefined ? this.#nodes(element.children) : isEscaped ? this.#text(value.value) : this.#unescaped(value.value);
    const attributes = this.#styles(element);
    return attributes === "" ? text : `<span${attributes}>${text}</span>`;
  }

  #unescaped(template: Template): string {
    return template.map((part) => (typeof part === "string" ? part : mergeText(evaluateMerge(part, this.#scope)))).join("");
  }

  #outputPanel(element: PageElement): string {
    if (!this.#flag(element, "rendered", true)) return "";
    const layout = plainAttribute(element, "layout");
    const inside = this.#nodes(element.children);
    if (layout === "none") return inside;
    const name = layout === "block" ? "div" : "span";
    return `<${name}${this.#styles(element)}>${inside}</${name}>`;
  }

  #styles(element: PageElement): string {
    const pairs = [
      ["style", "style"],
      ["class", "styleclass"],
    ] as const;
    return pairs
      .map(([name, from]) => (attributeOf(element, from) === undefined ? "" : ` ${name}="${this.#value(element, from)}"`))
      .join("");
  }

  #value(element: PageElement, name: string): string {
    return this.#text(attributeOf(element, name)?.value ?? []).replaceAll('"', "&quot;");
  }

  #flag(element: PageElement, name: string, otherwise: boolean): boolean {
    const [only] = attributeOf(element, name)?.value ?? [];
    if (only === undefined) return otherwise;
    return typeof only === "string" ? only.trim().toLowerCase() === "true" : mergeFlag(evaluateMerge(only, this.#scope));
  }
}
