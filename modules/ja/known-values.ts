/** Sentences of descriptions that many modules share. The README of the package names the words in them. */

/** Of each list whose length decides what is created. */
export const lengthIsKnownJa =
  "作成するリソースの数が変わるため、要素の数はプラン時に決まっている必要があります。apply 後に決まる値には、`compact` と `distinct` を使わないでください。";

/** The same of a map. */
export const keysAreKnownJa =
  "キーごとにリソースを作成するため、キーはプラン時に決まっている必要があります。値は apply 後に決まるものでもかまいません。";

/** Of the modules with an account in their policies. */
export const needsAccountJa =
  "AWS の認証情報なしでプランを実行するには、`account_id` が必要です。null の場合は、AWS からアカウントを取得します。";

/** Of a catalog, which is an account ID. */
export const callersCatalogJa = "アカウント ID を指定します。null の場合は、呼び出し元のアカウントです。";

/** In the policies of KMS keys that READMEs show. */
export const keyPolicyCommentsJa = { "in a key policy: this key": "キーポリシーでは、このキー自身を表す" };
