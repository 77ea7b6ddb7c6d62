/** Run behaviour and cost: changed in place, yet not harmless. */
import { alters } from "../../terraform/plan/actions";
import { formatNumber, type Message, say, words } from "../../text/message";
import { differs, numberIn, type Pair, pairAt, showPair, stringIn } from "../field";
import type { Check, Draft } from "../finding";
import { rulesOf } from "../rule";
import { type Capacity, capacityOf, RUNTIMES } from "./resources/glue-capacity";

const NEXT_RUN = "It is changed in place, and the next run is the first to show it.";

export const runCostRules = rulesOf("run-cost", [
  [
    "job-capacity",
    "attention",
    "job capacity",
    "Worker type, number of workers, capacity, timeout, Glue version: the most DPU-hours that a run may take, before and after. Four times as much is dangerous, and so is a streaming job that no longer has a timeout.",
    "A run that hangs is billed until its timeout; one with too little fails.",
  ],
  [
    "job-capacity-unknown",
    "attention",
    "job capacity not known",
    "What decides the capacity of a job changes, and is known only after apply, or sensitive.",
    "What a run may cost cannot be told.",
  ],
  ["job-new", "note", "new job", "The most that a run of a new job may take.", "A new cost."],
  [
    "job-version",
    "attention",
    "Glue version",
    "Another version of Glue, Python or runtime, or another kind of job.",
    NEXT_RUN,
  ],
  [
    "job-concurrency",
    "attention",
    "job concurrency",
    "More or fewer runs at the same time.",
    "Cost and locks grow with it; bookmarks do not like it.",
  ],
  [
    "job-retries",
    "attention",
    "job retries",
    "More retries of a run that fails.",
    "Each one is a run that is billed, and what it appended may be there twice.",
  ],
  ["job-script", "note", "job script", "Another script, or another role.", NEXT_RUN],
  [
    "job-class",
    "attention",
    "execution class",
    "FLEX to STANDARD or back.",
    "FLEX is cheaper, and may wait or be interrupted.",
  ],
  [
    "schedule",
    "attention",
    "schedule",
    "Runs per day of triggers, crawlers and event rules, before and after; also enabled and disabled, new and destroyed. A new one that runs at most once an hour is a note.",
    "Every run is billed; one that does not run is missed later.",
  ],
  [
    "trigger-actions",
    "attention",
    "trigger starts something else",
    "Other jobs or crawlers, arguments or timeouts in a trigger, or another condition; a conditional trigger that is destroyed.",
    NEXT_RUN,
  ],
  [
    "crawler-scope",
    "attention",
    "crawler reads more",
    "Other targets, or everything again in each run.",
    "A crawl is billed by its time, and writes what it finds into the catalog.",
  ],
]);

const DECIDES = ["worker_type", "number_of_workers", "max_capacity", "timeout", "glue_version"];

/** Glue jobs. */
export const checkJob: Check = (change) => {
  if (change.action === "create") {
    const capacity = capacityOf(change.after);
    return capacity?.dpus === undefined ? [] : [{ rule: "job-new", message: say`at most ${describe(capacity)} a run` }];
  }
  if (!alters(change)) return [];
  return [...checkCapacity(change), ...checkVersion(change), ...checkRuns(change)];
};

function checkCapacity(change: Parameters<Check>[0]): readonly Draft[] {
  const pairs = DECIDES.map((name) => pairAt(change, [name])).filter(differs);
  if (pairs.length === 0) return [];
  const known = pairs.filter(({ path }) => path[0] !== "glue_version");
  const details = known.map((pair) => say`${String(pair.path[0])} ${showPair(pair)}`);
  const [before, after] = [capacityOf(change.before), capacityOf(change.after)];
  if (
    after === undefined ||
    before === undefined ||
    pairs.some((pair) => pair.after.unknown && pair.path[0] !== "max_capacity")
  ) {
    return [
      {
        rule: "job-capacity-unknown",
        message: details.length === 0 ? words("it follows from the Glue version") : joined(details),
      },
    ];
  }
  const told = compare(before, after);
  if (told === undefined) return details.length === 0 ? [] : [{ rule: "job-capacity", message: joined(details) }];
  const grows = isFourfold(before, after);
  return [
    {
      rule: "job-capacity",
      message: [...told, ...(details.length === 0 ? [] : [" (", ...joined(details), ")"])],
      ...(grows && { level: "danger" }),
    },
  ];
}

