/** A review as data: what is printed, in its order, with nothing secret in it. */
import type { Action } from "../../terraform/plan/plan";
import type { Message } from "../../text/message";
import type { DriftFate } from "../drift-fate";
import type { Level, Section } from "../rule";
import type { Where } from "../where";
import type { ValueChange } from "./value-changes";

export interface Review {
  readonly plans: readonly PlanSummary[];
  /** The riskiest first. Notes come last, and are shown collapsed. */
  readonly rows: readonly Row[];
  /** The findings that the config suppresses, each with its reason. */
  readonly suppressed: readonly SuppressedRow[];
  /** Messages about the config that a person has to read: expired suppressions, and what this change adds to it. */
  readonly notices: readonly Message[];
  /** All changes of the plans, with or without a finding. */
  readonly changes: readonly ChangeRow[];
  /** All outputs that change. */
  readonly outputs: readonly OutputRow[];
  /** Everything that was changed outside of Terraform. */
  readonly drift: readonly DriftRow[];
}

export interface PlanSummary {
  readonly source: string;
  readonly where: Where;
  readonly terraformVersion?: string;
  /** Whether that is a version of OpenTofu. @default false */
  readonly isOpenTofu?: true;
  readonly counts: Counts;
  /** Drift that this plan does not depend on. */
  readonly otherDrift: number;
  /** Changed outputs. */
  readonly outputs: number;
  /** Actions that apply runs beside the changes of resources. @default 0 */
  readonly actions?: number;
  /** Of the resources to change, those of which only tags or labels change. */
  readonly tagsOnly: number;
  /** SHA-256 of what the plan would do. */
  readonly digest: string;
}

/** The number of resources by kind of change, also if it is zero. */
export interface Counts {
  readonly add: number;
  readonly change: number;
  readonly replace: number;
  readonly destroy: number;
  readonly forget: number;
  readonly import: number;
  readonly move: number;
  readonly unknown: number;
}

/** One finding, in all places where it says the same. */
export interface Row {
  readonly rule: string;
  readonly section: Section;
  readonly level: Level;
  readonly title: string;
  readonly message: Message;
  readonly details: readonly Message[];
  /** Never empty; by plan, then by address. */
  readonly places: readonly PlanAddress[];
  /** Where the modules around come from. */
  readonly origins: readonly Origin[];
  /** Whether `${key}` in the row's texts is replaced by the key of each place. @default false */
  readonly isPattern?: true;
  /** Why the config gives the rule another level. */
  readonly levelReason?: string;
}

export interface SuppressedRow extends Row {
  readonly reason: string;
  readonly until?: string;
  /** Suppressed as a whole. */
  readonly isOff: boolean;
}

export interface PlanAddress {
  /** Place of the plan in the review, from 0. */
  readonly plan: number;
  /** Empty where it is the whole plan. */
  readonly address: string;
  /** The name that the provider knows it by, where the address does not say it. */
  readonly name?: string;
}

/** Where a module comes from. */
export interface Origin {
  /** Address of the call, without keys: `module.job`. */
  readonly call: string;
  readonly source: string;
  readonly version?: string;
  /** The definition that the generated folder's header names. */
  readonly definition?: string;
  /** The folder beside the plan, where it was found; relative to the root. */
  readonly folder?: string;
}

/** The same change, in all places where it is the same. */
export interface ChangeRow {
  readonly action: Action;
  /** `aws_glue_job` */
  readonly kind: string;
  /** Names of the arguments that change. */
  readonly attributes: readonly string[];
  /** Whether nothing but tags or labels changes. */
  readonly isTagsOnly: boolean;
  /** Old and new values of updates and replacements; empty in the least risky part of a very large plan. */
  readonly values: readonly ValueChange[];
  readonly places: readonly PlanAddress[];
}

/** An output of a root module that changes. */
export interface OutputRow {
  readonly name: string;
  readonly action: Action;
  /** Place of the plan in the review, from 0. */
  readonly plan: number;
  readonly values: readonly ValueChange[];
}

/** The same change outside of Terraform, in all places where it is the same. */
export interface DriftRow extends ChangeRow {
  /** What the plan does about it. */
  readonly fate: DriftFate;
}

/** Whether there is anything to say. */
export function isEmptyReview({ rows, suppressed, notices, changes, drift, plans }: Review): boolean {
  const quiet = plans.every(({ otherDrift, outputs }) => otherDrift === 0 && outputs === 0);
  return quiet && rows.length + suppressed.length + notices.length + changes.length + drift.length === 0;
}
