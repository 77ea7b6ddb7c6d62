/** What a rule of the review is: the section it reports in, its level, its page of documentation, and its check. */
import type {
  ActionInvocation,
  CheckResult,
  DeferredChange,
  Drift,
  OutputChange,
  Plan,
  ResourceChange,
} from "../terraform/plan/plan";
import type { Message } from "../text/message";
import type { Facts } from "./facts";

/** The sections of a review in which a finding can fail a pipeline. */
export const failSections = [
  "permissions-gained",
  "permissions-unknown",
  "policies",
  "access",
  "network",
  "data-loss",
  "encryption",
  "safeguards",
  "contract",
  "availability",
  "code",
  "run-cost",
  "drift",
] as const;

/** See {@link failSections}. */
export type FailSection = (typeof failSections)[number];

/** What can fail a pipeline: a section in which something needs a person, or more destroyed resources than a number: `destroys>5`. */
export type FailCondition = FailSection | `destroys>${number}`;

/** The number of a condition `destroys>N`; undefined if a text is none. */
export function mostDestroys(condition: string): number | undefined {
  const number = /^destroys>(\d{1,9})$/.exec(condition.replaceAll(" ", ""))?.[1];
  return number === undefined ? undefined : Number(number);
}

/** All sections, in the order in which a review lists them. */
export const sections = [
  "plan",
  "permissions-gained",
  "access",
  "network",
  "data-loss",
  "encryption",
  "safeguards",
  "permissions-unknown",
  "policies",
  "contract",
  "availability",
  "code",
  "run-cost",
  "drift",
  "permissions-lost",
] as const;

/** A section of a review. */
export type Section = (typeof sections)[number];

/** The headings of the sections. */
export const sectionTitles: Readonly<Record<Section, string>> = {
  plan: "Plan",
  "permissions-gained": "Permissions gained",
  access: "Access",
  network: "Network",
  "data-loss": "Data loss",
  encryption: "Encryption and logging",
  safeguards: "Safeguards",
  "permissions-unknown": "Permissions unknown",
  policies: "Policies",
  contract: "Data contract",
  availability: "Availability",
  code: "Code that runs",
  "run-cost": "Run cost",
  drift: "Drift",
  "permissions-lost": "Permissions lost",
};

/**
 * How much a finding matters.
 *
 * - `danger`: the change cannot be taken back, or gives access
 * - `attention`: a person should look at it
 * - `note`: worth knowing; shown collapsed, and never fails a pipeline
 */
export type Level = "danger" | "attention" | "note";

/** All levels, the worst first. */
export const levels: readonly Level[] = ["danger", "attention", "note"];

/** The documentation of a rule. Its code never changes, because configs and JSON and SARIF output contain it. */
export interface ReviewRule<Code extends string = string> {
  readonly code: Code;
  readonly section: Section;
  /** The default: a finding may have another level, and the config may change it. */
  readonly level: Level;
  /** A few words, which begin the printed finding. */
  readonly title: string;
  /** What the rule reports, and what it does not report. */
  readonly what: string;
  /** Why that is worth a finding. */
  readonly why: string;
  /** A change that gets a finding of this rule. */
  readonly bad: string;
  /** A similar change that gets none. */
  readonly good: string;
  /** URL of the documentation of AWS, Terraform or the provider that states the fact. @default none */
  readonly source?: string;
}

/** What a check reports of its subject. The code and the section are those of the rule. */
export interface RuleMatch {
  /** What happens, without the address: the same message for several addresses makes one row. */
  readonly message: Message;
  /** @default that of the rule */
  readonly level?: Level;
  /** Further lines, which are shown collapsed. @default [] */
  readonly details?: readonly Message[];
  /** What begins the printed finding, where that of the rule is not exact. @default the title of the rule */
  readonly title?: string;
}

/**
 * What a check is called for, by the value of its `looksAt`. Checks of changes to managed resources are in {@link
 * ResourceCheck}.
 */
export interface Subjects {
  /** The plan as a whole. */
  readonly plan: Plan;
  /** A change of any resource or data source, also one that changes only the state: an import, a move. */
  readonly state: ResourceChange;
  readonly output: OutputChange;
  readonly deferred: DeferredChange;
  readonly "check-result": CheckResult;
  readonly action: ActionInvocation;
  /** A resource that is no longer protected by `prevent_destroy`. */
  readonly unprotected: { readonly address: string; readonly isDestroyed: boolean };
  readonly drift: Drift;
}

/** The check of a rule about a subject. */
export interface SubjectCheck<Name extends keyof Subjects> {
  readonly looksAt: Name;
  check(subject: Subjects[Name]): readonly RuleMatch[];
}

type AnySubjectCheck = { readonly [Name in keyof Subjects]: SubjectCheck<Name> }[keyof Subjects];

/** The check of a rule about managed resources that the plan creates, changes or destroys. */
export interface ResourceCheck {
  readonly looksAt: "resource";
  /** The types of resources that it is called for; {@link typesOfProvider} stands for all of a provider. */
  readonly types: readonly string[] | "every";
  check(change: ResourceChange, facts: Facts): readonly RuleMatch[];
}

/** All types of the provider of a type: `azurerm_*` for `azurerm_redis_cache`. */
export function typesOfProvider(type: string): string {
  return `${type.slice(0, type.indexOf("_") + 1)}*`;
}

/**
 * A rule about what several resources say together: `review/permissions` makes its findings from all policies of a principal,
 * `review/network` from all rules of a firewall.
 */
interface CombinedCheck {
  readonly looksAt: "permissions" | "network";
}

/** A rule, and what it looks at. */
export type CheckedRule<Code extends string = string> = ReviewRule<Code> &
  (AnySubjectCheck | ResourceCheck | CombinedCheck);

/** Freezes a rule, and keeps its code as a literal type: the union of these types is `RuleCode`. */
export function defineRule<const Code extends string>(rule: CheckedRule<Code>): CheckedRule<Code> {
  return Object.freeze(rule);
}
