/** The Japanese texts of the variables that name what a deployer deploys. */

/** Names of resources, each of which may end with `*`. */
export const namesJa = (what: string, example: string) =>
  `デプロイできる${what}の名前です。名前の末尾に \`*\` を使えます（例: \`${example}\`）。`;

export const allowDeleteJa = "これらのリソースの削除も許可するかどうかを指定します。";

/** What each of the deployers creates. */
export const deployerCreatesJa = ["ポリシー（デプロイするロールまたはユーザーにアタッチします）"];
