/** The Japanese texts of `glue-alerts`. */
import type { Translation } from "tfwright";
import { keyPolicyCommentsJa, keysAreKnownJa } from "./known-values";

const NUMBER_KNOWN =
  "状態が空（`[]`）の場合は通知しません。要素数によって作成するものが決まるため、要素数はプラン時に決まっている必要があります。";
const watched = (what: string) =>
  `監視する${what}の名前です。末尾に \`*\` を使えます（\`orders-*\`）。空の場合は、アカウントとリージョンのすべての${what}を監視します。`;

export const glueAlertsJa: Translation = {
  title: "AWS Glue アラート",
  description:
    "ジョブ、クローラー、データ品質の評価が失敗したときに、SNS トピックにメッセージを送信します。ジョブの実行に時間がかかりすぎている場合にも送信します。",
  iam: [
    "適用には、ルール（`arn:aws:events:REGION:ACCOUNT:rule/NAME-*`）に対する許可が必要です。ルールには `events:PutRule`、`events:DescribeRule`、`events:DeleteRule` を許可します。ターゲットには `events:PutTargets`、`events:ListTargetsByRule`、`events:RemoveTargets` を許可します。タグには `events:ListTagsForResource`、`events:TagResource`、`events:UntagResource` を許可します。ターゲットにロールはないため、`iam:PassRole` は不要です。",
    "EventBridge（`events.amazonaws.com`）には、各トピックのポリシーで `sns:Publish` を許可する必要があります。暗号化したトピックでは、キーポリシーで `kms:Decrypt` と `kms:GenerateDataKey` も許可します。どちらのポリシーも注意事項にあります。",
    "`dead_letter_queue_arn` を使う場合は、キューのポリシーで EventBridge に `sqs:SendMessage` を許可する必要があります。",
  ],
  notes: [
    "EventBridge は、トピックのポリシーの許可を使って発行します。トピックが暗号化されている場合は、キーポリシーの許可も使います。モジュールは、これらのポリシーを変更しません。トピックのポリシーは 1 つだけで、ほかの用途にも使われるためです。次のステートメントがないと、アラートは届きません。AWS もエラーを報告せず、ルールのメトリクス `FailedInvocations` に記録されるだけです。",
    "ポリシーを設定すると、トピックのデフォルトのポリシーは置き換えられます。AWS のガイドによると、EventBridge のトピックのポリシーに条件は使えません。キーポリシーに `aws:SourceAccount` と `aws:SourceArn` は使えません。AWS マネージドキーの `alias/aws/sns` は、ポリシーを変更できないため使えません。",
    "トピックは、ルールと同じリージョンに必要です。Glue は、ジョブを実行するアカウントとリージョンのデフォルトのイベントバスにイベントを送信します。",
    "イベントの送信はベストエフォートです。アラートは遅れることがあります。まれに、2 回届く場合や届かない場合もあります。",
    "トピックには、イベントごとに 1 つの文が届きます。`raw = true` の場合は、イベントが JSON で届きます。JSON には、重要度やデータ品質の評価のコンテキストなど、より多くのフィールドがあります。",
    "Glue は、ジョブとデータ品質の評価の状態を大文字（`FAILED`）で書き、クローラーの状態は先頭だけを大文字（`Failed`）で書きます。大文字と小文字を間違えても AWS はエラーにしませんが、どのイベントにも一致しません。",
    "ジョブを再試行すると、失敗した実行ごとにイベントが送信されます。`max_retries` を使う場合、最後の実行は成功することもあります。",
    "データ品質のイベントには、メトリクスを CloudWatch に発行するオプションが必要です。評価ではデフォルトで有効です。",
    "同じイベントの手書きのルールは、`moved` ブロックでモジュールに移せます。プランでは、ルールの説明が、モジュールの決めた説明に変更されます。パターンとメッセージも、異なる場合は変更されます。",
    "サブスクライバーを追加するには、トピックに `aws_sns_topic_subscription` を使います。",
  ],
  examples: {
    basic: "アカウントのすべてのジョブ、クローラー、データ品質の評価に関するアラート。",
    complete: "1 つのパイプラインのリソースに関するアラート。人には文で、チャットにはイベントで送信します。",
  },
  variables: {
    name: "EventBridge ルールの名前の先頭です。`<name>-jobs`、`<name>-late-runs`、`<name>-crawlers`、`<name>-data-quality` になります。",
    topics: `アラートを受け取る SNS トピックです。任意の名前をキーとし、トピックを値とします。${keysAreKnownJa}`,
    "topics.arn": "ルールと同じリージョンにあるトピックの ARN",
    "topics.raw":
      "文ではなく、イベントを JSON で送信するかどうか。Amazon Q Developer in chat applications（AWS Chatbot）では true にします",
    "topics.dead_letter_queue_arn": "トピックに届かなかったイベントのための SQS キューの ARN",
    jobs: watched("ジョブ"),
    job_states: `アラートを送信するジョブの状態です。AWS は \`SUCCEEDED\`、\`FAILED\`、\`TIMEOUT\`、\`STOPPED\` のイベントを送信します。\`ERROR\` も実行の状態です。${NUMBER_KNOWN}`,
    late_runs:
      "これらのジョブの実行が、ジョブの `notify_delay_after` より長くかかった場合にアラートを送信するかどうかを指定します。`notify_delay_after` のないジョブは、このイベントを送信しません。",
    crawlers: watched("クローラー"),
    crawler_states: `アラートを送信するクローラーの状態です。AWS は \`Started\`、\`Succeeded\`、\`Failed\` のイベントを送信します。${NUMBER_KNOWN}`,
    rulesets: watched("データ品質のルールセット"),
    data_quality_states: `アラートを送信するデータ品質の評価の状態です。AWS は \`SUCCEEDED\` と \`FAILED\` のイベントを送信します。${NUMBER_KNOWN}`,
    retry_policy: "トピックに到達できない場合の EventBridge の動作です。null の場合は AWS のデフォルトです。",
    "retry_policy.maximum_event_age_in_seconds": "EventBridge がイベントを破棄するまでの秒数。60 から 86400 までです",
    "retry_policy.maximum_retry_attempts": "EventBridge がイベントを再送信する回数。0 から 185 までです",
    enabled: "ルールがアラートを送信するかどうかを指定します。",
  },
  outputs: {
    rule_arns: "ルールの ARN です。`jobs`、`late_runs`、`crawlers`、`data_quality` のうち、作成されたものだけです。",
  },
  comments: {
    "Only if a KMS key encrypts the topic: a statement of the policy of the key":
      "トピックを KMS キーで暗号化している場合だけ必要な、キーポリシーのステートメント",
    ...keyPolicyCommentsJa,
  },
};
