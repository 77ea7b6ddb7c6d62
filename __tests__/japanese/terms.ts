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
];
