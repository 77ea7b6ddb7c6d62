/** Japanese texts that stand in several modules. */

/** Behind the description of a map each of whose keys creates a resource. */
export const KEYS_KNOWN_JA =
  "キーごとにリソースを作成するため、キーはプラン時に決まっている必要があります。値は未定でもかまいません。";

/** Of a catalog that is an account ID. */
export const CALLERS_CATALOG_JA = "アカウント ID を指定します。null の場合は、呼び出し元のアカウントです。";
