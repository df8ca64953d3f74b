import assert from "node:assert/strict";
import test from "node:test";
import { ApexDatetime, ApexDate, ApexList } from "../runtime/values.ts";
import { call, decimal, messageOf, show, strings } from "./member-fixture.ts";

test("cuts out parts by position and refuses positions outside", () => {
  assert.equal(call("String#left(Integer)", "abcdaacd", 4), "abcd");
  assert.equal(call("String#right(Integer)", "Hello Max", 3), "Max");
  assert.equal(call("String#mid(Integer,Integer)", "abcde", 2, 3), "cde");
  assert.equal(call("String#substring(Integer)", "hamburger", 2), "mburger");
  assert.equal(call("String#substring(Integer,Integer)", "hamburger", 4, 8), "urge");
  assert.equal(
    messageOf("System.StringException", () => call("String#substring(Integer)", "abc", 4)),
    "Starting position out of bounds: 4",
  );
  assert.equal(
    messageOf("System.StringException", () => call("String#substring(Integer,Integer)", "abc", 1, 6)),
    "Ending position out of bounds: 6",
  );
});

test("cuts at separators", () => {
  assert.equal(call("String#substringAfter(String)", "Salesforce.Force.com", "."), "Force.com");
  assert.equal(call("String#substringAfterLast(String)", "Salesforce.Force.com", "."), "com");
  assert.equal(call("String#substringBefore(String)", "Salesforce.Force.com", "."), "Salesforce");
  assert.equal(call("String#substringBeforeLast(String)", "Salesforce.Force.com", "."), "Salesforce.Force");
  assert.equal(call("String#substringBetween(String)", "tagYellowtag", "tag"), "Yellow");
  assert.equal(call("String#substringBetween(String,String)", "xYellowy", "x", "y"), "Yellow");
  assert.equal(call("String#substringBetween(String,String)", "Yellow", "x", "y"), null);
  assert.equal(call("String#substringAfter(String)", "abc", "x"), "");
  assert.equal(call("String#substringBefore(String)", "abc", "x"), "abc");
});

test("abbreviates to a width, also around an offset", () => {
  assert.equal(call("String#abbreviate(Integer)", "Hello Maximillian", 8), "Hello...");
  assert.equal(call("String#abbreviate(Integer)", "Hello Maximillian", 255), "Hello Maximillian");
  assert.equal(call("String#abbreviate(Integer,Integer)", "Hello Maximillian", 9, 5), "... Ma...");
  assert.equal(call("String#abbreviate(Integer,Integer)", "abcdefghijklmno", 10, 12), "...ijklmno");
});

test("pads, centres, repeats and overlays", () => {
  assert.equal(call("String#center(Integer,String)", "hello", 9, "-"), "--hello--");
  assert.equal(call("String#leftPad(Integer)", "abc", 5), "  abc");
  assert.equal(call("String#rightPad(Integer,String)", "abc", 8, "xy"), "abcxyxyx");
  assert.equal(call("String#repeat(String,Integer)", "Apex", "-", 3), "Apex-Apex-Apex");
  assert.equal(call("String#overlay(String,Integer,Integer)", "hello world", "12345", 6, 9), "hello 12345ld");
});

test("splits like Java: leading empty parts stay, trailing ones go unless there is a limit", () => {
  assert.equal(show("String#split(String)", "boo:and:foo", ":"), "(boo, and, foo)");
  assert.equal(show("String#split(String,Integer)", "boo:and:foo", ":", 2), "(boo, and:foo)");
  assert.equal(show("String#split(String,Integer)", "boo:and:foo", "o", -1), "(b, , :and:f, , )");
  assert.equal(show("String#split(String)", "boo:and:foo", "o"), "(b, , :and:f)");
  assert.equal(show("String#split(String)", "", ","), "()");
  assert.equal(show("String#split(String)", "a\\b", "\\\\"), "(a, b)");
});

test("replaces literally and by pattern", () => {
  assert.equal(call("String#replace(String,String)", "abcdbca", "bc", "x$1"), "ax$1dx$1a");
  assert.equal(call("String#replaceAll(String,String)", "abc123xyz456", "([a-z]+)(\\d+)", "$2$1"), "123abc456xyz");
  assert.equal(call("String#replaceFirst(String,String)", "a b c b", "b", "x"), "a x c b");
});

test("format follows MessageFormat: quotes protect, doubled quotes print one", () => {
  const format = (pattern: string, ...values: string[]): unknown => call("String.format(String,List<Object>)", pattern, strings(...values));
  assert.equal(format("{0} was {1}", "x", "y"), "x was y");
  assert.equal(format("it''s '{0}' {0}", "x"), "it's {0} x");
  assert.equal(format("{0} {1}", "only"), "only {1}");
  assert.equal(
    call("String.format(String,List<Object>)", "{0}", new ApexList("List<Object>", [new ApexDatetime(0)])),
    "1970-01-01 00:00:00",
  );
});

test("joins lists and sets; null elements print nothing", () => {
  assert.equal(call("String.join(Object,String)", strings("a", null, "b"), ","), "a,,b");
  assert.equal(call("String.join(Object,String)", new ApexList("List<Integer>", [10, 20]), "/"), "10/20");
});

test("escapes quotes for SOQL with a backslash", () => {
  assert.equal(call("String.escapeSingleQuotes(String)", "O'Brien"), "O\\'Brien");
});

