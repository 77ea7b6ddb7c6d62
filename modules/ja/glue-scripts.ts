/** The Japanese texts of `glue-scripts`. */
import type { Translation } from "tfwright";

export const glueScriptsJa: Translation = {
  title: "AWS Glue スクリプト",
  description:
    "スクリプトとライブラリのフォルダを S3 にアップロードします。各ファイルの URI を出力し、`glue-job` の `script_location` と `extra_py_files` に渡せます。",
  iam: [
    "このモジュールを適用するには、`prefix` より下のオブジェクト（`arn:aws:s3:::BUCKET/PREFIX*`）に対する許可が必要です。アクションは `s3:PutObject`、`s3:GetObject`、`s3:GetObjectTagging`、`s3:PutObjectTagging`、`s3:DeleteObject` です。バケットでバージョニングが有効な場合、削除にはバケットに対する `s3:ListBucketVersions` とオブジェクトに対する `s3:DeleteObjectVersion` も必要です。",
    "`kms_key_arn` を指定した場合は、そのキーに対する `kms:GenerateDataKey` と `kms:Decrypt` も必要です。",
    "スクリプトを実行するジョブのロールには、スクリプトに対する `s3:GetObject` が必要です。`glue-role` の `read_s3` に、`module.scripts.folder_uri` または個々の `uris` を追加してください。スクリプトを KMS キーで暗号化している場合は、そのキーを `read_kms_keys` に追加します。",
  ],
  notes: [
    "ジョブには、`uris` からスクリプトの URI を渡します。キーは、フォルダからの相対パスです。",
    "スクリプトを変更すると、ファイルを再びアップロードします。ジョブは変わりません。次の実行から、新しいスクリプトを使います。",
    "フォルダから削除したファイルは、次の apply で S3 からも削除されます。そのファイルを使い続けているジョブは失敗します。",
    "モジュールが検出するのは、ローカルのファイルの変更です。S3 のファイルを直接変更しても、プランには表示されません。`prefix` より下への書き込みは、デプロイするロールにだけ許可し、バケットのバージョニングを有効にしてください。",
    "スクリプトにシークレットを書かないでください。ジョブの中で Secrets Manager から読み取ります。",
    "デフォルトでは、隠しファイル（`.git`、`.env`、`.DS_Store` など）と Python のコンパイル結果をアップロードしません。`exclude` を指定すると、この一覧を置き換えます。一覧に追加するには、デフォルトの値も書いてください。",
    "S3 では、1 つのファイルに 10 個までのタグを付けられます。プロバイダーの `default_tags` と `tags` の合計がこれを超えると、apply は失敗します。",
  ],
  examples: {
    basic: "このファイルと同じ場所にあるスクリプトをアップロードします。",
    complete: "スクリプトとライブラリを、KMS キーで暗号化してアップロードします。",
    adopt:
      "source_hash がある手書きのスクリプトを、変更なしで取り込みます。content_types では、AWS が設定したコンテンツタイプを維持します。",
  },
  variables: {
    bucket: "バケットの名前です。",
    folder:
      'Terraform を実行するマシンにある、スクリプトのフォルダです（例: `"${path.root}/scripts"`）。`path.root` または `path.module` で始まらないパスは、Terraform を実行するディレクトリからの相対パスです。ファイルによって作成するリソースが変わるため、プラン時に決まっている必要があります。',
    prefix:
      "バケット内のフォルダです。末尾にスラッシュを付け、先頭には付けません（例: `scripts/`）。空の場合は、バケットの直下です。",
    files:
      "アップロードするファイルの glob パターンです。`**` はフォルダより下のすべてのファイルを表します。`*.py` や `**/*.{py,zip}` も使えます。プラン時に決まっている必要があります。",
    exclude:
      "アップロードしないファイルです。フォルダからの相対パスに対する正規表現で指定します。デフォルトでは、隠しファイル、隠しフォルダ、Python のコンパイル結果を除外します。プラン時に決まっている必要があります。",
    content_types:
      '拡張子ごとのコンテンツタイプです。モジュールが認識しない拡張子に使います。拡張子は小文字で、ドットを付けずに書きます（例: `{ r = "text/plain" }`）。ほかのファイルは `application/octet-stream` になります。',
    kms_key_arn:
      "ファイルを暗号化する KMS キーの ARN です。null の場合は、バケットのデフォルトの暗号化を使います（常に有効です）。",
    bucket_key_enabled:
      "S3 バケットキーを使うかどうかを指定します。KMS へのリクエストが減ります。null の場合は、バケットの設定に従います。",
    storage_class: "ファイルのストレージクラスです。null の場合、S3 は `STANDARD` を使います。",
    checksum_algorithm:
      "S3 が各ファイルとともに保存するチェックサムのアルゴリズムです。`SHA256`、`CRC32` などを指定します。null の場合は、S3 が選択します。",
    metadata: "各ファイルのメタデータです。キーは小文字で指定します。",
    tags: "各ファイルのタグです。プロバイダーの `default_tags` を含めて 10 個まで指定できます。",
  },
  outputs: {
    uris: '各ファイルの URI です。キーは、フォルダからの相対パスです（例: `uris["orders.py"]`）。これを使うジョブは、アップロードの後に作成されます。',
    folder_uri: "S3 のフォルダの URI です。`glue-role` の `read_s3` に渡せます。",
  },
};
