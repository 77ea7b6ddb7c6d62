/** What modules that create one policy share: their variables, the document, the policy, their outputs. */
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { type BoolLike, type ExprsOf, fn, lte, optional, output, resource, string } from "tfwright";
import { iamPath } from "./arns";
import { region, tags } from "./aws";
import { accountId } from "./place";
import type { Statements } from "./role-terms";

/** The variables of every module that creates one policy. */
export const policyVariables = {
  name: string({
    description: { en: "Name of the policy.", ja: "ポリシーの名前です。" },
    validate: [
      {
        condition: (name) => fn.can(fn.regex("^[\\w+=,.@-]{1,128}$", name)),
        message: "name must have 1 to 128 characters: letters, digits and +=,.@_-.",
      },
    ],
  }),
  path: string({
    description: { en: "Path of the policy.", ja: "ポリシーのパスです。" },
    default: "/",
    validate: [iamPath],
  }),
  description: optional(string({ description: { en: "What the policy is for.", ja: "ポリシーの用途の説明です。" } })),
  account_id: accountId,
  region,
  tags,
};

/** The statements of the policy, and the texts and checks of its preconditions. */
interface PolicyContent {
  readonly statement: Statements;
  /** Inputs to shorten if the policy gets too long, for the error message. */
  readonly shorten: string;
  /** An additional precondition. @default none */
  readonly rule?: { readonly condition: BoolLike; readonly message: string };
}

/** Creates the policy. */
export function onePolicy(scope: Construct, v: ExprsOf<typeof policyVariables>, content: PolicyContent) {
  const { json } = resource(scope, DataAwsIamPolicyDocument, "this", { statement: content.statement });
  const tooLong = {
    condition: lte(fn.length(fn.jsonencode(fn.jsondecode(json))), 6144),
    message: `The policy is longer than the 6,144 characters that AWS allows. Shorten ${content.shorten}.`,
  };
  const policy = resource(
    scope,
    IamPolicy,
    "this",
    { name: v.name, path: v.path, description: v.description, policy: json, tags: v.tags },
    { lifecycle: { preconditions: content.rule === undefined ? [tooLong] : [content.rule, tooLong] } },
  );
  return {
    policy_arn: output(policy.arn, { description: { en: "ARN of the policy.", ja: "ポリシーの ARN です。" } }),
    policy_document: output(json, {
      description: {
        en: "JSON of the policy, for review and tests.",
        ja: "ポリシーの JSON です。レビューとテストに使えます。",
      },
    }),
  };
}