test("escapes and unescapes HTML, XML, CSV, Java, JavaScript and Unicode", () => {
  assert.equal(call("String#escapeHtml4()", '"<Black&White>" \u00e9\u20ac'), "&quot;&lt;Black&amp;White&gt;&quot; &eacute;&euro;");
  assert.equal(call("String#escapeHtml3()", "\u00e9\u20ac"), "&eacute;\u20ac");
  assert.equal(call("String#unescapeHtml4()", "&lt;b&gt; &euro;&#233;&#xe9;&bogus;"), "<b> \u20ac\u00e9\u00e9&bogus;");
  assert.equal(call("String#escapeXml()", "it's <a>"), "it&apos;s &lt;a&gt;");
  assert.equal(call("String#escapeCsv()", 'Max1, "Max2"'), '"Max1, ""Max2"""');
  assert.equal(call("String#unescapeCsv()", '"Max1, ""Max2"""'), 'Max1, "Max2"');
  assert.equal(call("String#escapeJava()", 'Company: "Salesforce.com"\n\u00e9'), 'Company: \\"Salesforce.com\\"\\n\\u00E9');
  assert.equal(call("String#unescapeJava()", "a\\tb\\u00e9\\\\"), "a\tb\u00e9\\");
  assert.equal(call("String#escapeEcmaScript()", "'grade': \"3.9/4.0\""), "\\'grade\\': \\\"3.9\\/4.0\\\"");
  assert.equal(call("String#escapeUnicode()", "De onde voc\u00ea \u00e9?"), "De onde voc\\u00EA \\u00E9?");
  assert.equal(call("String#unescapeUnicode()", "voc\\u00EA"), "voc\u00ea");
});

test("classifies characters; empty text answers as Commons Lang does", () => {
  assert.equal(call("String#isNumeric()", "1234567890"), true);
  assert.equal(call("String#isNumeric()", "1.2"), false);
  assert.equal(call("String#isNumeric()", ""), false);
  assert.equal(call("String#isAlpha()", "\u00e9a"), true);
  assert.equal(call("String#isAlphaSpace()", ""), true);
  assert.equal(call("String#isAlphanumeric()", "a1 "), false);
  assert.equal(call("String#isAllUpperCase()", "ABC"), true);
  assert.equal(call("String#isAsciiPrintable()", "caf\u00e9"), false);
  assert.equal(call("String#isWhitespace()", " \t\n"), true);
});

test("splits by character type, camel case optional", () => {
  assert.equal(show("String#splitByCharacterType()", "Lightning.platform"), "(L, ightning, ., platform)");
  assert.equal(show("String#splitByCharacterTypeCamelCase()", "Lightning.platform"), "(Lightning, ., platform)");
  assert.equal(show("String#splitByCharacterTypeCamelCase()", "ASFLicense"), "(ASF, License)");
});

test("measures distances and differences", () => {
  assert.equal(call("String#getLevenshteinDistance(String)", "Hello Joe", "Hello Max"), 3);
  assert.equal(call("String#getLevenshteinDistance(String,Integer)", "Hello Joe", "Goodbye", 3), -1);
  assert.equal(call("String#difference(String)", "abc", "abxyz"), "xyz");
  assert.equal(call("String#indexOfDifference(String)", "abc", "abxyz"), 2);
  assert.equal(call("String#indexOfDifference(String)", "abc", "abc"), -1);
  assert.equal(call("String.getCommonPrefix(List<String>)", strings("SFDCApex", "SFDCVisualforce")), "SFDC");
  assert.equal(call("String#compareTo(String)", "abcde", "abcd"), 1);
});

test("finds from the left and right, with and without case", () => {
  assert.equal(call("String#indexOf(String,Integer)", "abcdabcd", "bc", 4), 5);
  assert.equal(call("String#lastIndexOf(String,Integer)", "abcdaacd", "c", 7), 6);
  assert.equal(call("String#lastIndexOf(String,Integer)", "abc", "a", -1), -1);
  assert.equal(call("String#indexOfIgnoreCase(String)", "abcd", "BC"), 1);
  assert.equal(call("String#indexOfAny(String)", "abcd", "xc"), 2);
  assert.equal(call("String#indexOfAnyBut(String)", "abcd", "xc"), 0);
  assert.equal(call("String#countMatches(String)", "Hello Jane, Hello Joe", "Hello"), 2);
});

test("trims only characters up to the blank, normalises all white space", () => {
  assert.equal(call("String#trim()", " \t a\u00a0\n"), "a\u00a0");
  assert.equal(call("String#normalizeSpace()", " Salesforce \t  force.com \n"), "Salesforce force.com");
});

test("valueOf prints dates without time and everything else as in debug output", () => {
  assert.equal(call("String.valueOf(Date)", ApexDate.of(2020, 1, 2)), "2020-01-02");
  assert.equal(call("String.valueOf(Double)", 1), "1.0");
  assert.equal(call("String.valueOf(Decimal)", decimal("1.10")), "1.10");
  assert.equal(call("String.valueOf(Object)", null), null);
  assert.equal(call("String.valueOf(Long)", 5000000000n), "5000000000");
});

test("null arguments are NullPointerExceptions", () => {
  assert.equal(
    messageOf("System.NullPointerException", () => call("String#contains(String)", "abc", null)),
    "Argument 1 cannot be null",
  );
});
