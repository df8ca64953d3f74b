/** Field paths of one query level: aliases, parent relationships, polymorphic ones. */
import type { FieldSchema, ObjectSchema } from "../../data/schema/schema.ts";
import type { SoqlField, SoqlFrom, SoqlQuery } from "../syntax/soql-ast.ts";
import type { Position } from "./bound-tree.ts";
import type { MethodContext } from "./method-context.ts";
import type { Usage } from "./soql-names.ts";
import { didYouMean } from "./suggest.ts";

/** What a query may ask of a reference that points to several objects. */
const POLYMORPHIC_FIELDS = new Set(
  "id name firstname lastname type email phone title alias username isactive profileid profile userroleid userrole recordtype recordtypeid".split(
    " ",
  ),
);
const NUMERIC = new Set(["int", "long", "double", "currency", "percent"]);

/** Several objects; its members are those of the `Name` object. */
type Place = ObjectSchema | "polymorphic";

export class SoqlScope {
  readonly #ctx: MethodContext;
  readonly #object: ObjectSchema;
  /** Aliases of FROM, by lower-case name. */
  readonly #objects = new Map<string, ObjectSchema>();
  /** Aliases of the SELECT list. */
  readonly #aliases = new Set<string>();

  constructor(ctx: MethodContext, object: ObjectSchema, query: SoqlQuery | null) {
    this.#ctx = ctx;
    this.#object = object;
    this.#objects.set(object.name.toLowerCase(), object);
    if (query === null) return;
    if (query.from.alias !== null) this.#objects.set(query.from.alias.toLowerCase(), object);
    for (const alias of query.fromAliases) this.#addAlias(alias);
    for (const item of query.select) {
      if (item.kind === "expression" && item.alias !== null) this.#aliases.add(item.alias.toLowerCase());
    }
    query.select
      .filter((item) => item.kind === "expression" && item.expression.kind === "aggregate" && item.alias === null)
      .forEach((_, index) => this.#aliases.add(`expr${index}`));
  }

  #addAlias(from: SoqlFrom): void {
    const place = this.#walk(this.#object, this.#withoutAlias(from.path), from.position);
    if (place !== null && place !== "polymorphic" && from.alias !== null) this.#objects.set(from.alias.toLowerCase(), place);
  }

  /** A name that the SELECT list gave to an expression. */
  isAlias(field: SoqlField): boolean {
    return field.path.length === 1 && this.#aliases.has((field.path[0] ?? "").toLowerCase());
  }

  /** Checks a path; reports what does not exist or may not be used like that. */
  field(field: SoqlField, usage: Usage): FieldSchema | null {
    const found = this.#resolve(field, true);
    if (found === null || found === undefined) return null;
    if (usage === "filtered" && !found.isFilterable)
      this.#report(field.position, `field '${found.name}' can not be filtered in a query call`);
    if (usage === "sorted" && !found.isSortable) this.#report(field.position, `field '${found.name}' can not be sorted in a query call`);
    if (usage === "grouped" && !found.isGroupable) this.#report(field.position, `field '${found.name}' can not be grouped in a query call`);
    return found;
  }

  /** The field, without any report. */
  known(field: SoqlField): FieldSchema | undefined {
    return this.#resolve(field, false) ?? undefined;
  }

  aggregated(field: SoqlField, name: string): void {
    const found = this.field(field, "selected");
    if (found === null) return;
    if ((name === "sum" || name === "avg") && !NUMERIC.has(found.type)) {
      this.#report(field.position, `field ${found.name} does not support aggregate operator ${name.toUpperCase()}`);
    }
  }

  dateField(field: SoqlField): void {
    const found = this.field(field, "selected");
    if (found !== null && found.type !== "date" && found.type !== "datetime") {
      this.#report(field.position, `Date function must be applied to a date or datetime field: ${found.name}`);
    }
  }

  /** `TYPEOF What`: the whole path is relationships. */
  relationship(field: SoqlField): void {
    this.#walk(this.#startOf(field.path).object, this.#withoutAlias(field.path), field.position);
  }

  /** A field of another object: in TYPEOF branches. */
  fieldOf(object: ObjectSchema, field: SoqlField): void {
    new SoqlScope(this.#ctx, object, null).field(field, "selected");
  }

  /** The object behind `(SELECT ... FROM Contacts)`. */
  childObject(from: SoqlFrom): ObjectSchema | null {
    const path = this.#withoutAlias(from.path);
    const name = path.at(-1) ?? "";
    const child = this.#object.children.find((one) => one.relationshipName?.toLowerCase() === name.toLowerCase());
    const object = child === undefined || path.length > 1 ? undefined : this.#ctx.world.schema.object(child.childObject);
    if (object === undefined) {
      const known = this.#object.children.flatMap((one) => one.relationshipName ?? []);
      this.#report(
        from.position,
        `Didn't understand relationship '${from.path.join(".")}' in FROM part of query call${didYouMean(name, known)}`,
      );
    }
    return object ?? null;
  }

  #startOf(path: readonly string[]): { readonly object: ObjectSchema; readonly skip: number } {
    const aliased = path.length > 1 ? this.#objects.get((path[0] ?? "").toLowerCase()) : undefined;
    // An alias hides a relationship of that name, except the name of the object itself.
    return aliased === undefined || this.#object.parents.has((path[0] ?? "").toLowerCase())
      ? { object: this.#object, skip: 0 }
      : { object: aliased, skip: 1 };
  }

  #withoutAlias(path: readonly string[]): readonly string[] {
    return path.slice(this.#startOf(path).skip);
  }

  /** undefined: a polymorphic path, of which nothing more is known. */
  #resolve(field: SoqlField, report: boolean): FieldSchema | null | undefined {
    const steps = this.#withoutAlias(field.path);
    const name = steps.at(-1) ?? "";
    const place = this.#walk(this.#startOf(field.path).object, steps.slice(0, -1), report ? field.position : null);
    if (place === null) return null;
    if (place === "polymorphic") {
      if (POLYMORPHIC_FIELDS.has(name.toLowerCase())) return undefined;
      if (report) this.#report(field.position, `No such column '${name}' on entity 'Name'.`);
      return null;
    }
    const found = place.fields.get(name.toLowerCase());
    if (found === undefined && report) {
      const known = [...place.fields.values()].map((one) => one.name);
      this.#report(field.position, `No such column '${name}' on entity '${place.name}'.${didYouMean(name, known).slice(1)}`);
    }
    return found ?? null;
  }

  #walk(start: ObjectSchema, steps: readonly string[], position: Position | null): Place | null {
    let place: Place = start;
    for (const step of steps) {
      const next: Place | null = this.#parent(place, step);
      if (next === null) {
        const known = place === "polymorphic" ? [] : [...place.parents.values()].flatMap((field) => field.relationshipName ?? []);
        if (position !== null)
          this.#report(position, `Didn't understand relationship '${step}' in field path.${didYouMean(step, known).slice(1)}`);
        return null;
      }
      place = next;
    }
    return place;
  }

  #parent(place: Place, relationship: string): Place | null {
    const lower = relationship.toLowerCase();
    const { schema } = this.#ctx.world;
    if (place === "polymorphic") return POLYMORPHIC_FIELDS.has(lower) ? (schema.object(relationship) ?? null) : null;
    const field = place.parents.get(lower);
    if (field === undefined) return null;
    const [only] = field.referenceTo;
    if (only === undefined || field.referenceTo.length > 1) return "polymorphic";
    return schema.object(only) ?? "polymorphic";
  }

  #report(position: Position, message: string): void {
    this.#ctx.report(position, message);
  }
}
