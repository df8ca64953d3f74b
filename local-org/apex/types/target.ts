/** What names and chains of names stand for before they are values. */
import type { ObjectSchema } from "../../data/schema/schema.ts";
import type { ApexType } from "./apex-type.ts";
import type { BoundExpression } from "./bound-tree.ts";

/** What a name or a chain of names may stand for. */
export type Target =
  | { readonly kind: "value"; readonly value: BoundExpression }
  | { readonly kind: "type"; readonly type: ApexType }
  | { readonly kind: "namespace"; readonly name: string }
  | { readonly kind: "trigger" }
  | { readonly kind: "label" }
  | { readonly kind: "page" }
  /** `Schema.SObjectType`, of which the members are objects. */
  | { readonly kind: "describes" }
  /** `Schema.SObjectType.Account.fields`: members are describe results; `Account.fields`: members are field tokens. */
  | { readonly kind: "describeFields"; readonly object: ObjectSchema; readonly value: BoundExpression }
  | { readonly kind: "fieldTokens"; readonly object: ObjectSchema }
  /** `Account__Share.RowCause`, of which the members are sharing reasons. */
  | { readonly kind: "rowCauses" }
  | { readonly kind: "fieldSets"; readonly object: ObjectSchema; readonly value: BoundExpression };
