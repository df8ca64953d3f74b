import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";
import type { Finding } from "./finding.ts";

/** An element of a metadata file with the line it starts on. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** The text directly inside, entities resolved, without blank ends. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: true,
  captureMetaData: true,
  ignoreDeclaration: true,
});

/** Reads a metadata file; a file that is not well-formed gives a finding with the line of the fault. */
export function parseXml(file: string, text: string): XmlElement | Finding {
  try {
    SyntaxValidator.validate(text, { invalidCharSequence: { tagValue: true, attrLt: true } });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const place = "line" in error && typeof error.line === "number" ? { line: error.line } : {};
    return { file, ...place, message: `not well-formed XML: ${error.message}` };
  }
  const roots = toElements(parser.parse(text) as unknown, lineFinder(text));
  const [root, second] = roots;
  if (root === undefined) return { file, line: 1, message: "not well-formed XML: there is no root element" };
  return second === undefined ? root : { file, line: second.line, message: "not well-formed XML: there is a second root element" };
}

/** Whether `parseXml` refused the file. */
export function isFinding(parsed: XmlElement | Finding): parsed is Finding {
  return "message" in parsed;
}

/** The first child with this name. */
export function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All elements below `element` at a path such as `fieldPermissions/field`. */
export function descendants(element: XmlElement, path: string): XmlElement[] {
  return path
    .split("/")
    .reduce<XmlElement[]>((found, name) => found.flatMap((parent) => parent.children.filter((item) => item.name === name)), [element]);
}

type RawNode = Record<string | symbol, unknown>;

const META = XMLParser.getMetaDataSymbol() as symbol;

function toElements(nodes: unknown, lineOf: (index: number) => number): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.filter(isRawNode).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ":@" && !key.startsWith("#"));
    if (name === undefined) return [];
    const content = node[name];
    const texts = Array.isArray(content)
      ? content.filter(isRawNode).flatMap((item) => ("#text" in item ? [String(item["#text"])] : []))
      : [];
    const attributes = isRawNode(node[":@"])
      ? Object.entries(node[":@"]).map(([key, value]): [string, string] => [key, String(value)])
      : [];
    const meta = node[META];
    const start = isRawNode(meta) && typeof meta["startIndex"] === "number" ? meta["startIndex"] : 0;
    return [
      { name, line: lineOf(start), attributes: new Map(attributes), text: texts.join("").trim(), children: toElements(content, lineOf) },
    ];
  });
}

function isRawNode(value: unknown): value is RawNode {
  return typeof value === "object" && value !== null;
}

function lineFinder(text: string): (index: number) => number {
  const starts = [0];
  for (let index = text.indexOf("\n"); index >= 0; index = text.indexOf("\n", index + 1)) starts.push(index + 1);
  return (index) => {
    const next = starts.findIndex((start) => start > index);
    return next < 0 ? starts.length : next;
  };
}
