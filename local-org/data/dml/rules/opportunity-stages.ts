/** The opportunity stages of a new org. */
export interface OpportunityStage {
  readonly name: string;
  readonly probability: number;
  readonly forecastCategory: string;
  readonly isClosed: boolean;
  readonly isWon: boolean;
}

const stage = (name: string, probability: number, forecastCategory = "Pipeline", isClosed = false, isWon = false): OpportunityStage => ({
  name,
  probability,
  forecastCategory,
  isClosed,
  isWon,
});

export const OPPORTUNITY_STAGES: readonly OpportunityStage[] = [
  stage("Prospecting", 10),
  stage("Qualification", 10),
  stage("Needs Analysis", 20),
  stage("Value Proposition", 50),
  stage("Id. Decision Makers", 60),
  stage("Perception Analysis", 70),
  stage("Proposal/Price Quote", 75),
  stage("Negotiation/Review", 90),
  stage("Closed Won", 100, "Closed", true, true),
  stage("Closed Lost", 0, "Omitted", true),
];
