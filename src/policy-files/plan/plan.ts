/** Policies in the JSON of a plan: `terraform show -json plan.out`. */

import type { PolicyType } from "../../iam/document/policy";
import type { AttachedPolicy } from "../../iam/lint/attached-policy";
import { pointerTo } from "../../json/json-node";
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { joinAddress, moduleAround, withoutKeys } from "../../terraform/address";
import { type ManagedPolicyUse, managedPolicyUse } from "../../terraform/iam-attachments";
import {
  holderByPlace,
  isOfOrganization,
  isOtherCloud,
  isOtherKind,
  type PolicyBearer,
  typeByPlace,
} from "../../terraform/kinds";
import { PlanFormatError } from "../../terraform/plan/fields";
import type { ResourceChange } from "../../terraform/plan/plan";
import { readConfiguration } from "../../terraform/plan/read-configuration";
import { readChanges } from "../../terraform/plan/read-plan";
import { readPrior } from "../../terraform/plan/read-prior";
import { textValue } from "../../terraform/value";
import { checkArgument } from "../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { BoundaryUses } from "../boundary-uses";
import { policyOfArguments } from "../document-arguments";
import { NOTHING_FOUND, type SourcePolicy, type SourceProblem, type SourceReading } from "../found";
import { permissionSource, policyOfPermission } from "../permissions/policy-of-permission";
import { documentOf, documentOfArguments, pointerOnly, policyIn } from "../policy-node";
import { policyTarget } from "../policy-target";
import { readPolicyJson } from "../policy-text";
import { givesPolicies, principalsOfPlan } from "../principals/principals-of-plan";
import { nameWithPath, type SourceRole, trustedServices } from "../role-trust";
import { planArguments, sameToken } from "./plan-arguments";
import { unreadInPlan } from "./unread-in-plan";
import { visitPolicyTexts } from "./visit-policy-texts";

export { planIn } from "../../terraform/plan/not-a-plan";

export interface PlanOptions {
  /** How the file is named. @default "plan" */
  readonly file?: string;
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
}

/** The policies that the plan makes, and the documents that are read only when it is applied. */
export function policiesInPlan(plan: Fields, options: PlanOptions = {}): SourceReading {
  checkArgument(plan, "object", "policiesInPlan(plan)");
  checkOptions(options, { file: "text", type: "text" } satisfies OptionKinds<PlanOptions>, {
    place: "policiesInPlan(options)",
  });
  const file = options.file ?? "plan";
  try {
    const changes = readChanges(plan);
    const boundaries = changes.some(({ type }) => type === "aws_iam_policy")
      ? boundariesIn(plan, changes)
      : new BoundaryUses();
    const found = changes.map((change) => {
      const bearer = bearerOf(change, boundaries);
      return policiesInChange(change, { file, bearer, given: options.type });
    });
    const policies = found.flatMap((one) => one.policies);
    const byAddress = new Map(changes.map((change) => [change.address, change]));
    const roles = policies.flatMap((policy) => roleOf(policy, byAddress.get(policy.address ?? "")));
    const documents = policies.filter(({ argument }) => argument === undefined);
    const read = new Set(documents.map(({ address = "" }) => withoutKeys(address)));
    const unread = unreadInPlan(plan, changes, read).map((one) => ({ ...one, file }));
    const principals = changes.some(givesPolicies)
      ? principalsOfPlan(
          { resources: changes, prior: readPrior(plan), configuration: readConfiguration(plan) },
          policies,
        )
      : [];
    const attached = changes.flatMap((change) => attachedIn(change, file));
    return {
      policies,
      problems: found.flatMap((one) => one.problems),
      suppressions: [],
      unread,
      roles,
      principals,
      attached,
    };
  } catch (error) {
    if (!(error instanceof PlanFormatError)) throw error;
    const hint = "make the JSON again with `terraform show -json plan.bin`";
    return { ...NOTHING_FOUND, problems: [{ code: "plan-malformed", message: error.message, hint, file }] };
  }
}

/** The managed policies whose ARNs stand in a resource as it is after the plan. */
function attachedIn({ address, type, after }: ResourceChange, file: string): readonly AttachedPolicy[] {
  return Object.entries(fieldsIn(after.value)).flatMap(([argument, value]) =>
    textsWithUse(type, argument, value).map(
      ([written, use, path]): AttachedPolicy => ({
        written,
        use,
        at: { pointer: path.reduce<string>(pointerTo, address) },
        file,
        address,
      }),
    ),
  );
}

type PathInPlan = readonly (string | number)[];

/** ARNs in an argument, in lists, and in the blocks of it. */
function textsWithUse(
  type: string,
  argument: string,
  value: Json | undefined,
  path: PathInPlan = argument.split("."),
): readonly (readonly [written: string, use: ManagedPolicyUse, path: PathInPlan])[] {
  const use = managedPolicyUse(type, argument);
  if (typeof value === "string") return use === undefined ? [] : [[value, use, path]];
  if (isList(value)) return value.flatMap((item, index) => textsWithUse(type, argument, item, [...path, index]));
  if (!isFields(value) || use !== undefined) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    textsWithUse(type, `${argument}.${name}`, inner, [...path, name]),
  );
}

