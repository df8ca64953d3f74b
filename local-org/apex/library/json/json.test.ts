import assert from "node:assert/strict";
import test from "node:test";
import { ClassRef } from "../../runtime/class-ref.ts";
import type { ClassMeta, FieldMeta } from "../../runtime/class-meta.ts";
import { useClasses } from "../../runtime/environment.ts";
import { EnumValue } from "../../runtime/enum-value.ts";
import { toText } from "../../runtime/to-string.ts";
import { UserObject } from "../../runtime/user-object.ts";
import { ApexBlob, ApexDate, ApexDatetime, ApexDouble, ApexList, ApexMap, ApexTime, type ApexValue } from "../../runtime/values.ts";
import { memoryOrg, transact } from "../../../transaction/memory-org.ts";
import { call, decimal, messageOf } from "../member-fixture.ts";

const serialize = (value: ApexValue): ApexValue => call("System.JSON.serialize(Object)", value);
const untyped = (text: string): ApexValue => call("System.JSON.deserializeUntyped(String)", text);
const typed = (text: string, type: string): ApexValue => call("System.JSON.deserialize(String,System.Type)", text, ClassRef.of(type));
const strict = (text: string, type: string): ApexValue =>
  call("System.JSON.deserializeStrict(String,System.Type)", text, ClassRef.of(type));

const FIELD: Omit<FieldMeta, "name" | "type" | "storage"> = {
  kind: "field",
  accessor: null,
  canRead: true,
  canWrite: true,
  isStatic: false,
  isTransient: false,
  access: "public",
  annotations: [],
};

const META: ClassMeta = {
  name: "Car",
  kind: "class",
  superClass: null,
  interfaces: [],
  isAbstract: false,
  isTest: false,
  isException: false,
  sharing: "none",
  apiVersion: 67,
  access: "public",
  annotations: [],
  fields: [
    { ...FIELD, name: "make", type: "String", storage: "f_make" },
    { ...FIELD, name: "price", type: "Double", storage: "f_price" },
    { ...FIELD, name: "secret", type: "String", storage: "f_secret", isTransient: true },
    { ...FIELD, name: "parts", type: "List<Car>", storage: "f_parts" },
    { ...FIELD, name: "color", type: "Color", storage: "f_color" },
  ],
  methods: [],
  enumValues: [],
  hasDefaultConstructor: true,
  allocate: () => new Car(),
  construct: () => new Car(),
};
const COLOR: ClassMeta = {
  ...META,
  name: "Color",
  kind: "enum",
  fields: [],
  enumValues: [new EnumValue("Color", "RED", 0), new EnumValue("Color", "BLUE", 1)],
  allocate: null,
};

class Car extends UserObject {
  f_make: string | null = null;
  f_price: number | null = null;
  f_secret: string | null = "hidden";
  f_parts: ApexList | null = null;
  f_color: EnumValue | null = null;
}
Object.assign(Car.prototype, { $meta: META });

useClasses({ find: (name) => ({ car: META, color: COLOR })[name.toLowerCase()] });

test("serializes every kind of value", () => {
  const values: readonly [ApexValue, string][] = [
    [null, "null"],
    ['a"\\/\n\u00e9\u2028', '"a\\"\\\\/\\n\u00e9\u2028"'],
    [1, "1"],
    [5000000000n, "5000000000"],
    [new ApexDouble(1), "1.0"],
    [decimal("1.10"), "1.10"],
    [true, "true"],
    [ApexDate.of(2020, 1, 2), '"2020-01-02"'],
    [new ApexDatetime(0), '"1970-01-01T00:00:00.000Z"'],
    [ApexTime.of(18, 30, 2, 20), '"18:30:02.020Z"'],
    [ApexBlob.fromText("abc"), '"YWJj"'],
    [COLOR.enumValues[0] ?? null, '"RED"'],
    [new ApexList("List<Integer>", [1, null]), "[1,null]"],
    [new ApexMap("Map<Integer,String>", [[1, "a"]]), '{"1":"a"}'],
  ];
  for (const [value, text] of values) assert.equal(serialize(value), text);
});

