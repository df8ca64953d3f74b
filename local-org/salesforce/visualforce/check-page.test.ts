import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFolder } from "../../project/compile-project.ts";
import { inProject } from "../engine-fixture.ts";
import { readPages } from "./visualforce-pages.ts";

const CONTROLLER = `public virtual with sharing class Shown {
    public String name { get; set; }
    public String bare;
    private String hidden { get; set; }
    public Contact person { get; set; }
    public String setOnly { set; }
    public String getTitle() { return name; }
}`;
const EXTENDED = "public with sharing class Extended extends Shown {}";
const CLOSED = "public with sharing class Closed { public Closed(String name) {} }";

/** `line:column message` of the page's first fault; null: it has none. */
function faultOf(markup: string): string | null {
  const files = { "Shown.cls": CONTROLLER, "Extended.cls": EXTENDED, "Closed.cls": CLOSED, "pages/Page.page": markup };
  return inProject(files, (folder) => {
    const [fault] = readPages(checkFolder(folder)).faults;
    if (fault === undefined) return null;
    assert.equal(fault.file, "app/pages/Page.page");
    return `${fault.line}:${fault.column} ${fault.message}`;
  });
}

/** Of a page with the controller around the markup, which begins in line 2. */
const inPage = (markup: string): string | null => faultOf(`<apex:page controller="Shown">\n${markup}\n</apex:page>`);

test("what a page may use passes", () => {
  assert.equal(inPage("{!name} {!title} {!person.LastName} {!person.Account.Name} {!$User.Email} {!$Page.Page}"), null);
  assert.equal(faultOf('<apex:page controller="Extended">{!name}</apex:page>'), null);
  assert.equal(inPage("<svg><path d='M0'/></svg><br/><script>if (a < b && c > d) { e = '<p>'; }</script>"), null);
});

test("tags and attributes that are not rendered are refused where they stand", () => {
  assert.equal(inPage("<p>\n  <apex:form/></p>"), "3:3 <apex:form> is not supported by the local org");
  assert.equal(inPage("<c:panel/>"), "2:1 <c:panel> is not supported by the local org");
  assert.equal(
    inPage('<apex:outputText value="x" lang="de"/>'),
    "2:28 Attribute lang of <apex:outputText> is not supported by the local org",
  );
  assert.equal(
    inPage('<apex:outputPanel id="x" layout="block"/>'),
    "2:19 Attribute id of <apex:outputPanel> is not supported by the local org",
  );
  assert.equal(inPage("<apex:includeScript/>"), "2:1 <apex:includeScript> requires the attribute value");
  assert.equal(
    faultOf('<apex:page controller="Shown" extensions="Extended"/>'),
    "1:31 Attribute extensions of <apex:page> is not supported by the local org",
  );
  assert.equal(faultOf('<apex:page docType="xhtml-1.0-strict"/>')?.startsWith("1:12 docType xhtml-1.0-strict is not supported"), true);
  assert.equal(inPage('<apex:outputText value="x" escape="no"/>'), "2:28 escape must be true, false or one merge field");
});

test("merge fields that name nothing are refused where they stand", () => {
  assert.equal(inPage("{!nope}"), "2:3 Unknown property 'Shown.nope'");
  assert.equal(inPage("{!bare}"), "2:3 Unknown property 'Shown.bare'");
  assert.equal(inPage("{!hidden}"), "2:3 Unknown property 'Shown.hidden'");
  assert.equal(inPage("{!setOnly}"), "2:3 Unknown property 'Shown.setOnly'");
  assert.equal(inPage("{!person.Nope__c}"), "2:3 Unknown property 'Contact.Nope__c'");
  assert.equal(inPage("<script>\n  x = '{!JSENCODE(nope)}';</script>"), "3:19 Unknown property 'Shown.nope'");
  assert.equal(inPage("{!$Resource.Nope}"), "2:3 Static Resource named Nope does not exist. Check spelling.");
  assert.equal(inPage("{!$Label.Nope}"), "2:3 Field $Label.Nope does not exist. Check spelling.");
  assert.equal(inPage("{!$User.Nope}"), "2:3 Field $User.Nope does not exist. Check spelling.");
  assert.equal(inPage("{!$Api.Session_ID}"), "2:3 The global variable $Api is not supported by the local org");
  assert.equal(inPage("{!TODAY()}"), "2:3 The function TODAY is not supported by the local org");
  assert.equal(inPage("{!NOT(true, false)}"), "2:3 Incorrect number of parameters for function 'NOT()': 2");
  assert.equal(faultOf("<apex:page>{!name}</apex:page>"), "1:14 Unknown property 'name': the page has no controller");
});

test("expressions and markup that cannot be read are refused", () => {
  assert.match(inPage("{!name +}") ?? "", /^2:\d+ The expression cannot be read/);
  assert.match(inPage("{!name") ?? "", /^2:7 The expression has no closing brace|^3:\d+ The expression has no closing brace/);
  assert.equal(inPage("<p>text"), '2:1 The element type "p" must be terminated by the matching end-tag "</p>"');
  assert.equal(inPage("<p class=x></p>"), "2:4 The attribute class needs a value in quotation marks");
  assert.equal(inPage("<!-- {!name} -->"), "2:1 A merge field in a comment or CDATA section is not supported by the local org");
  assert.equal(faultOf("<p/>"), "1:1 All pages must be wrapped inside a single <apex:page> tag");
});

test("the controller is a class that can be made without arguments", () => {
  assert.equal(faultOf('<apex:page controller="Nope"/>'), "1:12 Apex class 'Nope' does not exist");
  assert.equal(faultOf('<apex:page controller="Closed"/>'), "1:12 Unknown constructor 'Closed.Closed()'");
});
