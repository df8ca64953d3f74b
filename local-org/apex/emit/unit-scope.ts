/** What one emitted script declares once at its head: platform members, constants, and the classes it refers to. */
import type { ProgramFacts } from "./program-facts.ts";
import { classVariable } from "./names.ts";

/** Members whose effect depends on the class that calls them: its API version gives the default access mode. */
const CALLER_DEPENDENT = /^(Database|System\.Database|Search|System\.Search)\./;

export class UnitScope {
  readonly facts: ProgramFacts;
  /** API version of the unit's -meta.xml. */
  readonly apiVersion: number;
  /** Values that the script gets as `$k`: query trees and the like. */
  readonly constants: unknown[] = [];
  /** Methods of a trigger by jsName: they belong to no class. Empty in class units. */
  readonly triggerMethods: ReadonlySet<string>;
  readonly #heads: string[] = [];
  readonly #hoisted = new Map<string, string>();
  readonly #classes = new Map<string, string>();

  constructor(facts: ProgramFacts, apiVersion: number, triggerMethods: ReadonlySet<string> = new Set()) {
    this.facts = facts;
    this.apiVersion = apiVersion;
    this.triggerMethods = triggerMethods;
  }

  /** The variable that holds the implementation of a platform member. */
  member(key: string): string {
    const maker = CALLER_DEPENDENT.test(key) ? "$rt.callerMember" : "$rt.member";
    const more = CALLER_DEPENDENT.test(key) ? `,${this.apiVersion}` : "";
    return this.#hoist("$m", `${maker}(${JSON.stringify(key)}${more})`);
  }

  /** The platform's own implementation of a member, for a super call. */
  superMember(key: string): string {
    return this.#hoist("$m", `$rt.superMember(${JSON.stringify(key)})`);
  }

  /** A Decimal literal. */
  decimal(text: string): string {
    return this.#hoist("$d", `$rt.decimal(${JSON.stringify(text)})`);
  }

  /** An array of names that never changes. */
  names(names: readonly string[]): string {
    return this.#hoist("$n", JSON.stringify(names));
  }

  /** Any value that the compiler has and the running code needs. */
  constant(value: unknown): string {
    this.constants.push(value);
    return `$k[${this.constants.length - 1}]`;
  }

  /** The variable of a class or enum of the project; it is set when the program is linked. */
  class(name: string): string {
    let variable = this.#classes.get(name);
    if (variable === undefined) {
      variable = classVariable(name);
      this.#classes.set(name, variable);
    }
    return variable;
  }

  /** JavaScript of a class's static state in the current realm. */
  statics(className: string): string {
    const slot = this.facts.slotOf(className);
    if (slot === undefined) throw new Error(`${className} has no static state`);
    return `($rt.statics[${slot}]??$rt.initStatics(${slot}))`;
  }

  /** Declarations for the head of the script; call it when everything else is emitted. */
  head(): string {
    const variables = [...this.#classes.values()];
    const classes = variables.length === 0 ? "" : `let ${variables.join(",")};`;
    return classes + this.#heads.join("");
  }

  /** JavaScript that sets the class variables from `$c`, the program's classes by canonical name. */
  links(): string {
    return [...this.#classes].map(([name, variable]) => `${variable}=$c[${JSON.stringify(name)}];`).join("");
  }

  #hoist(prefix: string, value: string): string {
    let name = this.#hoisted.get(value);
    if (name === undefined) {
      name = `${prefix}${this.#hoisted.size}`;
      this.#hoisted.set(value, name);
      this.#heads.push(`const ${name}=${value};`);
    }
    return name;
  }
}

/** Temporaries of one JavaScript function. */
export class FunctionScope {
  /** Emitted constructors return the object under construction. */
  readonly isConstructor: boolean;
  #temporaries = 0;

  constructor(isConstructor = false) {
    this.isConstructor = isConstructor;
  }

  temporary(): string {
    return `$t${this.#temporaries++}`;
  }

  /** Declaration of all temporaries, to stand at the head of the function. */
  declarations(): string {
    if (this.#temporaries === 0) return "";
    return `let ${Array.from({ length: this.#temporaries }, (_, index) => `$t${index}`).join(",")};`;
  }
}
