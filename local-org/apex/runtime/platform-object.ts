import type { ApexValue } from "./values.ts";

/** Base of the library's own objects: `System.Http`, `System.Pattern`, `Database.SaveResult` ... */
export abstract class PlatformObject {
  /** Canonical name of the class (`System.HttpRequest`); decides `instanceof`, casts and `Type` questions. */
  abstract get apexType(): string;

  /** Value equality where the class has one; identity otherwise. */
  apexEquals(other: ApexValue): boolean {
    return this === other;
  }

  /** Consistent with `apexEquals`; null: by identity. */
  apexHashCode(): number | null {
    return null;
  }

  /** What `String.valueOf` and `System.debug` print. */
  apexToString(): string {
    return `${this.apexType.replace(/^System\./, "")}:[]`;
  }

  /** For classes that JSON shows as text (`System.UUID`). */
  apexJsonText(): string | null {
    return null;
  }

  /** Fields for `JSON.serialize`; null: the type is not supported in JSON. */
  apexJson(): Iterable<readonly [string, ApexValue]> | null {
    return null;
  }
}
