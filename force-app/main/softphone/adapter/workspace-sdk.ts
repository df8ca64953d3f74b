import imported from "aircall-everywhere";
import type { WorkspaceConstructor } from "aircall-everywhere";

/** Aircall's own class: bundlers differ in whether a CommonJS package's default is the class or the module that holds it. */
export const AircallWorkspace: WorkspaceConstructor = typeof imported === "function" ? imported : imported.default;
