/** Arguments that open something or guard less, as the rules of several sections report them. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import type { Facts } from "../../facts";
import { type Level, levels, type RuleMatch } from "../../rule";
import { AWS_SETTINGS } from "./aws-settings";
import { AZURE_SETTINGS } from "./azure-settings";
import { GOOGLE_SETTINGS } from "./google-settings";
import { newerName, withOlderNames } from "./older-names";
import { OTHER_SETTINGS } from "./other-settings";
import { matchSetting, type Setting, settingTests } from "./setting-tests";

const TABLES = [AZURE_SETTINGS, GOOGLE_SETTINGS, OTHER_SETTINGS, AWS_SETTINGS];

type RulesOf<Table> = Table extends unknown ? keyof Table : never;
type SettingRule = RulesOf<(typeof TABLES)[number]>;

/** A row names types of AWS without their prefix. */
const OTHER_PROVIDER =
  /^(?:alicloud|argocd|auth0|azuread|azurerm|cloudflare|confluent|consul|databricks|datadog|fastly|github|gitlab|google|keycloak|kubernetes|mongodbatlas|oci|okta|snowflake|tfe|vault)_/;

const ROWS = TABLES.reduce<ReadonlyMap<string, ReadonlyMap<string, readonly Setting[]>>>((rows, table) => {
  const added = Object.entries(table).map(
    ([rule, groups]) => [rule, new Map([...(rows.get(rule) ?? []), ...parseGroups(groups)])] as const,
  );
  return new Map([...rows, ...added]);
}, new Map());

/** The types of which a rule looks at settings. */
export function typesWithSettings(rule: SettingRule): readonly string[] {
  return withOlderNames([...(ROWS.get(rule)?.keys() ?? [])]);
}

/** All rows of a rule, by type. */
export function settingsOf(rule: SettingRule): ReadonlyMap<string, readonly Setting[]> {
  return ROWS.get(rule) ?? new Map();
}

/** The settings of a change that a rule reports. */
export function matchSettings(change: ResourceChange, rule: SettingRule, facts: Facts): readonly RuleMatch[] {
  const rows = ROWS.get(rule)?.get(newerName(change.type)) ?? [];
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

type Parsed = readonly [type: string, setting: Pick<Setting, "path" | "test" | "values" | "where">];

/** `TYPE,TYPE PATH,PATH TEST:VALUE|VALUE`, where the types of AWS are without the prefix of the provider. */
function parseLine(line: string): readonly Parsed[] {
  const [types = "", paths = "", asked = "", ...rest] = line.split(" ");
  const [test = "", values = ""] = asked.split(/:(.*)/s);
  if (rest.length > 0 || !settingTests.includes(test)) throw new Error(`not a row of settings: ${line}`);
  return types.split(",").flatMap((given) => {
    const [, type = given, attribute, sign, wanted] = /^(\w+)\{(\w+)([=~])(.+)\}$/.exec(given) ?? [];
    const where =
      attribute === undefined || wanted === undefined
        ? undefined
        : { attribute, wanted: sign === "~" ? new RegExp(wanted) : wanted };
    return paths.split(",").map((path): Parsed => {
      return [
        OTHER_PROVIDER.test(type) ? type : `aws_${type}`,
        {
          path: path.split(/(?<!\\)\.(?![^{]*\})/).map((step) => step.replaceAll("\\.", ".")),
          test,
          values: values === "" ? [] : values.split("|"),
          where,
        },
      ];
    });
  });
}
