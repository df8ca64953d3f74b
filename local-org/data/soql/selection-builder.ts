/** Collects the SELECT list of a query into a RecordPlan. */
import type { Position } from "../../apex/syntax/position.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import type { ParentStep } from "./field-path.ts";
import { nameField, storedField, type ReadRow } from "./read-field.ts";
import { ID_FIELD, type ChildColumn, type FieldColumn, type ParentColumn, type RecordPlan } from "./selection.ts";
import { malformed, SoqlError } from "./soql-error.ts";

export class SelectionBuilder {
  readonly #object: ObjectSchema;
  /** True for records reached through a polymorphic relationship: the row is of another object than `#object`. */
  readonly #polymorphic: boolean;
  readonly #fields = new Map<string, FieldColumn>();
  readonly #parents = new Map<string, { readonly step: ParentStep; readonly builder: SelectionBuilder }>();
  readonly #typeOf = new Map<string, ParentColumn>();
  readonly #children = new Map<string, ChildColumn>();
  readonly #columns: string[] = [];

  constructor(object: ObjectSchema, polymorphic = false) {
    this.#object = object;
    this.#polymorphic = polymorphic;
  }

  /** The builder for the record at the end of the steps. */
  at(steps: readonly ParentStep[], position: Position): SelectionBuilder {
    const [step, ...rest] = steps;
    if (step === undefined) return this;
    if (this.#typeOf.has(step.relationship)) throw mixedTypeOf(step.relationship, position);
    let parent = this.#parents.get(step.relationship);
    if (parent === undefined) {
      parent = { step, builder: new SelectionBuilder(step.object, step.polymorphic) };
      this.#parents.set(step.relationship, parent);
      this.#columns.push(step.relationship);
    }
    return parent.builder.at(rest, position);
  }

  /** Adds a field or an aliased expression. Throws SoqlError when the name is there already. */
  add(name: string, read: ReadRow, position: Position): void {
    if (this.#fields.has(name)) throw new SoqlError("INVALID_FIELD", `duplicate field selected: ${name}`, position);
    this.#fields.set(name, { name, read, named: true });
    this.#columns.push(name);
  }

  addTypeOf(column: ParentColumn, position: Position): void {
    const { relationship } = column.step;
    if (this.#parents.has(relationship) || this.#typeOf.has(relationship)) throw mixedTypeOf(relationship, position);
    this.#typeOf.set(relationship, column);
    this.#columns.push(relationship);
  }

  addChild(child: ChildColumn, position: Position): void {
    if (this.#children.has(child.relationship))
      throw malformed(`Duplicate relationship in the SELECT list: ${child.relationship}`, position);
    this.#children.set(child.relationship, child);
    this.#columns.push(child.relationship);
  }

  build(): RecordPlan {
    const parents = [...this.#parents.values()].map(({ step, builder }): ParentColumn => {
      const plan = builder.build();
      return { step, planFor: () => plan };
    });
    const all = [...parents, ...this.#typeOf.values()];
    const fields = new Map(this.#fields);
    this.#addImplicit(fields, ID_FIELD);
    for (const { step } of all) this.#addImplicit(fields, step.field.name);
    return {
      object: this.#object,
      fields: [...fields.values()],
      parents: all,
      children: [...this.#children.values()],
      queried: new Set([...fields.keys(), ...all.map(({ step }) => step.relationship), ...this.#children.keys()]),
      columns: this.#columns,
    };
  }

  #addImplicit(fields: Map<string, FieldColumn>, name: string): void {
    const schema = this.#object.fields.get(name.toLowerCase());
    if (schema === undefined || fields.has(name)) return;
    fields.set(name, { name, read: this.#polymorphic ? nameField(schema) : storedField(schema), named: false });
  }
}

function mixedTypeOf(relationship: string, position: Position): SoqlError {
  return malformed(`TYPEOF and a plain field cannot both use the relationship ${relationship}`, position);
}
