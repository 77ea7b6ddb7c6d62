/** The grants of `tfwright/iam` as HCL: its operations over values that Terraform knows at plan time. */
import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import {
  and,
  at,
  type Blocks,
  type BoolLike,
  blockIf,
  blockList,
  blocks,
  comment,
  type Expr,
  each,
  eq,
  fn,
  gt,
  type ListExpr,
  not,
  type ObjectExpr,
  or,
  type StringLike,
  type Struct,
  toExpr,
  when,
} from "tfwright";
import {
  type Grant,
  type GrantBody,
  type GrantCondition,
  isRepeated,
  type Location,
  type RepeatedGrant,
  type SingleGrant,
  type Terms,
} from "tfwright/internal";
import type { StatementCondition } from "./trust";

/** Texts of a plan. */
export type PlanTexts = ListExpr<Expr<string>>;
/** Locations in S3, as objects. */
export type PlanLocations = ListExpr<ObjectExpr<{ bucket: Expr<string>; key: Expr<string>; objects: Expr<string> }>>;
/** A grant over values of a plan. */
type PlanGrant = Grant<StringLike, PlanTexts, BoolLike, PlanLocations>;
/** Statements of `data "aws_iam_policy_document"`. */
export type Statements = Blocks<Struct<DataAwsIamPolicyDocumentStatement>>;

const NONE: readonly string[] = [];
const textOf = (text: StringLike): Expr<string> => toExpr(`${text}`);
const locationOf = ({ bucket, key, objects }: Location<StringLike>) => ({
  bucket: textOf(bucket),
  key: textOf(key),
  objects: textOf(objects),
});

/** The operations, written down as HCL. */
export const planTerms: Terms<StringLike, PlanTexts, BoolLike, PlanLocations> = {
  yes: true,
  join: (...parts) => parts.map((part) => `${part}`).join(""),
  before: (text, separator) => at(fn.split(separator, text), 0),
  after: (text, separator) => fn.replace(text, `/^[^${separator}]*${separator}?/`, ""),
  withoutStart: (text, start) => fn.trimprefix(text, start),
  withoutEnd: (text, end) => fn.trimsuffix(text, end),
  replace: (text, part, by) => fn.replace(text, part, by),
  endsWith: (text, end) => fn.endswith(text, end),
  has: (text, part) => fn.strcontains(text, part),
  isEmpty: (text) => eq(text, ""),
  not,
  and,
  or,
  choose: (condition, yes, no) => when(condition, yes, no),
  list: (items) => toExpr(items),
  concat: (...lists) => fn.concat(...lists),
  when: (condition, list) => when(condition, list, NONE),
  each: (list, name, use) => each(list, (item) => textOf(use(item)), { as: name }),
  hasAny: (list) => gt(fn.length(list), 0),
  locations: (list, name, use) => each(list, (item) => locationOf(use(item)), { as: name }),
  hasLocations: (list) => gt(fn.length(list), 0),
  column: (list, name, use) => each(list, (location) => textOf(use(location)), { as: name }),
};

/** Findings of `tfwright lint` that are what a statement is for: by its Sid, the rule and why the finding is accepted. */
type AcceptedFindings = Readonly<Record<string, string>>;

/** The statements of grants, each below its reason. Their number is static, or depends on lists of known length. */
export function statementsOf(grants: readonly PlanGrant[], accepted: AcceptedFindings = {}): Statements {
  return blockList<Struct<DataAwsIamPolicyDocumentStatement>>(
    ...grants.map((grant) => (isRepeated(grant) ? repeated(grant) : single(grant, accepted[grant.sid]))),
  );
}

function single(grant: SingleGrant<PlanTexts, BoolLike>, accepted: string | undefined): Statements {
  const { sid, reason, effect, isNeeded } = grant;
  const lines = accepted === undefined ? reason : `${reason}\ntfwright:ignore ${accepted}`;
  return blockIf(isNeeded, () => ({ [comment]: lines, sid, effect, ...body(grant) }));
}

function repeated({
  over,
  sid,
  reason,
  of,
}: RepeatedGrant<StringLike, PlanTexts, BoolLike, PlanLocations>): Statements {
  return blocks(over, (location, index) => ({ [comment]: reason, sid: `${sid}${index}`, ...body(of(location)) }));
}

function body({ actions, resources, conditions = [] }: GrantBody<PlanTexts, BoolLike>) {
  return { actions, resources, condition: blockList<StatementCondition>(...conditions.map(conditionOf)) };
}

function conditionOf({
  isNeeded = true,
  test,
  variable,
  values,
}: GrantCondition<PlanTexts, BoolLike>): Blocks<StatementCondition> {
  return blockIf(isNeeded, () => ({ test, variable, values }));
}
