import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** One element of a metadata type. */
export interface MetadataElement {
  readonly type: string;
  readonly many: boolean;
  readonly required: boolean;
}

/** A complex type (`elements`) or an enumeration (`values`) of the Metadata API. */
export type MetadataType =
  | { readonly kind: "complex"; readonly elements: ReadonlyMap<string, MetadataElement> }
  | { readonly kind: "enum"; readonly values: ReadonlySet<string> };

/** All types of the Metadata API by name. */
export type MetadataTypes = ReadonlyMap<string, MetadataType>;

let loaded: MetadataTypes | undefined;

/** The Metadata API as `@salesforce/types` declares it, which is the WSDL written as TypeScript. */
export function metadataTypes(): MetadataTypes {
  loaded ??= readTypes();
  return loaded;
}

function readTypes(): MetadataTypes {
  const file = fileURLToPath(import.meta.resolve("@salesforce/types/metadata")).replace(/\.js$/, ".d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const aliases = new Map<string, ts.TypeNode>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  }
  const types = new Map<string, MetadataType>();
  for (const [name, node] of aliases) {
    const type = toType(node, aliases, source);
    if (type !== undefined) types.set(name, type);
  }
  return types;
}

function toType(node: ts.TypeNode, aliases: ReadonlyMap<string, ts.TypeNode>, source: ts.SourceFile): MetadataType | undefined {
  const literals = ts.isUnionTypeNode(node) ? node.types : [node];
  const values = literals.map((part) => (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined));
  if (values.every((value) => value !== undefined)) return { kind: "enum", values: new Set(values) };
  const elements = new Map<string, MetadataElement>();
  return collectElements(node, aliases, source, elements) ? { kind: "complex", elements } : undefined;
}

/** Fills in the elements of a type and of what it extends; false for plain text types. */
function collectElements(
  node: ts.TypeNode,
  aliases: ReadonlyMap<string, ts.TypeNode>,
  source: ts.SourceFile,
  elements: Map<string, MetadataElement>,
): boolean {
  if (ts.isIntersectionTypeNode(node)) return node.types.map((part) => collectElements(part, aliases, source, elements)).every(Boolean);
  if (ts.isTypeReferenceNode(node)) {
    const target = aliases.get(node.typeName.getText(source));
    return target !== undefined && collectElements(target, aliases, source, elements);
  }
  if (!ts.isTypeLiteralNode(node)) return false;
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) || member.type === undefined) continue;
    const many = ts.isArrayTypeNode(member.type);
    const type = (ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type).getText(source);
    elements.set(member.name.getText(source), { type, many, required: member.questionToken === undefined && !many });
  }
  return true;
}
