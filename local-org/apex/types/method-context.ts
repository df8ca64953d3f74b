/** What the checker knows inside one method body: the class, whether there is a `this`, the local variables. */
import type { ApexType } from "./apex-type.ts";
import type { BoundLocal, Position } from "./bound-tree.ts";
import { topLevel } from "./user-types.ts";
import type { Access, UserType, UserVariable } from "./user-types.ts";
import type { World } from "./world.ts";

export type BodyKind = "method" | "constructor" | "initializer" | "field" | "accessor" | "trigger";

export interface LocalEntry {
  readonly local: BoundLocal;
  readonly isFinal: boolean;
  /** Final locals without initialiser may be assigned once. */
  assigned: boolean;
}

export interface BodyOptions {
  readonly kind: BodyKind;
  readonly isStatic: boolean;
  /** null: a `return` with a value is not allowed (void methods have VOID). */
  readonly returns: ApexType;
  /** The property whose accessor this is. */
  readonly accessorOf?: UserVariable;
  /** The object of the trigger. */
  readonly triggerObject?: ApexType;
  readonly isTestMethod?: boolean;
}

export class MethodContext {
  readonly world: World;
  readonly type: UserType;
  readonly body: BodyOptions;
  readonly #scopes: Map<string, LocalEntry>[] = [new Map<string, LocalEntry>()];
  readonly #jsNames = new Map<string, number>();
  loopDepth = 0;
  /** How many diagnostics belong to statements that were already replaced. */
  coveredDiagnostics = 0;
  /** Set while the arguments of `this(...)` or `super(...)` are checked: there is no object yet. */
  beforeThis = false;

  constructor(world: World, type: UserType, body: BodyOptions) {
    this.world = world;
    this.type = type;
    this.body = body;
  }

  report(position: Position, message: string, kind: "error" | "unsupported" = "error"): void {
    this.world.report(this.type.file, position, message, kind);
  }

  get isTest(): boolean {
    return topLevel(this.type).isTest || this.body.isTestMethod === true;
  }

  enterScope(): void {
    this.#scopes.push(new Map());
  }

  leaveScope(): void {
    this.#scopes.pop();
  }

  declare(name: string, type: ApexType, position: Position, isFinal = false, assigned = true): BoundLocal {
    const key = name.toLowerCase();
    if (this.local(name) !== undefined) this.report(position, `Duplicate variable: ${name}`);
    const uses = this.#jsNames.get(key) ?? 0;
    this.#jsNames.set(key, uses + 1);
    const local: BoundLocal = { name, jsName: uses === 0 ? name : `${name}$${uses}`, type };
    this.#scopes.at(-1)?.set(key, { local, isFinal, assigned });
    return local;
  }

  local(name: string): LocalEntry | undefined {
    const key = name.toLowerCase();
    for (let i = this.#scopes.length - 1; i >= 0; i--) {
      const found = this.#scopes[i]?.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  locals(): readonly LocalEntry[] {
    return this.#scopes.flatMap((scope) => [...scope.values()]);
  }

  /** Whether a member is visible from the code of this body. */
  canSee(member: { readonly owner: UserType; readonly access: Access; readonly testVisible: boolean }): boolean {
    if (member.access === "public" || member.access === "global") return true;
    if (topLevel(member.owner) === topLevel(this.type)) return true;
    if (member.testVisible && topLevel(this.type).isTest) return true;
    if (member.access !== "protected") return false;
    return extendsType(this.type, member.owner) || (this.type.outer !== null && extendsType(this.type.outer, member.owner));
  }
}

function extendsType(type: UserType, ancestor: UserType): boolean {
  for (let at: UserType | null = type; at !== null; at = at.superUser) if (at === ancestor) return true;
  return false;
}
