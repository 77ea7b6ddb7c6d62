/** Partition, region and account of the resources in a policy, as data sources and locals. */
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";
import { type Expr, ifNotNull, isNull, local, type Nullable, optional, resource, string, when } from "tfwright";
import { accountNumber } from "./arns";

export type NullableText = Nullable<Expr<string>>;

/** Partition, region and account of a call of the module. */
interface Own {
  readonly partition: Expr<string>;
  readonly region: Expr<string>;
  readonly account: Expr<string>;
}

/** Account of the resources in policies. */
export const accountId = optional(
  string({
    description: {
      ja: "ポリシーに含まれるリソースのアカウントです。null の場合は、呼び出し元のアカウントを AWS から取得します。AWS の認証情報なしでプランを実行するには、値を指定します。プラン時に決まっている必要があります。決まっていないと、プランは `Invalid count argument` で停止します。",
      en: "Account of the resources in the policies. If null, the caller's account, which is read from AWS. Set it to plan without AWS credentials. Must be known at plan time: otherwise the plan stops with `Invalid count argument`.",
    },
    known: true,
    validate: [accountNumber("account_id")],
  }),
);

/** For the descriptions of modules that read it. */
export const NEEDS_ACCOUNT =
  "A plan without AWS credentials needs `account_id`. If it is null, the module reads the account from AWS.";

/** The locals `partition`, `region` and `account_id`. */
export function locate(scope: Construct, account: NullableText, region: NullableText): Own {
  const partition = resource(scope, DataAwsPartition, "current", {});
  const where = resource(scope, DataAwsRegion, "current", { region });
  const caller = resource(scope, DataAwsCallerIdentity, "current", {}, { count: when(isNull(account), 1, 0) });
  return {
    partition: local(scope, "partition", partition.partition),
    region: local(scope, "region", where.region),
    account: local(
      scope,
      "account_id",
      ifNotNull(account, (id) => id, caller.at(0).accountId),
    ),
  };
}

/** The local `glue_arn`: ARNs of a service up to the resource, `arn:aws:glue:eu-west-1:111111111111`. */
export function arnsOf(scope: Construct, { partition, region, account }: Own, service: string): Expr<string> {
  return local(scope, `${service}_arn`, `arn:${partition}:${service}:${region}:${account}`);
}

/** The same for a role, which uses three services. */
export function locateRole(scope: Construct, account: NullableText, region: NullableText) {
  const own = locate(scope, account, region);
  return { ...own, glue: arnsOf(scope, own, "glue"), logs: arnsOf(scope, own, "logs"), ec2: arnsOf(scope, own, "ec2") };
}
