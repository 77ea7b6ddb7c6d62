/** `tfwright.lint.json`: what a folder's owner has decided about the rules. Plain data, so that nothing has to be compiled. */
import { existsSync, readFileSync } from "node:fs";
import { fail } from "../errors";
import { type LintOptions, type Severity, type Silence, severities } from "../iam/lint";
import { suggestName } from "../text/suggest-name";

export const CONFIG_NAME = "tfwright.lint.json";

/** What the file says, with its rules that are off among the silences. */
export interface LintConfig extends Pick<LintOptions, "actions" | "readsOnly" | "account" | "severities" | "silence"> {
  readonly baseline?: string;
  readonly failOn?: readonly Severity[];
}

type Kind = "texts" | "text" | "rules" | "silences" | "severities";

const FIELDS: Readonly<Record<string, Kind>> = {
  rules: "rules",
  silence: "silences",
  readsOnly: "texts",
  actions: "texts",
  account: "text",
  baseline: "text",
  failOn: "severities",
};

type Fields = Readonly<Record<string, unknown>>;

/** Reads the config: the given one, or that of the folder where the command runs, if there is one. */
export function readLintConfig(given: string | undefined): LintConfig {
  const path = given ?? CONFIG_NAME;
  if (!existsSync(path)) return given === undefined ? {} : fail("no-config", path, "there is no such config file");
  const config = parse(path);
  for (const [field, value] of Object.entries(config)) checkField(field, value, path);
  const { rules = {}, silence = [], ...rest } = config;
  const off: Silence[] = [];
  const changed: Record<string, Severity> = {};
  for (const [rule, setting] of Object.entries(rules as Fields)) {
    const { severity, reason } = settingOf(setting, `${path}: rules.${rule}`);
    if (severity === "off") off.push({ rule, reason });
    else changed[rule] = severity;
  }
  return { ...rest, severities: changed, silence: [...off, ...(silence as readonly Silence[])] };
}

function parse(path: string): Fields {
  let config: unknown;
  try {
    config = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    fail("bad-config", path, `the config is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return isObject(config) ? config : fail("bad-config", path, "the config is not an object");
}

function checkField(field: string, value: unknown, path: string): void {
  const kind = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  if (kind === undefined) {
    fail(
      "bad-config",
      `${path}: ${field}`,
      "there is no such setting",
      suggestName(field, Object.keys(FIELDS), "settings"),
    );
  }
  if (!FITS[kind](value))
    fail("bad-config", `${path}: ${field}`, `${WANTED[kind]} is expected, not ${JSON.stringify(value)}`);
}

const isText = (value: unknown): value is string => typeof value === "string";

const FITS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: isText,
  texts: (value) => Array.isArray(value) && value.every(isText),
  rules: isObject,
  silences: (value) =>
    Array.isArray(value) && value.every((item) => isObject(item) && isText(item.rule) && isText(item.reason)),
  severities: (value) => Array.isArray(value) && value.every(isSeverity),
};

const WANTED: Readonly<Record<Kind, string>> = {
  text: "a text",
  texts: "a list of texts",
  rules: 'an object such as { "redundant-action": "error" }',
  silences: 'a list such as [{ "rule": "wildcard-resource", "reason": "..." }]',
  severities: `a list of ${severities.join(", ")}`,
};

/** `"error"`, or `{ "severity": "off", "reason": "..." }`. */
function settingOf(setting: unknown, path: string): { severity: Severity | "off"; reason: string } {
  const { severity, reason } = isObject(setting) ? setting : { severity: setting, reason: undefined };
  const known = [...severities, "off"];
  if (severity !== "off" && !isSeverity(severity)) {
    fail(
      "bad-config",
      path,
      `${JSON.stringify(severity)} is no severity`,
      suggestName(String(severity), known, "severities"),
    );
  }
  if (severity === "off" && (!isText(reason) || reason.trim() === "")) {
    const hint = 'write { "severity": "off", "reason": "..." }';
    fail("silence-without-reason", path, "the rule is off without a reason", hint);
  }
  return { severity, reason: isText(reason) ? reason : "" };
}

export function isSeverity(value: unknown): value is Severity {
  return severities.some((severity) => severity === value);
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
