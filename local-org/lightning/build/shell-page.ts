/** The document that carries the shell. */
import type { ApplicationBundle } from "./application-bundle.ts";
import { type BuildFault, describeFault, escapeHtml } from "./build-fault.ts";

export const ASSETS_PATH = "/lightning/assets/";

/** The page for every address that the shell answers. */
export function shellPage({ entries, faults }: ApplicationBundle): string {
  const shell = entries.get("shell");
  const preloads = (shell?.needs ?? []).map((file) => `<link rel="modulepreload" href="${ASSETS_PATH}${file}">`).join("\n    ");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Lightning Experience</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${ASSETS_PATH}slds/styles/salesforce-lightning-design-system.min.css">
    <script src="/lightning/context.js"></script>
    ${preloads}
    <script type="module" src="${ASSETS_PATH}${shell?.file ?? ""}"></script>
  </head>
  <body>${faultPanel(faults)}</body>
</html>
`;
}

/** Components that could not be built, said once at the foot of the page. */
function faultPanel(faults: readonly BuildFault[]): string {
  if (faults.length === 0) return "";
  const lines = faults.map((fault) => escapeHtml(describeFault(fault))).join("\n");
  return `<details role="alert" style="position:fixed;z-index:10000;left:1rem;top:1rem;max-width:60rem;background:#fff;border:2px solid #ba0517;padding:.5rem">
    <summary>Components that could not be built: ${faults.length} faults</summary><pre style="white-space:pre-wrap">${lines}</pre></details>`;
}
