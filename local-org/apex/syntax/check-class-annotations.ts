import type { Annotation, ClassDeclaration, MethodDeclaration, Modifiers } from "./ast.ts";
import { hasAnnotation, hasModifier } from "./check-modifiers.ts";
import type { Report } from "./diagnostics.ts";

/** What the annotations of a class and of its members ask of each other. */
export function checkClassAnnotations(declaration: ClassDeclaration, isInner: boolean, report: Report): void {
  checkRestResource(declaration, isInner, report);
  checkJsonAccess(declaration, report);
  checkTestData(declaration, report);
  checkSingleAnnotations(declaration, report);
  checkExposedNames(declaration, report);
  checkInvocableVariables(declaration, report);
}

function annotation(modifiers: Modifiers, name: string): Annotation | undefined {
  return modifiers.annotations.find((one) => one.name.toLowerCase() === name);
}

function methodsOf(declaration: ClassDeclaration): MethodDeclaration[] {
  return declaration.members.filter((member) => member.kind === "method");
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

function checkJsonAccess(declaration: ClassDeclaration, report: Report): void {
  const found = annotation(declaration.modifiers, "jsonaccess");
  if (found?.parameters.length === 0) report("At least one JSON serialization control parameter must be specified", found.position);
}

function isSet(found: Annotation | undefined, property: string): boolean {
  return found?.parameters.some(({ name, value }) => name.toLowerCase() === property && value === "true") === true;
}

/** Set-up methods and parallel tests exclude tests that see all data. */
function checkTestData(declaration: ClassDeclaration, report: Report): void {
  const ofClass = annotation(declaration.modifiers, "istest");
  if (ofClass === undefined) return;
  const methods = methodsOf(declaration);
  const setup = methods.find((method) => hasAnnotation(method.modifiers, "testsetup"));
  const seesAll = methods.map((method) => annotation(method.modifiers, "istest")).filter((found) => isSet(found, "seealldata"));
  const isParallel = isSet(ofClass, "isparallel");
  if (isSet(ofClass, "seealldata")) {
    if (isParallel)
      report("Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)", ofClass.position);
    if (setup !== undefined)
      report("Test class with a test setup method cannot be annotated with @isTest(SeeAllData=true)", setup.position);
  }
  const [first] = seesAll;
  if (first === undefined) return;
  if (isParallel)
    report(
      "Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with @isTest(SeeAllData=true)",
      first.position,
    );
  if (setup !== undefined)
    report("Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)", first.position);
}

/** What clients call by name cannot be overloaded as methods of the language can. */
function checkExposedNames(declaration: ClassDeclaration, report: Report): void {
  const webServices = new Set<string>();
  const remoteActions = new Set<string>();
  for (const method of methodsOf(declaration)) {
    const name = method.name.toLowerCase();
    if (hasModifier(method.modifiers, "webservice")) {
      if (webServices.has(name))
        report(`Web Service does not support two web service methods with the same name: ${method.name}`, method.position);
      webServices.add(name);
    }
    if (hasAnnotation(method.modifiers, "remoteaction")) {
      const key = `${name} ${method.parameters.length}`;
      if (remoteActions.has(key)) {
        report(
          "Remote Action does not support two remote action methods with the same name and same number of parameters",
          method.position,
        );
      }
      remoteActions.add(key);
    }
  }
  const isExposed = ({ modifiers }: { readonly modifiers: Modifiers }): boolean => hasAnnotation(modifiers, "auraenabled");
  const methods = new Set(
    methodsOf(declaration)
      .filter(isExposed)
      .map((method) => method.name.toLowerCase()),
  );
  for (const member of declaration.members) {
    if ((member.kind === "field" || member.kind === "property") && isExposed(member) && methods.has(member.name.toLowerCase())) {
      report(`AuraEnabled method and variable cannot have the same name: ${member.name}`, member.position);
    }
  }
}
