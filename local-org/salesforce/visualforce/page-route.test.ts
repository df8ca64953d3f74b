import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, deployed, type Answer, type Asked } from "../engine-fixture.ts";

const CONTROLLER = `public with sharing class SoftphoneController {
    public String text { get { return '<b>"it\\'s" & more</b>'; } }
    public Boolean isOn { get; set; }
    public Contact person { get; set; }
    public Inside nested { get; set; }
    private Integer count = 3;
    public class Inside {
        public Decimal price { get { return 1.50; } }
    }
    public SoftphoneController() {
        isOn = true;
        person = new Contact(LastName = 'Marsh');
        nested = new Inside();
    }
    public Integer getCount() { return count; }
    public String getSource() { return ApexPages.currentPage().getParameters().get('source'); }
    public String getBrowser() { return ApexPages.currentPage().getHeaders().get('User-Agent'); }
    public String getWhole() { return Url.getCurrentRequestUrl().toExternalForm(); }
    public String getAddress() { return ApexPages.currentPage().getUrl(); }
    public String getHosts() { return DomainCreator.getLightningHostname() + ' ' + DomainCreator.getVisualforceHostname(null); }
    public String getWritten() { insert as system new Account(Name = 'never'); return 'x'; }
    public String getBroken() { String none; return none.toUpperCase(); }
}`;

const RESOURCE = `<?xml version="1.0"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><contentType>text/javascript</contentType></StaticResource>`;
const ARCHIVE = RESOURCE.replace("text/javascript", "application/zip");
const LABELS = `<?xml version="1.0"?><CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels><fullName>Hello</fullName><value>Hello &amp; welcome</value></labels></CustomLabels>`;

const MAIN = `<apex:page controller="SoftphoneController" docType="html-5.0" showHeader="false" sidebar="false" standardStylesheets="false"
    applyHtmlTag="false" title="Phone &amp; more">
    <html lang="en">
    <head>
        <meta charset="UTF-8"/>
        <apex:slds/>
        <apex:includeLightning/>
        <apex:includeScript value="{!$Resource.Script}"/>
        <apex:stylesheet value="{!URLFOR($Resource.Kit, 'css/main.css')}"/>
    </head>
    <body class="slds-scope">
        <!-- a comment -->
        <div id="text" data-text="{!text}" title='"quoted"'/>
        <p>{!text}</p>
        <p id="plain"><apex:outputText value="{!text}" escape="false"/></p>
        <p id="values">{!count} {!isOn} {!person.LastName} {!nested.price} {!$User.LastName} {!$Organization.Name} {!$Label.Hello} {!$Label.c.Hello}</p>
        <p id="parameters">{!$CurrentPage.parameters.source} {!source} {!$CurrentPage.Name} {!address} {!browser}</p>
        <p id="logic">{!IF(isOn && NOT(count > 5), 'yes' + '!', 'no')} {!IF(count = 3 || false, "a" & "b", null)}</p>
        <p id="hosts">{!hosts}</p>
        <p id="whole">{!whole}</p>
        <apex:outputPanel layout="block" styleClass="box" rendered="{!isOn}"><i>shown</i></apex:outputPanel>
        <apex:outputPanel layout="none" rendered="{!!isOn}">hidden</apex:outputPanel>
        <script>
            if (1 < 2 && true) start('{!JSENCODE(text)}', {!isOn}, "{!$Resource.Script}");
        </script>
    </body>
    </html>
</apex:page>`;

const HOOK = `@RestResource(urlMapping='/hook')
global without sharing class HookResource {
    @HttpGet global static List<String> get() {
        return new List<String>{ Site.getBaseUrl(), Site.getBaseSecureUrl(), Site.getPathPrefix(), Site.getDomain(), Url.getCurrentRequestUrl().toExternalForm() };
    }
}`;

const engine = deployed({
  "HookResource.cls": HOOK,
  "SoftphoneController.cls": CONTROLLER,
  "pages/Main.page": MAIN,
  "pages/Plain.page": `<apex:page html-data-x="1" language="fr" lightningStylesheets="true">{!$User.Id}</apex:page>`,
  "pages/Writes.page": `<apex:page controller="SoftphoneController">{!written}</apex:page>`,
  "pages/Broken.page": `<apex:page controller="SoftphoneController">{!broken}</apex:page>`,
  "pages/Script.page": `<apex:page controller="SoftphoneController"><script>var x = '{!text}';</script></apex:page>`,
  "pages/Json.page": `<apex:page contentType="application/json">{"user": "{!JSENCODE($User.Username)}"}</apex:page>`,
  "staticresources/Script.js": "let x = 1;",
  "staticresources/Script.resource-meta.xml": RESOURCE,
  "staticresources/Kit/css/main.css": "p {}",
  "staticresources/Kit.resource-meta.xml": ARCHIVE,
  "labels/CustomLabels.labels-meta.xml": LABELS,
});
const page = (address: string, asked: Asked = {}): Answer => ask(engine, address, { host: "visualforce", ...asked });
/** Content of the element with that id. */
const inside = (html: string, id: string): string => new RegExp(`id="${id}"[^>]*>([\\s\\S]*?)</p>`).exec(html)?.[1] ?? "";

