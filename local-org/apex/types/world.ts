/** Everything a check can see: platform, schema, the project's types; and where its findings go. */
import type { Catalog, CatalogClass } from "../catalog/catalog.ts";
import type { Schema } from "../../data/schema/schema.ts";
import type { Diagnostic } from "../syntax/diagnostics.ts";
import type { ApexType } from "./apex-type.ts";
import type { Position } from "./bound-tree.ts";
import type { Hierarchy } from "./conversions.ts";
import { parseCatalogType } from "./catalog-types.ts";
import { baseName, SOBJECT, typeArguments } from "./type-model.ts";
import type { UserType } from "./user-types.ts";

export interface CheckDiagnostic extends Diagnostic {
  /** `unsupported`: right on the platform, but this engine cannot run it. */
  readonly kind: "error" | "unsupported";
}

export interface CheckOptions {
  /** Own namespace, accepted as prefix of own names. */
  readonly namespace?: string | null;
  /** API version by unit file; 67 where it is not given. */
  readonly apiVersions?: ReadonlyMap<string, number>;
  /** Whether a library key can be run; everything when not given. */
  readonly isImplemented?: (member: string) => boolean;
}

export interface ProjectNames {
  /** Custom label names; null: not known, all are accepted. */
  readonly labels: ReadonlySet<string> | null;
  /** Visualforce page names; null: not known, all are accepted. */
  readonly pages: ReadonlySet<string> | null;
}

export class World implements Hierarchy {
  readonly catalog: Catalog;
  readonly schema: Schema;
  readonly names: ProjectNames;
  readonly options: CheckOptions;
  readonly diagnostics: CheckDiagnostic[] = [];
  /** All types of the project by lower-case canonical name (`outer.inner`). */
  readonly userTypes = new Map<string, UserType>();
  readonly #supertypes = new Map<ApexType, readonly ApexType[]>();

  constructor(catalog: Catalog, schema: Schema, names: ProjectNames, options: CheckOptions) {
    this.catalog = catalog;
    this.schema = schema;
    this.names = names;
    this.options = options;
  }

  report(file: string, position: Position, message: string, kind: "error" | "unsupported" = "error"): void {
    this.diagnostics.push({ file, line: position.line, column: position.column, message, severity: "error", kind });
  }

  userType(type: ApexType): UserType | undefined {
    return type.kind === "user" ? this.userTypes.get(type.name.toLowerCase()) : undefined;
  }

  /** The catalogue class behind a type: collections, primitives, platform classes; `SObject` for every sObject. */
  catalogClass(type: ApexType): CatalogClass | undefined {
    if (type.kind === "user" || type.kind === "void" || type.kind === "null") return undefined;
    return this.catalog.class(type.kind === "sobject" ? SOBJECT.name : baseName(type));
  }

  isImplemented(member: string): boolean {
    return this.options.isImplemented?.(member) ?? true;
  }

  // -------------------------------------------------------------- hierarchy

  supertypes(type: ApexType): readonly ApexType[] {
    const known = this.#supertypes.get(type);
    if (known !== undefined) return known;
    const result = this.#directSupertypes(type);
    this.#supertypes.set(type, result);
    return result;
  }

  #directSupertypes(type: ApexType): readonly ApexType[] {
    const user = this.userType(type);
    if (user !== undefined) return [...(user.superClass === null ? [] : [user.superClass]), ...user.interfaces];
    if (type.kind === "sobject") return type === SOBJECT ? [] : [SOBJECT];
    if (type.kind === "primitive") return [];
    const declared = this.catalogClass(type);
    if (declared === undefined) return [];
    const variables = this.typeVariables(type, declared);
    return [...(declared.superClass === null ? [] : [declared.superClass]), ...declared.interfaces].map((text) =>
      parseCatalogType(text, this.catalog, variables),
    );
  }

  /** Values of a platform class's type parameters in `type`. */
  typeVariables(type: ApexType, declared: CatalogClass): ReadonlyMap<string, ApexType> {
    const args = typeArguments(type);
    return new Map(declared.typeParameters.flatMap((name, i) => (args[i] === undefined ? [] : [[name, args[i]] as const])));
  }

  isInterface(type: ApexType): boolean {
    const user = this.userType(type);
    return user !== undefined ? user.kind === "interface" : type.kind === "platform" && this.catalogClass(type)?.kind === "interface";
  }

  isEnum(type: ApexType): boolean {
    const user = this.userType(type);
    return user !== undefined ? user.kind === "enum" : type.kind === "platform" && this.catalogClass(type)?.kind === "enum";
  }

  /** `isA(type, "System.Exception")`. */
  isA(type: ApexType, base: string): boolean {
    const seen = new Set<ApexType>();
    const visit = (at: ApexType): boolean => {
      if (baseName(at) === base) return true;
      if (seen.has(at)) return false;
      seen.add(at);
      return this.supertypes(at).some(visit);
    };
    return visit(type);
  }

  isException(type: ApexType): boolean {
    return this.isA(type, "System.Exception");
  }
}
