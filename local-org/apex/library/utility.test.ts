import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import test from "node:test";
import { ClassRef } from "../runtime/class-ref.ts";
import { AssertionFailed } from "../runtime/exceptions.ts";
import { ApexBlob, ApexException, ApexList, type ApexValue } from "../runtime/values.ts";
import { assertionMode } from "./assert.ts";
import { call, decimal, messageOf, show } from "./member-fixture.ts";

const text = (value: string): ApexBlob => ApexBlob.fromText(value);
const hex = (value: ApexValue): ApexValue => call("System.EncodingUtil.convertToHex(Blob)", value);

test("digests and MACs have their standard values", () => {
  assert.equal(hex(call("System.Crypto.generateDigest(String,Blob)", "MD5", text("abc"))), "900150983cd24fb0d6963f7d28e17f72");
  const mac = call("System.Crypto.generateMac(String,Blob,Blob)", "hmacSHA256", text("what do ya want for nothing?"), text("Jefe"));
  assert.equal(hex(mac), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  assert.equal(call("System.Crypto.verifyHmac(String,Blob,Blob,Blob)", "hmacSHA256", text("a"), text("b"), mac), false);
  messageOf("System.SecurityException", () => call("System.Crypto.generateDigest(String,Blob)", "CRC32", text("abc")));
});

test("AES decrypts what it encrypted and refuses wrong keys", () => {
  const key = call("System.Crypto.generateAesKey(Integer)", 256);
  const secret = call("System.Crypto.encryptWithManagedIV(String,Blob,Blob)", "AES256", key, text("hello"));
  assert.equal(call("Blob#toString()", call("System.Crypto.decryptWithManagedIV(String,Blob,Blob)", "AES256", key, secret)), "hello");
  assert.equal(
    messageOf("System.InvalidParameterValueException", () =>
      call("System.Crypto.encryptWithManagedIV(String,Blob,Blob)", "AES128", key, text("hello")),
    ),
    "Invalid private key. Must be 16 bytes.",
  );
});

test("signatures verify with the public key", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "der" },
    publicKeyEncoding: { type: "spki", format: "der" },
  });
  const signature = call("System.Crypto.sign(String,Blob,Blob)", "RSA-SHA256", text("abc"), new ApexBlob(privateKey));
  const verify = (data: string): ApexValue =>
    call("System.Crypto.verify(String,Blob,Blob,Blob)", "RSA-SHA256", text(data), signature, new ApexBlob(publicKey));
  assert.equal(verify("abc"), true);
  assert.equal(verify("abd"), false);
});

test("encodes for addresses as Java does", () => {
  assert.equal(call("System.EncodingUtil.urlEncode(String,String)", "a b&c/\u00e9~*", "UTF-8"), "a+b%26c%2F%C3%A9%7E*");
  assert.equal(call("System.EncodingUtil.urlDecode(String,String)", "a+b%26%C3%A9", "UTF-8"), "a b&\u00e9");
  assert.equal(call("System.EncodingUtil.base64Encode(Blob)", text("\u00e9")), "w6k=");
  messageOf("System.IllegalArgumentException", () => call("System.EncodingUtil.urlDecode(String,String)", "%zz", "UTF-8"));
});

test("a blob that is no UTF-8 has no text", () => {
  assert.equal(
    messageOf("System.StringException", () => call("Blob#toString()", new ApexBlob(Uint8Array.of(0xff)))),
    "BLOB is not a valid UTF-8 string",
  );
});

test("assertions say what was expected and cannot be caught by Apex", () => {
  const fails = (message: string, run: () => unknown): void => {
    assert.throws(run, (error) => error instanceof AssertionFailed && error.message === message);
  };
  fails("Assertion Failed: Expected: 1, Actual: 2", () => call("System.Assert.areEqual(Object,Object)", 1, 2));
  fails("Assertion Failed: sum: Expected: a, Actual: null", () => call("System.Assert.areEqual(Object,Object,String)", "a", null, "sum"));
  fails("Assertion Failed: Same value: 1", () => call("System.Assert.areNotEqual(Object,Object)", 1, 1));
  fails("Assertion Failed: no", () => call("System.Assert.isTrue(Boolean,String)", false, "no"));
  fails("Assertion Failed", () => call("System.Assert.fail()"));
  fails("Assertion Failed", () => call("System.Assert.isInstanceOfType(Object,System.Type)", 1, ClassRef.of("String")));
  call("System.Assert.areEqual(Object,Object)", 100, decimal("100.00"));
  call("System.Assert.isInstanceOfType(Object,System.Type)", new ApexList("List<String>"), ClassRef.of("List<String>"));
});