/** The role of a trust policy of a plan: other policies of the plan name it in their ARNs. */
function roleOf({ document, argument, file }: SourcePolicy, change: ResourceChange | undefined): readonly SourceRole[] {
  if (change?.type !== "aws_iam_role" || argument !== "assume_role_policy") return [];
  const { name, path } = fieldsIn(change.after.value);
  const services = trustedServices(document);
  if (typeof name !== "string" || services === undefined) return [];
  return [{ name: nameWithPath(name, typeof path === "string" ? path : undefined), services, file }];
}

type PoliciesOfChange = Pick<SourceReading, "policies" | "problems">;

/** What is known of a change beside itself. */
interface ChangeContext {
  readonly file: string;
  readonly bearer: PolicyBearer;
  readonly given: PolicyType | undefined;
}

/** The managed policies that the configuration sets as boundaries, or attaches, or of which resources have the ARNs. */
function boundariesIn(plan: Fields, changes: readonly ResourceChange[]): BoundaryUses {
  const uses = new BoundaryUses();
  noteArns(uses, changes);
  const { calls, resources } = readConfiguration(plan);
  const arguments_ = [
    ...resources.map(({ module, references }) => ({ module, references })),
    ...calls.map(({ address, references }) => ({ module: moduleAround(address), references })),
  ];
  for (const { module, references } of arguments_) {
    for (const [argument, names] of references) {
      for (const name of names) {
        const policy = /^aws_iam_policy\.[^.[]+/.exec(name)?.[0];
        if (policy !== undefined) uses.note(joinAddress(module, policy), argument);
      }
    }
  }
  return uses;
}

/** A local, of which the configuration of a plan does not tell what it is, may come to the ARN of a policy of the plan. */
function noteArns(uses: BoundaryUses, changes: readonly ResourceChange[]): void {
  const byArn = new Map<string, string>();
  for (const { type, address, after } of changes) {
    const { arn } = fieldsIn(after.value);
    if (type === "aws_iam_policy" && typeof arn === "string") byArn.set(arn, withoutKeys(address));
  }
  if (byArn.size === 0) return;
  for (const change of changes) {
    for (const { written, use } of attachedIn(change, "")) {
      const policy = byArn.get(written);
      if (policy !== undefined) uses.note(policy, use === "boundary" ? "permissions_boundary" : "policy_arn");
    }
  }
}

function bearerOf({ address, type, after }: ResourceChange, boundaries: BoundaryUses): PolicyBearer {
  if (!isOfOrganization(type)) return { type, isBoundary: boundaries.isBoundary(withoutKeys(address)) };
  const given = isFields(after.value) ? after.value.type : undefined;
  return typeof given === "string" ? { type, organization: given } : { type };
}

function policiesInChange(change: ResourceChange, { file, bearer, given }: ChangeContext): PoliciesOfChange {
  const { address, type, after } = change;
  const policies: SourcePolicy[] = [];
  const problems: SourceProblem[] = [];
  if (!isFields(after.value) || isOtherKind(bearer) || isOtherCloud(type)) return { policies, problems };
  if (type === "aws_iam_policy_document") {
    const policy = policyOfArguments(planArguments(change, sameToken("${...}")));
    const document = documentOfArguments(policy, pointerOnly, { type: given, partial: true });
    return { policies: document === undefined ? [] : [{ document, file, address }], problems };
  }
  const permission = permissionSource(type);
  if (permission !== undefined) {
    const policy = policyOfPermission(permission, planArguments(change, sameToken("${...}")));
    const document = policy === undefined ? undefined : documentOf(policy, pointerOnly, given ?? "resource");
    const found = { document, file, address, permission };
    return { policies: document === undefined ? [] : [{ ...found, document }], problems };
  }
  const fields = after.value;
  const attachedTo = policyTarget(type, (name) => {
    const value = fields[name];
    return typeof value === "string" ? value : undefined;
  });
  visitPolicyTexts(after.value, (text, path) => {
    const argument = path.join(".");
    if (isOtherKind(bearer, argument)) return;
    const json = readPolicyJson(textValue(text, undefined));
    const policy = policyIn(json?.value);
    if (json?.value !== undefined && policy === undefined) return;
    const pointer = path.reduce<string>(pointerTo, address);
    for (const { code, message, hint } of json?.problems ?? []) problems.push({ code, message, hint, file, pointer });
    if (policy === undefined) return;
    const read = documentOf(policy, pointerOnly, given ?? typeByPlace(bearer, argument));
    if (read === undefined) return;
    const document = attachedTo === undefined ? read : { ...read, attachedTo };
    policies.push({ document, file, address, argument, holder: holderByPlace(type, argument) });
  });
  return { policies, problems };
}
