/** Sentences that more than one format prints. */
import type { Action } from "../../terraform/plan/plan";
import { count, formatNumber, join, listValues, type Message, say, words } from "../../text/message";
import type { DriftFate } from "../drift-fate";
import { SENSITIVE } from "../redact/ranges";
import { sectionTitles } from "../rule";
import { countByType, type TreeBranch } from "./address-tree";
import type { ChangeRow, Counts, DriftRow, Origin, OutputRow, PlanAddress, PlanSummary, Review, Row } from "./report";
import { KNOWN_LATER, OTHER_ORDER, OTHER_SECRET, OTHER_SPELLING, type ValueChange } from "./value-changes";

/** How many addresses a row names before it folds the rest; a single one more is named, too. */
const PLACES = 3;

/** `prod.json · 2 to add, 1 to destroy · account 123456789012 · region eu-west-1`: what happens stands before where. */
export function planLine(plan: PlanSummary): Message {
  const { source, terraformVersion, isOpenTofu } = plan;
  const tool = words(isOpenTofu === true ? " · OpenTofu " : " · Terraform ");
  const version = terraformVersion === undefined ? [] : say`${tool}${terraformVersion}`;
  return say`${source} · ${words(tellCounts(plan))}${tellWhere(plan)}${version}`;
}

/** That the account is not known matters for AWS alone. */
function tellWhere({ where: { accounts, regions, isAws } }: PlanSummary): Message {
  if (!isAws && accounts.length + regions.length === 0) return [];
  const tell = (noun: string, values: readonly string[]) =>
    values.length === 0
      ? words(` · ${noun} not in the plan`)
      : say`${words(` · ${noun}${values.length > 1 ? "s" : ""}`)} ${listValues(values, 3)}`;
  return [...tell("account", accounts), ...tell("region", regions)];
}

const COUNTS: readonly (readonly [name: keyof Counts, text: string])[] = [
  ["add", "to add"],
  ["change", "to change"],
  ["replace", "to replace"],
  ["destroy", "to destroy"],
  ["forget", "to forget"],
  ["import", "to import"],
  ["move", "moved"],
  ["unknown", "with an unknown action"],
];

function tellCounts({ counts, outputs, tagsOnly, actions = 0 }: PlanSummary): string {
  const told = COUNTS.filter(([name]) => counts[name] > 0).map(([name, text]) => {
    const tags =
      name === "change" && tagsOnly > 0
        ? ` (${tagsOnly === counts.change ? "" : `${formatNumber(tagsOnly)} `}only tags)`
        : "";
    return `${formatNumber(counts[name])} ${text}${tags}`;
  });
  if (outputs > 0) told.push(`${count(outputs, "output")} changed`);
  if (actions > 0) told.push(`${count(actions, "action")} to run`);
  return told.length === 0 ? "no changes" : told.join(", ");
}

/** The sentence that counts the findings that a person has to examine. */
export function verdict({ rows, suppressed }: Review): string {
  const dangers = rows.filter(({ level }) => level === "danger").length;
  const looks = rows.filter(({ level }) => level === "attention").length;
  const quiet = suppressed.length === 0 ? "" : ` ${count(suppressed.length, "finding")} suppressed.`;
  if (dangers + looks === 0) return `Nothing needs a person.${quiet}`;
  const are = (total: number) => (total === 1 ? "needs" : "need");
  if (looks === 0) return `${count(dangers, "dangerous finding")} ${are(dangers)} a person.${quiet}`;
  const all = `${count(dangers + looks, "finding")} ${are(dangers + looks)} a person`;
  if (dangers === 0) return `${all} to look at ${looks === 1 ? "it" : "them"}.${quiet}`;
  return `${all}: ${formatNumber(dangers)} dangerous, ${formatNumber(looks)} to look at.${quiet}`;
}

