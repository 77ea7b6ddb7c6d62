/** The Japanese texts of `glue-role-policies`. */
import type { Translation } from "tfwright";
import { needsAccountJa } from "./known-values";
import {
  connectionCommentsJa,
  ownTrustNoteJa,
  roleCreatesJa,
  roleNotesJa,
  roleUpgradingJa,
  wiringJa,
} from "./role-texts";

export const glueRolePoliciesJa: Translation = {
  title: "AWS Glue ロールのポリシー",
  description: `既存のロールに、最小特権のポリシーをアタッチします。読み書きする S3 のフォルダ、テーブル、キー、接続を指定するだけです。\n\n${needsAccountJa}`,
  creates: roleCreatesJa,
  notes: [...roleNotesJa, ownTrustNoteJa],
  upgrading: roleUpgradingJa,
  examples: { basic: "既存のロールに、1 つのフォルダの読み取りと、別のフォルダへの書き込みを許可します。" },
  variables: {
    role_name:
      "ロールの名前です。S3、KMS のポリシーの名前は、`<role_name>-s3-policy`、`<role_name>-kms-policy` です。Glue、VPC のポリシーの名前は、`<role_name>-glue-policy`、`<role_name>-vpc-policy` です。",
    role_path: "ロールのパスです。Lake Formation の許可で、ロールの ARN にだけ使います。",
    ...wiringJa,
  },
  outputs: {
    policy_arns:
      "作成したポリシーの ARN です。キーは `s3`、`kms`、`glue`、`vpc` です。これを使うリソースは、すべてのポリシーがアタッチされた後に作成されます。",
    policy_documents: "作成したポリシーの JSON です。レビューとテストに使えます。",
  },
  comments: connectionCommentsJa,
};
