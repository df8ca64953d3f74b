/** Test.createStub: an object of a class of the project whose methods all go to a StubProvider. */
import type { ClassMeta, MethodMeta } from "../runtime/class-meta.ts";
import { findClass } from "../runtime/environment.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { cast, instanceOf } from "../runtime/type-test.ts";
import { callBridge, markStub, UserObject } from "../runtime/user-object.ts";
import { ApexDouble, ApexList, ClassRef, type ApexValue } from "../runtime/values.ts";

class InterfaceStub extends UserObject {}

/** Throws System.TypeException for what the platform cannot stub. */
export function createStub(type: ClassRef, provider: ApexValue): ApexValue {
  const meta = findClass(type.name);
  if (meta === undefined) throwApex("System.TypeException", `${type.name} cannot be stubbed: only classes of the project can`);
  if (meta.name.includes(".")) throwApex("System.TypeException", `${meta.name} cannot be stubbed: it is an inner class`);
  const stub = instanceOf(provider, "System.StubProvider") ? bareObject(meta) : throwApex("System.TypeException", "not a StubProvider");
  markStub(stub);
  for (const method of stubbedMethods(meta)) {
    const call = (...args: readonly ApexValue[]): ApexValue => handle(stub, provider, method, args);
    Object.defineProperty(stub, method.jsName, { value: call, configurable: true });
    Object.defineProperty(stub, `$${method.name.toLowerCase()}$${method.parameters.length}`, { value: call, configurable: true });
  }
  return stub;
}

function bareObject(meta: ClassMeta): UserObject {
  if (meta.kind === "interface") {
    const stub = new InterfaceStub();
    Object.defineProperty(stub, "$meta", { value: { ...meta, kind: "class", interfaces: [meta.name, ...meta.interfaces] } });
    return stub;
  }
  const made = meta.allocate?.() ?? null;
  if (made instanceof UserObject) return made;
  return unsupported(`Test.createStub of ${meta.isAbstract ? "abstract class" : meta.kind} ${meta.name}`);
}

/** Instance methods of the class and its super classes; private ones are not stubbed. */
function* stubbedMethods(meta: ClassMeta): Iterable<MethodMeta> {
  const seen = new Set<string>();
  for (const type of [...superClasses(meta), ...(meta.kind === "interface" ? superInterfaces(meta) : [])]) {
    for (const method of type.methods) {
      if (method.isStatic || method.access === "private" || seen.has(method.jsName)) continue;
      seen.add(method.jsName);
      yield method;
    }
  }
}

function* superClasses(meta: ClassMeta): Iterable<ClassMeta> {
  for (let at: ClassMeta | undefined = meta; at !== undefined; at = at.superClass === null ? undefined : findClass(at.superClass)) yield at;
}

function* superInterfaces(meta: ClassMeta): Iterable<ClassMeta> {
  for (const name of meta.interfaces) {
    const found = findClass(name);
    if (found !== undefined) yield found;
  }
}

function handle(stub: UserObject, provider: ApexValue, method: MethodMeta, args: readonly ApexValue[]): ApexValue {
  const types = method.parameters.map(({ type }) => type);
  const given = args.map((value, at) => (types[at] === "Double" && typeof value === "number" ? new ApexDouble(value) : value));
  const result = callBridge(
    provider,
    "handleMethodCall",
    stub,
    method.name,
    ClassRef.of(method.returns),
    new ApexList(
      "List<System.Type>",
      types.map((type) => ClassRef.of(type)),
    ),
    new ApexList(
      "List<String>",
      method.parameters.map(({ name }) => name),
    ),
    new ApexList("List<Object>", given),
  );
  if (method.returns === "void" || result === undefined || result === null) return null;
  if (method.returns === "Double") return result instanceof ApexDouble ? result.value : result;
  return cast(result, method.returns);
}
