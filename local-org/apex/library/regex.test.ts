import assert from "node:assert/strict";
import test from "node:test";
import { UnsupportedFeatureError } from "../runtime/exceptions.ts";
import { JavaRegex } from "../runtime/regex/java-regex.ts";
import { call, messageOf, show } from "./member-fixture.ts";

const matches = (pattern: string, text: string): boolean => JavaRegex.compile(pattern).matches(text) !== null;
const replaceAll = (text: string, pattern: string, replacement: string): string =>
  JavaRegex.compile(pattern).replace(text, replacement, true);

test("classes of Java: POSIX names are ASCII, categories are Unicode, intersections work", () => {
  assert.ok(matches("\\p{Alpha}+", "abc"));
  assert.ok(!matches("\\p{Alpha}", "\u00e9"));
  assert.ok(matches("\\p{L}", "\u00e9"));
  assert.ok(matches("\\p{IsLatin}\\p{Lu}\\pN", "aB1"));
  assert.ok(matches("[a-z&&[^aeiou]]+", "bcd"));
  assert.ok(!matches("[a-z&&[^aeiou]]+", "bad"));
  assert.ok(matches("[a-c[x-z]]+", "axc"));
  assert.ok(matches("[^\\s,;]+", "abc"));
  assert.ok(matches("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}", "a.b+c@x-y.com"));
  assert.ok(matches("[]a]+", "]a"));
  assert.ok(matches("[-a]+", "a-"));
});

test("\\s, \\d and \\w are ASCII", () => {
  assert.ok(!matches("\\s", "\u00a0"));
  assert.ok(!matches("\\d", "\u0663"));
  assert.ok(!matches("\\w", "\u00e9"));
});

test("flags ignore the case of ASCII letters only, unless u is set", () => {
  assert.ok(matches("(?i)abc[x-z]", "ABCY"));
  assert.ok(!matches("(?i)\u00e9", "\u00c9"));
  assert.ok(matches("(?iu)\u00e9", "\u00c9"));
  assert.ok(matches("a(?i)b|c", "C"));
  assert.ok(matches("(?i:a)b", "Ab"));
  assert.ok(!matches("(?i:a)b", "AB"));
});

test("dots, anchors and lines follow s, m, x and d", () => {
  assert.ok(!matches("a.b", "a\nb"));
  assert.ok(matches("(?s)a.b", "a\nb"));
  assert.equal(replaceAll("a\nb", "(?m)^", "> "), "> a\n> b");
  assert.ok(JavaRegex.compile("a$").find("a\n") !== null);
  assert.ok(JavaRegex.compile("a\\z").find("a\n") === null);
  assert.ok(matches("(?x) a b # comment\n c", "abc"));
  assert.ok(matches("(?d).", "\r"));
});

test("quotes, escapes and line breaks", () => {
  assert.ok(matches("\\Qa.b*\\E+", "a.b**"));
  assert.ok(matches("\\x41\\u0042\\0103\\t", "ABC\t"));
  assert.ok(matches("a\\Rb", "a\r\nb"));
  assert.equal(call("System.Pattern.quote(String)", "a.b"), "\\Qa.b\\E");
});

test("possessive and atomic parts do not backtrack", () => {
  assert.ok(matches("a*+b", "aaab"));
  assert.ok(!matches("a*+a", "aaa"));
  assert.ok(!matches("(?>a|ab)c", "abc"));
  assert.ok(matches("(a++)(b)\\2", "aabb"));
});

test("groups by number and name survive helper groups", () => {
  const match = JavaRegex.compile("(?<year>\\d{4})(?>-)(\\d++)-(\\d+)").matches("2020-01-31");
  assert.deepEqual(match?.groups, [
    [0, 10],
    [0, 4],
    [5, 7],
    [8, 10],
  ]);
  assert.equal(replaceAll("2020-01", "(?<y>\\d+)-(\\d+)", "$2/${y}"), "01/2020");
});

test("replacements take as many digits as there are groups and honour backslashes", () => {
  assert.equal(replaceAll("ab", "(a)(b)", "$12\\$"), "a2$");
  assert.equal(
    messageOf("System.StringException", () => replaceAll("a", "a", "$1")),
    "No group 1",
  );
});

test("empty matches are replaced once at each position", () => {
  assert.equal(replaceAll("abc", "x*", "-"), "-a-b-c-");
  assert.deepEqual(JavaRegex.compile("").split("abc"), ["a", "b", "c"]);
  assert.equal(replaceAll("\u{1f600}", "x*", "-"), "-\u{1f600}-");
  assert.deepEqual(JavaRegex.compile(",").split(","), []);
  assert.deepEqual(JavaRegex.compile("\\.").split("a.b..", -1), ["a", "b", "", ""]);
});

test("what Java refuses is a StringException with its description", () => {
  const message = (pattern: string): string => messageOf("System.StringException", () => JavaRegex.compile(pattern));
  assert.match(message("*a"), /Dangling meta character '\*' near index 0/);
  assert.match(message("(a"), /Unclosed group near index 2/);
  assert.match(message("[a"), /Unclosed character class/);
  assert.match(message("a)"), /Unmatched closing '\)'/);
  assert.match(message("(?<=a+)b"), /Look-behind group does not have an obvious maximum length/);
  assert.match(message("\\p{Nope}"), /Unknown character property name \{Nope\}/);
});

test("what JavaScript would answer differently is refused", () => {
  for (const pattern of ["\\G", "(?U)a", "\\X", "(?:(a)|b)\\1", "\\p{InGreek}"]) {
    assert.throws(() => JavaRegex.compile(pattern), UnsupportedFeatureError, pattern);
  }
  const matcher = call("System.Pattern#matcher(String)", call("System.Pattern.compile(String)", "(?:(a)|b)*"), "ab");
  assert.equal(call("System.Matcher#matches()", matcher), true);
  assert.throws(() => call("System.Matcher#group(Integer)", matcher, 1), UnsupportedFeatureError);
});

test("a matcher walks through its region", () => {
  const matcher = call("System.Pattern#matcher(String)", call("System.Pattern.compile(String)", "(\\d)(x)?"), "a1b2c3");
  assert.equal(call("System.Matcher#find()", matcher), true);
  assert.equal(call("System.Matcher#group()", matcher), "1");
  assert.equal(call("System.Matcher#group(Integer)", matcher, 2), null);
  assert.equal(call("System.Matcher#start(Integer)", matcher, 2), -1);
  assert.equal(call("System.Matcher#find()", matcher), true);
  assert.equal(call("System.Matcher#start()", matcher), 3);
  call("System.Matcher#region(Integer,Integer)", matcher, 4, 6);
  assert.equal(call("System.Matcher#find()", matcher), true);
  assert.equal(call("System.Matcher#end()", matcher), 6);
  assert.equal(call("System.Matcher#find()", matcher), false);
  assert.equal(
    messageOf("System.StringException", () => call("System.Matcher#group()", matcher)),
    "No match found",
  );
  assert.equal(show("System.Pattern#split(String)", call("System.Pattern.compile(String)", "\\s*,\\s*"), "a , b,c,"), "(a, b, c)");
});