test("inverted assertions fail exactly when they would hold", () => {
  assertionMode.inverted = true;
  try {
    assert.throws(() => call("System.Assert.areEqual(Object,Object)", 1, 1), AssertionFailed);
    call("System.Assert.isTrue(Boolean)", false);
  } finally {
    assertionMode.inverted = false;
  }
});

test("exceptions have the default message, keep their cause and take a cause once", () => {
  const cause = call("System.NullPointerException.<init>(String)", "inner");
  const error = call("System.DmlException.<init>(System.Exception)", cause);
  assert.equal(call("System.Exception#getMessage()", error), "Script-thrown exception");
  assert.equal(call("System.Exception#getCause()", error), cause);
  assert.equal(call("System.Exception#getTypeName()", error), "System.DmlException");
  messageOf("System.TypeException", () => call("System.Exception#initCause(System.Exception)", error, cause));
  const aura = call("System.AuraHandledException.<init>(String)", "for the component");
  assert.equal(call("System.Exception#getMessage()", aura), "Script-thrown exception");
  assert.ok(aura instanceof ApexException && aura.auraMessage === "for the component");
});

test("types are found in any case and made anew", () => {
  const found = call("System.Type.forName(String)", "map<id, LIST<string>>");
  assert.equal(show("System.Type#getName()", found), "Map<Id,List<String>>");
  assert.equal(call("System.Type.forName(String)", "NoSuchClass"), null);
  assert.equal(call("System.Type.forName(String)", "List<NoSuchClass>"), null);
  assert.equal(show("System.Type#newInstance()", found), "{}");
  assert.equal(
    call("System.Type#isAssignableFrom(System.Type)", ClassRef.of("System.Exception"), ClassRef.of("System.DmlException")),
    true,
  );
  messageOf("System.TypeException", () => call("System.Type#newInstance()", ClassRef.of("String")));
});

test("addresses come apart and resolve against a context", () => {
  const url = call("System.Url.<init>(String)", "https://user@example.com:8443/a/b?x=1#top");
  const get = (name: string): ApexValue => call(`System.Url#get${name}()`, url);
  assert.deepEqual(["Protocol", "UserInfo", "Host", "Port", "Path", "Query", "Ref", "File", "Authority", "DefaultPort"].map(get), [
    "https",
    "user",
    "example.com",
    8443,
    "/a/b",
    "x=1",
    "top",
    "/a/b?x=1",
    "user@example.com:8443",
    443,
  ]);
  assert.equal(
    show("System.Url#toExternalForm()", call("System.Url.<init>(System.Url,String)", url, "../c?y=2")),
    "https://user@example.com:8443/c?y=2",
  );
  assert.equal(
    messageOf("System.StringException", () => call("System.Url.<init>(String)", "nothing")),
    "no protocol: nothing",
  );
});

test("ids are checked, completed to 18 characters and shortened", () => {
  assert.equal(call("Id.valueOf(String)", "001000000000001"), "001000000000001AAA");
  assert.equal(call("Id#to15()", "001000000000001AAA"), "001000000000001");
  assert.equal(
    messageOf("System.StringException", () => call("Id.valueOf(String)", "nonsense")),
    "Invalid id: nonsense",
  );
});

test("UUIDs and versions compare by value", () => {
  const uuid = "aabbccdd-1122-3344-5566-77889900aabb";
  assert.equal(show("System.UUID.fromString(String)", uuid.toUpperCase()), uuid);
  assert.equal(
    call("System.UUID#equals(Object)", call("System.UUID.fromString(String)", uuid), call("System.UUID.fromString(String)", uuid)),
    true,
  );
  messageOf("System.IllegalArgumentException", () => call("System.UUID.fromString(String)", "x"));
  const version = (...parts: number[]): ApexValue => call(`System.Version.<init>(${parts.map(() => "Integer").join(",")})`, ...parts);
  assert.equal(call("System.Version#compareTo(System.Version)", version(1, 2), version(1, 3, 4)), -1);
});
