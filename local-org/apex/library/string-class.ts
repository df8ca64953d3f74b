/** String: what kind of characters it is made of. */
import { definePlatformClass } from "../runtime/define.ts";
import { ApexList } from "../runtime/collections.ts";

const SPACE = "\\s\\u001c-\\u001f";

/** `emptyIs`: what an empty text answers. */
function every(pattern: string, emptyIs: boolean): (self: string) => boolean {
  const matcher = new RegExp(`^(?:${pattern})+$`, "u");
  return (self) => (self === "" ? emptyIs : matcher.test(self));
}

definePlatformClass("String", {
  members: {
    "isAllLowerCase()": every("\\p{Ll}", false),
    "isAllUpperCase()": every("\\p{Lu}", false),
    "isAlpha()": every("\\p{L}", false),
    "isAlphaSpace()": every("[\\p{L} ]", true),
    "isAlphanumeric()": every("[\\p{L}\\p{Nd}]", false),
    "isAlphanumericSpace()": every("[\\p{L}\\p{Nd} ]", true),
    "isAsciiPrintable()": every("[ -~]", true),
    "isNumeric()": every("\\p{Nd}", false),
    "isNumericSpace()": every("[\\p{Nd} ]", true),
    "isWhitespace()": every(`[${SPACE}]`, true),
    "splitByCharacterType()": (self: string) => new ApexList("List<String>", splitByType(self, false)),
    "splitByCharacterTypeCamelCase()": (self: string) => new ApexList("List<String>", splitByType(self, true)),
  },
});

const CATEGORIES = ["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cs"].concat([
  "Pd",
  "Ps",
  "Pe",
  "Pc",
  "Po",
  "Sm",
  "Sc",
  "Sk",
  "So",
  "Pi",
  "Pf",
]);
const MATCHERS = CATEGORIES.map((name) => [name, new RegExp(`^\\p{${name}}$`, "u")] as const);

function categoryOf(char: string): string {
  return MATCHERS.find(([, matcher]) => matcher.test(char))?.[0] ?? "Cn";
}

/** Groups of characters of one type; camel case: a capital belongs to the small letters after it. */
function splitByType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let start = 0;
  let current = "";
  for (let at = 0; at < text.length; at++) {
    const category = categoryOf(text.charAt(at));
    if (at > 0 && category !== current) {
      if (camelCase && category === "Ll" && current === "Lu") {
        if (at - 1 !== start) parts.push(text.slice(start, at - 1));
        start = at - 1;
      } else {
        parts.push(text.slice(start, at));
        start = at;
      }
    }
    current = category;
  }
  return text === "" ? [] : [...parts, text.slice(start)];
}
