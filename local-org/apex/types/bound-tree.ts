/**
 * The bound tree: what the type checker hands to the emitter. Every name is resolved, every overload chosen, every
 * implicit conversion an explicit node, so that the emitter decides nothing about Apex's meaning.
 *
 * Positions are 1-based and point into the `.cls` or `.trigger` file.
 */
import type { ApexType } from "./apex-type.ts";
import type { SoqlQuery, SoslQuery } from "../syntax/soql-ast.ts";

export interface Position {
  readonly line: number;
  readonly column: number;
}

// ---------------------------------------------------------------- declarations

export type Sharing = "with" | "without" | "inherited" | "none";

/** One source file, compiled to one JavaScript script with the same line numbers. */
export interface BoundUnit {
  /** Path relative to the project folder; names the script in stacks and coverage. */
  readonly file: string;
  readonly declaration: BoundType | BoundTrigger;
}

export type BoundType = BoundClass | BoundInterface | BoundEnum;

export interface BoundClass {
  readonly kind: "class";
  /** Canonical name (`Outer.Inner`). */
  readonly name: string;
  readonly position: Position;
  readonly endLine: number;
  readonly superClass: ApexType | null;
  /** All interfaces, own, inherited and super-interfaces, with their generic arguments. */
  readonly interfaces: readonly ApexType[];
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly sharing: Sharing;
  /** API version from the -meta.xml (67). */
  readonly apiVersion: number;
  readonly annotations: readonly BoundAnnotation[];
  readonly fields: readonly BoundField[];
  readonly properties: readonly BoundProperty[];
  readonly constructors: readonly BoundConstructor[];
  readonly methods: readonly BoundMethod[];
  /** Static and instance initialiser blocks and field initialisers, in source order (that is the order they run in). */
  readonly staticInitializers: readonly BoundInitializer[];
  readonly instanceInitializers: readonly BoundInitializer[];
  readonly inner: readonly BoundType[];
  /** Methods of this class that implement a method of a *platform* interface or override a platform class's. */
  readonly bridges: readonly BoundBridge[];
}

export interface BoundInterface {
  readonly kind: "interface";
  readonly name: string;
  readonly position: Position;
  readonly endLine: number;
  readonly interfaces: readonly ApexType[];
  readonly methods: readonly {
    readonly name: string;
    readonly jsName: string;
    readonly parameters: readonly BoundParameter[];
    readonly returns: ApexType;
  }[];
}

export interface BoundEnum {
  readonly kind: "enum";
  readonly name: string;
  readonly position: Position;
  readonly endLine: number;
  readonly values: readonly string[];
}

export interface BoundTrigger {
  readonly kind: "trigger";
  readonly name: string;
  readonly object: string;
  readonly events: readonly (
    "before insert" | "before update" | "before delete" | "after insert" | "after update" | "after delete" | "after undelete"
  )[];
  readonly position: Position;
  readonly endLine: number;
  readonly body: BoundBlock;
  readonly apiVersion: number;
  /** Methods declared in the trigger body (allowed by the platform). */
  readonly methods: readonly BoundMethod[];
}

export interface BoundAnnotation {
  readonly name: string; // lower case, without @: "istest", "auraenabled", "invocablemethod", "restresource", "httpget" ...
  readonly parameters: Readonly<Record<string, string>>; // keys lower case, values as written without quotes
}

export interface BoundField {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly access: "private" | "protected" | "public" | "global";
  readonly annotations: readonly BoundAnnotation[];
  readonly position: Position;
}

/** `x { get; set; }`: without a body the accessor reads or writes a hidden field of the same name. */
export interface BoundProperty {
  readonly name: string;
  readonly type: ApexType;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly access: "private" | "protected" | "public" | "global";
  readonly annotations: readonly BoundAnnotation[];
  /** null: no such accessor; "auto": no body. */
  readonly getter: BoundBlock | "auto" | null;
  readonly setter: { readonly parameter: BoundLocal; readonly body: BoundBlock } | "auto" | null;
  readonly position: Position;
}

export interface BoundParameter {
  readonly local: BoundLocal;
  readonly name: string;
  readonly type: ApexType;
}

