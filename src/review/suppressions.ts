/** Removes suppressed findings from a review, and reports the suppressions. */
import { applySuppressions } from "../findings/suppression";
import type { Plan } from "../terraform/plan/plan";
import { lookUp } from "../text/look-up";
import { type Message, say } from "../text/message";
import type { PlanSuppression, ReviewConfig } from "./config";
import type { ReviewFinding } from "./finding";
import { meansAddress, PlannedPlaces } from "./suppression-address";

export interface Accepted {
  readonly finding: ReviewFinding;
  readonly reason: string;
  readonly until?: string;
  readonly isOff: boolean;
}

interface ConfiguredFindings {
  readonly kept: readonly ReviewFinding[];
  readonly accepted: readonly Accepted[];
  /** Suppressions whose last day is over and that would still match. */
  readonly notices: readonly Message[];
  readonly levelReasons: ReadonlyMap<string, string>;
  /** Suppressions that match no finding. */
  readonly unused: readonly PlanSuppression[];
}

/** Takes out what is suppressed or off, and gives the rest its level. */
export function applyConfig(
  findings: readonly ReviewFinding[],
  config: ReviewConfig,
  today: string,
): ConfiguredFindings {
  const { rules = {}, suppressions = [] } = config;
  const applied = applySuppressions(findings, suppressions, { today, covers });
  const because = new Map(applied.suppressed.map(({ finding, suppression }) => [finding, suppression]));
  const kept: ReviewFinding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of findings) {
    const suppression = because.get(finding);
    const setting = lookUp(rules, finding.rule);
    if (suppression !== undefined) {
      const { reason, until } = suppression;
      accepted.push({ finding, reason, isOff: false, ...(until !== undefined && { until }) });
    } else if (setting?.level === "off") accepted.push({ finding, reason: setting.reason, isOff: true });
    else kept.push(setting === undefined ? finding : { ...finding, level: setting.level });
  }
  const expired = applied.expired.filter((one) =>
    kept.some((finding) => one.rule === finding.rule && covers(one, finding)),
  );
  return {
    kept,
    accepted,
    notices: expired.map(describeExpired),
    levelReasons: reasonsOf(config),
    unused: [...applied.unused, ...applied.expired.filter((one) => !expired.includes(one))],
  };
}

/** Those of them that concern these plans. Without an address it may concern each plan. */
export function concerning(
  suppressions: readonly PlanSuppression[],
  plans: readonly Plan[],
): readonly PlanSuppression[] {
  if (suppressions.length === 0) return [];
  const places = new PlannedPlaces(plans);
  return suppressions.filter(({ address }) => address === undefined || places.has(address));
}

function covers({ address }: PlanSuppression, finding: ReviewFinding): boolean {
  return address === undefined || meansAddress(address, finding.address);
}

function reasonsOf({ rules = {} }: ReviewConfig): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rules).flatMap(([rule, { reason }]) => (reason === "" ? [] : [[rule, reason] as const])),
  );
}

function describeExpired({ rule, address, until }: PlanSuppression): Message {
  return say`the suppression of ${rule}${address === undefined ? [] : say` at ${address}`} ended on ${until ?? ""}: its findings count again`;
}
