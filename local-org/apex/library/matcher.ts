/** Matcher: one text searched by one pattern. */
import { definePlatformClass } from "../runtime/define.ts";
import { throwApex, unsupported } from "../runtime/exceptions.ts";
import { PlatformObject } from "../runtime/platform-object.ts";
import { indexAfter, type RegexMatch } from "../runtime/regex/java-regex.ts";
import type { ApexValue } from "../runtime/values.ts";
import { argument } from "./arguments.ts";
import type { ApexPattern } from "./pattern.ts";

type Index = number | null;

export class ApexMatcher extends PlatformObject {
  pattern: ApexPattern;
  text: string;
  regionStart = 0;
  regionEnd: number;
  anchoringBounds = true;
  transparentBounds = false;
  #match: RegexMatch | null = null;
  /** Where the next `find()` starts, in the whole text. */
  #next = 0;

  constructor(pattern: ApexPattern, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.regionEnd = text.length;
  }

  get apexType(): string {
    return "System.Matcher";
  }

  /** With default bounds a region is a text of its own. */
  #region(): string {
    const part = this.regionStart > 0 || this.regionEnd < this.text.length;
    if (part && (!this.anchoringBounds || this.transparentBounds)) unsupported("Matcher region with transparent or not anchoring bounds");
    return this.text.slice(this.regionStart, this.regionEnd);
  }

  find(): boolean {
    return this.#keep(this.pattern.regex.find(this.#region(), Math.max(this.#next - this.regionStart, 0)));
  }

  /** Resets, then searches from an index. */
  findFrom(index: number): boolean {
    if (index < 0 || index > this.text.length) throwApex("System.StringException", "Illegal start index");
    this.reset(this.text);
    this.#next = index;
    return this.find();
  }

  matches(): boolean {
    return this.#keep(this.pattern.regex.matches(this.#region()));
  }

  lookingAt(): boolean {
    return this.#keep(this.pattern.regex.lookingAt(this.#region()));
  }

  #keep(found: RegexMatch | null): boolean {
    this.#match = found;
    if (found === null) {
      this.#next = this.regionEnd + 1;
      return false;
    }
    const end = this.regionStart + found.end;
    this.#next = found.end === found.start ? indexAfter(this.text, end) : end;
    return true;
  }

  reset(text: string): this {
    this.text = text;
    return this.region(0, text.length);
  }

  region(start: number, end: number): this {
    if (start < 0 || start > this.text.length) throwApex("System.StringException", "start");
    if (end < start || end > this.text.length) throwApex("System.StringException", "end");
    this.regionStart = start;
    this.regionEnd = end;
    this.#match = null;
    this.#next = start;
    return this;
  }

  /** Bounds in the whole text; null when the group did not take part. Throws System.StringException without a match. */
  bounds(group: number): readonly [number, number] | null {
    if (this.#match === null) throwApex("System.StringException", "No match found");
    const bounds = this.#match.groups[group];
    if (bounds === undefined) throwApex("System.StringException", `No group ${group}`);
    if (bounds !== null) return [bounds[0] + this.regionStart, bounds[1] + this.regionStart];
    if (this.pattern.regex.unsureGroups.has(group)) unsupported(`group ${group} of ${this.pattern.regex.pattern}, repeated and optional`);
    return null;
  }

  group(group: number): string | null {
    const bounds = this.bounds(group);
    return bounds === null ? null : this.text.slice(...bounds);
  }

  /** Keeps the position, forgets the match. */
  usePattern(pattern: ApexPattern): this {
    this.pattern = pattern;
    this.#match = null;
    return this;
  }
}

definePlatformClass("System.Matcher", {
  statics: {
    "quoteReplacement(String)": (text: string | null) => argument(text).replace(/[\\$]/g, "\\$&"),
  },
  members: {
    "end()": (self: ApexMatcher) => self.bounds(0)?.[1] ?? -1,
    "end(Integer)": (self: ApexMatcher, group: Index) => self.bounds(argument(group))?.[1] ?? -1,
    "find()": (self: ApexMatcher) => self.find(),
    "find(Integer)": (self: ApexMatcher, index: Index) => self.findFrom(argument(index)),
    "group()": (self: ApexMatcher) => self.group(0),
    "group(Integer)": (self: ApexMatcher, group: Index) => self.group(argument(group)),
    "groupCount()": (self: ApexMatcher) => self.pattern.regex.groupCount,
    "hasAnchoringBounds()": (self: ApexMatcher) => self.anchoringBounds,
    "hasTransparentBounds()": (self: ApexMatcher) => self.transparentBounds,
    "lookingAt()": (self: ApexMatcher) => self.lookingAt(),
    "matches()": (self: ApexMatcher) => self.matches(),
    "pattern()": (self: ApexMatcher) => self.pattern,
    "region(Integer,Integer)": (self: ApexMatcher, start: Index, end: Index) => self.region(argument(start), argument(end, 2)),
    "regionEnd()": (self: ApexMatcher) => self.regionEnd,
    "regionStart()": (self: ApexMatcher) => self.regionStart,
    "replaceAll(String)": (self: ApexMatcher, replacement: string | null) => replace(self, argument(replacement), true),
    "replaceFirst(String)": (self: ApexMatcher, replacement: string | null) => replace(self, argument(replacement), false),
    "reset()": (self: ApexMatcher) => self.reset(self.text),
    "reset(String)": (self: ApexMatcher, text: string | null) => self.reset(argument(text)),
    "start()": (self: ApexMatcher) => self.bounds(0)?.[0] ?? -1,
    "start(Integer)": (self: ApexMatcher, group: Index) => self.bounds(argument(group))?.[0] ?? -1,
    "useAnchoringBounds(Boolean)": (self: ApexMatcher, value: boolean | null) => {
      self.anchoringBounds = argument(value);
      return self;
    },
    "usePattern(System.Pattern)": (self: ApexMatcher, pattern: ApexPattern | null): ApexValue => self.usePattern(argument(pattern)),
    "useTransparentBounds(Boolean)": (self: ApexMatcher, value: boolean | null) => {
      self.transparentBounds = argument(value);
      return self;
    },
  },
});

function replace(matcher: ApexMatcher, replacement: string, all: boolean): string {
  matcher.reset(matcher.text);
  return matcher.pattern.regex.replace(matcher.text, replacement, all);
}
