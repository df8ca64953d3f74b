/**
 * The syntax tree of Apex: what was written, with nothing resolved. Names keep their spelling (Apex ignores case).
 *
 * `position` of a declaration, a method call and a member access is that of the name; of every other node, its first character.
 */
import type { Position } from "./position.ts";
import type { SoqlQuery, SoslQuery } from "./soql-ast.ts";

export type { Position } from "./position.ts";

// ---------------------------------------------------------------- units

/** One source file. */
export interface SourceUnit {
  readonly file: string;
  readonly declaration: TypeDeclaration | TriggerDeclaration;
}

export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

export interface ClassDeclaration {
  readonly kind: "class";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly superClass: TypeReference | null;
  readonly interfaces: readonly TypeReference[];
  /** In source order: initialisers run in it. */
  readonly members: readonly Member[];
  readonly position: Position;
  readonly endLine: number;
}

export interface InterfaceDeclaration {
  readonly kind: "interface";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly interfaces: readonly TypeReference[];
  readonly methods: readonly MethodDeclaration[];
  readonly position: Position;
  readonly endLine: number;
}

export interface EnumDeclaration {
  readonly kind: "enum";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly constants: readonly Identifier[];
  readonly position: Position;
  readonly endLine: number;
}

export interface TriggerDeclaration {
  readonly kind: "trigger";
  readonly name: string;
  readonly object: Identifier;
  readonly events: readonly TriggerEvent[];
  readonly body: Block;
  /** Methods and types declared in the body. */
  readonly members: readonly (MethodDeclaration | TypeDeclaration)[];
  readonly position: Position;
  readonly endLine: number;
}

export interface TriggerEvent {
  readonly timing: "before" | "after";
  readonly operation: "insert" | "update" | "delete" | "undelete";
  readonly position: Position;
}

/** Anonymous Apex. */
export interface AnonymousUnit {
  readonly kind: "anonymous";
  readonly body: Block;
  readonly members: readonly (MethodDeclaration | TypeDeclaration)[];
  readonly position: Position;
}

export interface Identifier {
  readonly name: string;
  readonly position: Position;
}

// ---------------------------------------------------------------- members

export type Member =
  FieldDeclaration | PropertyDeclaration | MethodDeclaration | ConstructorDeclaration | InitializerBlock | TypeDeclaration;

/** `Integer a = 1, b;` gives two of them. */
export interface FieldDeclaration {
  readonly kind: "field";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly initializer: Expression | null;
  readonly position: Position;
  readonly endLine: number;
}

export interface PropertyDeclaration {
  readonly kind: "property";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  readonly position: Position;
  readonly endLine: number;
}

export interface Accessor {
  readonly modifiers: Modifiers;
  /** null: `get;` */
  readonly body: Block | null;
  readonly position: Position;
}

export interface MethodDeclaration {
  readonly kind: "method";
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  /** null: void */
  readonly returns: TypeReference | null;
  /** null: `;` instead of a body (abstract methods, interfaces) */
  readonly body: Block | null;
  readonly position: Position;
  readonly endLine: number;
}

export interface ConstructorDeclaration {
  readonly kind: "constructor";
  /** As written; must be the name of the class. */
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly parameters: readonly Parameter[];
  /** A `constructorCall` may be the expression of its first statement. */
  readonly body: Block;
  readonly position: Position;
  readonly endLine: number;
}

export interface InitializerBlock {
  readonly kind: "initializer";
  readonly isStatic: boolean;
  readonly body: Block;
  readonly position: Position;
  readonly endLine: number;
}

export interface Parameter {
  readonly name: string;
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly position: Position;
}

// ---------------------------------------------------------------- modifiers

export type ModifierKeyword =
  | "global"
  | "public"
  | "protected"
  | "private"
  | "transient"
  | "static"
  | "abstract"
  | "final"
  | "webservice"
  | "override"
  | "virtual"
  | "testmethod"
  | "with sharing"
  | "without sharing"
  | "inherited sharing";

export interface Modifiers {
  readonly annotations: readonly Annotation[];
  readonly keywords: readonly Modifier[];
}

export interface Modifier {
  readonly keyword: ModifierKeyword;
  readonly position: Position;
}

export interface Annotation {
  /** As written, without `@`. */
  readonly name: string;
  readonly parameters: readonly AnnotationParameter[];
  readonly position: Position;
}

export interface AnnotationParameter {
  /** `""` for the single unnamed value of `@SuppressWarnings('PMD')`. */
  readonly name: string;
  /** The text of the value; strings without their quotes. */
  readonly value: string;
  /** What kind of literal it was. */
  readonly literal: "string" | "boolean" | "number" | "other";
  readonly position: Position;
}

/** `Map<Id, List<Account>>`, `Outer.Inner`, `String[]`. */
export interface TypeReference {
  readonly kind: "typeReference";
  readonly names: readonly TypeName[];
  /** Number of `[]`. */
  readonly arrayDepth: number;
  readonly position: Position;
}

export interface TypeName {
  readonly name: string;
  readonly arguments: readonly TypeReference[];
}

