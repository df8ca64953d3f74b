/** Named and external credentials of an org, and the secrets of their principals. Secrets never leave this object but in callouts. */
export type PrincipalType = "NamedPrincipal" | "PerUserPrincipal" | "AwsStsPrincipal";

export interface Principal {
  /** What SetupEntityAccess.SetupEntityId names. */
  readonly id: string;
  readonly name: string;
  readonly type: PrincipalType;
  readonly sequence: number;
}

export interface CustomHeader {
  readonly name: string;
  /** May hold `{!$Credential.<ExternalCredential>.<Parameter>}`. */
  readonly value: string;
}

export interface ExternalCredential {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** Basic, Custom, OAuth, ... */
  readonly protocol: string;
  readonly principals: readonly Principal[];
  readonly headers: readonly CustomHeader[];
}

export interface NamedCredential {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly url: string;
  /** Null: no authentication. */
  readonly externalCredential: string | null;
  readonly generateAuthorizationHeader: boolean;
  readonly headers: readonly CustomHeader[];
}

export class CredentialStore {
  readonly #external = new Map<string, ExternalCredential>();
  readonly #named = new Map<string, NamedCredential>();
  readonly #secrets = new Map<string, ReadonlyMap<string, string>>();

  /** Adds a credential, or replaces the one of that name. */
  addExternal(credential: ExternalCredential): void {
    this.#external.set(credential.name.toLowerCase(), credential);
  }

  /** Adds a credential, or replaces the one of that name: so an administrator changes its address. */
  addNamed(credential: NamedCredential): void {
    this.#named.set(credential.name.toLowerCase(), credential);
  }

  /** By developer name in any case, with or without a namespace. */
  external(name: string): ExternalCredential | undefined {
    return this.#external.get(name.toLowerCase()) ?? this.#external.get(withoutNamespace(name));
  }

  named(name: string): NamedCredential | undefined {
    return this.#named.get(name.toLowerCase()) ?? this.#named.get(withoutNamespace(name));
  }

  externals(): Iterable<ExternalCredential> {
    return this.#external.values();
  }

  nameds(): Iterable<NamedCredential> {
    return this.#named.values();
  }

  /** Values by parameter name as given; undefined when nothing is stored. */
  secrets(credential: string, principal: string): ReadonlyMap<string, string> | undefined {
    return this.#secrets.get(secretKey(credential, principal));
  }

  setSecrets(credential: string, principal: string, values: ReadonlyMap<string, string>): void {
    this.#secrets.set(secretKey(credential, principal), values);
  }

  deleteSecrets(credential: string, principal: string): boolean {
    return this.#secrets.delete(secretKey(credential, principal));
  }
}

function secretKey(credential: string, principal: string): string {
  return `${withoutNamespace(credential)}|${principal.toLowerCase()}`;
}

function withoutNamespace(name: string): string {
  return name.toLowerCase().replace(/^[a-z]\w*?__/, "");
}
