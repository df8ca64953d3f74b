/**
 * Syntax trees of SOQL and SOSL, the same for queries inside Apex, for dynamic query strings and for the REST API.
 *
 * Names are kept as written (SOQL ignores case); nothing is resolved against a schema here.
 */
import type { Position } from "./position.ts";

export interface SoqlQuery {
  readonly kind: "soql";
  readonly position: Position;
  readonly select: readonly SoqlSelectItem[];
  /** The object, or in a subquery of the SELECT list the child relationship. */
  readonly from: SoqlFrom;
  /** `FROM Contact c, c.Account a`: further aliases for parent relationships. */
  readonly fromAliases: readonly SoqlFrom[];
  /** `USING SCOPE mine`. */
  readonly scope: string | null;
  readonly where: SoqlCondition | null;
  readonly with: SoqlWith | null;
  readonly groupBy: SoqlGroupBy | null;
  readonly having: SoqlCondition | null;
  readonly orderBy: readonly SoqlOrder[];
  readonly limit: SoqlCount | null;
  readonly offset: SoqlCount | null;
  readonly allRows: boolean;
  readonly for: readonly ("view" | "update" | "reference")[];
  readonly update: readonly ("tracking" | "viewstat")[];
  /** Every bind of the query, subqueries included; `binds[i].index === i`. Empty in subqueries. */
  readonly binds: readonly SoqlBind[];
}

export interface SoqlFrom {
  readonly path: readonly string[];
  readonly alias: string | null;
  readonly position: Position;
}

export type SoqlSelectItem =
  | { readonly kind: "expression"; readonly expression: SoqlExpression; readonly alias: string | null; readonly position: Position }
  | { readonly kind: "subquery"; readonly query: SoqlQuery; readonly alias: string | null; readonly position: Position }
  | SoqlTypeOf
  /** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`. */
  | { readonly kind: "fields"; readonly group: "all" | "standard" | "custom"; readonly position: Position };

export interface SoqlTypeOf {
  readonly kind: "typeof";
  readonly field: SoqlField;
  readonly when: readonly { readonly object: string; readonly fields: readonly SoqlField[]; readonly position: Position }[];
  readonly else: readonly SoqlField[];
  readonly position: Position;
}

/** What can be selected, filtered on, grouped by or sorted by. */
export type SoqlExpression =
  | SoqlField
  | SoqlAggregate
  | SoqlDateFunction
  | { readonly kind: "toLabel" | "convertCurrency" | "grouping"; readonly field: SoqlField; readonly position: Position }
  | { readonly kind: "format"; readonly operand: SoqlExpression; readonly position: Position }
  | {
      readonly kind: "distance";
      readonly from: SoqlLocation;
      readonly to: SoqlLocation;
      /** `mi` or `km`. */
      readonly unit: string;
      readonly position: Position;
    };

/** `Account.Owner.Name`; the first step may be an alias of FROM. Also an alias of the SELECT list in HAVING and ORDER BY. */
export interface SoqlField {
  readonly kind: "field";
  readonly path: readonly string[];
  readonly position: Position;
}

export interface SoqlAggregate {
  readonly kind: "aggregate";
  readonly function: "count" | "count_distinct" | "avg" | "min" | "max" | "sum";
  /** null only for `COUNT()`. */
  readonly field: SoqlField | null;
  readonly position: Position;
}

export interface SoqlDateFunction {
  readonly kind: "dateFunction";
  readonly function:
    | "calendar_month"
    | "calendar_quarter"
    | "calendar_year"
    | "day_in_month"
    | "day_in_week"
    | "day_in_year"
    | "day_only"
    | "fiscal_month"
    | "fiscal_quarter"
    | "fiscal_year"
    | "hour_in_day"
    | "week_in_month"
    | "week_in_year";
  readonly field: SoqlField;
  /** `HOUR_IN_DAY(convertTimezone(CreatedDate))`. */
  readonly convertTimezone: boolean;
  readonly position: Position;
}

export type SoqlLocation =
  | SoqlField
  | SoqlBind
  | { readonly kind: "geolocation"; readonly latitude: SoqlValue; readonly longitude: SoqlValue; readonly position: Position };

// ---------------------------------------------------------------- conditions

export type SoqlCondition =
  | { readonly kind: "and" | "or"; readonly operands: readonly SoqlCondition[]; readonly position: Position }
  | { readonly kind: "not"; readonly operand: SoqlCondition; readonly position: Position }
  | SoqlComparison;

export interface SoqlComparison {
  readonly kind: "comparison";
  readonly left: SoqlExpression;
  readonly operator: SoqlOperator;
  /** `list` or `bind` or, for semi-joins and anti-joins, `subquery` with `in` and `not in`. */
  readonly value: SoqlValue;
  readonly position: Position;
}