export interface BoundMethod {
  readonly name: string;
  /**
   * JavaScript property: equal for a method and all it overrides or implements (user types). Made by the checker:
   * `name_in_lower_case$Type$Type` with every character outside [A-Za-z0-9] of the canonical parameter types replaced by `_`.
   */
  readonly jsName: string;
  readonly parameters: readonly BoundParameter[];
  readonly returns: ApexType;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly access: "private" | "protected" | "public" | "global";
  readonly annotations: readonly BoundAnnotation[];
  readonly isTest: boolean;
  readonly body: BoundBlock | null;
  readonly position: Position;
}

export interface BoundConstructor {
  /** `ctor$Type$Type`, as in BoundMethod. The default constructor, written or not, is `ctor$`. */
  readonly jsName: string;
  readonly parameters: readonly BoundParameter[];
  /** The explicit `this(...)` or `super(...)`, or the implicit `super()` when the super class is not Object; null otherwise. */
  readonly chained: BoundConstructorCall | null;
  readonly body: BoundBlock;
  readonly position: Position;
}

export interface BoundConstructorCall {
  readonly target: "this" | "super";
  readonly jsName: string;
  /** Set when the super class is a platform class (`Exception`): its catalogue signature, `(String)`. */
  readonly platformSignature: string | null;
  readonly arguments: readonly BoundExpression[];
  readonly position: Position;
}

export type BoundInitializer =
  | { readonly kind: "field"; readonly field: string; readonly value: BoundExpression; readonly position: Position }
  | { readonly kind: "block"; readonly body: BoundBlock; readonly position: Position };

/** The emitter adds a method `$<name in lower case>$<arity>` that calls `jsName`; library code calls user objects through it. */
export interface BoundBridge {
  /** As declared by the platform: "execute", "compareTo", "equals", "hashCode", "toString", "getMessage", "send". */
  readonly platformName: string;
  readonly arity: number;
  readonly jsName: string;
}

/** A local variable or parameter. One object per declaration; `jsName` is unique within its method. */
export interface BoundLocal {
  readonly name: string;
  readonly jsName: string;
  readonly type: ApexType;
}

// ---------------------------------------------------------------- statements

export type BoundStatement = { readonly position: Position } & (
  | BoundBlock
  | { readonly kind: "expression"; readonly expression: BoundExpression }
  | { readonly kind: "declare"; readonly local: BoundLocal; readonly value: BoundExpression | null }
  | { readonly kind: "if"; readonly condition: BoundExpression; readonly then: BoundStatement; readonly else: BoundStatement | null }
  | { readonly kind: "while"; readonly condition: BoundExpression; readonly body: BoundStatement }
  | { readonly kind: "doWhile"; readonly condition: BoundExpression; readonly body: BoundStatement }
  | {
      readonly kind: "for";
      readonly init: readonly BoundStatement[];
      readonly condition: BoundExpression | null;
      readonly update: readonly BoundExpression[];
      readonly body: BoundStatement;
    }
  /** Over a List, Set or platform/user Iterable. `local.type` is the element type; `convert` is applied to each element (null: as is). */
  | {
      readonly kind: "forEach";
      readonly local: BoundLocal;
      readonly iterable: BoundExpression;
      readonly convert: Conversion | null;
      readonly body: BoundStatement;
    }
  /** SOQL for loop: `each` one record at a time, `chunks` lists of 200. */
  | {
      readonly kind: "forQuery";
      readonly mode: "each" | "chunks";
      readonly local: BoundLocal;
      readonly query: BoundSoql;
      readonly body: BoundStatement;
    }
  | {
      readonly kind: "switch";
      readonly subject: BoundExpression;
      readonly cases: readonly BoundCase[];
      readonly otherwise: BoundBlock | null;
    }
  | {
      readonly kind: "try";
      readonly body: BoundBlock;
      readonly catches: readonly {
        readonly type: ApexType;
        readonly local: BoundLocal;
        readonly body: BoundBlock;
        readonly position: Position;
      }[];
      readonly finally: BoundBlock | null;
    }
  | { readonly kind: "throw"; readonly value: BoundExpression }
  | { readonly kind: "return"; readonly value: BoundExpression | null }
  | { readonly kind: "break" }
  | { readonly kind: "continue" }
  | {
      readonly kind: "dml";
      readonly operation: DmlOperation;
      readonly access: AccessMode;
      readonly records: BoundExpression;
      /** `upsert x Key__c`: the field's API name. `merge master duplicates`: see `mergeWith`. */
      readonly externalId: string | null;
      readonly mergeWith: BoundExpression | null;
    }
  | { readonly kind: "runAs"; readonly user: BoundExpression; readonly body: BoundBlock }
  /** `--lenient` only: a statement that the checker refused. Throws UnsupportedFeatureError with `message` when it is reached. */
  | { readonly kind: "unsupported"; readonly message: string }
);

