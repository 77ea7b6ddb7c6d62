/** The trust policy of a role that AWS services assume. */
import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
  type DataAwsIamPolicyDocumentStatementCondition,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { type Blocks, blockList, type Expr, type ListExpr, resource, type Struct } from "tfwright";

/** A condition of a statement. */
export type StatementCondition = Struct<DataAwsIamPolicyDocumentStatementCondition>;

/** `sts:AssumeRole` for the services, under all of the conditions. */
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