/** `<>` is written `!=`. */
export type SoqlOperator = "=" | "!=" | "<" | ">" | "<=" | ">=" | "like" | "in" | "not in" | "includes" | "excludes";

export type SoqlValue =
  | { readonly kind: "null"; readonly position: Position }
  | { readonly kind: "boolean"; readonly value: boolean; readonly position: Position }
  | { readonly kind: "string"; readonly value: string; readonly position: Position }
  /** `text` as written with its sign; integral without a dot. */
  | { readonly kind: "number"; readonly text: string; readonly position: Position }
  /** `2026-01-31`. */
  | { readonly kind: "date"; readonly text: string; readonly position: Position }
  /** `2026-01-31T10:00:00Z`, any offset. */
  | { readonly kind: "datetime"; readonly text: string; readonly position: Position }
  /** `10:00:00Z`. */
  | { readonly kind: "time"; readonly text: string; readonly position: Position }
  | SoqlDateLiteral
  /** `USD5000`. */
  | { readonly kind: "currency"; readonly code: string; readonly amount: string; readonly position: Position }
  | { readonly kind: "list"; readonly values: readonly SoqlValue[]; readonly position: Position }
  | { readonly kind: "subquery"; readonly query: SoqlQuery; readonly position: Position }
  | SoqlBind;

/** `TODAY`, `LAST_N_DAYS:7` (`count` 7). Names in lower case, without the colon: `last_n_days`. */
export interface SoqlDateLiteral {
  readonly kind: "dateLiteral";
  readonly name: string;
  readonly count: number | null;
  readonly position: Position;
}

/** `:expression`. Inside Apex the expression itself is kept by the Apex tree under the same `index`. */
export interface SoqlBind {
  readonly kind: "bind";
  readonly index: number;
  /** The expression as written. */
  readonly text: string;
  /** `["accountIds"]` or `["record", "Id"]` when the expression is nothing but names; null otherwise. Dynamic queries accept only these. */
  readonly path: readonly string[] | null;
  readonly position: Position;
}

// ---------------------------------------------------------------- clauses

export type SoqlWith =
  | { readonly kind: "userMode" | "systemMode" | "securityEnforced"; readonly position: Position }
  /** Parsed so that it can be refused by name: `DATA CATEGORY`, or another filter. */
  | { readonly kind: "unsupported"; readonly text: string; readonly position: Position };

export interface SoqlGroupBy {
  readonly kind: "plain" | "rollup" | "cube";
  readonly expressions: readonly SoqlExpression[];
  readonly position: Position;
}

export interface SoqlOrder {
  readonly expression: SoqlExpression;
  readonly descending: boolean;
  /** null: not said (nulls come first when ascending, last when descending). */
  readonly nulls: "first" | "last" | null;
  readonly position: Position;
}

export type SoqlCount = { readonly kind: "number"; readonly value: number; readonly position: Position } | SoqlBind;

// ---------------------------------------------------------------- SOSL

export interface SoslQuery {
  readonly kind: "sosl";
  readonly position: Position;
  /** The search expression after unescaping of the string literal; wildcards and operators of SOSL are still in it. */
  readonly find: { readonly kind: "string"; readonly value: string; readonly position: Position } | SoqlBind;
  /** null: not said (ALL FIELDS). */
  readonly in: "all" | "name" | "email" | "phone" | "sidebar" | null;
  readonly returning: readonly SoslReturning[];
  readonly with: readonly SoslWith[];
  readonly limit: SoqlCount | null;
  readonly update: readonly ("tracking" | "viewstat")[];
  readonly binds: readonly SoqlBind[];
}

export interface SoslReturning {
  readonly object: string;
  /** Empty: only the Id. */
  readonly fields: readonly SoslField[];
  readonly where: SoqlCondition | null;
  readonly listView: string | null;
  readonly orderBy: readonly SoqlOrder[];
  readonly limit: SoqlCount | null;
  readonly offset: SoqlCount | null;
  readonly position: Position;
}

export interface SoslField {
  readonly expression: SoqlExpression;
  readonly alias: string | null;
  readonly position: Position;
}

export type SoslWith =
  | { readonly kind: "userMode" | "systemMode"; readonly position: Position }
  | { readonly kind: "snippet"; readonly targetLength: number | null; readonly position: Position }
  | { readonly kind: "division" | "metadata" | "pricebookId"; readonly value: SoqlValue; readonly position: Position }
  | { readonly kind: "network"; readonly values: readonly SoqlValue[]; readonly position: Position }
  | { readonly kind: "dataCategory"; readonly text: string; readonly position: Position };
