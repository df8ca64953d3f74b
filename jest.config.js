import { createRequire } from "node:module";

const { jestConfig } = createRequire(import.meta.url)("@salesforce/sfdx-lwc-jest/config");

export default {
  ...jestConfig,
  rootDir: import.meta.dirname,
  roots: ["<rootDir>/force-app"],
  collectCoverageFrom: ["force-app/**/lwc/**/*.ts", "!**/__tests__/**"],
  coverageDirectory: "coverage/lwc",
  coverageReporters: ["text-summary", "lcov", "json-summary"],
};