test("objects print their fields, last name first, transient ones excepted, nulls unless suppressed", () => {
  const car = new Car();
  car.f_make = "x";
  car.f_price = 2;
  assert.equal(serialize(car), '{"price":2.0,"parts":null,"make":"x","color":null}');
  assert.equal(call("System.JSON.serialize(Object,Boolean)", car, true), '{"price":2.0,"make":"x"}');
});

test("a property with a getter prints what the getter gives, one without none; a setter runs when JSON is read", () => {
  const shout = { ...FIELD, name: "shout", type: "String", kind: "property", storage: null, accessor: "p_shout" } as const;
  const silent = { ...shout, name: "silent", accessor: "p_silent", canRead: false } as const;
  class Dog extends UserObject {
    f_name = "rex";
    get p_shout(): string {
      return `${this.f_name}!`;
    }
    set p_shout(text: string) {
      this.f_name = text;
    }
  }
  const meta: ClassMeta = { ...META, name: "Dog", fields: [shout, silent], allocate: () => new Dog() };
  Object.assign(Dog.prototype, { $meta: meta });
  const previous = useClasses({ find: (name) => (name === "Dog" ? meta : undefined) });
  try {
    assert.equal(serialize(new Dog()), '{"shout":"rex!"}');
    const dog = typed('{"shout":"bo"}', "Dog");
    assert.ok(dog instanceof Dog && dog.f_name === "bo");
  } finally {
    useClasses(previous);
  }
});

test("a record is made of the object that its attributes name, wherever they stand", () => {
  const record = transact(memoryOrg(), () => typed('{"Name":"x","unknown":[1],"attributes":{"url":"/1","type":"Account"}}', "SObject"));
  assert.equal(toText(record), "Account:{Name=x}");
  transact(memoryOrg(), () => {
    assert.equal(
      messageOf("System.JSONException", () => strict('{"unknown":1}', "Account")),
      "No such column 'unknown' on sobject of type Account",
    );
  });
});

test("a cycle and a type without JSON form are JSONExceptions", () => {
  const car = new Car();
  car.f_parts = new ApexList("List<Car>", [car]);
  assert.match(
    messageOf("System.JSONException", () => serialize(car)),
    /cycle/,
  );
  assert.equal(
    messageOf("System.JSONException", () => serialize(ClassRef.of("Car"))),
    "Apex Type unsupported in JSON: Type",
  );
});

test("maps are written last entry first; pretty output indents objects and keeps lists on one line", () => {
  const text = call("System.JSON.serializePretty(Object)", untyped('{"a":[1,{"b":null}],"c":{},"d":[]}'));
  assert.equal(text, '{\n  "d" : [ ],\n  "c" : { },\n  "a" : [ 1, {\n    "b" : null\n  } ]\n}');
});

test("untyped numbers become Integer, Long or Decimal by their text", () => {
  const value = untyped("[1,2147483648,1.50,-0.0,1e2,99999999999999999999]");
  assert.ok(value instanceof ApexList);
  assert.deepEqual(
    value.items.map((item) => `${typeof item} ${toText(item)}`),
    ["number 1", "bigint 2147483648", "object 1.50", "object 0.0", "object 100", "object 99999999999999999999"],
  );
});

test("reads objects by their fields in any case; unknown ones only when strict", () => {
  const car = typed('{"Make":"x","price":2,"other":{"a":[1]},"parts":[{"make":"y"}],"color":"blue","secret":"s"}', "Car");
  assert.ok(car instanceof Car);
  assert.deepEqual([car.f_make, car.f_price, car.f_secret, car.f_color?.name], ["x", 2, "hidden", "BLUE"]);
  assert.equal(car.f_parts?.type, "List<Car>");
  assert.equal(
    messageOf("System.JSONException", () => strict('{"other":1}', "Car")),
    "Unknown field: Car.other",
  );
  assert.equal(
    messageOf("System.JSONException", () => typed('{"make":"a","Make":"b"}', "Car")),
    "Duplicate field: Car.make",
  );
});

