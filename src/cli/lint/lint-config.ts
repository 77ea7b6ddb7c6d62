/** `tfwright.lint.json`: what a folder's owner has decided about the rules. Plain data, so that nothing has to be compiled. */
import { existsSync, readFileSync } from "node:fs";
import { fail, gather, Problems } from "../../errors";
import { parseConfigText, readRuleSettings, readSuppressions, refuseUnknown } from "../../findings/read-config";
import type { LintOptions, PolicySuppression, Severity } from "../../iam/lint";
import { lintRuleSet } from "../../iam/lint/resolve-options";
import { severities } from "../../iam/lint/rule";

export const CONFIG_NAME = "tfwright.lint.json";

/** The parsed config. A rule that is off becomes a suppression. */
export interface LintConfig
  extends Pick<LintOptions, "actions" | "readsOnly" | "account" | "severities" | "suppressions"> {
  readonly baseline?: string;
  /** Folder of newer authorization data. */
  readonly data?: string;
  readonly failOn?: readonly Severity[];
  /** Files that are not linted, as in `.gitignore`, relative to the folder of the config. */
  readonly exclude?: readonly string[];
  /** The position of each of its suppressions: `tfwright.lint.json: suppressions[0]`. Rules that are off have no place. */
  readonly placeOf?: ReadonlyMap<PolicySuppression, string>;
}

/** The fields that say where a suppression holds. */
export const LINT_PLACES = { statement: "the Sid of a statement", address: "an address", file: "a file" };

const SUPPRESSIONS = {
  rules: lintRuleSet,
  places: LINT_PLACES,
  example: '{ "rule": "wildcard-resource", "reason": "..." }',
};

/** Reads the config: the given one, or that of the folder where the command runs, if there is one. */
export function readLintConfig(given: string | undefined): LintConfig {
  const path = given ?? CONFIG_NAME;
  if (!existsSync(path))
    return given === undefined ? {} : fail({ code: "no-config", path, message: "there is no such config file" });
  const config = parseConfigText(readFileSync(path, "utf8"), path);
  const { $schema: _, rules = {}, suppressions = [], ...rest } = config;
  const problems = new Problems();
  problems.attempt(() => refuseUnknown(config, path, ["$schema", "rules", "suppressions", ...Object.keys(FITS)], ": "));
  problems.attempt(() =>
    gather(
      Object.entries(rest).map(
        ([field, value]) =>
          () =>
            checkField(field, value, path),
      ),
    ),
  );
  const settings = problems.attempt(() => readRuleSettings(rules, `${path}: rules`, lintRuleSet)) ?? {};
  const own =
    problems.attempt(() => readSuppressions<PolicySuppression>(suppressions, `${path}: suppressions`, SUPPRESSIONS)) ??
    [];
  problems.throwIfAny();
  const off: PolicySuppression[] = [];
  const changed: Record<string, Severity> = {};
  for (const [rule, { level, reason }] of Object.entries(settings)) {
    if (level === "off") off.push({ rule, reason });
    else changed[rule] = level;
  }
  const placeOf = new Map(own.map((one, index) => [one, `${path}: suppressions[${index}]`]));
  return { ...rest, severities: changed, suppressions: [...off, ...own], placeOf };
}

const isText = (value: unknown): value is string => typeof value === "string";
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const A_LIST = "a list of texts";

/** What the other settings hold, and how that is said. */
const FITS = {
  readsOnly: [areTexts, A_LIST],
  actions: [areTexts, A_LIST],
  account: [isText, "a text"],
  baseline: [isText, "a text"],
  data: [isText, "a text"],
  exclude: [areTexts, A_LIST],
  failOn: [(value) => Array.isArray(value) && value.every(isSeverity), `a list of ${severities.join(", ")}`],
} as const satisfies Readonly<Record<string, readonly [fits: (value: unknown) => boolean, wanted: string]>>;

/** A setting beside `rules` and `suppressions`. */
export type LintSetting = keyof typeof FITS;

function checkField(field: string, value: unknown, path: string): void {
  if (!Object.hasOwn(FITS, field)) return;
  const [fits, wanted] = FITS[field as LintSetting];
  if (fits(value)) return;
  fail({
    code: "bad-config",
    path: `${path}: ${field}`,
    message: `${wanted} is expected, not ${JSON.stringify(value)}`,
  });
}

export function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value);
}
