/** ApexClass and ApexTrigger: the project's Apex as records. */
import { Decimal, type ApexValue } from "../../apex/runtime/values.ts";
import type { Org } from "../../transaction/org.ts";
import { seedRow } from "../../transaction/seed-row.ts";
import type { CheckedProject } from "../compile-project.ts";

export function deployApexRows(org: Org, { bound, sources }: Pick<CheckedProject, "bound" | "sources">): void {
  for (const { file, declaration } of bound) {
    const body = sources.texts.get(file) ?? "";
    const common: Readonly<Record<string, ApexValue>> = {
      Name: declaration.name,
      Body: body,
      ApiVersion: Decimal.parse((sources.apiVersions.get(file) ?? 0).toFixed(1)),
      Status: "Active",
      IsValid: true,
      LengthWithoutComments: body.length,
      NamespacePrefix: org.settings.namespace,
    };
    if (declaration.kind === "trigger") seedRow(org, "ApexTrigger", { ...common, TableEnumOrId: declaration.object });
    else seedRow(org, "ApexClass", common);
  }
}
