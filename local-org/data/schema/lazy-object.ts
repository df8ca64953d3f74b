import type { ChildRelationship, FieldSchema, ObjectSchema } from "./schema.ts";

/** What is cheap to know about an object, and how to find out the rest. */
export interface ObjectDraft extends Omit<ObjectSchema, "fields" | "parents" | "children"> {
  readonly fields: () => readonly FieldSchema[];
  readonly children: () => readonly ChildRelationship[];
  /** Own namespace: fields are found with and without its prefix. */
  readonly namespace: string | null;
}

/** An object whose fields and relationships are worked out when they are first looked at: an org has some 2,000 objects. */
export function lazyObject(draft: ObjectDraft): ObjectSchema {
  let fields: ReadonlyMap<string, FieldSchema> | undefined;
  let parents: ReadonlyMap<string, FieldSchema> | undefined;
  let children: readonly ChildRelationship[] | undefined;
  return {
    ...draft,
    get fields(): ReadonlyMap<string, FieldSchema> {
      fields ??= namesMap(
        draft.fields().map((field) => [field.name.toLowerCase(), field] as const),
        draft.namespace,
      );
      return fields;
    },
    get parents(): ReadonlyMap<string, FieldSchema> {
      parents ??= namesMap(
        [...this.fields.values()].flatMap((field) =>
          field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const],
        ),
        draft.namespace,
      );
      return parents;
    },
    get children(): readonly ChildRelationship[] {
      children ??= draft.children();
      return children;
    },
  };
}

/** A map by lower-case name in which own names are also found with the namespace's prefix. */
export function namesMap<Value>(entries: Iterable<readonly [string, Value]>, namespace: string | null): ReadonlyMap<string, Value> {
  return namespace === null ? new Map(entries) : new PrefixedMap(entries, namespace);
}

class PrefixedMap<Value> extends Map<string, Value> {
  readonly #prefix: string;

  constructor(entries: Iterable<readonly [string, Value]>, namespace: string) {
    super(entries);
    this.#prefix = `${namespace.toLowerCase()}__`;
  }

  override get(name: string): Value | undefined {
    return super.get(name) ?? (name.startsWith(this.#prefix) ? super.get(name.slice(this.#prefix.length)) : undefined);
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }
}
