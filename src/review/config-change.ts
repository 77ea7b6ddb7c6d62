/** The difference between the config of the base branch and that of the change, which takes effect once it is merged. */

import type { RuleSetting } from "../findings/read-config";
import { lookUp } from "../text/look-up";
import { join, type Message, say, words } from "../text/message";
import type { PlanSuppression, ReviewConfig } from "./config";
import { loadRules } from "./load-rules";
import { type FailCondition, type Level, levels } from "./rule";

const LATER = ": it counts once it is merged";

/** One line for each thing that the change adds, moves or takes back. */
export function tellAdded(base: ReviewConfig, head: ReviewConfig): readonly Message[] {
  return [...describeSuppressions(base, head), ...tellRules(base, head), ...tellFailOn(base, head)];
}

function describeSuppressions(base: ReviewConfig, head: ReviewConfig): readonly Message[] {
  const before = new Map((base.suppressions ?? []).map((suppression) => [keyOf(suppression), suppression]));
  return (head.suppressions ?? []).flatMap((suppression): readonly Message[] => {
    const { rule, reason, until } = suppression;
    const old = before.get(keyOf(suppression));
    const at = suppression.address === undefined ? [] : say` at ${suppression.address}`;
    if (old !== undefined && old.reason === reason && old.until === until) return [];
    if (old !== undefined && old.until !== until)
      return [
        say`this change moves the end of the suppression of ${rule}${at} from ${end(old)} to ${end(suppression)}, because ${reason}${words(LATER)}`,
      ];
    const till = until === undefined ? [] : say`, until ${until}`;
    return [say`this change suppresses ${rule}${at}, because ${reason}${till}${words(LATER)}`];
  });
}

/** The reason has no part in it. */
function keyOf({ rule, address }: PlanSuppression): string {
  return JSON.stringify([rule, address]);
}

function end({ until }: PlanSuppression): Message {
  return until === undefined ? words("no end") : say`${until}`;
}

function tellRules(base: ReviewConfig, head: ReviewConfig): readonly Message[] {
  const [before, after] = [base.rules ?? {}, head.rules ?? {}];
  const set = Object.entries(after).flatMap(([code, setting]): readonly Message[] => {
    const { level, reason } = setting;
    if (isSame(lookUp(before, code), setting)) return [];
    const why = reason === "" ? [] : say`, because ${reason}`;
    return [say`this change sets ${code} to ${words(level)}${why}${words(LATER)}`];
  });
  const unset = Object.keys(before).filter((code) => lookUp(after, code) === undefined);
  const back = unset.map((code) => {
    const { level } = lookUp(before, code) as RuleSetting<Level>;
    return say`this change takes back that ${code} is ${words(level)}: it becomes ${words(defaultOf(code))} once it is merged`;
  });
  return [...set, ...back];
}

function isSame(one: RuleSetting<Level> | undefined, other: RuleSetting<Level>): boolean {
  return one?.level === other.level && one.reason === other.reason;
}

function defaultOf(code: string): Level {
  return loadRules().findRule(code)?.level ?? (levels.at(-1) as Level);
}

/** What fails a pipeline that does not say it itself. */
function tellFailOn(base: ReviewConfig, head: ReviewConfig): readonly Message[] {
  const [before, after] = [base.failOn ?? [], head.failOn ?? []];
  const tell = (sections: readonly FailCondition[], what: string): readonly Message[] =>
    sections.length === 0 ? [] : [say`this change ${words(what)} ${names(sections)}${words(LATER)}`];
  return [
    ...tell(
      before.filter((section) => !after.includes(section)),
      "no longer fails on",
    ),
    ...tell(
      after.filter((section) => !before.includes(section)),
      "also fails on",
    ),
  ];
}

function names(sections: readonly FailCondition[]): Message {
  return join(
    sections.map((section) => words(section)),
    ", ",
  );
}
