/** Which test methods a program has. */
import type { MethodMeta } from "../apex/runtime/class-meta.ts";
import type { Program } from "../apex/runtime/program.ts";

export interface TestClass {
  readonly name: string;
  /** `@TestSetup` methods, in source order. */
  readonly setups: readonly MethodMeta[];
  readonly methods: readonly TestMethod[];
}

export interface TestMethod {
  readonly meta: MethodMeta;
  /** `@IsTest(SeeAllData=true)` on the method or its class. */
  readonly seeAllData: boolean;
}

export interface TestFilter {
  /** Class names in any case; empty: all. */
  readonly classes?: readonly string[];
  /** `method` or `Class.method` in any case; empty: all. */
  readonly methods?: readonly string[];
}

/** Test classes by name, those without a chosen method left out. */
export function discoverTests(program: Program, filter: TestFilter = {}): TestClass[] {
  const result: TestClass[] = [];
  for (const { name, kind } of program.declarations()) {
    const meta = kind === "class" ? program.find(name) : undefined;
    if (meta === undefined || !accepts(filter.classes, name)) continue;
    const methods = meta.methods
      .filter((method) => method.isTest && method.isStatic && acceptsMethod(filter.methods, name, method.name))
      .map((method) => ({ meta: method, seeAllData: seesAllData(method.annotations) || seesAllData(meta.annotations) }));
    const setups = meta.methods.filter((method) => method.annotations.some((annotation) => annotation.name === "testsetup"));
    if (methods.length > 0) result.push({ name, setups, methods });
  }
  return result.sort((left, right) => (left.name < right.name ? -1 : 1));
}

function accepts(chosen: readonly string[] = [], name: string): boolean {
  return chosen.length === 0 || chosen.some((one) => one.toLowerCase() === name.toLowerCase());
}

function acceptsMethod(chosen: readonly string[] = [], className: string, method: string): boolean {
  return chosen.length === 0 || accepts(chosen, method) || accepts(chosen, `${className}.${method}`);
}

function seesAllData(annotations: MethodMeta["annotations"]): boolean {
  return annotations.some(({ name, parameters }) => name === "istest" && parameters["seealldata"]?.toLowerCase() === "true");
}
