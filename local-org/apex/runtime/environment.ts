/** What values need to know of the org and the program that run: clock, zones, schema, classes. */
import type { ObjectSchema, Schema } from "../../data/schema/schema.ts";
import { currentTransaction, currentTransactionOrNull } from "../../transaction/context.ts";
import type { ClassMeta, ClassRegistry } from "./class-meta.ts";

const NO_CLASSES: ClassRegistry = { find: () => undefined };
let classes = NO_CLASSES;

/** Makes the classes of a program known. The linker calls it; gives what was registered before. */
export function useClasses(registry: ClassRegistry): ClassRegistry {
  const previous = classes;
  classes = registry;
  return previous;
}

/** A class, interface or enum of the project by canonical name in any case. */
export function findClass(name: string): ClassMeta | undefined {
  return classes.find(name);
}

/** Milliseconds since 1970 of the org's clock; the machine's outside of any transaction. */
export function nowMillis(): number {
  return currentTransactionOrNull()?.org.clock.now() ?? Date.now();
}

/** Time zone of the running user (`TimeZoneSidKey`), else of the org; GMT outside of any transaction. */
export function userTimeZone(): string {
  const transaction = currentTransactionOrNull();
  if (transaction === null) return "GMT";
  const zone = transaction.org.store.get(transaction.user.id)?.get("TimeZoneSidKey");
  return typeof zone === "string" && zone !== "" ? zone : transaction.org.settings.timeZone;
}

/** Locale of the running user in BCP 47 form (`en-US`). */
export function userLocale(): string {
  const transaction = currentTransactionOrNull();
  const key = transaction?.org.store.get(transaction.user.id)?.get("LocaleSidKey");
  return typeof key === "string" && key !== "" ? languageTag(key) : "en-US";
}

/** Language, script and country of a locale key; variants (`en_IE_EURO`) have no counterpart. */
function languageTag(key: string): string {
  const [language = "en", ...rest] = key.split("_");
  const parts = [
    rest.find((part) => part.length === 4 && part !== part.toUpperCase()),
    rest.find((part) => /^([A-Z]{2}|\d{3})$/.test(part)),
  ];
  const tag = [language, ...parts.filter((part) => part !== undefined)].join("-");
  return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0 ? tag : "en-US";
}

/** The org's schema. Throws outside of a transaction. */
export function orgSchema(): Schema {
  return currentTransaction().org.schema;
}

/** An object of the org's schema by API name in any case. */
export function findObject(name: string): ObjectSchema | undefined {
  return currentTransactionOrNull()?.org.schema.object(name);
}
