/** What a rule is: its code, how bad it is, and the page that `tfwright explain` shows. */
import type { PlainPolicy } from "../document/plain-policy";
import type { PolicyType } from "../document/policy";

/**
 * - `error`: AWS refuses it, or it grants nothing
 * - `security`: it grants too much
 * - `warning`: it does something else than it seems to do
 * - `info`: it could be shorter or clearer
 */
export type Severity = "error" | "security" | "warning" | "info";

/** All severities, the worst first. */
export const severities: readonly Severity[] = ["error", "security", "warning", "info"];

/** A policy that shows a rule, as JSON has it or as text where the text is the point. */
export interface RuleExample {
  readonly policy: PlainPolicy | string;
  /** @default what the elements look like */
  readonly type?: PolicyType;
  /** The name of the file, where the text is none of JSON: `iam.tf`. @default JSON */
  readonly file?: string;
  /** Resources that are only read, for `write-on-read-only`. @default [] */
  readonly readsOnly?: readonly string[];
}

/** One rule. Its code never changes, because configs, baselines and SARIF files contain it. */
export interface Rule {
  readonly code: string;
  /** What is wrong, in a few words; it is printed first. */
  readonly title: string;
  /** The default: a finding may be milder, and the config may change it. */
  readonly severity: Severity;
  /** What it reports, and what it does not. */
  readonly what: string;
  /** Why that is worth a finding. */
  readonly why: string;
  /** A policy with a finding of this rule. */
  readonly bad: RuleExample;
  /** A policy without findings, except for `info`. */
  readonly good: RuleExample;
  /** Where the fact comes from: a URL. */
  readonly source: string;
  /** The check of IAM Access Analyzer that reports the same problem. @default none */
  readonly accessAnalyzer?: string;
}
