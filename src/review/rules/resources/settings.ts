/** Arguments of AWS that open something or guard less, as the rules of several sections report them. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import type { Facts } from "../../facts";
import { type Level, levels, type RuleMatch } from "../../rule";
import { AWS_SETTINGS } from "./aws-settings";
import { AZURE_SETTINGS } from "./azure-settings";
import { newerName, withOlderNames } from "./older-names";
import { matchSetting, type Setting, settingTests } from "./setting-tests";

type SettingRule = keyof typeof AWS_SETTINGS;

/** The tables name types of AWS without their prefix. */
const OTHER_PROVIDER = /^azurerm_/;

const ROWS: Readonly<Record<string, ReadonlyMap<string, readonly Setting[]>>> = Object.fromEntries(
  Object.entries(AWS_SETTINGS).map(([rule, groups]) => [
    rule,
    new Map([...parseGroups(AZURE_SETTINGS[rule as keyof typeof AZURE_SETTINGS] ?? {}), ...parseGroups(groups)]),
  ]),
);

/** The types of which a rule looks at settings. */
export function typesWithSettings(rule: SettingRule): readonly string[] {
  return withOlderNames([...(ROWS[rule]?.keys() ?? [])]);
}

/** All rows of a rule, by type. */
export function settingsOf(rule: SettingRule): ReadonlyMap<string, readonly Setting[]> {
  return ROWS[rule] ?? new Map();
}

/** The settings of a change that a rule reports. */
export function matchSettings(change: ResourceChange, rule: SettingRule, facts: Facts): readonly RuleMatch[] {
  const rows = ROWS[rule]?.get(newerName(change.type)) ?? [];
  const found = rows.flatMap((row) => matchSetting(change, row, facts));
  // Two rows of an argument say the same where it is not known yet.
  const texts = found.map(({ message }) => JSON.stringify(message));
  return found.filter((_match, index) => texts.indexOf(texts[index] ?? "") === index);
}

/** A heading has the level of a change, and that of a new resource if one is reported. */
function parseGroups(groups: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly Setting[]> {
  const found = new Map<string, Setting[]>();
  for (const [heading, lines] of Object.entries(groups)) {
    const [level, whenNew] = heading.split(" ").map(parseLevel);
    if (level === undefined) throw new Error(`not a level of settings: ${heading}`);
    for (const line of lines) {
      for (const [type, setting] of parseLine(line)) {
        found.set(type, [...(found.get(type) ?? []), { ...setting, level, whenNew }]);
      }
    }
  }
  return found;
}

function parseLevel(text: string): Level {
  const level = levels.find((one) => one === text);
  if (level === undefined) throw new Error(`not a level: ${text}`);
  return level;
}

type Parsed = readonly [type: string, setting: Pick<Setting, "path" | "test" | "values">];

/** `TYPE,TYPE PATH,PATH TEST:VALUE|VALUE`, where the types of AWS are without the prefix of the provider. */
function parseLine(line: string): readonly Parsed[] {
  const [types = "", paths = "", asked = "", ...rest] = line.split(" ");
  const [test = "", values = ""] = asked.split(/:(.*)/s);
  if (rest.length > 0 || !settingTests.includes(test)) throw new Error(`not a row of settings: ${line}`);
  return types.split(",").flatMap((type) =>
    paths.split(",").map((path): Parsed => {
      return [
        OTHER_PROVIDER.test(type) ? type : `aws_${type}`,
        { path: path.split(/\.(?![^{]*\})/), test, values: values === "" ? [] : values.split("|") },
      ];
    }),
  );
}
