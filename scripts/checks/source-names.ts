/** A name that a source file mentions, with the kind of thing it must be. */
export interface NamedReference {
  readonly kind: "bundle" | "component" | "custom" | "label" | "source";
  readonly name: string;
  readonly line: number;
}

const CUSTOM = /\b\w+?__(?:c|e|mdt)\b/g;

/** Names that a file of the package mentions, by its extension. */
export function namesIn(file: string, text: string): NamedReference[] {
  if (/\.(cls|trigger)$/.test(file)) return apexNames(text);
  if (/\.(ts|js)$/.test(file)) return scriptNames(text);
  if (file.endsWith("-meta.xml")) return metadataNames(text);
  if (/\.(html|page|component|cmp|app|evt)$/.test(file)) return markupNames(text);
  return [];
}

/** Identifiers of Apex in any case, without those that this file declares as variables, fields or parameters in another case. */
function apexNames(text: string): NamedReference[] {
  const code = blank(text, /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g);
  const withoutStrings = blank(code, /'(?:[^'\\\n]|\\.)*'/g);
  const declared = new Set(Array.from(withoutStrings.matchAll(/[\w>\]]\s+(\w+)\s*(?=[=;,):{])/g), (match) => match[1] ?? ""));
  return [
    ...references(withoutStrings, /(?<![.\w])(\w+)\b/g, "source", (name) => (declared.has(name) ? undefined : name.toLowerCase())),
    ...references(withoutStrings, /\bLabel\.(?:\w+\.)?(\w+)/gi, "label"),
    ...references(withoutStrings, /\bPage\.(\w+)/gi, "source", (name) => name.toLowerCase()),
    ...references(code, CUSTOM, "custom"),
  ];
}

function scriptNames(text: string): NamedReference[] {
  return [
    ...references(text, /["']c\/(\w+)["']/g, "bundle"),
    ...references(text, /@salesforce\/apex\/(?:\w+\.)?(\w+)\.\w+["']/g, "source", (name) => name.toLowerCase()),
    ...references(text, /@salesforce\/label\/c\.(\w+)/g, "label"),
    ...references(text, /@salesforce\/(?:customPermission|resourceUrl|messageChannel)\/(\w+?)(?:__c)?["']/g, "component"),
    ...references(text, CUSTOM, "custom"),
  ];
}

function markupNames(text: string): NamedReference[] {
  return [
    ...references(text, /<c-([a-z0-9-]+)/g, "bundle", (name) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
    ...references(text, /[<"]c:(\w+)/g, "bundle"),
    ...references(text, /\b(?:controller|extensions)\s*=\s*"(\w+)"/g, "source", (name) => name.toLowerCase()),
    ...references(text, /\$Label\.(?:c\.)?(\w+)/g, "label"),
    ...references(text, /\$(?:Resource|Permission)\.(\w+)/g, "component"),
    ...references(text, CUSTOM, "custom"),
  ];
}

function metadataNames(text: string): NamedReference[] {
  const prose = blank(
    text,
    /<!--[\s\S]*?-->|<(fullName|label|masterLabel|pluralLabel|description|inlineHelpText|relationshipLabel)>[^<]*<\/\1>/g,
  );
  return [
    ...references(prose, />(?:c:)?([\w.-]+)</g, "component"),
    ...references(prose, />(?:c:)?(\w+)</g, "bundle"),
    ...references(prose, />(\w+)</g, "source", (name) => name.toLowerCase()),
    ...references(prose, /\$Label\.(?:c\.)?(\w+)/g, "label"),
    ...references(prose, CUSTOM, "custom"),
  ];
}

function references(
  text: string,
  pattern: RegExp,
  kind: NamedReference["kind"],
  toName: (found: string) => string | undefined = (found) => found,
): NamedReference[] {
  const lines = new LineCounter(text);
  return Array.from(text.matchAll(pattern)).flatMap((match): NamedReference[] => {
    const name = toName(match[1] ?? match[0]);
    return name === undefined ? [] : [{ kind, name, line: lines.at(match.index) }];
  });
}

/** Line numbers of growing positions. */
class LineCounter {
  #position = 0;
  #line = 1;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  at(position: number): number {
    for (; this.#position < position; this.#position += 1) if (this.#text[this.#position] === "\n") this.#line += 1;
    return this.#line;
  }
}

/** Replaces what matches by blanks, so that lines and columns stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (found) => found.replaceAll(/[^\n]/g, " "));
}