/** By DPU-hours; where neither has an end by DPUs. What loses its end grows beyond all bounds. */
function isFourfold(before: Capacity, after: Capacity): boolean {
  if (before.dpus === undefined || after.dpus === undefined) return false;
  if (before.minutes !== undefined && after.minutes !== undefined) {
    return after.dpus * after.minutes >= 4 * before.dpus * before.minutes;
  }
  return after.minutes === undefined && (before.minutes !== undefined || after.dpus >= 4 * before.dpus);
}

function joined(texts: readonly Message[]): Message {
  return texts.flatMap((text, index) => (index === 0 ? text : [", ", ...text]));
}

/** `at most 20 → 80 DPU-hours a run`; undefined where nothing of it changes. */
function compare(before: Capacity, after: Capacity): Message | undefined {
  if (before.dpuHours !== undefined && after.dpuHours !== undefined) {
    if (before.dpuHours === after.dpuHours) return undefined;
    return words(`at most ${formatNumber(before.dpuHours)} → ${formatNumber(after.dpuHours)} DPU-hours a run`);
  }
  const [from, to] = [describe(before), describe(after)];
  return from.join("") === to.join("") ? undefined : say`at most ${from} → ${to} a run`;
}

function describe({ dpus, minutes, dpuHours }: Capacity): Message {
  if (dpuHours !== undefined) return words(`${formatNumber(dpuHours)} DPU-hours`);
  if (dpus === undefined) return words("a capacity that is not known");
  return words(
    `${formatNumber(dpus)} DPUs ${minutes === undefined ? "without an end" : `for ${formatNumber(minutes)} minutes`}`,
  );
}

function checkVersion(change: Parameters<Check>[0]): readonly Draft[] {
  const drafts: Draft[] = [];
  const version = pairAt(change, ["glue_version"]);
  if (differs(version)) drafts.push({ rule: "job-version", message: say`Glue ${withRuntime(version)}` });
  for (const [path, what] of [
    ["python_version", "Python"],
    ["runtime", "runtime"],
    ["name", "kind of job"],
  ] as const) {
    const pair = pairAt(change, ["command", 0, path]);
    if (differs(pair)) drafts.push({ rule: "job-version", message: say`${words(what)} ${showPair(pair)}` });
  }
  return drafts;
}

function withRuntime({ before, after, path }: Pair): Message {
  const [from, to] = [before, after].map((field) => (field.secret ? undefined : RUNTIMES[stringIn(field) ?? ""]));
  const told = showPair({ before, after, path });
  return from === undefined || to === undefined ? told : [...told, ` (${from} → ${to})`];
}

function checkRuns(change: Parameters<Check>[0]): readonly Draft[] {
  const drafts: Draft[] = [];
  const tell = (rule: string, path: Pair["path"], what: string, when: (pair: Pair) => boolean = differs) => {
    const pair = pairAt(change, path);
    if (when(pair)) drafts.push({ rule, message: say`${words(what)} ${showPair(pair)}` });
  };
  tell("job-concurrency", ["execution_property", 0, "max_concurrent_runs"], "runs at the same time");
  tell(
    "job-retries",
    ["max_retries"],
    "retries",
    (pair) => differs(pair) && (numberIn(pair.after) ?? 1) > (numberIn(pair.before) ?? 0),
  );
  tell("job-script", ["command", 0, "script_location"], "script");
  tell("job-script", ["role_arn"], "role");
  tell("job-class", ["execution_class"], "execution class");
  return drafts;
}

/** What crawlers read. */
export const checkCrawlerScope: Check = (change) => {
  if (!alters(change)) return [];
  const drafts: Draft[] = [];
  for (const kind of ["s3", "jdbc", "dynamodb", "delta", "iceberg", "hudi", "catalog", "mongodb"]) {
    if (differs(pairAt(change, [`${kind}_target`])))
      drafts.push({ rule: "crawler-scope", message: words(`its ${kind} targets change`) });
  }
  const recrawl = pairAt(change, ["recrawl_policy", 0, "recrawl_behavior"]);
  if (differs(recrawl)) drafts.push({ rule: "crawler-scope", message: say`recrawl behavior ${showPair(recrawl)}` });
  return drafts;
};