// ---------------------------------------------------------------- statements

export type Statement =
  | Block
  | LocalVariables
  | ExpressionStatement
  | IfStatement
  | WhileStatement
  | DoWhileStatement
  | ForStatement
  | ForEachStatement
  | SwitchStatement
  | TryStatement
  | ThrowStatement
  | ReturnStatement
  | BreakStatement
  | ContinueStatement
  | DmlStatement
  | RunAsStatement;

export interface Block {
  readonly kind: "block";
  readonly statements: readonly Statement[];
  readonly position: Position;
  readonly endLine: number;
}

export interface LocalVariables {
  readonly kind: "localVariables";
  readonly modifiers: Modifiers;
  readonly type: TypeReference;
  readonly variables: readonly LocalVariable[];
  readonly position: Position;
}

export interface LocalVariable {
  readonly name: string;
  readonly initializer: Expression | null;
  readonly position: Position;
}

export interface ExpressionStatement {
  readonly kind: "expressionStatement";
  readonly expression: Expression;
  readonly position: Position;
}

export interface IfStatement {
  readonly kind: "if";
  readonly condition: Expression;
  readonly then: Statement;
  readonly else: Statement | null;
  readonly position: Position;
}

export interface WhileStatement {
  readonly kind: "while";
  readonly condition: Expression;
  /** null: `;` */
  readonly body: Statement | null;
  readonly position: Position;
}

export interface DoWhileStatement {
  readonly kind: "doWhile";
  readonly condition: Expression;
  readonly body: Block;
  readonly position: Position;
}

export interface ForStatement {
  readonly kind: "for";
  readonly init: LocalVariables | readonly Expression[];
  readonly condition: Expression | null;
  readonly update: readonly Expression[];
  readonly body: Statement | null;
  readonly position: Position;
}

/** Over a collection, or a SOQL for loop when `iterable` is a `soql` expression. */
export interface ForEachStatement {
  readonly kind: "forEach";
  readonly type: TypeReference;
  readonly variable: Identifier;
  readonly iterable: Expression;
  readonly body: Statement | null;
  readonly position: Position;
}

export interface SwitchStatement {
  readonly kind: "switch";
  readonly subject: Expression;
  /** `when else` included, wherever it was written. */
  readonly cases: readonly WhenCase[];
  readonly position: Position;
}

export type WhenCase =
  | { readonly kind: "values"; readonly values: readonly WhenValue[]; readonly body: Block; readonly position: Position }
  | {
      readonly kind: "type";
      readonly type: TypeReference;
      readonly variable: Identifier;
      readonly body: Block;
      readonly position: Position;
    }
  | { readonly kind: "else"; readonly body: Block; readonly position: Position };

/** A literal (negative numbers folded), or the name of an enum constant; a name with dots is kept to be refused. */
export type WhenValue = Literal | { readonly kind: "enumConstant"; readonly name: readonly string[]; readonly position: Position };

export interface TryStatement {
  readonly kind: "try";
  readonly body: Block;
  readonly catches: readonly CatchClause[];
  readonly finally: Block | null;
  readonly position: Position;
}

export interface CatchClause {
  readonly type: TypeReference;
  readonly variable: Identifier;
  readonly body: Block;
  readonly position: Position;
}

export interface ThrowStatement {
  readonly kind: "throw";
  readonly value: Expression;
  readonly position: Position;
}

export interface ReturnStatement {
  readonly kind: "return";
  readonly value: Expression | null;
  readonly position: Position;
}

export interface BreakStatement {
  readonly kind: "break";
  readonly position: Position;
}

export interface ContinueStatement {
  readonly kind: "continue";
  readonly position: Position;
}

export interface DmlStatement {
  readonly kind: "dml";
  readonly operation: "insert" | "update" | "upsert" | "delete" | "undelete" | "merge";
  /** null: neither `as user` nor `as system`. */
  readonly access: "user" | "system" | null;
  readonly records: Expression;
  /** `upsert records Object__c.Key__c`: the path as written. */
  readonly externalId: { readonly path: readonly string[]; readonly position: Position } | null;
  /** `merge master duplicates`. */
  readonly mergeWith: Expression | null;
  readonly position: Position;
}