/** `Data loss: table destroyed` */
export function headline({ section, title }: Pick<Row, "section" | "title">): string {
  return `${sectionTitles[section]}: ${title}`;
}

/** Where a row applies: the first addresses, and how many there are if it does not name all; with the plans where there are several. */
export function tellPlaces(places: readonly PlanAddress[], plans: readonly PlanSummary[]): Message {
  const byAddress = new Map<string, { readonly place: PlanAddress; readonly plans: number[] }>();
  for (const place of places) {
    const key = JSON.stringify([place.address, place.name]);
    const known = byAddress.get(key);
    if (known === undefined) byAddress.set(key, { place, plans: [place.plan] });
    else known.plans.push(place.plan);
  }
  const all = [...byAddress.values()];
  const shown = all
    .slice(0, isLong(all.length) ? PLACES : all.length)
    .flatMap((one, index) => [...(index === 0 ? [] : [", "]), ...tellPlace(one.place, one.plans, plans)]);
  if (!isLong(all.length)) return shown;
  return [`${formatNumber(all.length)} addresses: `, ...shown, ` and ${formatNumber(all.length - PLACES)} more`];
}

function tellPlace(
  { address, name: called }: PlanAddress,
  where: readonly number[],
  plans: readonly PlanSummary[],
): Message {
  const isSaid = called === undefined || address.includes(`["${called}"]`);
  const aside = isSaid ? [] : say` (${called})`;
  const name = address === "" ? words("the plan") : say`${address}${aside}`;
  if (plans.length === 1) return name;
  return say`${name} in ${listValues(
    [...new Set(where)].map((plan) => plans[plan]?.source ?? ""),
    4,
  )}`;
}

/** Whether a row has more places than it names. */
export function hasMorePlaces({ places }: { readonly places: readonly PlanAddress[] }): boolean {
  return isLong(new Set(places.map(({ address }) => address)).size);
}

function isLong(addresses: number): boolean {
  return addresses > PLACES + 1;
}

/** `from module.job: ../modules/glue-job, generated by tfwright from glue-job` */
export function tellOrigins(origins: readonly Origin[]): Message {
  const shown = origins
    .slice(0, 3)
    .flatMap((origin, index) => [...(index === 0 ? ["from "] : ["; "]), ...tellOrigin(origin)]);
  return [...shown, ...(origins.length > 3 ? [`; and ${origins.length - 3} more calls`] : [])];
}

function tellOrigin({ call, source, version, definition }: Origin): Message {
  const at = version === undefined ? [] : say` ${version}`;
  const by = definition === undefined ? [] : say`, generated by tfwright from ${definition}`;
  return say`${call}: ${source}${at}${by}`;
}

const ACTIONS: Readonly<Record<Action, string>> = {
  create: "add",
  read: "read",
  update: "change",
  delete: "destroy",
  "replace-delete-first": "replace",
  "replace-create-first": "replace (new one first)",
  forget: "forget",
  "forget-create": "forget and add",
  "no-op": "nothing",
  unknown: "unknown action",
};

/** One word, as Terraform's own summary has it. */
export function actionWord(action: Action): string {
  return ACTIONS[action];
}

/** The rows that are shown, and those that are shown collapsed. */
export function splitRows(rows: readonly Row[]): { readonly above: readonly Row[]; readonly below: readonly Row[] } {
  return { above: rows.filter(({ level }) => level !== "note"), below: rows.filter(({ level }) => level === "note") };
}

/** What a plan does about drift, in words. */
const FATES: Readonly<Record<DriftFate, string>> = {
  undone: "this plan undoes it",
  "partly-undone": "this plan undoes a part of it",
  remade: "deleted elsewhere; this plan makes it again",
  gone: "deleted elsewhere; this plan does not make it again",
  destroyed: "this plan destroys the resource",
  kept: "this plan does not touch it",
};

/** `this plan undoes it` */
function fateWords(fate: DriftFate): string {
  return FATES[fate];
}

