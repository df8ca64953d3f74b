import { createRequire } from "node:module";

const { jestConfig } = createRequire(import.meta.url)("@salesforce/sfdx-lwc-jest/config");

export default {
  ...jestConfig,
  rootDir: import.meta.dirname,
  roots: ["<rootDir>/force-app"],
  transform: {
    // The script of a page is no component: the component compiler would refuse what is plain TypeScript.
    "/adapter/.+\\.ts$": [
      "babel-jest",
      { babelrc: false, configFile: false, presets: ["@babel/typescript"], plugins: ["@babel/transform-modules-commonjs"] },
    ],
    ...jestConfig.transform,
  },
  collectCoverageFrom: ["force-app/**/lwc/**/*.ts", "force-app/**/adapter/**/*.ts", "!**/__tests__/**", "!**/test-support/**"],
  coverageDirectory: "coverage/lwc",
  coverageReporters: ["text-summary", "lcov", "json-summary"],
};
