import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectFiles } from "../checks/project-files.ts";
import { outputOf, runNode } from "./run-command.ts";
import { nothingYet } from "./step.ts";
import type { Step } from "./step.ts";

/** Prettier over everything it knows, Apex, XML and Markdown included. */
export const formatStep: Step = {
  name: "format",
  run: async ({ root }) => {
    mkdirSync(join(root, ".cache"), { recursive: true });
    const cache = ["--cache", "--cache-strategy", "content", "--cache-location", ".cache/prettier"];
    const result = await runNode(root, ["node_modules/prettier/bin/prettier.cjs", "--check", ...cache, "."]);
    if (result.code === 0) return { outcome: "passed", summary: "all files" };
    const files = outputOf(result)
      .split("\n")
      .filter((line) => !line.startsWith("Checking formatting"));
    return { outcome: "failed", summary: "run: npm run format:fix", details: files.join("\n") };
  },
};

/** ESLint with type information: the Lightning rules for components, the strict ones for the engine and scripts. */
export const lintStep: Step = {
  name: "lint",
  run: async ({ root }) => {
    const result = await runNode(root, ["node_modules/eslint/bin/eslint.js", "--max-warnings", "0", "."]);
    return result.code === 0
      ? { outcome: "passed", summary: "all sources, no unused suppression" }
      : { outcome: "failed", summary: "run: npm run lint:fix", details: outputOf(result).replaceAll(`${root}/`, "") };
  },
};

/** TypeScript over every project of the repository. */
export const typesStep: Step = {
  name: "types",
  run: async ({ root }) => {
    const projects = [
      "tsconfig.json",
      "force-app/tsconfig.json",
      "local-org/lightning/browser/tsconfig.json",
      "local-org/aircall/browser/tsconfig.json",
      "local-org/tsconfig.browser-tests.json",
    ].filter((project) => existsSync(join(root, project)));
    const results = await Promise.all(
      projects.map((project) => runNode(root, ["node_modules/typescript/bin/tsc", "--pretty", "false", "-p", project])),
    );
    const failed = results.filter((result) => result.code !== 0);
    return failed.length === 0
      ? { outcome: "passed", summary: projects.join(", ") }
      : { outcome: "failed", summary: "tsc refuses the types", details: failed.map(outputOf).join("\n") };
  },
};

/** Salesforce's own packaging: the source must convert, and every component must arrive in the manifest. */
export const packagingStep: Step = {
  name: "packaging",
  run: async ({ root }) => {
    if (projectFiles(root, "force-app", (path) => path.endsWith("-meta.xml")).length === 0) return nothingYet;
    if (!existsSync(join(root, "node_modules/@salesforce/cli/bin/run.js")))
      throw new Error("@salesforce/cli is missing; install it with: npm ci");
    const { convertProject } = await import("./packaging.ts");
    return convertProject(root);
  },
};
