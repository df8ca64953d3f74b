/**
 * What has to be on the machine before anything else can run: the npm packages of the lock file and the Node that comes with them.
 * Plain JavaScript without dependencies, because it runs before there are any.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join, resolve, sep } from "node:path";
import process from "node:process";

const windows = process.platform === "win32";

/**
 * The Node that all scripts run on.
 * @param {string} root project folder
 */
export function pinnedNode(root) {
  return join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
}

/**
 * Why the packages have to be installed, in a few words, or null when they are complete.
 * @param {string} root project folder
 * @returns {string | null}
 */
export function whyInstall(root) {
  if (!existsSync(join(root, "node_modules"))) return "no packages are installed yet";
  const wanted = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(join(root, "node_modules", ".package-lock.json"));
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "" || entry.link || entry.optional || entry.devOptional) continue;
    if (installed[path]?.version !== entry.version) return `${path.replace(/^.*node_modules\//, "")} is not the version of the lock file`;
  }
  return null;
}

/**
 * Whether the pinned Node runs; false after an install that skipped the install scripts.
 * @param {string} root project folder
 */
export function hasPinnedNode(root) {
  if (!existsSync(pinnedNode(root))) return false;
  const wanted = readPackages(join(root, "package-lock.json"))["node_modules/node"]?.version;
  const answer = spawnSync(pinnedNode(root), ["--version"], { encoding: "utf8" });
  return answer.status === 0 && answer.stdout.trim() === `v${wanted}`;
}

/**
 * Runs npm, printing a line of progress every few seconds.
 * @param {string} root project folder
 * @param {string[]} args
 * @param {(seconds: number) => string} progress
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runNpm(root, args, progress) {
  const started = Date.now();
  const timer = setInterval(() => process.stderr.write(`  ${progress(Math.round((Date.now() - started) / 1000))}\n`), 5000);
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !resolve(folder).startsWith(join(root, "node_modules") + sep));
  const node = path.map((folder) => join(folder, windows ? "node.exe" : "node")).find((file) => existsSync(file));
  const npmScript = process.env.npm_execpath ?? "";
  const direct = node !== undefined && /npm-cli\.c?js$/.test(npmScript) && existsSync(npmScript);
  const env = { ...process.env, PATH: path.join(delimiter) };
  const child = direct
    ? spawn(node, [npmScript, ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"], shell: windows });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((done) => {
    child.on("error", (error) => {
      clearInterval(timer);
      done({ ok: false, output: `${output}${error.message}\n` });
    });
    child.on("close", (code) => {
      clearInterval(timer);
      done({ ok: code === 0, output });
    });
  });
}

/**
 * Installs what is missing; throws an Error whose message is one line naming the missing thing and the command that installs it.
 * @param {string} root project folder
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} whether packages were installed
 */
export async function installMissing(root, say) {
  const reason = whyInstall(root);
  if (reason !== null) {
    const paths = Object.keys(readPackages(join(root, "package-lock.json"))).filter((path) => path.startsWith("node_modules/"));
    say(`Installing ${paths.length} npm packages (${reason}); this takes a minute or two.`);
    const progress = (/** @type {number} */ seconds) => {
      const there = paths.filter((path) => existsSync(join(root, path, "package.json"))).length;
      return `${seconds} s: ${there} of ${paths.length} packages unpacked`;
    };
    const { ok, output } = await runNpm(root, ["ci", "--include=dev", "--loglevel=error"], progress);
    if (!ok) {
      process.stderr.write(`${output.split("\n").slice(0, 20).join("\n")}\n`);
      throw new Error(`The npm packages are missing; install them with: npm ci --include=dev`);
    }
    say("The npm packages are installed.");
  }
  const installed = reason !== null;
  if (hasPinnedNode(root)) return installed;
  say("Node of this project is missing (packages were installed without install scripts); fetching it.");
  await runNpm(root, ["rebuild", "node", "--ignore-scripts=false"], (seconds) => `${seconds} s`);
  if (!hasPinnedNode(root)) throw new Error("Node of this project is missing; install it with: npm rebuild node --ignore-scripts=false");
  return installed;
}

/**
 * @param {string} file a package-lock.json
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }>}
 */
function readPackages(file) {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}
