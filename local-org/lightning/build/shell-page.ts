/** The document that carries the shell. */
import type { ApplicationBundle } from "./application-bundle.ts";
import { type BuildFault, describeFault, escapeHtml } from "./build-fault.ts";

export const ASSETS_PATH = "/lightning/assets/";

/** The cloud of the shell's header. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 -6 46 46'%3E" +
  "%3Cpath fill='%230d9dda' d='M20 3a11 11 0 0 1 10 6.4A9 9 0 0 1 40.5 16a7.5 7.5 0 0 1-2 15H12" +
  "A10.5 10.5 0 0 1 9.5 10.3 11 11 0 0 1 20 3Z'/%3E%3C/svg%3E";

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
    <link rel="icon" href="${ICON}">
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
