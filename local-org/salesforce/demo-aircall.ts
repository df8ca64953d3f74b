/** The stand-in for Aircall beside a project that describes an Aircall company for it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createAircall, PHONE_HOST, type Aircall } from "../aircall/aircall.ts";
import { parseWorld } from "../aircall/world/parse-world.ts";
import { WorldError } from "../aircall/world/json-reader.ts";
import { InputError } from "../project/input-error.ts";

const FILE = join("config", "demo", "aircall.json");

/** Starts it when the project has `config/demo/aircall.json`; null otherwise. Throws InputError when that file cannot be read. */
export function demoAircall(folder: string, port: number): Aircall | null {
  const file = join(folder, FILE);
  if (!existsSync(file)) return null;
  try {
    const world = parseWorld(readFileSync(file, "utf8"), port);
    return createAircall({ port, world, log: (line) => process.stderr.write(`Aircall: ${line}\n`) });
  } catch (error) {
    if (error instanceof WorldError) throw new InputError(FILE, error.message);
    throw error;
  }
}

/** Where its phone is told who has logged in. */
export function phoneLoginAddress(port: number): string {
  return `http://${PHONE_HOST}:${port}/session`;
}
