/** What Terraform writes and is no configuration: a plan or a state as JSON, and what only looks like one. */
import { Problems } from "../../errors";
import type { PolicyType } from "../../iam/document/policy";
import { isPlan, objectIn, refuseOtherOutput } from "../../terraform/plan/not-a-plan";
import { NOTHING_FOUND, type SourceReading } from "../found";
import type { LintFile } from "../lint/lint-file";
import { policiesInPlan } from "./plan";
import { planOfState } from "./state";

/**
 * The policies of a plan or a state; undefined if a file is neither. What else Terraform writes is refused where the file is named,
 * since a folder may hold it beside policies.
 */
export function policiesInOutput(
  { text, path, named }: LintFile,
  type: PolicyType | undefined,
): SourceReading | undefined {
  const problems = new Problems();
  const plan = problems.attempt(() => {
    if (named === true) refuseOtherOutput(text, path);
    const json = objectIn(text);
    if (json === undefined || isPlan(json)) return json;
    return planOfState(json, path);
  });
  if (plan !== undefined) return policiesInPlan(plan, { file: path, type });
  if (problems.size === 0) return undefined;
  const refused = problems.all.map(({ code, message, hint }) => ({ code, message, hint, file: path }));
  return { ...NOTHING_FOUND, ...(named === true ? { problems: refused } : { unread: refused }) };
}
