/** Where an installed npm package lies. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The folder of a package that this one depends on. Throws when it is not installed. */
export function packageFolder(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      readFileSync(join(folder, name, "package.json"));
      return join(folder, name);
    } catch {
      // The next folder up may hold it.
    }
  }
  throw new Error(`The npm package ${name} is not installed; install it with: npm ci --include=dev`);
}

/** The version of an installed package. */
export function packageVersion(name: string): string {
  const description: unknown = JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8"));
  const version: unknown = typeof description === "object" && description !== null ? Reflect.get(description, "version") : undefined;
  if (typeof version !== "string") throw new Error(`${name} states no version`);
  return version;
}

/** Where what is made from the packages is kept: it goes when they go. */
export function defaultCacheFolder(): string {
  return join(dirname(packageFolder("lwc")), ".cache", "local-org");
}
