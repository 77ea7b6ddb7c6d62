/**
 * The sentences of the linter have names in backticks. Where a name of the plan holds a backtick itself, nobody can tell their words from
 * those of the plan: then the whole sentence is a value.
 */
import { isFields, isList, type Json } from "../../json/json-value";
import type { Plan } from "../../terraform/plan/plan";
import { quoted } from "../../text/message";
import type { PrincipalReview } from "./types";

/** A sign that is in no sentence of ours, so that `quoted` takes what holds it for a value. */
const STAND_IN = "\u02cb";

/** Types of which the arguments are statements, or parts of one. */
const OF_STATEMENTS = /^aws_(?:iam_|lambda_permission$|kms_grant$)/;

/** The reviews with findings of the linter that cannot be mistaken. */
export function withSureSentences(reviews: readonly PrincipalReview[], plan: Plan): readonly PrincipalReview[] {
  return reviews.length === 0 || !hasBacktick(plan) ? reviews : reviews.map(unquote);
}

function unquote(review: PrincipalReview): PrincipalReview {
  const { findings } = review;
  return {
    ...review,
    findings: findings.map((one) => ({
      ...one,
      finding: { ...one.finding, message: withoutBackticks(one.finding.message) },
    })),
  };
}

/** A sentence that is a value already stays as it is. */
function withoutBackticks(sentence: string): string {
  return quoted(sentence).some((part) => typeof part === "string") ? sentence.replaceAll("`", STAND_IN) : sentence;
}

/** Whether anything that a policy is made of holds one: addresses, resources of IAM, texts with statements. */
function hasBacktick(plan: Plan): boolean {
  for (const { address, type, before, after } of plan.resources) {
    if (address.includes("`") || holdsOne(type, before.value) || holdsOne(type, after.value)) return true;
  }
  for (const { address, type, values } of plan.prior.values()) {
    if (address.includes("`") || holdsOne(type, values)) return true;
  }
  return false;
}

function holdsOne(type: string, values: Json | undefined): boolean {
  if (!isFields(values)) return false;
  if (OF_STATEMENTS.test(type)) return holdsOneInside(values);
  for (const name in values) {
    const value = values[name];
    if (typeof value === "string" && value.includes("`") && value.includes("Statement")) return true;
  }
  return false;
}

function holdsOneInside(values: Json): boolean {
  const open: Json[] = [values];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "string" && next.includes("`")) return true;
    if (isList(next)) for (const item of next) open.push(item);
    else if (isFields(next)) for (const name of Object.keys(next)) open.push(next[name] as Json);
  }
  return false;
}
