/** Arguments that open something or guard less, as the rules of several sections report them. */
import type { ResourceChange } from "../../../terraform/plan/plan";
import { groupBy } from "../../../text/group-by";
import { Memo } from "../../../text/memo";
import { join } from "../../../text/message";
import type { Facts } from "../../facts";
import { MANIFESTS, typedManifest } from "../../generic/typed-manifest";
import { type Level, levels, type RuleMatch, typesOfProvider } from "../../rule";
import { AWS_SETTINGS } from "./aws-settings";
import { AZURE_SETTINGS } from "./azure-settings";
import { GOOGLE_SETTINGS } from "./google-settings";
import { newerName, withOlderNames } from "./older-names";
import { OTHER_SETTINGS } from "./other-settings";
import { matchSetting, type Setting, settingTests } from "./setting-tests";

const TABLES = [AZURE_SETTINGS, GOOGLE_SETTINGS, OTHER_SETTINGS, AWS_SETTINGS];

type RulesOf<Table> = Table extends unknown ? keyof Table : never;
type SettingRule = RulesOf<(typeof TABLES)[number]>;

/** A line of a table, with the levels of its heading. It is parsed where a change of its type is judged. */
interface SettingLine {
  readonly text: string;
  /** What stands in front of the types of the table: that of AWS names them without `aws_`. */
  readonly prefix: string;
  readonly level: Level;
  readonly whenNew: Level | undefined;
  readonly title: string | undefined;
}

/** The lines of all tables, by rule and type. */
const LINES: ReadonlyMap<string, ReadonlyMap<string, readonly SettingLine[]>> = new Map(
  [...new Set(TABLES.flatMap((table) => Object.keys(table)))].map((rule) => [rule, linesOf(rule)]),
);

/** How the message of a new resource begins. */
const NEW = "a new one with ";

/** Parsed lines by rule and type. */
const parsed = new Memo<string, readonly Setting[]>(10_000);

/** The types of which a rule looks at settings; `azurerm_*` means all of a provider. */
export function typesWithSettings(rule: SettingRule): readonly string[] {
  const types = withOlderNames([...(LINES.get(rule)?.keys() ?? [])]);
  return types.some((type) => type.startsWith("kubernetes_")) ? [...new Set([...types, ...MANIFESTS])] : types;
}

/** The settings of a type that a rule looks at; none for an older name of a type, whose settings are those of the newer one. */
export function settingsFor(rule: SettingRule, type: string): readonly Setting[] {
  return parsed.get(`${rule} ${type}`, () => {
    const own = settingsOf(rule, type);
    const ofProvider = settingsOf(rule, typesOfProvider(type));
    const paths = new Set(own.map(({ path }) => path.join()));
    return [...own, ...ofProvider.filter(({ path }) => !paths.has(path.join()))];
  });
}

/** The settings that the lines of a table have for a type, or for all types of a provider. */
function settingsOf(rule: SettingRule, type: string): readonly Setting[] {
  return (LINES.get(rule)?.get(type) ?? []).flatMap(({ text, prefix, level, whenNew, title }) =>
    parseLine(text).flatMap(([named, setting]) =>
      `${prefix}${named}` === type ? [{ ...setting, level, whenNew, title }] : [],
    ),
  );
}

/** The settings of a change that a rule reports. */
export function matchSettings(change: ResourceChange, rule: SettingRule, facts: Facts): readonly RuleMatch[] {
  const typed = MANIFESTS.includes(change.type) ? facts.memoized(typedManifest, change) : undefined;
  const found = [
    ...settingsFor(rule, newerName(change.type)).flatMap((setting) => matchTitled(change, setting, facts)),
    ...(typed === undefined
      ? []
      : settingsFor(rule, typed.type).flatMap((setting) => matchTitled(typed, setting, facts))),
  ];
  return change.action === "create" ? asOne(withoutRepeated(found)) : withoutRepeated(found);
}

