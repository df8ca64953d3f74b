/** Opportunity: the stage decides about closed, won, and, unless given, probability and forecast. */
import { Decimal } from "../../../apex/runtime/values.ts";
import type { ObjectRules } from "../object-rules.ts";
import { OPPORTUNITY_STAGES } from "./opportunity-stages.ts";

export const opportunityRules: ObjectRules = {
  derived: ["IsClosed", "IsWon", "ExpectedRevenue", "ForecastCategory"],
  beforeSave(values, { old }) {
    const name = values.get("StageName") ?? null;
    const stage = OPPORTUNITY_STAGES.find((candidate) => candidate.name === name);
    const isNewStage = name !== (old?.get("StageName") ?? null);
    values.set("IsClosed", stage?.isClosed === true);
    values.set("IsWon", stage?.isWon === true);
    if (isNewStage && stage !== undefined) {
      const given = values.get("Probability") ?? null;
      if (given === null || given === (old?.get("Probability") ?? null)) values.set("Probability", Decimal.ofInteger(stage.probability));
      values.set("ForecastCategory", stage.forecastCategory);
      values.set("ForecastCategoryName", stage.forecastCategory);
    }
    const amount = values.get("Amount") ?? null;
    const probability = values.get("Probability") ?? null;
    const expected = amount instanceof Decimal && probability instanceof Decimal ? amount.multiply(probability) : null;
    values.set("ExpectedRevenue", expected?.divide(Decimal.ofInteger(100), 2, "HALF_UP") ?? null);
  },
};
