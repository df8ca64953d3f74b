import { unsupported } from "../../apex/runtime/exceptions.ts";
import type { Position } from "../../apex/syntax/position.ts";
import type { SoqlFrom } from "../../apex/syntax/soql-ast.ts";
import type { FieldSchema, ObjectSchema, Schema } from "../schema/schema.ts";
import { isFilled } from "./definition-objects.ts";
import { nameObject } from "./name-object.ts";
import { malformed, noSuchColumn, noSuchRelationship } from "./soql-error.ts";

/** One step from a child to its parent. */
export interface ParentStep {
  /** The object at this end. */
  readonly from: ObjectSchema;
  /** The reference field on the child. */
  readonly field: FieldSchema;
  /** As declared: `Account`, `Aircall_Log__r`. */
  readonly relationship: string;
  /** The object at the other end; the `Name` object when several are possible. */
  readonly object: ObjectSchema;
  readonly polymorphic: boolean;
}

/** A field reached from the object of a query. */
export interface FieldPath {
  readonly steps: readonly ParentStep[];
  /** The object that has the field. */
  readonly object: ObjectSchema;
  readonly field: FieldSchema;
}

const MAX_STEPS = 5;

/** The object that a query reads from, with its aliases: resolves the names written in the query. */
export class QueryEntity {
  readonly schema: Schema;
  readonly object: ObjectSchema;
  readonly #aliases = new Map<string, readonly string[]>();

  /** `aliases`: `c.Account a` after the first object of FROM. */
  constructor(schema: Schema, object: ObjectSchema, from: SoqlFrom, aliases: readonly SoqlFrom[] = []) {
    this.schema = schema;
    this.object = object;
    if (from.alias !== null) this.#aliases.set(from.alias.toLowerCase(), []);
    for (const { path, alias } of aliases) {
      if (alias !== null) this.#aliases.set(alias.toLowerCase(), this.#strip(path));
    }
    for (const { path, position } of aliases) this.steps(path, position);
  }

  /** Resolves `Account.Owner.Name`. Throws SoqlError; refuses fields whose value the engine cannot compute. */
  field(path: readonly string[], position: Position): FieldPath {
    const steps = this.steps(path.slice(0, -1), position);
    const object = steps.at(-1)?.object ?? this.object;
    const name = path.at(-1) ?? "";
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined) throw noSuchColumn(name, object.name, position);
    refuseUnfilled(object, field);
    return { steps, object, field };
  }

  /** Resolves a chain of parent relationships, aliases and the object's own name allowed in front. */
  steps(path: readonly string[], position: Position): readonly ParentStep[] {
    const names = this.#strip(path);
    if (names.length > MAX_STEPS)
      throw malformed(`The field path '${path.join(".")}' goes up more than ${MAX_STEPS} relationships`, position);
    const steps: ParentStep[] = [];
    let object = this.object;
    for (const name of names) {
      const field = object.parents.get(name.toLowerCase());
      if (field === undefined) throw noSuchRelationship(name, "field path", position);
      const step = this.#step(object, field, position);
      steps.push(step);
      object = step.object;
    }
    return steps;
  }

  #step(from: ObjectSchema, field: FieldSchema, position: Position): ParentStep {
    const relationship = field.relationshipName ?? field.name;
    const targets = field.referenceTo.map((name) => this.schema.object(name)).filter((target) => target !== undefined);
    if (field.referenceTo.length > 1) return { from, field, relationship, object: nameObject(this.schema), polymorphic: true };
    const [object] = targets;
    if (object === undefined) throw noSuchRelationship(relationship, "field path", position);
    return { from, field, relationship, object, polymorphic: false };
  }

  #strip(path: readonly string[]): readonly string[] {
    const [first, ...rest] = path;
    if (first === undefined) return path;
    const alias = this.#aliases.get(first.toLowerCase());
    if (alias !== undefined) return [...alias, ...rest];
    const isObject = first.toLowerCase() === this.object.name.toLowerCase() && !this.object.parents.has(first.toLowerCase());
    return isObject ? rest : path;
  }
}

function refuseUnfilled(object: ObjectSchema, field: FieldSchema): void {
  if (!isFilled(object, field)) unsupported(`${object.name}.${field.name} in SOQL`);
}