test("elements of typed collections have the declared type", () => {
  const map = typed('{"1":[1.5,2]}', "Map<Integer,List<Double>>");
  assert.ok(map instanceof ApexMap);
  const list = map.get(1);
  assert.ok(list instanceof ApexList);
  assert.equal(toText(list), "(1.5, 2.0)");
  assert.equal(serialize(list), "[1.5,2.0]");
});

test("dates are read in ISO form with any offset", () => {
  assert.deepEqual(typed('"2020-01-01T02:00:00.000+0200"', "Datetime"), new ApexDatetime(Date.UTC(2020, 0, 1)));
  assert.deepEqual(typed('"2020-01-01"', "Date"), ApexDate.of(2020, 1, 1));
  assert.equal(
    messageOf("System.JSONException", () => typed('"soon"', "Datetime")),
    'Invalid format: "soon"',
  );
});

test("malformed text is a JSONException that says where", () => {
  const errors: Readonly<Record<string, string>> = {
    "<html>":
      "Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]",
    "{id:1}": "Unexpected character ('i' (code 105)): was expecting double-quote to start field name at [line:1, column:3]",
    "": "No content to map to Object due to end of input",
    "[1\n 2]": "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:2, column:3]",
  };
  for (const [text, message] of Object.entries(errors)) {
    assert.equal(
      messageOf("System.JSONException", () => untyped(text)),
      message,
    );
  }
  assert.equal(
    messageOf("System.JSONException", () => typed('{"a":1}', "List<String>")),
    "Malformed JSON: Expected '[' at the beginning of List/Set",
  );
  assert.equal(
    messageOf("System.JSONException", () => typed('"}]', "List<String>")),
    "Malformed JSON: Expected '[' at the beginning of List/Set",
  );
  assert.equal(
    messageOf("System.JSONException", () => typed('"x"', "Integer")),
    "Illegal value for primitive",
  );
  assert.equal(
    messageOf("System.JSONException", () => typed('{"a":1}', "Map<String,Object>")),
    "Apex Type unsupported in JSON: Object",
  );
});

test("a parser walks token by token and reads typed values", () => {
  const parser = call("System.JSON.createParser(String)", '{"a":1,"car":{"make":"x"},"end":[true]}');
  const next = (): string => String(Reflect.get(Object(call("System.JSONParser#nextToken()", parser)), "name"));
  assert.deepEqual([next(), next(), next()], ["START_OBJECT", "FIELD_NAME", "VALUE_NUMBER_INT"]);
  assert.equal(call("System.JSONParser#getCurrentName()", parser), "a");
  assert.equal(call("System.JSONParser#getLongValue()", parser), 1n);
  assert.deepEqual([next(), next()], ["FIELD_NAME", "START_OBJECT"]);
  const car = call("System.JSONParser#readValueAs(System.Type)", parser, ClassRef.of("Car"));
  assert.ok(car instanceof Car && car.f_make === "x");
  assert.deepEqual([next(), next()], ["FIELD_NAME", "START_ARRAY"]);
  call("System.JSONParser#skipChildren()", parser);
  assert.deepEqual([next(), next()], ["END_OBJECT", "undefined"]);
});

test("a generator writes what it is told and closes when read", () => {
  const generator = call("System.JSON.createGenerator(Boolean)", false);
  call("System.JSONGenerator#writeStartObject()", generator);
  call("System.JSONGenerator#writeNumberField(String,Double)", generator, "d", 1);
  call("System.JSONGenerator#writeFieldName(String)", generator, "list");
  call("System.JSONGenerator#writeStartArray()", generator);
  call("System.JSONGenerator#writeObject(Object)", generator, new Car());
  call("System.JSONGenerator#writeEndArray()", generator);
  assert.match(
    messageOf("System.JSONException", () => call("System.JSONGenerator#writeString(String)", generator, "x")),
    /expecting field name/,
  );
  call("System.JSONGenerator#writeEndObject()", generator);
  assert.equal(
    call("System.JSONGenerator#getAsString()", generator),
    '{"d":1.0,"list":[{"price":null,"parts":null,"make":null,"color":null}]}',
  );
  assert.equal(call("System.JSONGenerator#isClosed()", generator), true);
});
