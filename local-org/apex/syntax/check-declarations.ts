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
import { checkClassAnnotations } from "./check-class-annotations.ts";
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
  checkClassAnnotations(declaration, isInner, report);
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
