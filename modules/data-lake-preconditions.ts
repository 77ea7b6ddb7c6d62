/** What a data lake refuses: the mistakes of its graph, as preconditions of its workflow. */
import { type Expr, eq, fn, type ListExpr } from "tfwright";
import type { Mistakes } from "./data-lake-mistakes";

/** What is refused, each by name. */
export function preconditionsOf(mistakes: Mistakes) {
  const none = (names: ListExpr<Expr<string>>, message: (names: Expr<string>) => string) => ({
    condition: eq(fn.length(names), 0),
    message: message(fn.join(", ", names)),
  });
  return [
    none(
      mistakes.unknownZones,
      (names) =>
        `reads, writes and crawls name zones that are not in zones: ${names}. Add the zone, or correct the name.`,
    ),
    none(
      mistakes.nestedZones,
      (names) =>
        `zones must not lie in each other, because who reads the outer one could read the inner one as well: ${names}. Give each a folder of its own.`,
    ),
    none(
      mistakes.unknownNodes,
      (names) => `after names what is neither a job nor a crawler: ${names}. Correct the name.`,
    ),
    none(
      mistakes.unknownConnections,
      (names) => `connections names what is not in connections of the data lake: ${names}.`,
    ),
    none(mistakes.twice, (names) => `A job and a crawler have the same name: ${names}. Rename one of them.`),
    none(
      mistakes.cycle,
      (names) =>
        `These jobs and crawlers wait for each other or for themselves: ${names}. Remove one after of the circle.`,
    ),
    none(
      mistakes.orderedEndless,
      (names) =>
        `A streaming job runs until it is stopped, so that nothing can wait for it, and the workflow does not start it: ${names}. Remove after from the job, and the job from after of others, or give it a timeout, after which it ends.`,
    ),
    none(
      mistakes.unordered,
      (names) => `Without an order a job can read old data: ${names}. Add after to the one that must run later.`,
    ),
    none(
      mistakes.scheduledAfter,
      (names) => `${names}: give either schedule or after. A job with a schedule of its own waits for nothing.`,
    ),
    none(
      mistakes.stateAlone,
      (names) => `state says how those in after must end. These have a state and nothing in after: ${names}.`,
    ),
    none(
      mistakes.otherStates,
      (names) =>
        `state must be one in which those in after end. Jobs have no CANCELLED, and crawlers no STOPPED and TIMEOUT: ${names}.`,
    ),
    none(
      mistakes.longNames,
      (names) =>
        `<name>-<job>, or <name>-<role>, is the name of a role, which has at most 64 characters: ${names}. Shorten one of them.`,
    ),
    none(
      mistakes.crawledUris,
      (names) => `crawls takes zones and tables of zones ("zone.table"), not S3 URIs: ${names}.`,
    ),
    none(
      mistakes.scriptUris,
      (names) => `script is the name of a file in scripts, not an S3 URI: script = "orders.py". See the jobs ${names}.`,
    ),
    none(
      mistakes.keysOfNoZone,
      (names) => `kms_keys names zones that are not in zones: ${names}. Add the zone, or correct the name.`,
    ),
    none(
      mistakes.severalZones,
      (names) =>
        `crawls must name one zone, or tables of one zone, because a crawler writes to one database: ${names}.`,
    ),
  ];
}