export interface RunAsStatement {
  readonly kind: "runAs";
  readonly arguments: readonly Expression[];
  readonly body: Block;
  readonly position: Position;
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | Literal
  | NameExpression
  | ThisExpression
  | SuperExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | ConstructorCallExpression
  | NewExpression
  | NewSObjectExpression
  | NewArrayExpression
  | NewCollectionExpression
  | NewMapExpression
  | CastExpression
  | ParenthesizedExpression
  | UnaryExpression
  | UpdateExpression
  | BinaryExpression
  | InstanceOfExpression
  | ConditionalExpression
  | AssignmentExpression
  | ClassLiteral
  | SoqlExpressionNode
  | SoslExpressionNode;

export type Literal = { readonly kind: "literal"; readonly position: Position } & (
  | { readonly literal: "null"; readonly value: null }
  | { readonly literal: "Boolean"; readonly value: boolean }
  /** Unescaped. Multi-line strings without the line break after the opening quotes. */
  | { readonly literal: "String"; readonly value: string }
  | { readonly literal: "Integer"; readonly value: number }
  | { readonly literal: "Long"; readonly value: bigint }
  /** `1.5`: the digits as written, because their number is the scale. */
  | { readonly literal: "Decimal"; readonly value: string }
  /** `1.5d` */
  | { readonly literal: "Double"; readonly value: number }
);

export interface NameExpression {
  readonly kind: "name";
  readonly name: string;
  readonly position: Position;
}

export interface ThisExpression {
  readonly kind: "this";
  readonly position: Position;
}

/** Only as the target of a call or member. */
export interface SuperExpression {
  readonly kind: "super";
  readonly position: Position;
}

/** `a.b`, `a?.b`; also what turns out to be a type, a namespace, a field token. */
export interface MemberExpression {
  readonly kind: "member";
  readonly target: Expression;
  readonly name: string;
  readonly nullSafe: boolean;
  readonly position: Position;
}

export interface IndexExpression {
  readonly kind: "index";
  readonly target: Expression;
  readonly index: Expression;
  readonly position: Position;
}

/** `f(x)` (target null), `a.f(x)`, `a?.f(x)`, `super.f(x)`. */
export interface CallExpression {
  readonly kind: "call";
  readonly target: Expression | null;
  readonly name: string;
  readonly arguments: readonly Expression[];
  readonly nullSafe: boolean;
  readonly position: Position;
}

/** `this(...)` and `super(...)`. */
export interface ConstructorCallExpression {
  readonly kind: "constructorCall";
  readonly target: "this" | "super";
  readonly arguments: readonly Expression[];
  readonly position: Position;
}

export interface NewExpression {
  readonly kind: "new";
  readonly type: TypeReference;
  readonly arguments: readonly Expression[];
  readonly position: Position;
}

/** `new Account(Name = 'A')`: every argument has the form `name = value`, and there is at least one. */
export interface NewSObjectExpression {
  readonly kind: "newSObject";
  readonly type: TypeReference;
  readonly fields: readonly { readonly name: string; readonly value: Expression; readonly position: Position }[];
  readonly position: Position;
}

/** `new Integer[5]`: `type` is the list type (`Integer[]`). */
export interface NewArrayExpression {
  readonly kind: "newArray";
  readonly type: TypeReference;
  readonly size: Expression;
  readonly position: Position;
}

/** `new List<T>{...}`, `new Set<T>{...}`, `new T[]{...}`; `type` is the collection's type. */
export interface NewCollectionExpression {
  readonly kind: "newCollection";
  readonly type: TypeReference;
  readonly elements: readonly Expression[];
  readonly position: Position;
}

/** `new Map<K, V>{ k => v }`, also with no entry. */
export interface NewMapExpression {
  readonly kind: "newMap";
  readonly type: TypeReference;
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
  readonly position: Position;
}

export interface CastExpression {
  readonly kind: "cast";
  readonly type: TypeReference;
  readonly operand: Expression;
  readonly position: Position;
}

/** Kept because `(a) = b` is refused and because `a + (b + c)` must not be flattened. */
export interface ParenthesizedExpression {
  readonly kind: "parenthesized";
  readonly expression: Expression;
  readonly position: Position;
}

export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: "+" | "-" | "!" | "~";
  readonly operand: Expression;
  readonly position: Position;
}

export interface UpdateExpression {
  readonly kind: "update";
  readonly operator: "++" | "--";
  readonly prefix: boolean;
  readonly operand: Expression;
  readonly position: Position;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "<<"
  | ">>"
  | ">>>"
  | "&"
  | "|"
  | "^"
  | "<"
  | ">"
  | "<="
  | ">="
  | "=="
  | "!="
  | "==="
  | "!=="
  | "&&"
  | "||"
  | "??";

/** `<>` is written `!=`. */
export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  readonly position: Position;
}

export interface InstanceOfExpression {
  readonly kind: "instanceOf";
  readonly operand: Expression;
  readonly type: TypeReference;
  readonly position: Position;
}

export interface ConditionalExpression {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
  readonly position: Position;
}

export type AssignmentOperator = "=" | "+=" | "-=" | "*=" | "/=" | "&=" | "|=" | "^=" | "<<=" | ">>=" | ">>>=";

export interface AssignmentExpression {
  readonly kind: "assignment";
  readonly operator: AssignmentOperator;
  readonly target: Expression;
  readonly value: Expression;
  readonly position: Position;
}

/** `Foo.class`, `List<Foo>.class`; null: `void.class`. */
export interface ClassLiteral {
  readonly kind: "classLiteral";
  readonly type: TypeReference | null;
  readonly position: Position;
}

export interface SoqlExpressionNode {
  readonly kind: "soql";
  readonly query: SoqlQuery;
  /** By the index of the query's binds. */
  readonly binds: readonly Expression[];
  readonly position: Position;
}

export interface SoslExpressionNode {
  readonly kind: "sosl";
  readonly query: SoslQuery;
  readonly binds: readonly Expression[];
  readonly position: Position;
}
