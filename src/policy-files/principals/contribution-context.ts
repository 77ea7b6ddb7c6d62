/** The readers and indexes of one plan with which contributions are computed. */
import type { Plan } from "../../terraform/plan/plan";
import { Attachments } from "./attachments";
import type { ContributionContext } from "./contribution";
import type { Instances } from "./instances";
import { PolicyTexts } from "./policy-text";
import { Principals } from "./principals";
import { References } from "./references";

/** Makes the readers and indexes for the instances of a plan. */
export function contributionContext(plan: Pick<Plan, "configuration">, instances: Instances): ContributionContext {
  const references = new References(plan, instances);
  const texts = new PolicyTexts(references);
  return {
    references,
    texts,
    attachments: new Attachments(instances, references, texts),
    principals: new Principals(instances, references),
  };
}
