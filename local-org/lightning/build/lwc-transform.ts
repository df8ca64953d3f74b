/** One source file of a Lightning web component -> JavaScript that esbuild can bundle. */
import { transformSync as stripTypes } from "esbuild";

export interface ComponentSource {
  /** Shown in messages; its suffix decides what the source is. */
  readonly file: string;
  readonly text: string;
  /** Namespace and name of the bundle that the file belongs to: `c`, `callPanel`. */
  readonly namespace: string;
  readonly name: string;
}

/** What a project's own components are called in imports: `c/callPanel`. */
const PROJECT_NAMESPACE = "c";

/** LWC's own API version: decides how templates and classes are compiled. The newest that this compiler knows for API 67.0. */
const API_VERSION = 66;

/**
 * Compiles `.ts`, `.js`, `.html` or `.css`. TypeScript loses its types only: decorators and class fields must reach the LWC compiler as
 * written. Rejects with the compilers' errors (see build-fault.ts).
 */
export async function transformComponentSource({ file, text, namespace, name }: ComponentSource): Promise<string> {
  // Loading the compiler takes longer than a start should: only who compiles waits for it.
  const { transformSync } = await import("lwc/compiler");
  const isTypeScript = file.endsWith(".ts");
  const source = isTypeScript ? withoutTypes(file, text) : text;
  const { code } = transformSync(source, isTypeScript ? file.replace(/\.ts$/, ".js") : file, {
    namespace,
    name,
    apiVersion: API_VERSION,
    scopedStyles: file.endsWith(".scoped.css"),
    enableDynamicComponents: true,
    enableLwcOn: true,
    // lightning-combobox attaches internals; synthetic shadow refuses that otherwise.
    enableSyntheticElementInternals: true,
    // Orgs refuse private methods still; the local org's own modules never get there.
    enablePrivateMethods: namespace !== PROJECT_NAMESPACE,
  });
  return code;
}

function withoutTypes(file: string, text: string): string {
  return stripTypes(text, {
    loader: "ts",
    target: "esnext",
    sourcefile: file,
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, experimentalDecorators: false, verbatimModuleSyntax: true } },
  }).code;
}
