import type { Annotation, AnnotationParameter, Modifiers } from "./ast.ts";
import { annotationRules } from "./annotations.ts";
import type { AnnotationTarget, AnnotationValue } from "./annotations.ts";
import type { Report } from "./diagnostics.ts";

/** Unknown, repeated and misplaced annotations, and parameters that they do not have. */
export function checkAnnotations(modifiers: Modifiers, target: AnnotationTarget, report: Report): void {
  const seen = new Set<string>();
  for (const annotation of modifiers.annotations) {
    const key = annotation.name.toLowerCase();
    const rule = annotationRules[key];
    if (rule === undefined) report(`Annotation does not exist: ${annotation.name}`, annotation.position);
    else if (seen.has(key)) report(`Duplicate modifier: @${annotation.name}`, annotation.position);
    else if (!rule.targets.includes(target)) report(`@${annotation.name} is not allowed on ${target}`, annotation.position);
    else checkParameters(annotation, rule.parameters, report);
    seen.add(key);
  }
}

function checkParameters(annotation: Annotation, parameters: Readonly<Record<string, AnnotationValue>>, report: Report): void {
  const seen = new Set<string>();
  for (const parameter of annotation.parameters) {
    const key = parameter.name.toLowerCase();
    const expected = parameters[key];
    if (expected === undefined) {
      const text = key === "" ? "it takes no value without a name" : `no such property: ${parameter.name}`;
      report(`@${annotation.name}: ${text}`, parameter.position);
    } else if (seen.has(key)) report(`@${annotation.name}: the property ${parameter.name} is set twice`, parameter.position);
    else checkValue(annotation, parameter, expected, report);
    seen.add(key);
  }
}

function checkValue(annotation: Annotation, parameter: AnnotationParameter, expected: AnnotationValue, report: Report): void {
  const { name, value, literal, position } = parameter;
  if (literal === "other") report(`@${annotation.name}: the value of ${name} must be a literal`, position);
  else if (expected === "boolean" && literal !== "boolean") report(`Invalid value for property ${name} expected type Boolean`, position);
  else if (typeof expected === "object" && !expected.some((word) => word.toLowerCase() === value.toLowerCase())) {
    report(`Annotation property, ${name} on ${annotation.name}, unknown value: ${value}`, position);
  }
}
