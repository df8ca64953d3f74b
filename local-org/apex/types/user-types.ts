/** Types, members and signatures that the project declares, after their names were resolved. */
import type { ApexType } from "./apex-type.ts";
import type {
  Accessor,
  ClassDeclaration,
  ConstructorDeclaration,
  EnumDeclaration,
  Expression,
  FieldDeclaration,
  InterfaceDeclaration,
  MethodDeclaration,
  PropertyDeclaration,
} from "../syntax/ast.ts";
import type { BoundAnnotation, Position } from "./bound-tree.ts";

export type Access = "private" | "protected" | "public" | "global";

/** A class, interface or enum of the project, top-level or inner. */
export interface UserType {
  readonly kind: "class" | "interface" | "enum";
  /** Canonical: `Outer.Inner`. */
  readonly name: string;
  readonly simpleName: string;
  readonly type: ApexType;
  readonly declaration: ClassDeclaration | InterfaceDeclaration | EnumDeclaration;
  readonly outer: UserType | null;
  readonly file: string;
  readonly apiVersion: number;
  readonly access: Access;
  readonly isAbstract: boolean;
  /** `virtual` or `abstract`. */
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly testVisible: boolean;
  readonly annotations: readonly BoundAnnotation[];
  /** By lower-case name. */
  readonly inner: Map<string, UserType>;
  readonly variables: Map<string, UserVariable>;
  readonly methods: Map<string, UserMethod[]>;
  readonly constructors: UserConstructor[];
  /** Enum constants by lower-case name. */
  readonly constants: ReadonlyMap<string, string>;
  superClass: ApexType | null;
  /** The super class when the project declares it. */
  superUser: UserType | null;
  /** As written; of an interface, those it extends. */
  interfaces: readonly ApexType[];
  /** Extends System.Exception, near or far. */
  isException: boolean;
}

/** A field or a property. */
export interface UserVariable {
  readonly name: string;
  readonly type: ApexType;
  readonly owner: UserType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly annotations: readonly BoundAnnotation[];
  readonly initializer: Expression | null;
  readonly declaration: FieldDeclaration | PropertyDeclaration;
  /** null: a field. */
  readonly property: { readonly getter: PropertyAccessor | null; readonly setter: PropertyAccessor | null } | null;
}

export interface PropertyAccessor {
  readonly accessor: Accessor;
  readonly access: Access;
}

export interface UserMethod {
  readonly name: string;
  readonly jsName: string;
  readonly owner: UserType;
  readonly parameters: readonly UserParameter[];
  readonly returns: ApexType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly isTest: boolean;
  readonly access: Access;
  readonly testVisible: boolean;
  readonly annotations: readonly BoundAnnotation[];
  readonly declaration: MethodDeclaration;
}

export interface UserParameter {
  readonly name: string;
  readonly type: ApexType;
  readonly isFinal: boolean;
  readonly position: Position;
}

export interface UserConstructor {
  readonly jsName: string;
  readonly owner: UserType;
  readonly parameters: readonly UserParameter[];
  readonly access: Access;
  readonly testVisible: boolean;
  /** null: the default constructor, or one that an exception inherits. */
  readonly declaration: ConstructorDeclaration | null;
}

/** Top-level class around a type, or the type itself. */
export function topLevel(type: UserType): UserType {
  return type.outer ?? type;
}

/** A type and its super classes of the project, nearest first. */
export function* classChain(type: UserType): Iterable<UserType> {
  const seen = new Set<UserType>();
  for (let at: UserType | null = type; at !== null && !seen.has(at); at = at.superUser) {
    seen.add(at);
    yield at;
  }
}

/** `name_in_lower_case$Type$Type`: the JavaScript name of a method or constructor. */
export function javaScriptName(name: string, parameters: readonly ApexType[]): string {
  return `${name.toLowerCase()}$${parameters.map((type) => type.name.replace(/[^A-Za-z0-9]/g, "_")).join("$")}`;
}

/** `void foo(String,Integer)`. */
export function signature(name: string, parameters: readonly ApexType[]): string {
  return `${name}(${parameters.map((type) => type.name).join(", ")})`;
}
