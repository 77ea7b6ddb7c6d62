/** Values of arguments that open something, or take a safeguard away: the same comparison for rows of any rule. */
import type { Json, ValuePath } from "../../../json/json-value";
import type { ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";
import { type Field, type Pair, pairAt, show } from "../../field";
import type { Level, RuleMatch } from "../../rule";

/** An argument, and its risky values. */
export interface SettingRow {
  readonly types: readonly string[];
  readonly path: ValuePath;
  /** Undefined means that the argument is not set. */
  readonly risky: readonly (Json | undefined)[];
  /** @default that of the rule */
  readonly level?: Level;
  /** The level of a risky value in a new resource. @default a new resource is not reported */
  readonly whenNew?: Level;
}

/** The types of the rows, each once. */
export function typesOf(rows: readonly SettingRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ types }) => types))];
}

/**
 * The arguments that the change sets to a risky value. A safe value that an update makes unknown is reported as attention, because
 * the new value may be risky. After a replacement the provider computes many values anew, so there an unknown value tells nothing.
 */
export function matchRiskySettings(change: ResourceChange, rows: readonly SettingRow[]): readonly RuleMatch[] {
  return rows.flatMap((row) => (row.types.includes(change.type) ? matchRow(change, row) : []));
}

function matchRow(change: ResourceChange, { path, risky, level, whenNew }: SettingRow): readonly RuleMatch[] {
  const pair = pairAt(change, path);
  const { before, after } = pair;
  const isRisky = !after.unknown && risky.includes(after.value);
  if (change.action === "create")
    return isRisky && whenNew !== undefined ? [{ message: showSetting(pair), level: whenNew }] : [];
  if (change.action === "delete" || before.unknown || risky.includes(before.value)) return [];
  if (after.unknown && change.action === "update") return [{ message: showSetting(pair), level: "attention" }];
  return isRisky ? [{ message: showSetting(pair), ...(level && { level }) }] : [];
}

/** `metadata_options.http_tokens required → optional`. An empty text is shown as one that is not set. */
export function showSetting({ path, before, after }: Pair): Message {
  const name = path.filter((step) => typeof step === "string").join(".");
  return say`${name} ${showField(before)} → ${showField(after)}`;
}

function showField(field: Field): Message {
  return field.value === "" && !field.secret ? words("(none)") : show(field);
}