export interface BoundBlock {
  readonly kind: "block";
  readonly statements: readonly BoundStatement[];
  readonly position: Position;
  readonly endLine: number;
}

export type BoundCase = { readonly body: BoundBlock; readonly position: Position } &
  /** Literals, null or enum constants; compared as `==` does for the subject's type, but Strings with their case. */
  (
    | { readonly kind: "values"; readonly values: readonly BoundExpression[] }
    /** `when Account a`: matches by the record's type and binds it. */
    | { readonly kind: "type"; readonly type: ApexType; readonly local: BoundLocal }
  );

export type DmlOperation = "insert" | "update" | "upsert" | "delete" | "undelete" | "merge";
/** What the statement says; "default" = nothing said: user mode for API 67 and later, system mode before. */
export type AccessMode = "user" | "system" | "default";

// ---------------------------------------------------------------- expressions

/**
 * Value conversions. `upcast` changes nothing at run time; `downcast` is checked (System.TypeException). Every other
 * name says what happens; null converts to null. `Double` is boxed when it becomes Object (`box`) and unboxed (`unbox`)
 * on the way back because an Integer and a Double are both JavaScript numbers.
 */
export type Conversion =
  | { readonly kind: "upcast"; readonly to: ApexType }
  | { readonly kind: "downcast"; readonly to: ApexType }
  | {
      readonly kind:
        | "integerToLong"
        | "integerToDouble"
        | "integerToDecimal"
        | "longToInteger"
        | "longToDouble"
        | "longToDecimal"
        | "doubleToInteger"
        | "doubleToLong"
        | "doubleToDecimal"
        | "decimalToInteger"
        | "decimalToLong"
        | "decimalToDouble"
        | "stringToId"
        | "idToString"
        | "dateToDatetime"
        | "boxDouble"
        | "unboxDouble"
        /** A query or list where one row is wanted: exactly one row, else QueryException. */
        | "listToRow"
        /** Before `?.` and `??`: no row gives null. */
        | "listToRowOrNull"
        | "queryToCount";
      readonly to: ApexType;
    };

export type NumericKind = "Integer" | "Long" | "Double" | "Decimal";

