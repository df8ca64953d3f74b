/** Pattern, and the members of String that take a regular expression. */
import { ApexList } from "../runtime/collections.ts";
import { definePlatformClass } from "../runtime/define.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { JavaRegex } from "../runtime/regex/java-regex.ts";
import { argument } from "./arguments.ts";
import { ApexMatcher } from "./matcher.ts";

type Text = string | null;

export class ApexPattern extends PlatformObject {
  readonly regex: JavaRegex;

  constructor(regex: JavaRegex) {
    super();
    this.regex = regex;
  }

  get apexType(): string {
    return "System.Pattern";
  }

  override apexToString(): string {
    return this.regex.pattern;
  }
}

definePlatformClass("System.Pattern", {
  statics: {
    "compile(String)": (pattern: Text) => new ApexPattern(JavaRegex.compile(argument(pattern))),
    "matches(String,String)": (pattern: Text, text: Text) => JavaRegex.compile(argument(pattern)).matches(argument(text, 2)) !== null,
    "quote(String)": (text: Text) => `\\Q${argument(text).replaceAll("\\E", "\\E\\\\E\\Q")}\\E`,
  },
  members: {
    "matcher(String)": (self: ApexPattern, text: Text) => new ApexMatcher(self, argument(text)),
    "pattern()": (self: ApexPattern) => self.regex.pattern,
    "split(String)": (self: ApexPattern, text: Text) => listOf(self.regex.split(argument(text))),
    "split(String,Integer)": (self: ApexPattern, text: Text, limit: number | null) =>
      listOf(self.regex.split(argument(text), argument(limit, 2))),
  },
});

definePlatformClass("String", {
  members: {
    "replaceAll(String,String)": (self: string, pattern: Text, replacement: Text) =>
      JavaRegex.compile(argument(pattern)).replace(self, argument(replacement, 2), true),
    "replaceFirst(String,String)": (self: string, pattern: Text, replacement: Text) =>
      JavaRegex.compile(argument(pattern)).replace(self, argument(replacement, 2), false),
    "split(String)": (self: string, pattern: Text) => listOf(JavaRegex.compile(argument(pattern)).split(self)),
    "split(String,Integer)": (self: string, pattern: Text, limit: number | null) =>
      listOf(JavaRegex.compile(argument(pattern)).split(self, argument(limit, 2))),
  },
});

function listOf(parts: string[]): ApexList {
  return new ApexList("List<String>", parts);
}
