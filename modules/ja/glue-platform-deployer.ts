/** The Japanese texts of `glue-platform-deployer`. */
import type { Translation } from "tfwright";
import { allowDeleteJa, deployerCreatesJa, namesJa } from "./deployer-names";
import { needsAccountJa } from "./known-values";

export const gluePlatformDeployerJa: Translation = {
  title: "AWS Glue 周辺のデプロイ用ポリシー",
  description: `AWS Glue の周辺にあるリソースをデプロイするロールのためのポリシーを作成します。ネットワーク、ロググループ、イベントルール、Lake Formation を管理できます。\n\n${needsAccountJa}`,
  creates: deployerCreatesJa,
  notes: [
    "ジョブ、クローラー、トリガー、データベース、接続には `glue-deployer` を使います。AWS Glue のほかのすべてのリソースには `glue-catalog-deployer` を使います。",
    "`lake_formation` を指定したロールは、Lake Formation で認められた範囲で、ほかのユーザーにも許可を与えられます。",
    "S3 のオブジェクト、SNS トピック、KMS キーは対象としません。",
  ],
  examples: {
    basic: "ジョブのアラートとロググループ、および 1 つの VPC のネットワークのデプロイを許可します。",
    complete: "すべての種類のリソース。",
  },
  variables: {
    event_rules: namesJa(" EventBridge ルール", "orders-*"),
    log_groups: namesJa("ロググループ", "/aws-glue/jobs/*"),
    lake_formation:
      "Lake Formation の許可、場所、タグのデプロイを許可するかどうかを指定します。許可した場合は、削除もできます。",
    read_subnets:
      "サブネットの読み取りを許可するかどうかを指定します。アベイラビリティーゾーンを指定しない接続に必要です。",
    network_vpc_ids: "`glue-network` のセキュリティグループとエンドポイントをデプロイできる VPC の ID です。",
    allow_delete: allowDeleteJa,
  },
};
