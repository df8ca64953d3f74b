/** Columns of lists. */
import { nameObject } from "../../data/soql/name-object.ts";
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { addParentOf, addPath, type FieldTree } from "./field-tree.ts";
import type { Layouts } from "./layouts.ts";
import { fieldAt } from "./list-query.ts";
import { nameFieldOf } from "./ui-object.ts";
import type { ListColumn } from "./wire.ts";

export function listColumn(schema: Schema, layouts: Layouts, object: ObjectSchema, path: string): ListColumn {
  const field = fieldAt(schema, object, path);
  const [first = "", ...rest] = path.split(".");
  const reference = rest.length === 0 ? undefined : object.parents.get(first.toLowerCase());
  const isOwnName = rest.length === 0 && field === nameFieldOf(object);
  const isParentsName = rest.length === 1 && reference !== undefined && isNameOf(schema, reference.referenceTo, rest[0] ?? "");
  return {
    fieldApiName: path,
    label: reference === undefined ? layouts.itemLabel(object, field) : parentLabel(layouts, object, reference.name, rest, field.label),
    lookupId: isOwnName ? "Id" : isParentsName ? reference.name : null,
    sortable: field.isSortable,
  };
}

/** Adds columns; a reference brings the record that it leads to. */
export function addColumns(schema: Schema, tree: FieldTree, columns: readonly string[]): void {
  for (const path of columns) {
    addPath(schema, tree, path);
    const [first = "", ...rest] = path.split(".");
    const reference = tree.object.parents.get(first.toLowerCase());
    if (rest.length > 0 && reference !== undefined) tree.fields.add(reference.name);
    if (rest.length === 0) addParentOf(schema, tree, first);
  }
  tree.fields.add(nameFieldOf(tree.object).name);
}

function isNameOf(schema: Schema, targets: readonly string[], field: string): boolean {
  const target = targets.length > 1 ? nameObject(schema) : schema.object(targets[0] ?? "");
  return target !== undefined && nameFieldOf(target).name.toLowerCase() === field.toLowerCase();
}

/** `Account.Name` reads "Account Name", `Owner.Alias` "Owner Alias", `Line__r.Name` as its lookup field. */
function parentLabel(layouts: Layouts, object: ObjectSchema, referenceName: string, rest: readonly string[], fieldLabel: string): string {
  const reference = object.fields.get(referenceName.toLowerCase());
  if (reference === undefined) return fieldLabel;
  const label = layouts.itemLabel(object, reference);
  const [last = ""] = rest.slice(-1);
  return ["Name", "CaseNumber", "Subject"].includes(last) ? label : `${label} ${fieldLabel}`;
}
