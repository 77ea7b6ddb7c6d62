/** The Japanese texts of `iam-role`. */
import type { Translation } from "tfwright";
import { keysAreKnownJa } from "./known-values";
import { takingOverJa } from "./role-texts";

export const iamRoleJa: Translation = {
  title: "AWS サービスの IAM ロール",
  description: "1 つ以上の AWS サービスが引き受けるロールを、指定したポリシーとともに作成します。",
  notes: [takingOverJa("信頼ポリシーのステートメントの名前（`Sid`）の追加")],
  examples: { basic: "AWS 管理ポリシーを 1 つアタッチした、Glue のロール。" },
  variables: {
    name: "ロールの名前です。",
    services: "ロールを引き受けるサービスプリンシパルです（例: `glue.amazonaws.com`）。",
    source_account:
      "指定した場合、サービスは、このアカウントのリソースのためにだけロールを引き受けられます（aws:SourceAccount）。apply 後に決まる値を指定すると、プランに条件が表示されません。",
    source_arns:
      "指定した場合、サービスは、ARN が一致するリソースのためにだけロールを引き受けられます（aws:SourceArn）。`*` を使えます。",
    aws_managed_policies:
      "アタッチする AWS 管理ポリシーです。パスを含む名前で指定します（例: `service-role/AWSGlueServiceRole`）。名前ごとにアタッチを作成するため、名前はプラン時に決まっている必要があります。",
    policy_arns: `追加でアタッチするポリシーです。任意の名前と、ポリシーの ARN を指定します。${keysAreKnownJa}`,
    inline_policies: `インラインポリシーです。名前と、ポリシーの JSON を指定します。${keysAreKnownJa}`,
    path: "ロールのパスです。",
    permissions_boundary: "ロールのアクセス許可の境界に使うポリシーの ARN です。",
    max_session_duration: "ロールのセッションの最大時間です。3600～43200 秒の範囲で指定します。",
    description: "ロールの用途の説明です。",
  },
  outputs: {
    arn: "ロールの ARN です。これを使うリソースは、すべてのポリシーがアタッチされた後に作成されます。",
    name: "ロールの名前です。",
  },
};
