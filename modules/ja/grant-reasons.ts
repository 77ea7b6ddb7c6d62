/** Why a role or a deployer has each statement, in Japanese, by the Sid of the statement. */
export const grantReasonsJa: Readonly<Record<string, string>> = {
  ListToReadN: "一覧の取得は、バケットに対するアクションです。プレフィックスで、読み取るデータに限定します。",
  ReadObjects: "読み取りは、オブジェクトに対するアクションです。",
  ListToWriteN: "書き込みの前に、プレフィックスの下にあるオブジェクトの一覧を取得します。",
  WriteObjects: "Spark は、書き込んだデータを読み取り、一時ファイルを削除し、失敗したアップロードを中止します。",
  Decrypt: "これらのキーで暗号化されたデータを読み取るために必要です。",
  EncryptAndDecrypt:
    "Glue がオブジェクトを書き込むには、データキーが必要です。ブックマークは、KMS キー自体で暗号化されます。",
  DecryptCredentials: "接続のパスワードとシークレットの暗号化に使われているキーです。",
  ReadCatalog: "テーブルに対するアクションには、データベースとカタログへの許可も必要です。",
  WriteCatalog: "クローラーは、データがなくなったテーブルとパーティションを削除し、データベースを更新します。",
  UseMetastore: "Spark SQL は必ず `default` データベースを参照し、なければ作成します。",
  UseConnections: "接続に対するアクションには、カタログへの許可も必要です。",
  ReadSecrets: "接続のユーザー名とパスワードです。",
  ReadBookmarks: "ブックマークには、IAM のリソースタイプがありません。",
  WriteLogs:
    "Glue がこのロールで書き込むロググループです。ログを暗号化する場合、Glue はロググループに KMS キーも設定します。",
  WriteMetrics: "メトリクスには、IAM のリソースタイプがありません。名前空間で限定します。",
  UseLakeFormation:
    "このアクションには、IAM のリソースタイプがありません。アクセスの可否は Lake Formation の許可で決まります。",
  OptimizeTables: "コンパクションとスナップショットの保持は、テーブルのメタデータの新しいバージョンを書き込みます。",
  EvaluateDataQuality: "データ品質の評価は、ルールセットと自身の実行を読み取り、結果を公開します。",
  ReadDataQualityLibraries: "AWS Glue は、評価のコードを AWS のこのバケットから、このロールで読み込みます。",
  WriteDataQualityMetrics: "メトリクスには、IAM のリソースタイプがありません。名前空間で限定します。",
  DescribeNetwork: "これらのアクションには、IAM のリソースタイプがありません。",
  DescribeVpc: "Describe アクションのうち、VPC に限定できるのはこれだけです。",
  CreateNetworkInterfaces: "接続のサブネットとセキュリティグループに限定します。",
  DeleteNetworkInterfaces: "Glue が作成したネットワークインターフェイスに限定します。",
  TagNetworkInterfaces:
    "Glue のネットワークインターフェイスを示すタグに限定します。2 つ目の条件がないと、タグのないリクエストも許可されます。",
};
