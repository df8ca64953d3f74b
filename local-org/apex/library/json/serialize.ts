/** Values as JSON. */
import { findClass } from "../../runtime/environment.ts";
import { ApexException, throwApex } from "../../runtime/exceptions.ts";
import { boxElement, doubleToString } from "../../runtime/double.ts";
import { sortedFields, storedValue, valueOfText } from "../../runtime/to-string.ts";
import { baseName, typeArguments } from "../../runtime/type-name.ts";
import {
  ApexBlob,
  ApexDate,
  ApexDatetime,
  ApexDouble,
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
} from "../../runtime/values.ts";
import { JsonWriter } from "./json-writer.ts";

/** Version in the addresses of records. */
const API_VERSION = "v67.0";

export interface SerializeOptions {
  readonly pretty: boolean;
  readonly suppressNulls: boolean;
}

/** Throws System.JSONException for what has no JSON form and for objects that contain themselves. */
export function toJson(value: ApexValue, { pretty, suppressNulls }: SerializeOptions): string {
  const writer = new JsonWriter(pretty);
  writeValue(writer, value, suppressNulls);
  return writer.text;
}

export function writeValue(writer: JsonWriter, value: ApexValue, suppressNulls: boolean): void {
  new Serializer(writer, suppressNulls).write(value);
}

class Serializer {
  readonly #writer: JsonWriter;
  readonly #suppressNulls: boolean;
  readonly #open: ObjectValue[] = [];

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.#writer = writer;
    this.#suppressNulls = suppressNulls;
  }

  write(value: ApexValue): void {
    if (typeof value === "string") this.#writer.string(value);
    else if (typeof value !== "object" || value === null) this.#writer.raw(String(value));
    else this.#object(value);
  }

  #object(value: ObjectValue): void {
    const text = scalarText(value);
    if (text !== null) this.#writer.raw(text);
    else if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) this.#writer.string(value.toIso());
    else if (value instanceof ApexBlob) this.#writer.string(Buffer.from(value.bytes).toString("base64"));
    else if (value instanceof EnumValue) this.#writer.string(value.name);
    else this.#nested(value);
  }

  #nested(value: ObjectValue): void {
    if (this.#open.includes(value)) throwApex("System.JSONException", "Direct self-reference leading to cycle");
    if (this.#open.length > 1000) throwApex("System.JSONException", "Object graph is too deep");
    this.#open.push(value);
    if (value instanceof ApexList) this.#array(value.items, value.type);
    else if (value instanceof ApexSet) this.#array(value.toArray(), value.type);
    else if (value instanceof ApexMap) this.#map(value);
    else if (value instanceof SObjectRecord) this.#record(value);
    else if (value instanceof PlatformObject) this.#platformObject(value);
    else if (value instanceof ApexException || value instanceof ClassRef) this.#unsupported(typeNameOf(value));
    else this.#userObject(value as UserObject);
    this.#open.pop();
  }

  #unsupported(type: string): never {
    throwApex("System.JSONException", `Apex Type unsupported in JSON: ${type}`);
  }

  #array(items: readonly ApexValue[], type: string): void {
    const [elementType] = typeArguments(type);
    this.#writer.startArray();
    for (const item of items) this.write(boxElement(item, elementType));
    this.#writer.endArray();
  }

  #map(map: ApexMap): void {
    const [keyType, valueType] = typeArguments(map.type);
    this.#writer.startObject();
    // The platform writes the entries of maps last first.
    for (const [key, value] of [...map.entries()].reverse()) {
      if (key === null) throwApex("System.JSONException", "Null key for a Map not allowed in JSON");
      if (value === null && this.#suppressNulls) continue;
      this.#writer.field(keyText(boxElement(key, keyType)));
      this.write(boxElement(value, valueType));
    }
    this.#writer.endObject();
  }

  #record(record: SObjectRecord): void {
    this.#writer.startObject();
    this.#attributes(record);
    for (const [field, value] of record.values) {
      if (value === null && this.#suppressNulls) continue;
      this.#writer.field(field);
      if (value instanceof ApexDatetime) this.#writer.string(value.toIso().replace("Z", "+0000"));
      else this.write(value);
    }
    for (const [name, parent] of record.parents) {
      if (parent === null) continue;
      this.#writer.field(name);
      this.write(parent);
    }
    for (const [name, list] of record.children) this.#children(name, list);
    this.#writer.endObject();
  }

  #attributes({ schema, id }: SObjectRecord): void {
    this.#writer.field("attributes");
    this.#writer.startObject();
    this.#writer.field("type");
    this.#writer.string(schema.name);
    if (id !== null) {
      this.#writer.field("url");
      this.#writer.string(`/services/data/${API_VERSION}/sobjects/${schema.name}/${id}`);
    }
    this.#writer.endObject();
  }

  #children(name: string, list: ApexList): void {
    this.#writer.field(name);
    this.#writer.startObject();
    this.#writer.field("totalSize");
    this.#writer.raw(String(list.size));
    this.#writer.field("done");
    this.#writer.raw("true");
    this.#writer.field("records");
    this.write(list);
    this.#writer.endObject();
  }

  #platformObject(value: PlatformObject): void {
    const text = value.apexJsonText();
    if (text !== null) {
      this.#writer.string(text);
      return;
    }
    const fields = value.apexJson();
    if (fields === null) this.#unsupported(value.apexType.replace(/^System\./, ""));
    this.#writer.startObject();
    for (const [name, field] of fields) {
      if (field === null && this.#suppressNulls) continue;
      this.#writer.field(name);
      this.write(field);
    }
    this.#writer.endObject();
  }

  #userObject(value: UserObject): void {
    this.#refuseByAnnotation(value);
    this.#writer.startObject();
    for (const field of sortedFields(value).reverse()) {
      if (field.isTransient || !field.canRead) continue;
      const item = storedOrComputed(value, field);
      if (item === null && this.#suppressNulls) continue;
      this.#writer.field(field.name);
      this.write(item);
    }
    this.#writer.endObject();
  }

  #refuseByAnnotation(value: UserObject): void {
    const outer = findClass(value.$meta.name.split(".")[0] ?? "") ?? value.$meta;
    const access = [...value.$meta.annotations, ...outer.annotations].find(({ name }) => name === "jsonaccess");
    if (access?.parameters["serializable"]?.toLowerCase() === "never") {
      throwApex("System.JSONException", `Not Serializable: ${value.$meta.name}`);
    }
  }
}

type Field = ReturnType<typeof sortedFields>[number];

/** The value of a field, or what the getter of a property gives. */
function storedOrComputed(value: object, field: Field): ApexValue {
  if (field.accessor === null) return storedValue(value, field) ?? null;
  const computed = Reflect.get(value, field.accessor) as ApexValue | undefined;
  if (field.type === "Double" && typeof computed === "number") return new ApexDouble(computed);
  return computed ?? null;
}

function scalarText(value: ObjectValue): string | null {
  if (value instanceof Decimal) return value.toString();
  return value instanceof ApexDouble ? doubleToString(value.value) : null;
}

/** Keys are text: ids and strings as they are, everything else as `String.valueOf` gives it. */
function keyText(key: Exclude<ApexValue, null>): string {
  const isObject = key instanceof SObjectRecord || key instanceof ApexList || key instanceof ApexSet || key instanceof ApexMap;
  if (isObject || (typeof key === "object" && "$meta" in key)) {
    throwApex("System.JSONException", "Map keys of this type are not supported in JSON");
  }
  return valueOfText(key) ?? "null";
}

function typeNameOf(value: ApexException | ClassRef): string {
  return value instanceof ClassRef ? "Type" : baseName(value.typeName);
}