test("a page is HTML with its merge fields filled in", () => {
  const { status, headers, text } = page("/apex/Main?source=ring%26more", { headers: { "user-agent": "Browser/1" } });
  assert.equal(status, 200, text);
  assert.equal(headers["Content-Type"], "text/html;charset=UTF-8");
  assert.match(text, /^<!DOCTYPE html>\n/);
  assert.equal(inside(text, "values"), "3 true Marsh 1.50 User Local Org Hello &amp; welcome Hello &amp; welcome");
  assert.equal(inside(text, "parameters"), "ring&amp;more ring&amp;more Main /apex/Main?source=ring%26more Browser/1");
  assert.equal(inside(page("/apex/Main?Source=x").text, "parameters"), "  Main /apex/Main?Source=x ");
  assert.equal(inside(text, "logic"), "yes! ab");
  assert.equal(inside(text, "hosts"), "lightning.org.localhost:8205 vf.org.localhost:8205");
  assert.equal(inside(text, "whole"), "http://vf.org.localhost:8205/apex/Main?source=ring%26more");
  assert.match(text, /<div class="box"><i>shown<\/i><\/div>/);
  assert.doesNotMatch(text, /hidden|apex:/);
});

test("values are escaped in text and attributes, and in scripts as JSENCODE says", () => {
  const { text } = page("/apex/Main");
  const escaped = "&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;";
  assert.ok(text.includes(`<p>${escaped}</p>`), text);
  assert.ok(text.includes(`data-text="${escaped}" title="&quot;quoted&quot;"></div>`), text);
  assert.equal(inside(text, "plain"), `<b>"it's" & more</b>`);
  const call = /start\('(.*)', true, "(.*)"\)/.exec(text);
  assert.equal(JSON.parse(`"${(call?.[1] ?? "").replaceAll("\\'", "'")}"`), `<b>"it's" & more</b>`);
  assert.doesNotMatch(call?.[1] ?? "", /[<>]/);
  assert.match(call?.[2] ?? "", /^\/resource\/\d+\/Script$/);
  assert.match(text, /if \(1 < 2 && true\)/);
});

test("scripts and styles go into the page's head in their order", () => {
  const head = /<head>([\s\S]*)<\/head>/.exec(page("/apex/Main").text)?.[1] ?? "";
  const found = [...head.matchAll(/<title>.*<\/title>|(?:src|href)="([^"]*)"/g)].map(([whole, address]) => address ?? whole);
  assert.deepEqual(
    found.map((one) => one.replace(/\d{13}/, "N")),
    [
      "<title>Phone &amp; more</title>",
      "/lightning/assets/slds/styles/salesforce-lightning-design-system.min.css",
      "/lightning/lightning.out.js",
      "/resource/N/Script",
      "/resource/N/Kit/css/main.css",
    ],
  );
  assert.match(head, /<meta charset="UTF-8">/);
});

test("a page without html and body gets them", () => {
  const { text } = page("/apex/plain");
  assert.match(text, /^<!DOCTYPE HTML PUBLIC/);
  assert.match(text, /<html lang="fr" data-x="1"><head><\/head>\n<body class="slds-vf-scope">005\w{15}<\/body><\/html>$/);
});

test("only the org's hosts may frame a page, and nobody keeps it", () => {
  const { headers } = page("/apex/Main");
  assert.equal(
    headers["Content-Security-Policy"],
    "frame-ancestors 'self' http://lightning.org.localhost:8205 http://vf.org.localhost:8205",
  );
  assert.match(headers["Cache-Control"] ?? "", /no-store/);
  assert.equal(page("/apex/Json").headers["Content-Type"], "application/json;charset=UTF-8");
});

test("showing a page changes nothing, and what fails is told on a page of its own", () => {
  const writes = page("/apex/Writes");
  assert.equal(writes.status, 500);
  assert.match(writes.text, /System\.LimitException: DML currently not allowed/);
  assert.match(
    page("/apex/Broken").text,
    /System\.NullPointerException: Attempt to de-reference a null object\nClass\.SoftphoneController\./,
  );
  assert.match(page("/apex/Script").text, /not supported by the local org: a merge field in a script/);
  assert.match(page("/apex/Nope").text, /Page Nope does not exist/);
  assert.equal(page("/apex/Main", { method: "POST", body: {} }).status, 405);
});

test("pages live on the Visualforce host", () => {
  assert.equal(ask(engine, "/apex/Main").status, 404);
  assert.equal(page("/apex/Main").status, 200);
});

test("a user needs access to the page", () => {
  const query = encodeURIComponent("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [{ Id: ProfileId = "" } = {}] = (ask(engine, `/services/data/v67.0/query?q=${query}`).json() as { records: { Id?: string }[] })
    .records;
  const user = { Username: "robin@example.com", Email: "r@example.com", LastName: "Vale", Alias: "robin", ProfileId };
  const settings = { TimeZoneSidKey: "GMT", LocaleSidKey: "en_US", LanguageLocaleKey: "en_US", EmailEncodingKey: "UTF-8" };
  assert.equal(ask(engine, "/services/data/v67.0/sobjects/User", { body: { ...user, ...settings } }).status, 201);
  const refused = page("/apex/Main", { user: "robin@example.com" });
  assert.equal(refused.status, 403);
  assert.match(refused.text, /Insufficient Privileges/);
});

test("a request of the Site knows the Site's addresses", () => {
  const origin = "http://site.org.localhost:8205";
  assert.deepEqual(ask(engine, "/services/apexrest/hook", { host: "site" }).json(), [
    origin,
    "",
    "",
    "site.org.localhost:8205",
    `${origin}/services/apexrest/hook`,
  ]);
});
