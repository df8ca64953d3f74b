import type {
  ClassDeclaration,
  MethodDeclaration,
  Position,
  PropertyDeclaration,
  SourceUnit,
  TriggerDeclaration,
  TypeDeclaration,
} from "./ast.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkMethod } from "./check-methods.ts";
import { checkModifiers, hasAnnotation, hasModifier } from "./check-modifiers.ts";
import type { Report } from "./diagnostics.ts";

/** What the platform refuses about the form of declarations, as far as it can be seen without knowing any type. */
export function checkDeclarations(declaration: SourceUnit["declaration"], report: Report): void {
  if (declaration.kind === "trigger") checkTrigger(declaration, report);
  else checkType(declaration, false, report);
}

function checkType(declaration: TypeDeclaration, isInner: boolean, report: Report): void {
  const { modifiers, position } = declaration;
  const plural = declaration.kind === "class" ? "classes" : declaration.kind === "interface" ? "interfaces" : "enums";
  checkModifiers(modifiers, plural, report);
  checkAnnotations(modifiers, plural, report);
  const isTest = hasAnnotation(modifiers, "istest");
  if (!isInner && !hasModifier(modifiers, "public") && !hasModifier(modifiers, "global") && !isTest) {
    report("Top-level type must have public or global visibility", position);
  }
  if (isTest && isInner) report("@IsTest can only be used on a top level type", position);
  switch (declaration.kind) {
    case "class":
      checkClass(declaration, isInner, report);
      return;
    case "interface":
      for (const method of declaration.methods) checkInterfaceMethod(method, report);
      return;
    case "enum":
      checkUnique(declaration.constants, "Duplicate enum value", report);
  }
}

function checkClass(declaration: ClassDeclaration, isInner: boolean, report: Report): void {
  const { modifiers, position, members } = declaration;
  if (hasAnnotation(modifiers, "istest") && (hasModifier(modifiers, "abstract") || hasModifier(modifiers, "virtual"))) {
    report("Test classes cannot be abstract or virtual", position);
  }
  checkRestResource(declaration, isInner, report);
  for (const member of members) {
    switch (member.kind) {
      case "field":
        checkModifiers(member.modifiers, "fields", report);
        checkAnnotations(member.modifiers, "fields", report);
        break;
      case "property":
        checkProperty(member, report);
        break;
      case "method":
        checkModifiers(member.modifiers, "methods", report);
        checkAnnotations(member.modifiers, "methods", report);
        checkParameters(member, report);
        checkMethod(member, declaration, isInner, report);
        break;
      case "constructor":
        checkModifiers(member.modifiers, "constructors", report);
        checkAnnotations(member.modifiers, "constructors", report);
        checkParameters(member, report);
        break;
      case "class":
      case "interface":
      case "enum":
        checkType(member, true, report);
    }
  }
  checkSingleAnnotations(declaration, report);
  checkInvocableVariables(declaration, report);
}

function checkInterfaceMethod(method: MethodDeclaration, report: Report): void {
  checkModifiers(method.modifiers, "interface methods", report);
  checkAnnotations(method.modifiers, "methods", report);
  checkParameters(method, report);
}

function checkParameters(method: Pick<MethodDeclaration, "parameters">, report: Report): void {
  for (const parameter of method.parameters) {
    checkModifiers(parameter.modifiers, "parameters", report);
    checkAnnotations(parameter.modifiers, "parameters", report);
  }
  if (method.parameters.length > 32)
    report("Invalid number of parameters exceeds: 32", method.parameters[32]?.position ?? { line: 1, column: 1 });
}

function checkProperty(property: PropertyDeclaration, report: Report): void {
  checkModifiers(property.modifiers, "properties", report);
  checkAnnotations(property.modifiers, "properties", report);
  for (const accessor of [property.getter, property.setter]) {
    if (accessor !== null) checkModifiers(accessor.modifiers, "accessors", report);
  }
}

function checkRestResource(declaration: ClassDeclaration, isInner: boolean, report: Report): void {
  const annotation = declaration.modifiers.annotations.find(({ name }) => name.toLowerCase() === "restresource");
  if (annotation === undefined) return;
  if (isInner) report("@RestResource can only be used on a top level type", annotation.position);
  else if (!hasModifier(declaration.modifiers, "global")) report("@RestResource classes must be declared as global", declaration.position);
  const url = annotation.parameters.find(({ name }) => name.toLowerCase() === "urlmapping");
  if (url === undefined) {
    report("Required property is missing: urlMapping", annotation.position);
    return;
  }
  if (url.value === "") report("Rest Resource url cannot be empty", url.position);
  else if (!url.value.startsWith("/")) report("Rest Resource url must begin with a forward slash, '/'", url.position);
  else if (/[^/]\*/.test(url.value)) report("Rest Resource url wildcard, '*', must be preceded by a forward slash, '/'", url.position);
  else if (/\*[^/]/.test(url.value))
    report("Rest Resource url wildcard, '*', must be followed by a forward slash, '/', or be the last character", url.position);
  else if (url.value.length > 255) report("Rest Resource url cannot be longer than 255 characters", url.position);
}

/** Annotations that one method of a class can have. */
const singleAnnotations: ReadonlySet<string> = new Set([
  "httpdelete",
  "httpget",
  "httppatch",
  "httppost",
  "httpput",
  "invocablemethod",
  "testsetup",
]);

function checkSingleAnnotations(declaration: ClassDeclaration, report: Report): void {
  const seen = new Set<string>();
  for (const member of declaration.members) {
    if (member.kind !== "method") continue;
    for (const { name, position } of member.modifiers.annotations) {
      const key = name.toLowerCase();
      if (singleAnnotations.has(key) && seen.has(key)) report(`Only one method per type can be defined with: ${name}`, position);
      seen.add(key);
    }
  }
}

function checkInvocableVariables(declaration: ClassDeclaration, report: Report): void {
  for (const member of declaration.members) {
    if (member.kind !== "field" && member.kind !== "property") continue;
    if (!hasAnnotation(member.modifiers, "invocablevariable")) continue;
    if (hasModifier(member.modifiers, "static")) report("@InvocableVariable fields cannot be static", member.position);
    if (!hasModifier(member.modifiers, "public") && !hasModifier(member.modifiers, "global")) {
      report("@InvocableVariable fields require at least one of the following: global, public", member.position);
    }
  }
}

function checkTrigger(declaration: TriggerDeclaration, report: Report): void {
  checkUnique(
    declaration.events.map(({ timing, operation, position }) => ({ name: `${timing} ${operation}`, position })),
    "Duplicate Trigger Usage",
    report,
  );
  for (const { timing, operation, position } of declaration.events) {
    if (timing === "before" && operation === "undelete") report("Trigger Usage Before Undelete is not supported", position);
  }
  for (const member of declaration.members) {
    if (member.kind === "method") checkParameters(member, report);
    else checkType(member, true, report);
  }
}

function checkUnique(items: readonly { readonly name: string; readonly position: Position }[], text: string, report: Report): void {
  const seen = new Set<string>();
  for (const { name, position } of items) {
    const key = name.toLowerCase();
    if (seen.has(key)) report(`${text}: ${name}`, position);
    seen.add(key);
  }
}
