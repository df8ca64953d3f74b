import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { ProjectFaults } from "../engine.ts";
import { ask, deployed } from "../engine-fixture.ts";

const META = (contentType: string, cacheControl = "Public"): string =>
  `<?xml version="1.0"?><StaticResource xmlns="http://soap.sforce.com/2006/04/metadata"><cacheControl>${cacheControl}</cacheControl><contentType>${contentType}</contentType></StaticResource>`;

/** A zip archive of the files; deflated ones have a name that ends with `.css`. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = name.endsWith(".css") ? deflateRawSync(text) : Buffer.from(text);
    const method = name.endsWith(".css") ? 8 : 0;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(header, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += header.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...directory, end]);
}

const engine = deployed({
  "staticresources/Script.js": "let x = 1;",
  "staticresources/Script.resource-meta.xml": META("text/javascript"),
  "staticresources/Old.resource": "plain",
  "staticresources/Old.resource-meta.xml": META("text/plain", "Private"),
  "staticresources/Theme.zip": zip({ "css/main.css": "p { color: red }", "img/dot.svg": "<svg/>" }),
  "staticresources/Theme.resource-meta.xml": META("application/zip"),
  "staticresources/Kit/a/b.json": "{}",
  "staticresources/Kit.resource-meta.xml": META("application/zip"),
  "staticresources/Built.resource-meta.xml": META("text/javascript"),
});
const resources = (): Record<string, string> => {
  const { text } = ask(engine, "/lightning/context.js");
  const json = /value: (.*) \}\);/.exec(text)?.[1] ?? "";
  return (JSON.parse(json) as { resources: Record<string, string> }).resources;
};

test("a resource has the address that the context gives, on every host, and may be kept for ever", () => {
  const address = resources()["Script"] ?? "";
  assert.match(address, /^\/resource\/\d{13}\/Script$/);
  for (const host of ["lightning", "visualforce", "site"] as const) {
    const { status, headers, text } = ask(engine, address, { host });
    assert.deepEqual([status, text], [200, "let x = 1;"]);
    assert.equal(headers["Content-Type"], "text/javascript;charset=UTF-8");
    assert.equal(headers["Cache-Control"], "public, max-age=31536000, immutable");
  }
});

test("without the stamp, or with an old one, nothing is kept", () => {
  for (const address of ["/resource/Script", "/resource/1111111111111/Script"])
    assert.equal(ask(engine, address).headers["Cache-Control"], "no-cache");
  assert.equal(ask(engine, "/resource/Old", { host: "site" }).text, "plain");
  assert.match(ask(engine, resources()["Old"] ?? "").headers["Cache-Control"] ?? "", /^private, max-age/);
});

test("files of an archive and of a folder have paths", () => {
  const css = ask(engine, `${resources()["Theme"] ?? ""}/css/main.css`);
  assert.deepEqual([css.text, css.headers["Content-Type"]], ["p { color: red }", "text/css;charset=UTF-8"]);
  assert.equal(ask(engine, "/resource/Theme/img/dot.svg").headers["Content-Type"], "image/svg+xml;charset=UTF-8");
  assert.equal(ask(engine, "/resource/Theme").headers["Content-Type"], "application/zip");
  assert.equal(ask(engine, "/resource/Kit/a/b.json").text, "{}");
});

test("what is not there is told in a line", () => {
  const missing = (address: string): string => {
    const { status, text } = ask(engine, address);
    assert.equal(status, 404);
    return text;
  };
  assert.equal(missing("/resource/Nope"), "There is no static resource Nope.\n");
  assert.equal(missing("/resource/Built"), "The static resource Built has no file beside its -meta.xml. Is it built?\n");
  assert.equal(missing("/resource/Theme/none.css"), "The static resource Theme has no file none.css.\n");
  assert.equal(missing("/resource/Script/x"), "The static resource Script is no archive (text/javascript): it has no file x.\n");
  assert.match(missing("/resource/Kit"), /is a folder: name one of its files/);
});

test("an archive that cannot be read stops the deployment", () => {
  const files = { "staticresources/Bad.zip": "no zip", "staticresources/Bad.resource-meta.xml": META("application/zip") };
  assert.throws(
    () => deployed(files),
    (error: unknown) => error instanceof ProjectFaults && /Bad\.zip cannot be read as an archive: it is no zip archive/.test(error.message),
  );
});
