/** The trust policy of a role that AWS services assume. */
import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
  type DataAwsIamPolicyDocumentStatementCondition,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { type Blocks, blockList, type Expr, type ListExpr, resource, type Struct } from "tfwright";

/** One `condition` block of an `aws_iam_policy_document` statement. */
export type StatementCondition = Struct<DataAwsIamPolicyDocumentStatementCondition>;

/** Returns the JSON of a trust policy: the services can call `sts:AssumeRole` if all conditions are met. */
export function trustPolicy(
  scope: Construct,
  services: ListExpr<Expr<string>>,
  conditions: Blocks<StatementCondition>,
): Expr<string> {
  const statement = blockList<Struct<DataAwsIamPolicyDocumentStatement>>({
    sid: "AssumeRole",
    actions: ["sts:AssumeRole"],
    principals: [{ type: "Service", identifiers: services }],
    condition: conditions,
  });
  return resource(scope, DataAwsIamPolicyDocument, "trust", { statement }).json;
}
