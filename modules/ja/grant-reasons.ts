/** Why a role, a deployer or a user of sessions has each statement, in Japanese, by the Sid of the statement. */
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
    "Glue のネットワークインターフェイスを示すタグに限定します。タグのないリクエストを許可しないように、条件を 2 つ指定しています。",
  CreateOwnSessions: "新しいセッションには、作成者を示すタグ `owner` が必要です。",
  TagOwnSessions:
    "タグ付きのセッションを作成するために必要なアクションです。ほかのユーザーのセッションを自分のものにすることは許可しません。",
  UseOwnSessions: "タグ `owner` が呼び出し元を示すセッションに限定します。",
  ListSessions: "一覧の取得には、IAM のリソースタイプがありません。",
  KeepOwnerTag:
    "これらのアクションを拒否します（Deny）。ほかのポリシーが許可していても、所有者のタグは変更できません。",
  PassRuntimeRoles: "これらのロールだけを、Glue にだけ渡せます。Glue は、このロールでコードを実行します。",
  PassRoles: "これらのロールだけを、Glue にだけ渡せます。",
  WriteJobs: "ジョブのネットワークに条件を指定できるのはこれらのアクションだけなので、別のステートメントにします。",
  ManageJobs: "プランのたびに、ジョブとタグを読み取ります。",
  ManageCrawlers: "クローラーとそのタグです。",
  ManageTriggers: "トリガーとそのタグです。トリガーを有効にするとき、プロバイダーはトリガーを開始します。",
  ManageDatabases: "データベースに対するアクションには、カタログへの許可も必要です。",
  DeleteDatabases: "データベースを削除するとき、AWS は、その中にあるすべてのものへの許可を確認します。",
  ManageConnections:
    "接続に対するアクションには、カタログへの許可も必要です。接続のタグの読み取りには、`glue:GetConnection` が必要です。",
  ManageTables:
    "データベースにあるテーブル、ビュー、パーティション、インデックス、関数、オプティマイザです。AWS は、データベースとカタログへの許可も確認します。",
  ManageWorkflows: "ワークフローとそのタグです。",
  ManageRegistries:
    "レジストリと、その中のスキーマです。スキーマに対するアクションには、レジストリへの許可も必要です。",
  ManageRulesets: "データ品質のルールセットとそのタグです。",
  ManageTransforms: "機械学習変換です。ARN に含まれるのは、名前ではなく AWS が決める ID です。",
  WithoutResourceTypes: "これらのアクションには、リソースタイプがありません。指定した種類のものだけを許可します。",
  ManageAccountSettings:
    "データカタログの暗号化設定とリソースポリシーです。ポリシーを書き込めるユーザーは、ほかのアカウントにカタログを公開できます。",
  ManageEventRules: "EventBridge のルールとそのターゲットです。",
  ManageLogGroups: "ロググループと、その保持期間、キー、タグです。",
  ReadLogGroups: "プロバイダーは、ロググループの一覧から、それぞれのロググループを探します。",
  ManageLakeFormation:
    "Lake Formation の許可、登録済みの場所、タグです。これらのアクションには、リソースタイプがありません。デプロイするロールが許可できる範囲は、Lake Formation が確認します。",
  ReadNetwork: "ネットワークを読み取るアクションには、リソースタイプがありません。",
  WriteInVpcs: "これらの VPC のセキュリティグループとエンドポイントに限定します。AWS は、VPC への許可も確認します。",
  ManageSecurityGroups: "これらの VPC にあるセキュリティグループのルールです。",
  ManageEndpoints:
    "タグと、エンドポイントの削除です。エンドポイントの操作を VPC で限定する条件キーは、AWS にありません。",
};
