import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { fieldAt, numberIn, type Pair, pairAt } from "../field";
import { MANIFESTS, typedManifest } from "../generic/typed-manifest";
import { defineRule, type RuleMatch } from "../rule";
import { showSetting } from "./resources/risky-settings";
import { BOUNDS, limits, RUNNING } from "./resources/running-numbers";
import { matchSettings, typesWithSettings } from "./resources/settings";

/** Reports capacity that goes to zero, or below what always ran. */
export const capacityReduced = defineRule({
  code: "capacity-reduced",
  section: "availability",
  level: "attention",
  title: "turned off, or to zero",
  what: "Instances, tasks, replicas or concurrency that go to 0, a maximum of scaling that is below the old minimum, and a paid capacity, a memory or a timeout that falls to a quarter or less. A minimum that goes to 0 is a note, other scaling is not reported. Distributions, queues, streams, notifications, health checks and triggers of functions that are turned off, too.",
  why: "Nothing is left that answers.",
  bad: "`desired_count` 3 → 0",
  good: "`desired_count` 3 → 2",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html",
  looksAt: "resource",
  types: [
    ...new Set([
      ...Object.keys(RUNNING),
      ...Object.keys(BOUNDS),
      ...limits.keys(),
      ...MANIFESTS,
      ...typesWithSettings("capacity-reduced"),
    ]),
  ],
  check(change, facts) {
    if (!isUpdateOrReplacement(change)) return [];
    const bounds = matchBounds(change);
    const fallen = bounds.length > 0 ? bounds : matchQuarter(change);
    const typed = facts.memoized(typedManifest, change);
    return [...matchZero(typed ?? change), ...fallen, ...matchSettings(change, "capacity-reduced", facts)];
  },
});

function matchZero(change: ResourceChange): readonly RuleMatch[] {
  return (RUNNING[change.type] ?? []).flatMap((path): readonly RuleMatch[] => {
    const pair = pairAt(change, path);
    if (!goesToZero(pair)) return [];
    const isMinimum = /min/.test(path.filter((step) => typeof step === "string").join("."));
    return [{ message: showSetting(pair), ...(isMinimum && { level: "note" as const }) }];
  });
}

/** A reserved concurrency of -1 is no limit, and Kubernetes writes numbers as texts in some places. */
function goesToZero({ before, after }: Pair): boolean {
  const [from, to] = [before, after].map(({ value }) =>
    value === undefined || value === "" ? undefined : Number(value),
  );
  return to === 0 && from !== undefined && from !== 0;
}

/** What falls to a quarter or less can serve no more than that. */
function matchQuarter(change: ResourceChange): readonly RuleMatch[] {
  return (limits.get(change.type) ?? []).flatMap((path): readonly RuleMatch[] => {
    const pair = pairAt(change, path);
    const [from, to] = [numberIn(pair.before), numberIn(pair.after)];
    if (from === undefined || to === undefined || to <= 0 || to * 4 > from) return [];
    return [{ message: say`${showSetting(pair)}${words(", a quarter or less")}` }];
  });
}

function matchBounds(change: ResourceChange): readonly RuleMatch[] {
  return (BOUNDS[change.type] ?? []).flatMap(([min, max]) => {
    const least = numberIn(fieldAt(change.before, min)) ?? 0;
    const pair = pairAt(change, max);
    const most = numberIn(pair.after);
    if (most === undefined || most === 0 || most >= least) return [];
    return [{ message: say`${showSetting(pair)}${words(`, below the old minimum of ${least}`)}` }];
  });
}