/** `aws_glue_job.this (timeout): this plan undoes it` */
export function tellDrift({ places, attributes, fate, action }: DriftRow, plans: readonly PlanSummary[]): Message {
  const isSpelling = action === "update" && attributes.length === 0;
  const what = words(isSpelling ? ": what is not set is only written in another way" : `: ${fateWords(fate)}`);
  return say`${tellPlaces(places, plans)}${tellAttributes(attributes)}${what}`;
}

/** ` (timeout, max_retries)` */
function tellAttributes(attributes: readonly string[]): Message {
  return attributes.length === 0 ? [] : say` (${listValues(attributes, 12)})`;
}

/** `change timeout`, `add`, `change only tags` */
export function tellBranch({ action, attributes, isTagsOnly }: TreeBranch): Message {
  const isBare = action === "update" && attributes.length === 0;
  const nothing = words(isBare ? ", nothing that the plan shows" : "");
  const names = attributes.length === 0 ? nothing : say` ${listValues(attributes, 12)}`;
  const what = isTagsOnly ? words(" only tags") : names;
  return say`${words(actionWord(action))}${what}`;
}

/** `module.job["a"]`, `the root module in prod.json` */
export function tellModules(modules: readonly PlanAddress[], plans: readonly PlanSummary[]): Message {
  const tell = ({ plan, address }: PlanAddress): Message => {
    const name = address === "" ? words("root module") : say`${address}`;
    return plans.length === 1 ? name : say`${name} in ${plans[plan]?.source ?? ""}`;
  };
  return join(modules.map(tell), ", ");
}

/** `aws_iam_role 1 to change, 2 to add` */
export function tellTypes(changes: readonly ChangeRow[], most: number): Message {
  const types = countByType(changes);
  const shown = types.slice(0, most).map(({ kind, counts }) => {
    const told = counts.map(([action, number]) =>
      action === "unknown"
        ? `${formatNumber(number)} with an unknown action`
        : `${formatNumber(number)} to ${actionWord(action)}`,
    );
    return say`${kind} ${words(told.join(", "))}`;
  });
  return [...join(shown, "; "), ...(types.length > most ? [` and ${count(types.length - most, "more type")}`] : [])];
}

const OUTPUT_ACTIONS: Readonly<Partial<Record<Action, string>>> = { create: "add", update: "change", delete: "remove" };

/** `output name: change` */
export function tellOutput({ name, action, plan }: OutputRow, plans: readonly PlanSummary[]): Message {
  const where = plans.length === 1 ? [] : say` in ${plans[plan]?.source ?? ""}`;
  return say`${words(OUTPUT_ACTIONS[action] ?? actionWord(action))} ${name}${where}`;
}

/** The values of a change in one line: `1 → 4`, and what it forces. */
export function tellValue({ path, before, after, lines, forces }: ValueChange): Message {
  const name = path === "" ? words("value") : say`${path}`;
  const forced = words(forces ? ", which forces the replacement" : "");
  if (lines.length > 0) return say`${name}${forced}`;
  if (before === undefined && after !== undefined && SAY_ALL.has(after)) return say`${name}: ${words(after)}${forced}`;
  return say`${name}: ${shownSide(before)} → ${shownSide(after)}${forced}`;
}

function shownSide(text: string | undefined): Message {
  if (text === undefined) return words("(none)");
  // What is said in place of a value is no value.
  return text.startsWith("(") && STANDS_FOR_VALUE.has(text) ? words(text) : say`${text}`;
}

/** What stands for both sides: what is computed has an old value that nobody needs, and the others compare the sides. */
const SAY_ALL: ReadonlySet<string> = new Set([KNOWN_LATER, OTHER_SECRET, OTHER_ORDER, OTHER_SPELLING]);

const STANDS_FOR_VALUE: ReadonlySet<string> = new Set([...SAY_ALL, SENSITIVE]);
