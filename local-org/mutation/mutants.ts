import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { breakSource, readFaults } from "./faults.ts";
import type { Fault } from "./faults.ts";

export interface Mutant extends Fault {
  /** File of the broken copy, relative to the folder. */
  readonly mutantFile: string;
}

const here = import.meta.dirname;

/** Writes the package and one broken copy per fault into an empty folder, as one SFDX project. */
export function writeMutants(folder: string): Mutant[] {
  cpSync(join(here, "sfdx-project.json"), join(folder, "sfdx-project.json"));
  cpSync(join(here, "package"), join(folder, "package"), { recursive: true });
  const sources = globSync("package/**/*.{cls,trigger}", { cwd: here }).sort();
  return sources.flatMap((file) => {
    const text = readFileSync(join(here, file), "utf8");
    const metadata = readFileSync(join(here, `${file}-meta.xml`), "utf8");
    const extension = extname(file);
    const name = basename(file, extension);
    return readFaults(file, text).map((fault) => {
      const newName = `${name}F${fault.changedLine}`;
      const mutantFile = join(dirname(file), "mutants", `${newName}${extension}`);
      mkdirSync(join(folder, dirname(mutantFile)), { recursive: true });
      writeFileSync(join(folder, mutantFile), breakSource(text, fault, name, newName));
      writeFileSync(join(folder, `${mutantFile}-meta.xml`), metadata);
      return { ...fault, mutantFile };
    });
  });
}
