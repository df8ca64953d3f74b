/**
 * What an administrator enters in Setup under Named Credentials, for demo data: `credentials.json` beside `records`,
 * `{"namedCredentials": [{"name": "Api", "url": "https://..."}],
 *   "principals": [{"externalCredential": "Api", "principal": "Account", "parameters": {"Username": "...", "Password": "..."}}]}`.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../project/input-error.ts";
import type { Org } from "../../transaction/org.ts";
import { fillPlaceholders } from "./seed-texts.ts";

const FILE = "credentials.json";

/** Does nothing when the folder has no such file. Throws InputError when it is of another form or names what the project does not have. */
export function loadCredentials(org: Org, folder: string, port: number): void {
  const path = join(folder, FILE);
  if (!existsSync(path)) return;
  let content: unknown;
  try {
    content = JSON.parse(fillPlaceholders(readFileSync(path, "utf8"), { port, now: org.clock.now() }));
  } catch (error) {
    throw new InputError(path, error instanceof Error ? error.message : String(error));
  }
  for (const entry of listOf(content, "namedCredentials", path))
    setAddress(org, textOf(entry, "name", path), textOf(entry, "url", path), path);
  for (const entry of listOf(content, "principals", path)) {
    const [external, principal] = [textOf(entry, "externalCredential", path), textOf(entry, "principal", path)];
    setSecrets(org, external, principal, property(entry, "parameters"), path);
  }
}

function setAddress({ credentials }: Org, name: string, url: string, path: string): void {
  const named = credentials.named(name);
  if (named === undefined) throw new InputError(path, `there is no named credential ${name}`);
  if (!URL.canParse(url)) throw new InputError(path, `${name}: ${url} is no address`);
  credentials.addNamed({ ...named, url });
}

function setSecrets({ credentials }: Org, name: string, principalName: string, parameters: unknown, path: string): void {
  const external = credentials.external(name);
  const principal = external?.principals.find((one) => one.name === principalName);
  if (external === undefined || principal === undefined) throw new InputError(path, `there is no principal ${principalName} of ${name}`);
  if (typeof parameters !== "object" || parameters === null) throw new InputError(path, `${name}: expected {"parameters": {...}}`);
  const values = Object.keys(parameters).map((key): [string, string] => [key, textOf(parameters, key, path)]);
  credentials.setSecrets(external.name, principal.name, new Map(values));
}

function listOf(content: unknown, name: string, path: string): readonly unknown[] {
  const list = property(content, name) ?? [];
  if (!Array.isArray(list)) throw new InputError(path, `expected {"${name}": [...]}`);
  return list;
}

function textOf(entry: unknown, name: string, path: string): string {
  const text = property(entry, name);
  if (typeof text !== "string") throw new InputError(path, `expected "${name}" with a text`);
  return text;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
