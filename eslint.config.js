import lwcTypescript from "@salesforce/eslint-config-lwc/recommended-ts.js";
import lwcPlatform from "@lwc/eslint-plugin-lwc-platform";
import lightning from "@salesforce/eslint-plugin-lightning";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";
import tseslint from "typescript-eslint";

const typeAware = { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } };

export default defineConfig([
  globalIgnores([
    "**/node_modules/**",
    "coverage/**",
    "build/**",
    ".cache/**",
    "force-app/**/lwc/**/*.js",
    "local-org/apex/catalog/generated/**",
    // Components as a person would write them, for tests of what runs them.
    "tests/fixtures/components/**",
    "tests/fixtures/open-cti-project/**",
  ]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },
  {
    files: ["local-org/**/*.ts", "scripts/**/*.ts", "tests/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { ...typeAware, globals: { ...globals.nodeBuiltin } },
    rules: {
      // Numbers read well in messages; everything else must be turned into text on purpose.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // describe, test and it of node:test give promises that the runner itself awaits.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", name: ["describe", "it", "suite", "test"], package: "node:test" }] },
      ],
      // Characters of text are meant as code points.
      "@typescript-eslint/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }] }],
      // A callback of one call reads best without braces, whatever the call gives.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // The compiler refuses enums; asking for their assignments costs seconds.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "no-console": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["force-app/**/adapter/**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { ...typeAware, globals: { ...globals.browser } },
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always"],
    },
  },
  { files: ["scripts/**/*.ts", "local-org/cli/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["local-org/*/browser/**/*.ts"], languageOptions: { globals: { ...globals.browser } } },
  // Tests of browser code run in Node: types of their own.
  {
    files: ["local-org/*/browser/**/*.test.ts"],
    languageOptions: {
      parserOptions: { projectService: false, project: "local-org/tsconfig.browser-tests.json", tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ["**/*.test.ts"],
    rules: {
      // An assertion narrows what the next line may ask for; asking again is no fault.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // A value with the wrong text fails the comparison that follows.
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
  {
    files: ["**/*.mjs", "*.config.js"],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: { ...globals.nodeBuiltin } },
  },
  {
    files: ["force-app/**/lwc/**/*.ts"],
    extends: [lwcTypescript, tseslint.configs.strictTypeChecked],
    plugins: { "@lwc/lwc-platform": lwcPlatform, "@salesforce/lightning": lightning },
    languageOptions: { ...typeAware, globals: { ...globals.browser } },
    rules: {
      "@lwc/lwc-platform/no-aura": "error",
      "@lwc/lwc-platform/no-interop": "error",
      "@lwc/lwc-platform/no-process-env": "error",
      "@lwc/lwc-platform/no-deprecated-module-import": "error",
      "@salesforce/lightning/valid-apex-method-invocation": "error",
    },
  },
  {
    files: ["force-app/**/__tests__/**/*.ts"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { ...globals.jest, ...globals.node } },
    rules: {
      "@lwc/lwc/no-unexpected-wire-adapter-usages": "off",
      "@lwc/lwc/no-async-operation": "off",
      "@typescript-eslint/no-require-imports": "off",
    },
  },
]);
