/** A Chromium or Chrome of this machine, for the tests that click. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** `CHROME_PATH` when it is set, else what is on the path or in the usual places; null: there is none. */
export function findBrowser(environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const given = environment["CHROME_PATH"];
  if (given !== undefined && given !== "") return isProgram(given) ? given : null;
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const named = folders.flatMap((folder) => NAMES.flatMap((name) => [join(folder, name), join(folder, `${name}.exe`)]));
  return [...named, ...PLACES].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
