/**
 * Lightning Web Security at compile time: what the platform's sandbox keeps from a project's components is kept from them here too.
 * `sforce`, `Aura`, `$A` and `Sfdc` do not exist, neither as names nor as properties of the window, and iframes that components make
 * are sandboxed to an origin of their own.
 *
 * It is fidelity, not protection: code that sets out to reach the window by other ways (`document.defaultView`) does reach it.
 */
import type { ComponentSource } from "./lwc-transform.ts";

const HIDDEN_NAMES = ["sforce", "Aura", "$A", "Sfdc"];
const WINDOW_NAMES = ["window", "self", "globalThis", "frames"];

/** Same as `local/security` gives to iframes made by scripts. */
export const IFRAME_SANDBOX = "allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts";

/** Compiles a source of the project under these rules. */
export async function secured(source: ComponentSource, compile: (source: ComponentSource) => Promise<string>): Promise<string> {
  if (source.file.endsWith(".html")) return compile({ ...source, text: sandboxIframes(source.text) });
  const code = await compile(source);
  return source.file.endsWith(".css") ? code : hideGlobals(code);
}

/** Gives every iframe of a template a sandbox; one that has a sandbox loses the permission to share our origin. */
function sandboxIframes(template: string): string {
  return template.replaceAll(/<iframe\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi, (_tag, attributes: string) => {
    const own = /\ssandbox(?:\s*=\s*"([^"]*)")?/i.exec(attributes);
    if (own === null) return `<iframe sandbox="${IFRAME_SANDBOX}"${attributes}>`;
    const kept = (own[1] ?? "").split(/\s+/).filter((token) => token !== "" && token !== "allow-same-origin");
    return `<iframe${attributes.replace(own[0], ` sandbox="${kept.join(" ")}"`)}>`;
  });
}

/** Shadows the hidden names with imports of the same name. */
function hideGlobals(code: string): string {
  const named = (name: string): boolean => new RegExp(`(?<![\\w$.])${name.replace("$", "\\$")}(?![\\w$])`).test(code);
  const declared = (name: string): boolean =>
    new RegExp(`^(?:export\\s+)?(?:const|let|var|function|class)\\s+${name.replace("$", "\\$")}(?![\\w$])`, "m").test(code);
  const hidden = HIDDEN_NAMES.filter((name) => named(name) && !declared(name));
  const windows = WINDOW_NAMES.filter((name) => named(name) && !declared(name));
  const imports = [
    ...hidden.map((name) => `hidden as ${name}`),
    ...windows.map((name) => `sandboxWindow as ${name}`),
    ...(madeIframe(code) ? ["createElement as __createElement"] : []),
  ];
  if (imports.length === 0) return code;
  // On the line of the first statement, so that line numbers stay.
  return `import { ${imports.join(", ")} } from "local/security";${madeIframe(code) ? sandboxCreated(code) : code}`;
}

function madeIframe(code: string): boolean {
  return /iframe/i.test(code) && /\bdocument\s*\.\s*createElement(?:NS)?\s*\(/.test(code);
}

function sandboxCreated(code: string): string {
  return code.replaceAll(
    /(?:\b(?:window|self|globalThis)\s*\.\s*)?\bdocument\s*\.\s*createElement(NS)?\s*\(/g,
    (_call, ns: string | undefined) => (ns === undefined ? "__createElement(null, " : "__createElement("),
  );
}
