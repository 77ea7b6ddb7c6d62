/** The Japanese texts of `glue-deployer`. */
import type { Translation } from "tfwright";
import { allowDeleteJa, deployerCreatesJa, namesJa } from "./deployer-names";
import { needsAccountJa } from "./known-values";
import { networkGuardsJa } from "./network-guards";

export const glueDeployerJa: Translation = {
  title: "AWS Glue のデプロイ用ポリシー",
  description: `AWS Glue をデプロイするロールのためのポリシーを作成します。指定したジョブ、クローラー、トリガー、データベース、接続を管理できます。Glue に渡せるのは、指定したロールだけです。\n\n${needsAccountJa}`,
  creates: deployerCreatesJa,
  notes: [
    "各ロールの ARN は、パスも含めて正確に指定します。`role/NAME` は `role/service-role/NAME` を含みません。",
    "`vpc_ids`、`subnet_ids`、`security_group_ids` のいずれかを指定すると、VPC の接続がないジョブはデプロイできません。",
    "テーブルと、AWS Glue のほかのすべてのリソースには `glue-catalog-deployer` を使います。ネットワーク、ロググループ、イベントルール、Lake Formation には `glue-platform-deployer` を使います。1 つのロールに 3 つのポリシーをすべてアタッチできます。",
    "このポリシーは、ロール、バケット、スクリプトを対象としません。Terraform が行うほかの操作には、独自のポリシーを作成してください。",
  ],
  examples: {
    basic: "名前が `orders-` で始まるジョブ、クローラー、トリガーと、1 つのデータベースのデプロイを許可します。",
  },
  variables: {
    role_arns: "ジョブとクローラーのロールの ARN です。`glue-role` の出力 `arn` を使います。",
    jobs: namesJa("ジョブ", "orders-*"),
    crawlers: namesJa("クローラー", "orders-*"),
    triggers: namesJa("トリガー", "orders-*"),
    databases: namesJa("データベース", "orders_*"),
    connections: namesJa("接続", "orders-*"),
    allow_delete: allowDeleteJa,
    ...networkGuardsJa,
  },
};
