/** Reads the settings that every configuration of rules has: plain JSON, each mistake with its path. */
import { fail, gather, Problems, reasonOf } from "../errors";
import { type Fields, isFields, isList, type Json } from "../json/json-value";
import { readJson } from "../json/read-json";
import { withoutByteOrderMark } from "../text/line-index";
import { suggestName } from "../text/suggest-name";
import { checkDate, checkRuleCode, type RuleSet } from "./rule-set";
import type { Suppression } from "./suppression";

/** Another level of a rule. */
export interface RuleSetting<L extends string> {
  readonly level: L | "off";
  /** Empty where none is given. */
  readonly reason: string;
}

/** The object in a text. @throws TfwrightError `bad-config` where the text is not JSON or not an object, with line and column */
export function parseConfigText(text: string, path: string): Fields {
  let json: Json;
  try {
    json = JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch (error) {
    const [problem] = readJson(text).problems;
    fail({
      code: "bad-config",
      path: problem === undefined ? path : `${path}:${problem.line}:${problem.column}`,
      message: `the config is not JSON: ${problem?.message ?? reasonOf(error)}`,
      hint: problem?.hint,
    });
  }
  return isFields(json) ? json : fail({ code: "bad-config", path, message: "the config is not an object" });
}

/** @throws TfwrightError `bad-config` for a setting that is not known; `separator` is written between path and name */
export function refuseUnknown(fields: Fields, path: string, known: readonly string[], separator = "."): void {
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  gather(
    unknown.map(
      (name) => () =>
        fail({
          code: "bad-config",
          path: `${path}${separator}${name}`,
          message: "there is no such setting",
          hint: suggestName(name, known, "settings"),
        }),
    ),
  );
}

/** Reads each item. @throws TfwrightError with the problems of all of them */
function readEach<T, R>(items: readonly T[], read: (item: T, index: number) => R): readonly R[] {
  const problems = new Problems();
  const found = items.flatMap((item, index) => {
    const result = problems.attempt(() => ({ value: read(item, index) }));
    return result === undefined ? [] : [result.value];
  });
  problems.throwIfAny();
  return found;
}

/** `rules`: by code a level, or `{ "level": "off", "reason": "..." }`. @throws TfwrightError if one is wrong */
export function readRuleSettings<L extends string>(
  given: Json,
  path: string,
  rules: RuleSet<L>,
): Readonly<Record<string, RuleSetting<L>>> {
  if (!isFields(given)) {
    const { levelKey } = rules;
    fail({
      code: "bad-config",
      path,
      message: `an object is expected, such as { "CODE": { "${levelKey}": "off", "reason": "..." } }`,
    });
  }
  const settings = readEach(
    Object.entries(given),
    ([code, setting]) => [code, readSetting(code, setting, `${path}.${code}`, rules)] as const,
  );
  return Object.fromEntries(settings);
}

function readSetting<L extends string>(code: string, given: Json, path: string, rules: RuleSet<L>): RuleSetting<L> {
  const { levelKey, levels, levelNames, needsReason } = rules;
  checkRuleCode(code, path, rules);
  const fields: Fields = isFields(given) ? given : { [levelKey]: given };
  refuseUnknown(fields, path, [levelKey, "reason"]);
  const { [levelKey]: level, reason = "" } = fields;
  const known: readonly string[] = [...levels, "off"];
  if (typeof level !== "string" || !known.includes(level)) {
    fail({
      code: "bad-config",
      path,
      message: `${JSON.stringify(level)} is not a ${levelKey}`,
      hint: suggestName(String(level), known, levelNames),
    });
  }
  if (typeof reason !== "string") fail({ code: "bad-config", path: `${path}.reason`, message: "a text is expected" });
  const isMilder = known.indexOf(level) > known.indexOf(rules.levelOf(code) ?? "");
  if (reason.trim() === "" && (needsReason === "milder" ? isMilder : level === "off")) {
    const what = level === "off" ? "is off" : "gets a lower level";
    const hint = `write { "${levelKey}": "${level}", "reason": "..." }`;
    fail({ code: "suppression-without-reason", path, message: `the rule ${what} without a reason`, hint });
  }
  return { level: level as L | "off", reason };
}

interface SuppressionFields {
  readonly rules: Pick<RuleSet<string>, "codes">;
  /** The fields that say where a suppression holds, each with what is expected: `{ address: "an address" }`. */
  readonly places: Readonly<Record<string, string>>;
  /** For a hint. */
  readonly example: string;
}

/** `suppressions`: a list of objects. @throws TfwrightError if one is wrong, or has no reason */
export function readSuppressions<S extends Suppression>(
  given: Json,
  path: string,
  fields: SuppressionFields,
): readonly S[] {
  if (!isList(given)) fail({ code: "bad-config", path, message: `a list is expected, such as [${fields.example}]` });
  return readEach(given, (item, index) => readSuppression<S>(item, `${path}[${index}]`, fields));
}

function readSuppression<S extends Suppression>(given: Json, path: string, fields: SuppressionFields): S {
  const { places, example } = fields;
  if (!isFields(given)) fail({ code: "bad-config", path, message: `an object is expected, such as ${example}` });
  refuseUnknown(given, path, ["rule", "reason", ...Object.keys(places), "until"]);
  if (typeof given.rule !== "string")
    fail({ code: "bad-config", path: `${path}.rule`, message: "the code of a rule is expected" });
  for (const [place, what] of Object.entries(places)) {
    const value = given[place];
    if (value !== undefined && typeof value !== "string")
      fail({ code: "bad-config", path: `${path}.${place}`, message: `${what} is expected` });
  }
  const { reason } = given;
  if (reason !== undefined && typeof reason !== "string")
    fail({ code: "bad-config", path: `${path}.reason`, message: "a text is expected" });
  checkSuppression({ ...given, rule: given.rule, reason: reason ?? "" } as Suppression, path, fields.rules);
  return given as unknown as S;
}

/** @throws TfwrightError if the rule is unknown, the reason is empty or the date is not valid */
export function checkSuppression(
  { rule, reason, until }: Suppression,
  path: string,
  rules: Pick<RuleSet<string>, "codes">,
): void {
  checkRuleCode(rule, `${path}.rule`, rules);
  // A caller in JavaScript may have left it out.
  if (typeof reason !== "string" || reason.trim() === "") {
    const message = `\`${rule}\` is suppressed without a reason`;
    fail({
      code: "suppression-without-reason",
      path: `${path}.reason`,
      message,
      hint: "give the reason why the finding is accepted",
    });
  }
  if (until !== undefined) checkDate(until, `${path}.until`);
}
