/** The rules of one product, as its configuration refers to them. */
import { fail } from "../errors";
import { suggestAmongMany } from "../text/suggest-name";

export interface RuleSet<L extends string> {
  /** How the configuration calls the level of a rule: `severity`, `level`. */
  readonly levelKey: string;
  /** How a hint calls several: `severities`, `levels`. */
  readonly levelNames: string;
  /** All levels, the worst first. */
  readonly levels: readonly L[];
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** The default level of a rule; undefined if there is no such rule. */
  levelOf(code: string): L | undefined;
  /** The changes that need a reason: turning a rule off, or also lowering its severity. */
  readonly needsReason: "off" | "milder";
}

/** @throws TfwrightError `unknown-rule` if there is no rule of this code */
export function checkRuleCode(code: string, path: string, { codes }: Pick<RuleSet<string>, "codes">): void {
  if (codes.includes(code)) return;
  fail({
    code: "unknown-rule",
    path,
    message: `there is no rule \`${code}\``,
    hint: suggestAmongMany(code, codes, "`tfwright explain` lists all rules"),
  });
}

/** Checks the ID of an AWS account. @throws TfwrightError if it is none */
export function checkAccount(given: string, path: string): void {
  if (/^\d{12}$/.test(given)) return;
  fail({
    code: "not-an-account",
    path,
    message: `\`${given}\` is not an account`,
    hint: "write its ID of twelve digits",
  });
}

/** JavaScript takes 30 February for 2 March. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @throws TfwrightError `not-a-date` where it is not a date such as `2026-12-31` */
export function checkDate(given: unknown, path: string): void {
  if (typeof given === "string" && isDate(given)) return;
  fail({ code: "not-a-date", path, message: `\`${String(given)}\` is not a date`, hint: "write it as `2026-12-31`" });
}