function matchTitled(change: ResourceChange, setting: Setting, facts: Facts): readonly RuleMatch[] {
  const { title } = setting;
  const found = matchSetting(change, setting, facts);
  return title === undefined ? found : found.map((match) => ({ ...match, title }));
}

/** What a new resource says is one finding of each level. */
function asOne(found: readonly RuleMatch[]): readonly RuleMatch[] {
  const told = found.filter(({ message: [first] }) => typeof first === "string" && first.startsWith(NEW));
  if (told.length < 2) return found;
  const rest = found.filter((match) => !told.includes(match));
  const merged = [...groupBy(told, ({ level }) => level)].map(([level, group]): RuleMatch => {
    const parts = group.map(({ message: [first, ...others] }) => [String(first).slice(NEW.length), ...others]);
    return { message: [NEW, ...join(parts, ", ")], ...(level !== undefined && { level }) };
  });
  return [...merged, ...rest];
}

/** Two rows of an argument say the same where it is not known yet, or where one asks for less than the other: the higher level stays. */
function withoutRepeated(found: readonly RuleMatch[]): readonly RuleMatch[] {
  if (found.length < 2) return found;
  const texts = found.map(({ message }) => JSON.stringify(message));
  const ranks = found.map(({ level }) => (level === undefined ? 0 : levels.indexOf(level)));
  return found.filter((_match, index) =>
    texts.every((text, other) => {
      const [rank = 0, otherRank = 0] = [ranks[index], ranks[other]];
      return text !== texts[index] || rank < otherRank || (rank === otherRank && index <= other);
    }),
  );
}

/** The lines of a rule by type. A heading has the level of a change, that of a new resource if one is reported, and perhaps a title. */
function linesOf(rule: string): ReadonlyMap<string, readonly SettingLine[]> {
  const found = new Map<string, SettingLine[]>();
  for (const table of TABLES) {
    const prefix = table === AWS_SETTINGS ? "aws_" : "";
    const groups = (table as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>)[rule] ?? {};
    for (const [heading, texts] of Object.entries(groups)) {
      const [ranks = "", title] = heading.split(": ");
      const [level, whenNew] = ranks.split(" ").map(parseLevel);
      if (level === undefined) throw new Error(`not a level of settings: ${heading}`);
      for (const text of texts) {
        for (const type of new Set(typesIn(text).map((given) => `${prefix}${typeOf(given)}`))) {
          const lines = found.get(type) ?? [];
          found.set(type, lines);
          lines.push({ text, prefix, level, whenNew, title });
        }
      }
    }
  }
  return found;
}

/** The types of a line, each with the condition that may stand behind it. */
function typesIn(line: string): readonly string[] {
  return line.slice(0, line.indexOf(" ")).split(",");
}

function typeOf(given: string): string {
  return given.split("{")[0] as string;
}

function parseLevel(text: string): Level {
  const level = levels.find((one) => one === text);
  if (level === undefined) throw new Error(`not a level: ${text}`);
  return level;
}

type Parsed = readonly [type: string, setting: Pick<Setting, "path" | "test" | "values" | "where">];

/** `TYPE,TYPE PATH,PATH TEST:VALUE|VALUE` */
function parseLine(line: string): readonly Parsed[] {
  const [, paths = "", asked = "", ...rest] = line.split(" ");
  const [test = "", values = ""] = asked.split(/:(.*)/s);
  if (rest.length > 0 || !settingTests.includes(test)) throw new Error(`not a row of settings: ${line}`);
  return typesIn(line).flatMap((given) => {
    const [, attribute, sign, wanted] = /\{([\w.]+)([=~])(.+)\}$/.exec(given) ?? [];
    const where =
      attribute === undefined || wanted === undefined
        ? undefined
        : { attribute, wanted: sign === "~" ? new RegExp(wanted) : wanted };
    return paths.split(",").map((path): Parsed => {
      return [
        typeOf(given),
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
