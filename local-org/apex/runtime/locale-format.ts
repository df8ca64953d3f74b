/** How the user's locale writes dates and times. Locales that are not here are refused rather than guessed. */
import { userLocale } from "./environment.ts";
import { unsupported } from "./exceptions.ts";

export interface LocaleFormat {
  /** Patterns of SimpleDateFormat. */
  readonly date: string;
  readonly time: string;
  /** Between date and time. */
  readonly separator: string;
  readonly longTime: string;
}

const FORMATS: Readonly<Record<string, LocaleFormat>> = {
  "de-DE": { date: "dd.MM.yyyy", time: "HH:mm", separator: ", ", longTime: "HH:mm:ss z" },
  "en-AU": { date: "d/M/yyyy", time: "h:mm a", separator: ", ", longTime: "h:mm:ss a z" },
  "en-CA": { date: "yyyy-MM-dd", time: "h:mm a", separator: ", ", longTime: "h:mm:ss a z" },
  "en-GB": { date: "dd/MM/yyyy", time: "HH:mm", separator: ", ", longTime: "HH:mm:ss z" },
  "en-IE": { date: "dd/MM/yyyy", time: "HH:mm", separator: ", ", longTime: "HH:mm:ss z" },
  "en-US": { date: "M/d/yyyy", time: "h:mm a", separator: ", ", longTime: "h:mm:ss a z" },
  "es-ES": { date: "d/M/yyyy", time: "H:mm", separator: ", ", longTime: "H:mm:ss z" },
  "fr-FR": { date: "dd/MM/yyyy", time: "HH:mm", separator: " ", longTime: "HH:mm:ss z" },
  "it-IT": { date: "dd/MM/yyyy", time: "HH:mm", separator: ", ", longTime: "HH:mm:ss z" },
};

/** Of the running user's locale. Throws UnsupportedFeatureError for one that is not known here. */
export function localeFormat(): LocaleFormat {
  const locale = userLocale();
  return FORMATS[locale] ?? unsupported(`dates in the locale ${locale}`);
}
