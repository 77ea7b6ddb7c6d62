/** The Japanese texts of `glue-session-client`. */
import type { Translation } from "tfwright";
import { needsAccountJa } from "./known-values";
import { networkGuardsJa } from "./network-guards";

export const glueSessionClientJa: Translation = {
  title: "AWS Glue セッションのユーザー用ポリシー",
  description: `AWS Glue インタラクティブセッションを使うユーザーのためのポリシーを作成します。ユーザーが使えるのは自分のセッションだけで、指定したロールだけを Glue に渡せます。\n\n${needsAccountJa}`,
  creates: ["ポリシー（セッションを開くロールまたはユーザーにアタッチします）"],
  notes: [
    'セッションのコードは、別のロールで実行されます。このロールは、`glue-role` に `used_by = ["session"]` を指定して作成します。その `arn` を `runtime_role_arns` に追加します。',
    'セッションは、タグ `owner` を付けて作成してください。値は、呼び出し元の `aws:userid` です。`owner = "principal_tag"` の場合は、呼び出し元のタグ `owner` の値です。1 つのロールを共有するノートブックでは、後者を使います。',
    "hashicorp/aws プロバイダーには、セッションのリソースがありません。セッションは、hashicorp/awscc の `awscc_glue_session`、AWS CLI、またはノートブックで作成します。",
  ],
  examples: { basic: "1 つのロールで実行されるセッションを開くことを、ユーザーに許可します。" },
  variables: {
    runtime_role_arns: "セッションを実行するロールの ARN です。`glue-role` の出力 `arn` を使います。",
    owner:
      "セッションの所有者を示す方法です。`userid` は呼び出し元の `aws:userid`、`principal_tag` は呼び出し元のタグ `owner` の値を意味します。apply 後に決まる値を指定すると、プランのポリシーにセッションの所有者が表示されません。",
    ...networkGuardsJa,
  },
};