export type BoundExpression = { readonly type: ApexType; readonly position: Position } & (
  | {
      readonly kind: "literal";
      readonly value: null | boolean | string | number | bigint;
      readonly literal: "null" | "Boolean" | "String" | "Integer" | "Long" | "Double" | "Decimal";
    }
  | { readonly kind: "local"; readonly local: BoundLocal }
  | { readonly kind: "this" }
  | { readonly kind: "convert"; readonly conversion: Conversion; readonly operand: BoundExpression }
  /** A field of a user class; `target` null = static (owner's statics). */
  | {
      readonly kind: "field";
      readonly owner: string;
      readonly name: string;
      readonly target: BoundExpression | null;
      readonly nullSafe: boolean;
    }
  /** A property with accessors of a user class. `direct`: inside its own accessor, the hidden field. */
  | {
      readonly kind: "property";
      readonly owner: string;
      readonly name: string;
      readonly target: BoundExpression | null;
      readonly nullSafe: boolean;
      readonly direct: boolean;
    }
  | { readonly kind: "enumConstant"; readonly enum: ApexType; readonly name: string }
  /** A field of a concrete sObject (`contact.LastName`), by API name; reading through a null *parent* gives null, through a null record a NullPointerException. */
  | { readonly kind: "sobjectField"; readonly target: BoundExpression; readonly field: string; readonly nullSafe: boolean }
  /** `contact.Account`: the parent record or null. `children`: `account.Contacts`, a list. */
  | { readonly kind: "sobjectParent"; readonly target: BoundExpression; readonly relationship: string; readonly nullSafe: boolean }
  | { readonly kind: "sobjectChildren"; readonly target: BoundExpression; readonly relationship: string; readonly nullSafe: boolean }
  /** `Account.Name` / `Schema.Account.Name` as Schema.SObjectField; `path` holds further relationship steps. */
  | { readonly kind: "fieldToken"; readonly object: string; readonly field: string }
  /** `Account.SObjectType` as Schema.SObjectType. */
  | { readonly kind: "objectToken"; readonly object: string }
  /** `Schema.SObjectType.Account` (Schema.DescribeSObjectResult). */
  | { readonly kind: "describeToken"; readonly object: string }
  /** `Schema.SObjectType.Account.fields.Name` (Schema.DescribeFieldResult), and `Account.Name.getDescribe()` goes by a platform call. */
  | { readonly kind: "describeFieldToken"; readonly object: string; readonly field: string }
  /** `Label.X`, `System.Label.ns.X`. */
  | { readonly kind: "label"; readonly name: string }
  | { readonly kind: "classLiteral"; readonly of: ApexType }
  /** `Trigger.new`, `Trigger.isInsert` ...; `name` lower case. */
  | { readonly kind: "triggerVariable"; readonly name: string }
  /**
   * A method of a user class. `virtual`: by jsName on the target; `super`: the super class's version; `static`: owner's.
   * Interface methods of the project are virtual too. `target` null for static.
   */
  | {
      readonly kind: "call";
      readonly dispatch: "virtual" | "super" | "static";
      readonly owner: string;
      readonly name: string;
      readonly jsName: string;
      readonly target: BoundExpression | null;
      readonly arguments: readonly BoundExpression[];
      readonly nullSafe: boolean;
    }
  /**
   * A method or property of a platform type. `member` is the library key: `String#contains(String)` for instance
   * members, `String.valueOf(Object)` for static ones, `Class#name` / `Class.name` (no parentheses) for properties.
   * Generic classes without arguments: `List#add(Object)`; type variables read as Object. `target` null for static.
   * What every value has is `Object#toString()`, enum constants `Enum#name()`. Static methods of a declared type get that type
   * as first argument: `Enum.values(System.Type)`, `CustomSetting.getInstance(Schema.SObjectType)`, `CustomMetadata.getAll(...)`.
   * `record.Field.addError(x)` is `SObject#addError(Schema.SObjectField,String)` of the record.
   * The emitter checks `target` for null (NullPointerException) before it calls.
   */
  | {
      readonly kind: "platformCall";
      readonly member: string;
      readonly target: BoundExpression | null;
      readonly arguments: readonly BoundExpression[];
      readonly nullSafe: boolean;
      /** Only for dynamic SOQL (`Database.query` and kin): variables that a `:bind` may name, by lower-case name. */
      readonly scope?: ReadonlyMap<string, BoundExpression>;
    }
  /** Super call into a platform class (`super.getMessage()`). */
  | { readonly kind: "platformSuperCall"; readonly member: string; readonly arguments: readonly BoundExpression[] }
  | { readonly kind: "new"; readonly owner: string; readonly jsName: string; readonly arguments: readonly BoundExpression[] }
  /** `member`: `System.HttpRequest.<init>()`; exceptions of the platform too. */
  | { readonly kind: "platformNew"; readonly member: string; readonly arguments: readonly BoundExpression[] }
  | {
      readonly kind: "newSObject";
      readonly object: string;
      readonly fields: readonly { readonly name: string; readonly value: BoundExpression }[];
    }
  /** `new List<T>{...}` / `new Set<T>{...}`; collections built from another (`new List<T>(other)`) and sized arrays are `copyOf` / `size`. */
  | {
      readonly kind: "newCollection";
      readonly elements: readonly BoundExpression[];
      readonly copyOf: BoundExpression | null;
      readonly size: BoundExpression | null;
    }
  | {
      readonly kind: "newMap";
      readonly entries: readonly { readonly key: BoundExpression; readonly value: BoundExpression }[];
      readonly copyOf: BoundExpression | null;
    }
  | { readonly kind: "index"; readonly target: BoundExpression; readonly index: BoundExpression }
  /** Both operands already converted to `operands`. Shifts: right operand Integer. Boolean `& | ^` use `operands: "Boolean"`. */
  | {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/" | "&" | "|" | "^" | "<<" | ">>" | ">>>";
      readonly operands: NumericKind | "Boolean";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    }
  /** Date/Datetime + Integer and the like. Time too. */
  | { readonly kind: "dateArithmetic"; readonly operator: "+" | "-"; readonly left: BoundExpression; readonly right: BoundExpression }
  /** String concatenation, operands of any type, null prints "null". Nested `+` chains are flattened. */
  | { readonly kind: "concat"; readonly parts: readonly BoundExpression[] }
  | {
      readonly kind: "compare";
      readonly operator: "<" | ">" | "<=" | ">=";
      readonly operands: NumericKind | "String" | "Date" | "Datetime" | "Time" | "Id";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    }
  /**
   * `==` and `!=` (value), `===` and `!==` (identity for objects). `operands` tells how: numbers after conversion to a common
   * kind; `String` ignores case; `Id` accepts 15 and 18 characters; `Value` = structural equality of the runtime
   * (sObjects, collections, dates, enums, equals() of user classes, Object).
   */
  | {
      readonly kind: "equality";
      readonly operator: "==" | "!=" | "===" | "!==";
      readonly operands: NumericKind | "String" | "Id" | "Boolean" | "Value";
      readonly left: BoundExpression;
      readonly right: BoundExpression;
    }
  | { readonly kind: "logical"; readonly operator: "&&" | "||"; readonly left: BoundExpression; readonly right: BoundExpression }
  | { readonly kind: "not"; readonly operand: BoundExpression }
  | { readonly kind: "negate"; readonly operands: NumericKind; readonly operand: BoundExpression }
  | { readonly kind: "bitNot"; readonly operands: "Integer" | "Long"; readonly operand: BoundExpression }
  | { readonly kind: "conditional"; readonly condition: BoundExpression; readonly then: BoundExpression; readonly else: BoundExpression }
  | { readonly kind: "coalesce"; readonly left: BoundExpression; readonly right: BoundExpression }
  | { readonly kind: "instanceOf"; readonly operand: BoundExpression; readonly of: ApexType }
  /** `value` already converted to the target's type. Compound assignments have `compute`: the operation with the `current` placeholder as left operand. */
  | { readonly kind: "assign"; readonly target: BoundPlace; readonly value: BoundExpression }
  /** `x op= y`, `x++`, `--x`: the place is evaluated once; `value` uses `current` for the old value; `result`: which one the expression gives. */
  | { readonly kind: "update"; readonly target: BoundPlace; readonly value: BoundExpression; readonly result: "old" | "new" }
  /** Only inside `update.value`. */
  | { readonly kind: "current" }
  | BoundSoql
  | { readonly kind: "sosl"; readonly query: SoslQuery; readonly binds: readonly BoundBind[]; readonly access: AccessMode }
);

/** What can be assigned to. */
export type BoundPlace = Extract<
  BoundExpression,
  { kind: "local" | "field" | "property" | "sobjectField" | "sobjectParent" | "index" | "platformCall" }
>;

export interface BoundSoql {
  readonly kind: "soql";
  readonly type: ApexType;
  readonly position: Position;
  readonly query: SoqlQuery;
  /** Bind expressions by the `index` of the query's bind nodes. */
  readonly binds: readonly BoundBind[];
  readonly access: AccessMode;
  /** `rows`: List<SObject>, `aggregate`: List<AggregateResult>, `count`: SELECT COUNT() as Integer. */
  readonly shape: "rows" | "aggregate" | "count";
}

export interface BoundBind {
  readonly index: number;
  readonly value: BoundExpression;
}
