/** What the config takes out of a review, and what it says about that. */
import { withoutKeys } from "../terraform/plan/actions";
import { type Message, say } from "../text/message";
import type { ReviewConfig, Setting, Suppression } from "./config";
import type { Finding } from "./finding";

export interface Accepted {
  readonly finding: Finding;
  readonly reason: string;
  readonly until?: string;
  readonly isOff: boolean;
}

export interface Sifted {
  readonly kept: readonly Finding[];
  readonly accepted: readonly Accepted[];
  /** Silences of which the day is over, or that this change adds. */
  readonly notices: readonly Message[];
  readonly levelReasons: ReadonlyMap<string, string>;
}

/** Takes out what is silenced and off, and gives the rest its level. */
export function siftFindings(findings: readonly Finding[], config: ReviewConfig, today: string): Sifted {
  const silences = config.silence ?? [];
  const valid = silences.filter(({ until }) => until === undefined || today <= until);
  const kept: Finding[] = [];
  const accepted: Accepted[] = [];
  for (const finding of findings) {
    const silence = valid.find((one) => speaksOf(one, finding));
    const setting = settingOf(config, finding.rule);
    if (silence !== undefined) {
      const { reason, until } = silence;
      accepted.push({ finding, reason, isOff: false, ...(until !== undefined && { until }) });
    } else if (setting?.level === "off") accepted.push({ finding, reason: setting.reason, isOff: true });
    else kept.push(setting === undefined ? finding : { ...finding, level: setting.level as Finding["level"] });
  }
  const expired = silences.filter(
    (silence) => !valid.includes(silence) && kept.some((finding) => speaksOf(silence, finding)),
  );
  return { kept, accepted, notices: expired.map(tellExpired), levelReasons: reasonsOf(config) };
}

function settingOf({ rules }: ReviewConfig, rule: string): Setting | undefined {
  return rules !== undefined && Object.hasOwn(rules, rule) ? rules[rule] : undefined;
}

function speaksOf({ rule, address }: Suppression, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  return address === undefined || address === finding.address || address === withoutKeys(finding.address);
}

function reasonsOf({ rules = {} }: ReviewConfig): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(rules).flatMap(([rule, { reason }]) => (reason === "" ? [] : [[rule, reason] as const])),
  );
}

function tellExpired({ rule, address, until }: Suppression): Message {
  return say`the silence of ${rule}${address === undefined ? [] : say` at ${address}`} was over on ${until ?? ""}: it counts again`;
}
