/** Tells whether any source has changed. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCE = /\.(?:ts|js|html|css)$/;

/** Equal as long as no source in the folders was written, added or removed. */
export function sourcesStamp(folders: readonly string[]): string {
  return folders.map(stampOf).join("\n");
}

function stampOf(folder: string): string {
  const stamps = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "__tests__" ? [] : [stampOf(path)];
    return SOURCE.test(entry.name) ? [`${path} ${statSync(path).mtimeMs}`] : [];
  });
  return stamps.join("\n");
}
