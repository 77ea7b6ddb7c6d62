/**
 * Terms as AWS's documentation has them in Japanese.
 *
 * @see https://docs.aws.amazon.com/ja_jp/glue/latest/dg/what-is-glue.html
 * @see https://docs.aws.amazon.com/ja_jp/IAM/latest/UserGuide/introduction.html
 */

/** A term of AWS, and other words for the same. */
export interface Term {
  readonly english: string;
  readonly term: string;
  /** Matches the words that are refused in its place. */
  readonly refused: RegExp;
}

/** Long vowels at the end of a word are written, as AWS does: クローラー. */
export const REFUSED_TERMS: readonly Term[] = [
  { english: "Data Catalog", term: "データカタログ", refused: /データ・カタログ|データカタローグ|データ カタログ/ },
  { english: "crawler", term: "クローラー", refused: /クローラ(?!ー)|クロウラー?/ },
  { english: "job", term: "ジョブ", refused: /ジョッブ|ジョヴ/ },
  { english: "trigger", term: "トリガー", refused: /トリガ(?!ー)|引き金/ },
  { english: "connection", term: "接続", refused: /コネクション/ },
  {
    english: "security configuration",
    term: "セキュリティ設定",
    refused: /セキュリティー|セキュリティ(構成|コンフィグ)/,
  },
  { english: "worker", term: "ワーカー", refused: /ワーカ(?!ー)/ },
  { english: "role", term: "ロール", refused: /役割|ロウル/ },
  { english: "policy", term: "ポリシー", refused: /ポリシ(?!ー)/ },
  { english: "statement", term: "ステートメント", refused: /ステイトメント/ },
  { english: "least privilege", term: "最小特権", refused: /最小権限|最低権限/ },
  { english: "AWS managed policy", term: "AWS 管理ポリシー", refused: /マネージドポリシー|AWS管理ポリシー/ },
  { english: "inline policy", term: "インラインポリシー", refused: /インライン・ポリシー|インライン ポリシー/ },
  { english: "trust policy", term: "信頼ポリシー", refused: /トラストポリシー/ },
  { english: "bucket", term: "バケット", refused: /バケツ|バケッツ/ },
  { english: "prefix", term: "プレフィックス", refused: /プリフィックス|プレフィクス|接頭辞/ },
  { english: "network interface", term: "ネットワークインターフェイス", refused: /インター?フェー?ス|インタフェイス/ },
  { english: "security group", term: "セキュリティグループ", refused: /セキュリティ・グループ|セキュリティ グループ/ },
  { english: "subnet", term: "サブネット", refused: /サブネツト|サブ・ネット/ },
  { english: "bookmark", term: "ブックマーク", refused: /ブック・マーク|しおり/ },
  {
    english: "interactive session",
    term: "インタラクティブセッション",
    refused: /対話(型|的)?セッション|インタラクティブ・セッション/,
  },
  { english: "log group", term: "ロググループ", refused: /ログ・グループ|ログ グループ/ },
  { english: "partition", term: "パーティション", refused: /パーテーション|パーティシオン/ },
  { english: "metastore", term: "メタストア", refused: /メタ・ストア|メタストアー/ },
  { english: "server", term: "サーバー", refused: /サーバ(?!ー)/ },
  { english: "provider", term: "プロバイダー", refused: /プロバイダ(?!ー)/ },
  { english: "user", term: "ユーザー", refused: /ユーザ(?!ー)/ },
  { english: "parameter", term: "パラメータ", refused: /パラメーター|パラメタ/ },
  { english: "folder", term: "フォルダ", refused: /フォルダー/ },
  { english: "data source", term: "データソース", refused: /データ・ソース|データ ソース/ },
  { english: "execution class", term: "実行クラス", refused: /エグゼキューションクラス/ },
  { english: "encryption", term: "暗号化", refused: /暗号かする|エンクリプション/ },
  { english: "wildcard", term: "ワイルドカード", refused: /ワイルド・カード/ },
  { english: "classifier", term: "分類子", refused: /分類器|クラシファイア/ },
  { english: "workflow", term: "ワークフロー", refused: /ワークフロ(?!ー)|ワーク・フロー/ },
  { english: "endpoint", term: "エンドポイント", refused: /エンド・ポイント|終端/ },
  {
    english: "availability zone",
    term: "アベイラビリティーゾーン",
    refused: /アベイラビリティ(?!ー)|アベイラビリティー・ゾーン|可用性ゾーン/,
  },
  { english: "security group rule", term: "インバウンドルール", refused: /受信ルール|イングレスルール/ },
  { english: "route table", term: "ルートテーブル", refused: /ルーティングテーブル|経路表/ },
  { english: "data quality", term: "データ品質", refused: /データクオリティ|データの品質/ },
  { english: "ruleset", term: "ルールセット", refused: /ルール・セット|ルール セット|規則セット/ },
  { english: "schema registry", term: "スキーマレジストリ", refused: /スキーマ・レジストリ|レジストリー/ },
  { english: "producer", term: "プロデューサー", refused: /プロデューサ(?!ー)/ },
  { english: "consumer", term: "コンシューマー", refused: /コンシューマ(?!ー)/ },
  { english: "machine learning transform", term: "機械学習変換", refused: /機械学習トランスフォーム|ML 変換/ },
  { english: "LF-tag", term: "LF タグ", refused: /LF[-‐]タグ|LF[-‐]Tag/ },
  { english: "data lake administrator", term: "データレイク管理者", refused: /データレイク(アドミニ|の管理者)/ },
  { english: "data filter", term: "データセルフィルター", refused: /フィルタ(?!ー|リ)/ },
  { english: "resource link", term: "リソースリンク", refused: /リソース・リンク|資源リンク/ },
  { english: "federated catalog", term: "フェデレーテッドカタログ", refused: /連合カタログ|フェデレーションカタログ/ },
  {
    english: "service-linked role",
    term: "サービスにリンクされたロール",
    refused: /サービス(リンク|連携)ロール|サービス・リンク/,
  },
  {
    english: "customer managed key",
    term: "カスタマーマネージドキー",
    refused: /顧客管理|カスタマー管理|カスタマー・マネージド/,
  },
  { english: "key policy", term: "キーポリシー", refused: /キー・ポリシー|鍵ポリシー/ },
  { english: "partition projection", term: "パーティション射影", refused: /パーティション(投影|プロジェクション)/ },
  {
    english: "partition index",
    term: "パーティションインデックス",
    refused: /パーティション索引|パーティション・インデックス/,
  },
  { english: "classifier", term: "分類子", refused: /クラシファイア|分類器/ },
  { english: "table optimizer", term: "テーブルオプティマイザ", refused: /オプティマイザー|最適化ツール/ },
  { english: "compaction", term: "コンパクション", refused: /コンパクト化/ },
  { english: "snapshot", term: "スナップショット", refused: /スナップ・ショット|断面/ },
  { english: "orphan file", term: "孤立したファイル", refused: /孤児|オーファン/ },
  { english: "permissions boundary", term: "アクセス許可の境界", refused: /権限(の)?境界|パーミッション|許可境界/ },
  { english: "service principal", term: "サービスプリンシパル", refused: /サービス・プリンシパル|サービス主体/ },
  { english: "credentials", term: "認証情報", refused: /クレデンシャル|資格情報/ },
  { english: "secret", term: "シークレット", refused: /秘密情報/ },
  { english: "alias", term: "エイリアス", refused: /エリアス|別名/ },
  { english: "metric", term: "メトリクス", refused: /メトリック(?!ス)|メトリックス/ },
  { english: "storage class", term: "ストレージクラス", refused: /ストレージ・クラス|保存クラス/ },
  { english: "versioning", term: "バージョニング", refused: /バージョン管理機能|バージョンニング/ },
  { english: "deploy", term: "デプロイ", refused: /デプロイメント|ディプロイ|配備/ },
  { english: "schema", term: "スキーマ", refused: /スキーマー|スキーム/ },
  { english: "event rule", term: "イベントルール", refused: /イベント・ルール|イベント規則/ },
  { english: "data lake", term: "データレイク", refused: /データ・レイク|データ レイク/ },
];
