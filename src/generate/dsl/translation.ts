/** The texts of a definition in another language than English, in one place. */
import type { DEFAULT_LOCALE, Locale } from "../../text/locale";

/**
 * Texts in one language. Each is shown in place of the English text; what is left out is shown as the definition has it. Where the
 * English text ends in a block of code, the code is added: only its comments differ by language.
 *
 * ```ts
 * translations: { ja: { title: "SQS キュー", variables: { name: "キューの名前。", "rules.arn": "送信元の ARN" } } }
 * ```
 */
export interface Translation {
  readonly title?: string;
  readonly description?: string;
  /** As many as in English, in the same order. */
  readonly creates?: readonly string[];
  /** As many as in English, in the same order. */
  readonly iam?: readonly string[];
  /** As many as in English, in the same order. */
  readonly notes?: readonly string[];
  /** As many as in English, in the same order. */
  readonly upgrading?: readonly string[];
  /** As many as in English, in the same order. */
  readonly differences?: readonly { readonly theirs: string; readonly ours: string }[];
  /** Descriptions by the name of the example. */
  readonly examples?: { readonly [name: string]: string };
  /** Descriptions by the name of the variable. An attribute of an object, also in a list or a map: `connections.name`. */
  readonly variables?: { readonly [path: string]: string };
  /** Descriptions by the name of the output. */
  readonly outputs?: { readonly [name: string]: string };
  /** Comments in the blocks of code, by the English comment: `"your region"` for `# your region`. */
  readonly comments?: { readonly [comment: string]: string };
}

/** The translations of a definition, by language. */
export type Translations = { readonly [L in Exclude<Locale, typeof DEFAULT_LOCALE>]?: Translation };
