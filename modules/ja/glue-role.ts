/** The Japanese texts of `glue-role`. */
import type { Translation } from "tfwright";
import { needsAccountJa } from "./known-values";
import {
  connectionCommentsJa,
  roleCreatesJa,
  roleNotesJa,
  roleUpgradingJa,
  takingOverJa,
  trustNoteJa,
  wiringJa,
} from "./role-texts";

const otherProviders =
  "hashicorp/aws プロバイダーには、インタラクティブセッションと DataBrew のリソースがありません。hashicorp/awscc プロバイダーには両方があります。それらのリソースに、ロールの `arn` を渡します。";

export const glueRoleJa: Translation = {
  title: "AWS Glue ロール",
  description: `Glue のジョブ、クローラー、インタラクティブセッション、DataBrew、テーブルオプティマイザ、またはデータ品質の評価のロールを、最小特権のポリシーとともに作成します。読み書きする S3 のフォルダ、テーブル、キー、接続を指定するだけです。\n\n${needsAccountJa}`,
  creates: ["ロール", ...roleCreatesJa],
  notes: [
    ...roleNotesJa,
    trustNoteJa,
    takingOverJa("信頼ポリシーのステートメントの名前（`Sid`）の追加と、このモジュールのポリシーの作成"),
    otherProviders,
  ],
  upgrading: roleUpgradingJa,
  examples: {
    basic: "1 つのフォルダを読み取り、別のフォルダに書き込むジョブのロール。",
    crawler: "クローラーのロール。",
  },
  variables: {
    name: "ロールの名前です。ポリシーの名前は、`<name>-s3-policy`、`<name>-kms-policy`、`<name>-glue-policy`、`<name>-vpc-policy` です。",
    ...wiringJa,
    trust_condition:
      "ロールを引き受けられるものを制限します。`none` は制限しません。`account` は、このアカウントだけに許可します（aws:SourceAccount）。`arn` は、さらに `used_by` に指定した種類のリソースだけに限定します（aws:SourceArn）。apply 後に決まる値を指定すると、プランに信頼ポリシーの条件が表示されません。Glue がこれらのキーをすべての呼び出し元に設定するかどうかは、AWS のドキュメントに記載がありません。使う前に動作を確認してください。",
    path: "ロールとポリシーのパスです。",
    max_session_duration: "ロールのセッションの最大時間です。3600～43200 秒の範囲で指定します。",
    permissions_boundary: "ロールのアクセス許可の境界に使うポリシーの ARN です。",
    description: "ロールの用途の説明です。",
  },
  outputs: {
    arn: "ロールの ARN です。これを使うリソースは、すべてのポリシーがアタッチされた後に作成されます。",
    name: "ロールの名前です。",
    policy_arns: "作成したポリシーの ARN です。キーは `s3`、`kms`、`glue`、`vpc` です。",
    policy_documents: "作成したポリシーの JSON です。レビューとテストに使えます。",
  },
  comments: {
    ...connectionCommentsJa,
    'used_by = ["databrew"]; type RECIPE takes a recipe instead of a location':
      'used_by = ["databrew"]。タイプが RECIPE の場合は、場所の代わりにレシピを指定',
  },
};
