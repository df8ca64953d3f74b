import type { Annotation, ClassDeclaration, MethodDeclaration, TypeReference } from "./ast.ts";
import { hasAnnotation, hasModifier } from "./check-modifiers.ts";
import type { Report } from "./diagnostics.ts";

/** What a method's modifiers and annotations ask of the method. */
export function checkMethod(method: MethodDeclaration, owner: ClassDeclaration, isInner: boolean, report: Report): void {
  checkBody(method, owner, report);
  if (hasModifier(method.modifiers, "webservice")) checkWebService(method, owner, isInner, report);
  if (hasModifier(method.modifiers, "testmethod")) checkTest(method, owner, null, report);
  for (const annotation of method.modifiers.annotations) checkAnnotated(method, owner, isInner, annotation, report);
}

function checkBody(method: MethodDeclaration, owner: ClassDeclaration, report: Report): void {
  const { body, modifiers, position } = method;
  if (!hasModifier(modifiers, "abstract")) {
    if (body === null) report("Method must have a body", position);
    return;
  }
  if (body !== null) report("Abstract methods cannot have a body", position);
  if (!hasModifier(owner.modifiers, "abstract")) report("Abstract methods are only allowed in abstract classes", position);
}

const isPublic = (method: MethodDeclaration) =>
  hasModifier(method.modifiers, "public") || hasModifier(method.modifiers, "global") || hasModifier(method.modifiers, "webservice");

function checkWebService(method: MethodDeclaration, owner: ClassDeclaration, isInner: boolean, report: Report): void {
  const { modifiers, position } = method;
  if (!hasModifier(modifiers, "static")) report("webservice methods must be declared as static", position);
  if (isInner) report("webservice can only be used on methods of a top level type", position);
  else if (!hasModifier(owner.modifiers, "global")) report("Defining type for webservice methods must be declared as global", position);
}

function checkAnnotated(
  method: MethodDeclaration,
  owner: ClassDeclaration,
  isInner: boolean,
  annotation: Annotation,
  report: Report,
): void {
  const { modifiers, position, parameters } = method;
  const name = annotation.name.toLowerCase();
  const label = `@${annotation.name}`;
  const mustBeStatic = () => {
    if (!hasModifier(modifiers, "static")) report(`${label} methods must be declared as static`, position);
  };
  const mustBePublic = () => {
    if (!isPublic(method)) report(`${label} methods require at least one of the following: global, public`, position);
  };
  const mustBeOnTopLevel = () => {
    if (isInner) report(`${label} can only be used on methods of a top level type`, annotation.position);
  };
  switch (name) {
    case "auraenabled":
      mustBePublic();
      if (!hasModifier(modifiers, "static")) {
        if (!/^get/i.test(method.name)) report("Non static AuraEnabled methods must be named with a prefix 'get'", position);
        if (parameters.length > 0) report("Non static AuraEnabled methods may not have parameters", position);
      }
      return;
    case "future":
      mustBeStatic();
      mustBeOnTopLevel();
      if (method.returns !== null) report(`${label} methods must return void`, position);
      for (const parameter of parameters) {
        if (!isPrimitive(parameter.type))
          report(`${label} methods do not support parameter type of ${typeText(parameter.type)}`, parameter.type.position);
      }
      return;
    case "invocablemethod":
      mustBeStatic();
      mustBePublic();
      mustBeOnTopLevel();
      checkInvocable(method, report);
      return;
    case "istest":
    case "testsetup":
      checkTest(method, owner, annotation, report);
      return;
    case "readonly":
      if (annotation.parameters.length === 0 && !canBeReadOnly(method)) {
        report(
          "Only WebService, RemoteAction or Schedulable.execute(SchedulableContext) methods can be marked ReadOnly",
          annotation.position,
        );
      }
      return;
    case "remoteaction":
      mustBeStatic();
      mustBePublic();
      return;
    case "httpdelete":
    case "httpget":
    case "httppatch":
    case "httppost":
    case "httpput":
      mustBeStatic();
      if (!hasModifier(modifiers, "global")) report(`${label} methods must be declared as global`, position);
      if (!hasAnnotation(owner.modifiers, "restresource"))
        report(`${label} methods are only allowed in classes annotated with @RestResource`, annotation.position);
      if ((name === "httpget" || name === "httpdelete") && parameters.length > 0)
        report(`${label} methods do not support parameters`, position);
  }
}

function canBeReadOnly(method: MethodDeclaration): boolean {
  if (hasModifier(method.modifiers, "webservice") || hasAnnotation(method.modifiers, "remoteaction")) return true;
  const [first] = method.parameters;
  return method.name.toLowerCase() === "execute" && first !== undefined && /^(system\.)?schedulablecontext$/i.test(typeText(first.type));
}

function checkTest(method: MethodDeclaration, owner: ClassDeclaration, annotation: Annotation | null, report: Report): void {
  const { modifiers, position } = method;
  const label = annotation === null ? "testMethod" : `@${annotation.name}`;
  const isStatic = hasModifier(modifiers, "static") || hasModifier(modifiers, "testmethod");
  if (!isStatic) report(`${label} methods must be declared as static`, position);
  if (method.parameters.length > 0) report("Test methods must have no arguments", position);
  if (method.returns !== null) report(`${label} methods must return void`, position);
  if (!hasAnnotation(owner.modifiers, "istest"))
    report(`${label} methods are only allowed in classes annotated with @IsTest`, annotation?.position ?? position);
}

function checkInvocable(method: MethodDeclaration, report: Report): void {
  const { parameters } = method;
  const second = parameters[1];
  if (second !== undefined) report("Only one parameter is supported on methods with @InvocableMethod", second.position);
  const first = parameters[0];
  if (first !== undefined && !isList(first.type)) {
    report(
      `Unsupported parameter type ${typeText(first.type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`,
      first.type.position,
    );
  }
  if (method.returns !== null && !isList(method.returns))
    report(`@InvocableMethod methods return void or a List, not ${typeText(method.returns)}`, method.position);
  for (const other of method.modifiers.annotations) {
    const name = other.name.toLowerCase();
    if (["future", "auraenabled", "remoteaction", "testsetup", "istest"].includes(name))
      report(`@${other.name} cannot be combined with @InvocableMethod`, other.position);
  }
}

const primitives: ReadonlySet<string> = new Set("blob boolean date datetime decimal double id integer long string time".split(" "));
const collections: ReadonlySet<string> = new Set(["list", "set", "map"]);

/** A primitive, or a collection of primitives. */
function isPrimitive(type: TypeReference): boolean {
  const last = type.names.at(-1);
  if (last === undefined) return false;
  const name = last.name.toLowerCase();
  if (collections.has(name)) return last.arguments.every(isPrimitive);
  return primitives.has(name);
}

const isList = (type: TypeReference) => type.arrayDepth > 0 || type.names.at(-1)?.name.toLowerCase() === "list";

/** A type as it was written. */
export function typeText(type: TypeReference): string {
  const names = type.names.map(({ name, arguments: list }) => (list.length === 0 ? name : `${name}<${list.map(typeText).join(",")}>`));
  return names.join(".") + "[]".repeat(type.arrayDepth);
}
