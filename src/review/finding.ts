/** What the review says of one place of one plan. */
import type { Action, Plan, ResourceChange } from "../terraform/plan/plan";
import type { Message } from "../text/message";
import type { Level, Section } from "./rule";

/** What a check says; the rule gives the rest. */
export interface Draft {
  /** Code of the rule. */
  readonly rule: string;
  /** What happens here, without the address: the same text in many places makes one row. */
  readonly message: Message;
  /** @default that of the rule */
  readonly level?: Level;
  /** Folded: further lines. @default [] */
  readonly details?: readonly Message[];
  /** Address of the module that brings it. @default that of the place */
  readonly module?: string;
}

export interface Finding extends Draft {
  readonly section: Section;
  readonly level: Level;
  readonly title: string;
  readonly details: readonly Message[];
  /** Place of the plan in the review, from 0. */
  readonly plan: number;
  /** Address of the resource, `output.NAME`, name of a principal; empty where it is the whole plan. */
  readonly address: string;
  readonly action?: Action;
  /** What addresses that are one row share: the type. */
  readonly kind: string;
  /** Address of the module that it stands in; empty for the root. */
  readonly module: string;
}

/** What checks may ask besides the change. */
export interface Facts {
  readonly plan: Plan;
  /** Addresses that depend on a resource, directly; those that are destroyed too are left out. */
  dependents(change: ResourceChange): readonly string[];
  /** Whether the plan creates something of this type that this address refers to; a new bucket has no data yet. */
  isNew(change: ResourceChange, type: string): boolean;
}

/** Looks at one change. */
export type Check = (change: ResourceChange, facts: Facts) => readonly Draft[];
