/** Label: custom labels by name. */
import { currentTransaction } from "../../transaction/context.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { argument } from "./arguments.ts";

type Text = string | null;

definePlatformClass("System.Label", {
  statics: {
    "get(String,String)": (_namespace: Text, name: Text) => labelText(argument(name, 2), null) ?? unknown(name),
    "get(String,String,String)": (_namespace: Text, name: Text, language: Text) =>
      labelText(argument(name, 2), argument(language, 3)) ?? unknown(name),
    "translationExists(String,String,String)": (_namespace: Text, name: Text, language: Text) =>
      currentTransaction().org.labelTranslations.get(argument(language, 3).toLowerCase())?.has(argument(name, 2).toLowerCase()) ?? false,
  },
});

/** `Label.Welcome` in emitted code. */
definePlatformClass("$label", { statics: { text: (name: string) => labelText(name, null) ?? unsupported(`label ${name}`) } });

/** The label in that language (null: the running user's), else as it was written; undefined when there is none of that name. */
export function labelText(name: string, language: string | null): string | undefined {
  const { org, user } = currentTransaction();
  const wanted = language ?? org.store.get(user.id)?.get("LanguageLocaleKey");
  const translated = typeof wanted === "string" ? org.labelTranslations.get(wanted.toLowerCase())?.get(name.toLowerCase()) : undefined;
  return translated ?? org.labels.get(name.toLowerCase());
}

function unknown(name: Text): never {
  throwApex("System.IllegalArgumentException", `Custom label does not exist: ${name ?? "null"}`);
}
