/** The Japanese texts of `glue-schema-registry`. */
import type { Translation } from "tfwright";
import { keysAreKnownJa } from "./known-values";

export const glueSchemaRegistryJa: Translation = {
  title: "AWS Glue スキーマレジストリ",
  description:
    "Kafka と Kinesis のストリームのための、スキーマレジストリとスキーマ（Avro、JSON Schema、Protobuf）を作成します。",
  iam: [
    "レジストリにロールはありません。ストリームのプロデューサーとコンシューマーは、それぞれのロールを使います。",
    "適用には、レジストリ（`arn:aws:glue:REGION:ACCOUNT:registry/NAME`）に対する許可が必要です。スキーマ（`arn:aws:glue:REGION:ACCOUNT:schema/NAME/*`）に対する許可も必要です。レジストリの作成と参照には `glue:CreateRegistry` と `glue:GetRegistry` を許可します。更新と削除には `glue:UpdateRegistry` と `glue:DeleteRegistry` を許可します。スキーマの作成と更新には `glue:CreateSchema`、`glue:UpdateSchema`、`glue:RegisterSchemaVersion` を許可します。参照には `glue:GetSchema` と `glue:GetSchemaVersion` を許可します。削除には `glue:DeleteSchema` を許可します。タグには `glue:GetTags`、`glue:TagResource`、`glue:UntagResource` を許可します。",
    "コンシューマーには、`*` に対する `glue:GetSchemaVersion` が必要です。バージョンを ID で検索するためです。プロデューサーには、レジストリとスキーマに対する `glue:GetSchemaByDefinition` も必要です。`glue:RegisterSchemaVersion` が必要なのは、プロデューサー自身が新しいバージョンを登録する場合だけです。このモジュールのスキーマには許可しないでください。",
  ],
  notes: [
    "AWS が変更後の定義の互換性を確認するのは、新しいバージョンを受け付けた後です。互換性がない場合、そのバージョンのステータスは `FAILURE` になり、最新のバージョンは変わりません。それでも apply は成功します。apply の最後に、チェック `definitions_are_registered` が警告を表示します。次のプランには、同じ変更が再び表示されます。定義を修正するか、先に別の apply で `compatibility` を変更してください。",
    "`definition` を変更すると、空白だけの変更でも新しいバージョンが登録されます。古いバージョンは残り、それを使うプロデューサーとコンシューマーはそのまま動作します。古いバージョンには戻せません。定義を元に戻しても、登録済みの定義なので、最新のバージョンは変わりません。",
    "AWS では、スキーマの `data_format` を変更できません。プロバイダーもスキーマを作り直さないため、プランには同じ変更が表示され続けます。`schemas` に別のキーを使い、別のスキーマを作成してください。",
    "スキーマを破棄すると、AWS はそのすべてのバージョンを削除します。それらを使うストリームのメッセージは、読み取れなくなります。レジストリの名前を変更すると、すべてのスキーマが作り直されます。",
    '定義はファイルに保存してください（`definition = file("${path.module}/schemas/order.avsc")`）。',
  ],
  examples: {
    basic: "Avro スキーマが 1 つあるレジストリ。",
    complete: "すべての形式のスキーマ。",
    adopt: "手書きのレジストリとスキーマを、変更なしで取り込みます。",
  },
  variables: {
    name: "レジストリの名前です。",
    description: "レジストリの用途です。",
    schemas: `スキーマです。名前をキーとします。${keysAreKnownJa}`,
    "schemas.definition": "スキーマの定義。変更すると、新しいバージョンが登録されます",
    "schemas.data_format": "スキーマのデータ形式。`AVRO`、`JSON`、`PROTOBUF` のいずれかです。後から変更できません",
    "schemas.compatibility":
      "新しいバージョンに求める互換性。`NONE`、`DISABLED`、`BACKWARD`、`BACKWARD_ALL`、`FORWARD`、`FORWARD_ALL`、`FULL`、`FULL_ALL` のいずれかです。`BACKWARD` では、新しいバージョンのコンシューマーが前のバージョンのデータを読み取れます。`DISABLED` では、新しいバージョンを登録できません",
    "schemas.description": "スキーマの説明",
  },
  outputs: {
    name: "レジストリの名前です。",
    arn: "レジストリの ARN です。",
    schema_arns: "スキーマの名前ごとの ARN です。",
    latest_versions: "スキーマの名前ごとの、使用できる最新バージョンの番号です。",
  },
};
