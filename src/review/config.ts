/** `tfwright.review.json`: what a team has decided about the rules. Plain data, checked here; read by whoever has the file. */
import { fail } from "../errors";
import { suggestName } from "../text/suggest-name";
import { type FailSection, failSections, type Level, levels } from "./rule";
import { findRule, rules } from "./rules";

export const CONFIG_NAME = "tfwright.review.json";

/** Findings that somebody has looked at and accepts. */
export interface Suppression {
  /** Code of the rule. */
  readonly rule: string;
  /** Why it is fine; it may not be empty. */
  readonly reason: string;
  /** Only at this address; one without keys means all its instances. @default everywhere */
  readonly address?: string;
  /** The last day on which it holds: `2026-12-31`. @default for ever */
  readonly until?: string;
}

/** Another level of a rule. */
export interface Setting {
  readonly level: Level | "off";
  readonly reason: string;
}

export interface ReviewConfig {
  /** By the code of the rule. @default none */
  readonly rules?: Readonly<Record<string, Setting>>;
  /** @default none */
  readonly silence?: readonly Suppression[];
  /** Used where the command is not told. @default none */
  readonly failOn?: readonly FailSection[];
}

type Fields = Readonly<Record<string, unknown>>;

/** The config in a text. @throws where a rule, a level, a date or a reason is wrong */
export function parseConfig(text: string, path: string): ReviewConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    fail("bad-config", path, `the config is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(json)) fail("bad-config", path, "the config is not an object");
  const { rules: given = {}, silence = [], failOn, $schema: _, ...rest } = json;
  for (const name of Object.keys(rest)) {
    fail(
      "bad-config",
      `${path}: ${name}`,
      "there is no such setting",
      suggestName(name, ["rules", "silence", "failOn"], "settings"),
    );
  }
  if (!isObject(given)) fail("bad-config", `${path}: rules`, "an object is expected, by codes of rules");
  if (!Array.isArray(silence)) fail("bad-config", `${path}: silence`, "a list is expected");
  return {
    rules: Object.fromEntries(
      Object.entries(given).map(([code, setting]) => [code, readSetting(code, setting, `${path}: rules.${code}`)]),
    ),
    silence: silence.map((item, index) => readSuppression(item, `${path}: silence[${index}]`)),
    ...(failOn === undefined ? {} : { failOn: readSections(failOn, `${path}: failOn`) }),
  };
}

/** `"danger"`, or `{ "level": "off", "reason": "..." }`; what makes a rule milder has a reason. */
function readSetting(code: string, given: unknown, path: string): Setting {
  checkRule(code, path);
  const { level, reason = "", ...rest } = isObject(given) ? given : { level: given };
  refuseRest(rest, path, ["level", "reason"]);
  const known: readonly string[] = [...levels, "off"];
  if (typeof level !== "string" || !known.includes(level)) {
    fail("bad-config", path, `${JSON.stringify(level)} is no level`, suggestName(String(level), known, "levels"));
  }
  if (typeof reason !== "string") fail("bad-config", `${path}.reason`, "a text is expected");
  const isMilder = known.indexOf(level) > known.indexOf(findRule(code)?.level ?? "note");
  if (isMilder && reason.trim() === "") {
    fail(
      "silence-without-reason",
      path,
      "the rule is turned down without a reason",
      `write { "level": "${level}", "reason": "..." }`,
    );
  }
  return { level: level as Setting["level"], reason };
}

function readSuppression(given: unknown, path: string): Suppression {
  if (!isObject(given))
    fail(
      "bad-config",
      path,
      'an object is expected, such as { "rule": "column-dropped", "address": "...", "reason": "..." }',
    );
  const { rule, reason, address, until, ...rest } = given;
  refuseRest(rest, path, ["rule", "reason", "address", "until"]);
  if (typeof rule !== "string") fail("bad-config", `${path}.rule`, "the code of a rule is expected");
  checkRule(rule, `${path}.rule`);
  if (typeof reason !== "string" || reason.trim() === "") {
    fail(
      "silence-without-reason",
      `${path}.reason`,
      `\`${rule}\` is silenced without a reason`,
      "say why it is fine here",
    );
  }
  if (address !== undefined && typeof address !== "string")
    fail("bad-config", `${path}.address`, "an address is expected");
  if (until !== undefined) checkDate(until, `${path}.until`);
  return {
    rule,
    reason,
    ...(address !== undefined && { address }),
    ...(until !== undefined && { until: until as string }),
  };
}

function readSections(given: unknown, path: string): readonly FailSection[] {
  return Array.isArray(given) && given.every((item) => typeof item === "string")
    ? checkSections(given, path)
    : fail("bad-config", path, "a list of sections is expected");
}

/** Names of sections. @throws where one is none */
export function checkSections(given: readonly string[], path: string): readonly FailSection[] {
  for (const name of given) {
    if (!failSections.some((section) => section === name)) {
      fail("unknown-section", path, `there is no section \`${name}\``, suggestName(name, failSections, "sections"));
    }
  }
  return given as readonly FailSection[];
}

function checkRule(code: string, path: string): void {
  if (findRule(code) !== undefined) return;
  fail(
    "unknown-rule",
    path,
    `there is no rule \`${code}\``,
    suggestName(
      code,
      rules.map((rule) => rule.code),
      "rules",
    ),
  );
}

/** @throws where it is no date */
export function checkDate(given: unknown, path: string): void {
  if (typeof given === "string" && /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return;
  fail("not-a-date", path, `\`${String(given)}\` is not a date`, "write it as `2026-12-31`");
}

function refuseRest(rest: Fields, path: string, known: readonly string[]): void {
  for (const name of Object.keys(rest))
    fail("bad-config", `${path}.${name}`, "there is no such setting", suggestName(name, known, "settings"));
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
