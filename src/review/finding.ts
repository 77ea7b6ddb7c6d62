/** A finding of the review, about one address of one plan. */
import type { Action } from "../terraform/plan/plan";
import type { Message } from "../text/message";
import type { Level, RuleMatch, Section } from "./rule";
import type { ReviewRuleCode } from "./rules";

/** A match, and the rule that it is of. */
export interface FindingDraft extends RuleMatch {
  readonly rule: ReviewRuleCode;
  /** Address of the module that causes it. @default the module of the resource */
  readonly module?: string;
}

/** Drafts of one address, of rules that look at several resources together. */
export interface AddressDrafts {
  readonly address: string;
  readonly type: string;
  /** The name in AWS, where the address does not say it. */
  readonly name?: string;
  readonly drafts: readonly FindingDraft[];
}

/** A draft, completed with what its rule and its place say. */
export interface ReviewFinding extends FindingDraft {
  readonly section: Section;
  readonly level: Level;
  readonly title: string;
  readonly details: readonly Message[];
  /** Index of the plan in the review, from 0. */
  readonly plan: number;
  /** Address of the resource, `output.NAME`, or name of a principal; empty if it is about the whole plan. */
  readonly address: string;
  /** The name that the provider knows it by, where the address does not say it: `etl-orders` of `aws_iam_role.etl`. */
  readonly name?: string;
  readonly action?: Action;
  /** The type of the resource: only addresses of one type make one row. */
  readonly kind: string;
  /** Address of the module that the resource is in; empty for the root module. */
  readonly module: string;
}
