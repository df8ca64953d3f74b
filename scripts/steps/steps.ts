import { buildProject } from "../build-project.ts";
import { checkEngineDirection } from "../checks/engine-direction.ts";
import { checkFeatureDirection } from "../checks/feature-direction.ts";
import { checkLwcBuild } from "../checks/lwc-build.ts";
import { checkLwcBundles } from "../checks/lwc-bundles.ts";
import { checkMetadataFiles } from "../checks/metadata-files.ts";
import { checkMetadataReferences } from "../checks/metadata-references.ts";
import { checkMetadataShape } from "../checks/metadata-shape.ts";
import { combineChecks } from "../checks/finding.ts";
import { checkPermissionCoverage } from "../checks/permission-coverage.ts";
import { checkSettingsPage } from "../checks/settings-page.ts";
import { checkDataModel } from "../data-model/data-model-file.ts";
import { checkPhoneRules } from "../phone-metadata/phone-rules-class.ts";
import { checkStep } from "./check-step.ts";
import { apexLsStep, pmdStep } from "./java-steps.ts";
import type { Step } from "./step.ts";
import { apexCheckStep, apexTestsCanFailStep, apexTestStep, browserStep, conformanceStep, jestStep, unitTestStep } from "./test-steps.ts";
import { formatStep, lintStep, packagingStep, typesStep } from "./tool-steps.ts";

/** Everything `npm test` does, in the order in which it is said. */
export const steps: readonly Step[] = [
  formatStep,
  lintStep,
  checkStep("dependency direction", "files", (root) => combineChecks([checkFeatureDirection(root), checkEngineDirection(root)])),
  typesStep,
  checkStep("metadata", "files", (root) => {
    const { subjects, findings } = combineChecks([checkMetadataShape(root), checkMetadataReferences(root), checkMetadataFiles(root)]);
    return { subjects: Math.round(subjects / 3), findings };
  }),
  checkStep("permission sets", "grants", checkPermissionCoverage),
  checkStep("data model page", "page", checkDataModel),
  checkStep("settings page", "settings", checkSettingsPage),
  checkStep("phone number rules", "class", checkPhoneRules),
  checkStep("component bundles", "bundles", async (root) => {
    await buildProject(root);
    const bundles = await checkLwcBundles(root);
    return { ...bundles, findings: [...checkLwcBuild(root).findings, ...bundles.findings] };
  }),
  jestStep,
  unitTestStep("engine unit tests", "local-org"),
  unitTestStep("script tests", "scripts"),
  conformanceStep,
  apexCheckStep,
  apexLsStep,
  apexTestStep,
  apexTestsCanFailStep,
  pmdStep,
  packagingStep,
  unitTestStep("contract cases", "tests/contract"),
  browserStep,
];
