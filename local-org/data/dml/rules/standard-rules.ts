/** Rules by object. */
import type { ObjectRules } from "../object-rules.ts";
import { accountRules } from "./account.ts";
import { eventRules, taskRules } from "./activity.ts";
import { caseRules } from "./case.ts";
import { contentDistributionRules, contentDocumentLinkRules, contentVersionRules } from "./content.ts";
import { opportunityRules } from "./opportunity.ts";
import { personNameRules } from "./person-name.ts";
import { userRules } from "./user.ts";

export const STANDARD_RULES: Readonly<Partial<Record<string, ObjectRules>>> = {
  Account: accountRules,
  Case: caseRules,
  Contact: personNameRules,
  ContentDistribution: contentDistributionRules,
  ContentDocumentLink: contentDocumentLinkRules,
  ContentVersion: contentVersionRules,
  Event: eventRules,
  Lead: personNameRules,
  Opportunity: opportunityRules,
  Task: taskRules,
  User: userRules,
};
