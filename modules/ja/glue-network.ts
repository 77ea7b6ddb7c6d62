/** The Japanese texts of `glue-network`. */
import type { Translation } from "tfwright";
import { checkovNote } from "../checkov-findings";
import { keysAreKnownJa } from "./known-values";

export const glueNetworkJa: Translation = {
  title: "AWS Glue ネットワーク",
  description:
    "Glue 接続のためのセキュリティグループを作成します。自身からの通信と、指定した通信だけを許可します。インターネットに接続しないジョブのための VPC エンドポイントも作成します。",
  creates: [
    "セキュリティグループと、自身からのインバウンドルール、およびアウトバウンドルール",
    "指定した VPC エンドポイント",
  ],
  iam: [
    "適用には、セキュリティグループに対する許可が必要です。作成と削除には `ec2:CreateSecurityGroup` と `ec2:DeleteSecurityGroup` を許可します。ルールの追加には `ec2:AuthorizeSecurityGroupIngress` と `ec2:AuthorizeSecurityGroupEgress` を許可します。ルールの削除には `ec2:RevokeSecurityGroupIngress` と `ec2:RevokeSecurityGroupEgress` を許可します。ルールの変更には `ec2:ModifySecurityGroupRules` を許可します。タグには `ec2:CreateTags` と `ec2:DeleteTags` を許可します。参照には `ec2:DescribeSecurityGroups` と `ec2:DescribeSecurityGroupRules` を許可します。`ec2:DescribeNetworkInterfaces` も必要です。",
    "エンドポイントには、`ec2:CreateVpcEndpoint`、`ec2:ModifyVpcEndpoint`、`ec2:DeleteVpcEndpoints` も必要です。参照には `ec2:DescribeVpcEndpoints` と `ec2:DescribePrefixLists` を許可します。プライベート DNS 名を使うインターフェイスエンドポイントには、`route53:AssociateVPCWithHostedZone` も必要です。",
    "`glue-platform-deployer` は、`network_vpc_ids` の VPC に対してこれらを許可します。ただし、`route53:AssociateVPCWithHostedZone` は許可しません。",
    "ジョブのロールには、サブネットとセキュリティグループに対する `ec2:CreateNetworkInterface` が必要です。`glue-role` の `connections` が許可します。",
  ],
  notes: [
    "出力 `networks` には、サブネットごとにオブジェクトがあります。これを `glue-connection` の `network` に指定します。",
    "データベースのセキュリティグループで、このグループからのポートを許可する必要があります。",
    "AWS Glue では、接続のセキュリティグループで自身からのすべての TCP ポートを許可する必要があります。実行中のワーカーが互いに通信するためです。モジュールはこの通信を許可し、ほかのインバウンド通信は許可しません。",
    "接続を使う実行には、パブリックアドレスがありません。そのため、呼び出す各サービスへの経路が必要です。Amazon S3 は常に必要です。ジョブの内容によっては、AWS Glue（`glue`）や CloudWatch（`logs`、`monitoring`）も必要です。Secrets Manager（`secretsmanager`）、AWS KMS（`kms`）、AWS STS（`sts`）が必要な場合もあります。`s3_endpoint` と `interface_endpoints` を指定してください。または、サブネットのルートテーブルに NAT ゲートウェイを追加し、`https_to_internet = true` を指定します。",
    "Amazon S3 のゲートウェイエンドポイントから到達できるのは、同じリージョンのバケットだけです。インターフェイスエンドポイントを使うには、VPC で DNS サポートと DNS ホスト名を有効にします。",
    "1 つの VPC では、サービスごとに 1 つのプライベート DNS 名しか使えません。VPC にそのサービスのエンドポイントがすでにある場合は、`interface_endpoints` に含めないでください。代わりに、そのセキュリティグループを `egress` で許可します。",
    "デフォルトでは、エンドポイントのポリシーは呼び出し元に許可されたすべての操作を許可します。ポリシーで、`s3_endpoint` から使えるバケットを制限できます。その場合は、スクリプト、データ、AWS Glue 自体が読み取るものを許可する必要があります。",
    checkovNote("glue-network", "ja"),
  ],
  examples: {
    basic: "データベースと Amazon S3 を読み取るジョブのネットワーク。インターネットには接続しません。",
    internet: "NAT ゲートウェイのあるネットワーク。",
    complete: "すべての入力変数。",
  },
  variables: {
    name: "セキュリティグループの名前です。VPC エンドポイントの名前（`Name` タグ）も、この名前で始まります。",
    vpc_id: "接続の VPC です。",
    subnet_ids: `接続とインターフェイスエンドポイントのサブネットです。任意の名前をキーとし、サブネットの ID を値とします。エンドポイントに指定できるサブネットは、アベイラビリティーゾーンごとに 1 つだけです。${keysAreKnownJa}`,
    https_to_internet:
      "NAT ゲートウェイを通して、すべてのアドレスの 443 番ポートへの通信を許可するかどうかを指定します。false の場合は、セキュリティグループ自身、エンドポイント、`egress` の宛先だけに到達できます。",
    egress: `データベースなど、TCP で通信するほかの宛先です。任意の名前をキーとし、宛先を値とします。宛先は、1 つの形式だけで指定します。${keysAreKnownJa}`,
    "egress.port": "宛先のポート",
    "egress.security_group_id": "データベースなど、宛先のセキュリティグループ",
    "egress.prefix_list_id": "宛先のプレフィックスリスト。既存の Amazon S3 のゲートウェイエンドポイントなどに使います",
    "egress.cidr_ipv4": "宛先のアドレス範囲: `10.0.0.0/16`",
    s3_endpoint:
      "Amazon S3 のゲートウェイエンドポイントを作成します。料金はかかりません。VPC にこのエンドポイントまたは NAT ゲートウェイがないと、ジョブを実行できません。",
    "s3_endpoint.route_table_ids": "サブネットのルートテーブル",
    "s3_endpoint.policy": "エンドポイントのポリシーの JSON。null の場合は AWS のデフォルトで、すべてを許可します",
    interface_endpoints:
      "`subnet_ids` の各サブネットにインターフェイスエンドポイントを作成するサービスです。`glue`、`logs`、`kms`、`secretsmanager`、`sts`、`monitoring` などです。エンドポイントごとに、時間単位の料金がかかります。1 つの VPC では、サービスごとに 1 つのプライベート DNS 名しか使えません。まだエンドポイントのないサービスだけを指定してください。要素ごとにリソースを作成するため、プラン時に決まっている必要があります。",
    endpoint_policies:
      "インターフェイスエンドポイントのポリシーです。サービスの名前をキーとし、ポリシーの JSON を値とします。指定しないサービスは AWS のデフォルトで、呼び出し元に許可されたすべての操作を許可します。",
    service_names:
      "`interface_endpoints` の短い名前に対する、エンドポイントサービスの完全な名前です。中国の一部のサービスのように、`com.amazonaws.REGION.SERVICE` の形ではない場合に指定します。",
    description: "セキュリティグループの説明です。変更すると、セキュリティグループは作り直されます。",
  },
  outputs: {
    security_group_id: "セキュリティグループの ID です。",
    networks: "`subnet_ids` の名前ごとのネットワークです。`glue-connection` の `network` に指定します。",
    s3_endpoint_id: "Amazon S3 のゲートウェイエンドポイントの ID です。`s3_endpoint` がない場合は null です。",
    interface_endpoint_ids: "サービスごとの、インターフェイスエンドポイントの ID です。",
  },
};
