/** Apex values as browser code gets them: from `@AuraEnabled` methods (components) and from remote actions (pages). */
import type { FieldMeta } from "../../apex/runtime/class-meta.ts";
import { unsupported } from "../../apex/runtime/exceptions.ts";
import { instanceFields, valueOfText } from "../../apex/runtime/to-string.ts";
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  ApexTime,
  ClassRef,
  Decimal,
  EnumValue,
  PlatformObject,
  SObjectRecord,
  type ApexValue,
  type ObjectValue,
  type UserObject,
} from "../../apex/runtime/values.ts";

/** JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface ClientStyle {
  /** What may carry values: for messages. */
  readonly receiver: string;
  /** Members of a project's class that the client sees. */
  readonly isShown: (field: FieldMeta) => boolean;
  /** Dates and times. */
  readonly date: (value: ApexDate) => Json;
  readonly datetime: (value: ApexDatetime) => Json;
}

const MILLIS_PER_DAY = 86_400_000;

/** Members with `@AuraEnabled` only; dates as ISO text. */
export const AURA_STYLE: ClientStyle = {
  receiver: "a component",
  isShown: ({ annotations }) => annotations.some(({ name }) => name === "auraenabled"),
  date: (value) => value.toIso(),
  datetime: (value) => value.toIso(),
};

/** Public and global members; dates as milliseconds since 1970. */
export const REMOTING_STYLE: ClientStyle = {
  receiver: "a remote action",
  isShown: ({ access, isTransient }) => (access === "public" || access === "global") && !isTransient,
  date: (value) => value.days * MILLIS_PER_DAY,
  datetime: (value) => value.millis,
};

/**
 * The value as JSON. Null fields of records, members of objects and entries of maps are left out: the client reads undefined. Longs
 * and Decimals are numbers, with the precision of JavaScript. Throws UnsupportedFeatureError for what no client gets.
 */
export function clientValue(value: ApexValue, style: ClientStyle): Json {
  return new ClientWriter(style).json(value);
}

class ClientWriter {
  readonly #style: ClientStyle;
  readonly #open: ObjectValue[] = [];

  constructor(style: ClientStyle) {
    this.#style = style;
  }

  json(value: ApexValue): Json {
    if (typeof value === "bigint") return Number(value);
    if (typeof value !== "object" || value === null) return value;
    return this.#scalar(value) ?? this.#nested(value);
  }

  #scalar(value: ObjectValue): Json | undefined {
    if (value instanceof Decimal) return value.toNumber();
    if (value instanceof ApexDouble) return value.value;
    if (value instanceof ApexDate) return this.#style.date(value);
    if (value instanceof ApexDatetime) return this.#style.datetime(value);
    if (value instanceof ApexTime) return value.millis;
    return value instanceof EnumValue ? value.name : undefined;
  }

  #nested(value: ObjectValue): Json {
    if (this.#open.includes(value)) unsupported(`an object that contains itself as result of ${this.#style.receiver}`);
    this.#open.push(value);
    const json = this.#container(value);
    this.#open.pop();
    return json;
  }

  #container(value: ObjectValue): Json {
    if (value instanceof ApexList) return value.items.map((item) => this.json(item));
    if (value instanceof ApexSet) return value.toArray().map((item) => this.json(item));
    if (value instanceof ApexMap) return this.#present([...value.entries()].map(([key, item]) => [keyText(key), item] as const));
    if (value instanceof SObjectRecord) return this.#present([...value.values, ...value.parents, ...value.children]);
    const isOther =
      value instanceof PlatformObject || value instanceof ApexBlob || value instanceof ClassRef || value instanceof ApexException;
    if (isOther) return unsupported(`a value of type ${typeNameOf(value)} as result for ${this.#style.receiver}`);
    return this.#userObject(value as UserObject);
  }

  #userObject(value: UserObject): Json {
    const exposed = value.$meta.methods.find((method) => !method.isStatic && method.annotations.some(({ name }) => name === "auraenabled"));
    if (exposed !== undefined) unsupported(`@AuraEnabled on the instance method ${value.$meta.name}.${exposed.name}: use a property`);
    const shown = instanceFields(value).filter((field) => field.canRead && this.#style.isShown(field));
    return this.#present(shown.map((field) => [field.name, memberOf(value, field)] as const));
  }

  #present(entries: readonly (readonly [string, ApexValue])[]): Json {
    const json: Record<string, Json> = {};
    for (const [name, value] of entries) if (value !== null) json[name] = this.json(value);
    return json;
  }
}

/** What the field holds, or the property's getter gives. */
function memberOf(target: UserObject, { accessor, storage }: FieldMeta): ApexValue {
  const key = accessor ?? storage;
  return key === null ? null : ((Reflect.get(target, key) as ApexValue | undefined) ?? null);
}

function keyText(key: ApexValue): string {
  return valueOfText(key) ?? unsupported("a map with a null key as result for browser code");
}

function typeNameOf(value: PlatformObject | ApexBlob | ClassRef | ApexException): string {
  if (value instanceof ApexBlob) return "Blob";
  if (value instanceof ClassRef) return "System.Type";
  return value instanceof PlatformObject ? value.apexType : value.typeName;
}
