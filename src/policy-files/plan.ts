/** Policies in the JSON of a plan: `terraform show -json plan.out`. */
import type { PolicyType } from "../iam/document/policy";
import { pointerTo } from "../json/json-node";
import { type Fields, fieldsIn, isFields } from "../json/json-value";
import { holderByPlace, isOtherCloud, isOtherKind, typeByPlace } from "../terraform/kinds";
import { PlanFormatError } from "../terraform/plan/fields";
import type { ResourceChange } from "../terraform/plan/plan";
import { readChanges } from "../terraform/plan/read-plan";
import { textValue } from "../terraform/value";
import { policyOfArguments } from "./document-arguments";
import type { SourcePolicy, SourceProblem, SourceReading } from "./found";
import { planArguments } from "./plan-arguments";
import { documentOf, documentOfArguments, pointerOnly, policyIn } from "./policy-node";
import { readPolicyJson } from "./policy-text";
import { type SourceRole, trustedServices } from "./role-trust";
import { visitPolicyTexts } from "./visit-policy-texts";

export { planIn } from "../terraform/plan/not-a-plan";

export interface PlanOptions {
  /** How the file is named. @default "plan" */
  readonly file?: string;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** The policies that the plan makes, and the documents that are read only when it is applied. */
export function policiesInPlan(plan: Fields, options: PlanOptions = {}): SourceReading {
  const file = options.file ?? "plan";
  const none = { policies: [], problems: [], suppressions: [], unread: [], roles: [] };
  try {
    const changes = readChanges(plan);
    const found = changes.map((change) => policiesInChange(change, file, options.type));
    const policies = found.flatMap((one) => one.policies);
    const byAddress = new Map(changes.map((change) => [change.address, change]));
    const roles = policies.flatMap((policy) => roleOf(policy, byAddress.get(policy.address ?? "")));
    return { ...none, policies, problems: found.flatMap((one) => one.problems), roles };
  } catch (error) {
    if (!(error instanceof PlanFormatError)) throw error;
    const hint = "make the JSON again with `terraform show -json plan.bin`";
    return { ...none, problems: [{ code: "plan-malformed", message: error.message, hint, file }] };
  }
}

/** The role of a trust policy of a plan: other policies of the plan name it in their ARNs. */
function roleOf({ document, argument, file }: SourcePolicy, change: ResourceChange | undefined): readonly SourceRole[] {
  if (change?.type !== "aws_iam_role" || argument !== "assume_role_policy") return [];
  const { name, path } = fieldsIn(change.after.value);
  const services = trustedServices(document);
  if (typeof name !== "string" || services === undefined) return [];
  return [{ name: `${typeof path === "string" ? path.replace(/^\//, "") : ""}${name}`, services, file }];
}

type PoliciesOfChange = Pick<SourceReading, "policies" | "problems">;

function policiesInChange(change: ResourceChange, file: string, given: PolicyType | undefined): PoliciesOfChange {
  const { address, type, after } = change;
  const policies: SourcePolicy[] = [];
  const problems: SourceProblem[] = [];
  if (!isFields(after.value) || isOtherKind(type) || isOtherCloud(type)) return { policies, problems };
  if (type === "aws_iam_policy_document") {
    const policy = policyOfArguments(planArguments(change, { any: "${...}" }));
    const document = documentOfArguments(policy, pointerOnly, given, true);
    return { policies: document === undefined ? [] : [{ document, file, address }], problems };
  }
  visitPolicyTexts(after.value, (text, path) => {
    const argument = path.join(".");
    if (isOtherKind(type, argument)) return;
    const read = readPolicyJson(textValue(text, undefined));
    const policy = policyIn(read?.value);
    if (read?.value !== undefined && policy === undefined) return;
    const pointer = path.reduce<string>(pointerTo, address);
    for (const { code, message, hint } of read?.problems ?? []) problems.push({ code, message, hint, file, pointer });
    if (policy === undefined) return;
    const document = documentOf(policy, pointerOnly, given ?? typeByPlace(type, argument));
    if (document !== undefined)
      policies.push({ document, file, address, argument, holder: holderByPlace(type, argument) });
  });
  return { policies, problems };
}
