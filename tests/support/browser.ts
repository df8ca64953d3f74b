/** A headless browser with the flags that keep it quiet and off the network. */
import { chromium, type Browser } from "playwright-core";
import { findBrowser } from "./find-browser.ts";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
];

/** Throws when the machine has no Chromium; `npm test` asks before it runs these tests. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("no Chromium or Chrome found; install one or set CHROME_PATH");
  // As root, as on build servers, Chromium starts only without its sandbox.
  return chromium.launch({ executablePath, args: FLAGS, chromiumSandbox: process.getuid?.() !== 0 });
}
