/** String: escaping and unescaping. The rules are those of Apache Commons Lang's StringEscapeUtils. */
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { HTML3_ENTITIES, HTML4_ENTITIES, XML_ENTITIES } from "./escape-tables.ts";

definePlatformClass("String", {
  members: {
    "escapeCsv()": (self: string) => (/[",\n\r]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
    "escapeEcmaScript()": (self: string) => escapeJava(self).replace(/['/]/g, "\\$&"),
    "escapeHtml3()": (self: string) => escapeEntities(self, HTML3_ENTITIES),
    "escapeHtml4()": (self: string) => escapeEntities(self, HTML4_ENTITIES),
    "escapeJava()": escapeJava,
    "escapeUnicode()": (self: string) => self.replace(/[^\u0000-\u007f]/g, unicodeEscape),
    "escapeXml()": (self: string) => escapeEntities(self, XML_ENTITIES),
    "stripHtmlTags()": stripHtmlTags,
    "unescapeCsv()": unescapeCsv,
    "unescapeEcmaScript()": unescapeJava,
    "unescapeHtml3()": (self: string) => unescapeEntities(self, HTML3_ENTITIES),
    "unescapeHtml4()": (self: string) => unescapeEntities(self, HTML4_ENTITIES),
    "unescapeJava()": unescapeJava,
    "unescapeUnicode()": (self: string) =>
      self.replace(/\\u+\+?([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "unescapeXml()": (self: string) => unescapeEntities(self, XML_ENTITIES),
  },
});

const CONTROL: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\n": "\\n",
  "\t": "\\t",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function escapeJava(text: string): string {
  return text.replace(/[\u0000-\u001f"\\]|[^ -\u007f]/g, (char) => CONTROL[char] ?? unicodeEscape(char));
}

function unescapeJava(text: string): string {
  return text.replace(
    /\\(?:u+\+?([0-9a-fA-F]{4})|([0-3][0-7]{1,2}|[0-7]{1,2})|([^]|$))/g,
    (_, hex?: string, octal?: string, char?: string) => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
      if (char === "u") throwApex("System.StringException", "Unable to parse unicode value");
      const found = Object.entries(CONTROL).find(([, escape]) => escape === `\\${char ?? ""}`);
      return found?.[0] ?? char ?? "";
    },
  );
}

function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  return /[",\n\r]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

function escapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  return text.replace(/[^a-zA-Z0-9 ]/g, (char) => {
    const name = entities.get(char);
    return name === undefined ? char : `&${name};`;
  });
}

const reversed = new Map<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

function unescapeEntities(text: string, entities: ReadonlyMap<string, string>): string {
  let characters = reversed.get(entities);
  if (characters === undefined) {
    characters = new Map([...entities].map(([char, name]) => [name, char]));
    reversed.set(entities, characters);
  }
  const byName = characters;
  return text.replace(/&(?:#[xX]([0-9a-fA-F]+)|#(\d+)|([A-Za-z0-9]+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return byName.get(name) ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Plain tags only: what becomes of scripts, comments and entities is not documented. */
function stripHtmlTags(text: string): string {
  if (/<(?:script|style|!)/i.test(text) || /&[#\w]+;/.test(text))
    unsupported("String.stripHtmlTags with scripts, styles, comments or entities");
  return text.replace(/<[^>]*>/g, "");
}
