/**
 * What a policy grants, free of how it is written, to compare policies.
 *
 * Two policies with one normal form mean the same. Some that mean the same have different ones: what a wildcard covers is
 * not worked out, `NotAction` and `NotResource` stay whole, and so do the conditions of a statement.
 */
import { fail } from "../../errors";
import { uniqueSorted } from "../../text/unique-sorted";
import { operatorName } from "./condition-operator";
import { documentOf } from "./given-policy";
import type { Condition, ElementIssue, Located, Principal, Statement } from "./policy";
import type { AnyPolicy } from "./write-policy";

/** One thing a policy says: an effect on an action, a resource and a principal. All parts are in canonical form. */
export interface NormalGrant {
  /** As written. */
  readonly effect: string;
  /** In lower case; `NotAction [...]` stays whole; empty if there is none. */
  readonly action: string;
  /** `NotResource [...]` stays whole; empty if there is none, as in a trust policy. */
  readonly resource: string;
  /** `Service glue.amazonaws.com`; `NotPrincipal [...]` stays whole; empty if there is none. */
  readonly principal: string;
  /** One for each operator and key, sorted. */
  readonly conditions: readonly string[];
}

/** A policy's normal form. */
export interface NormalForm {
  /** The version that counts: without one, AWS reads `2008-10-17`. */
  readonly version: string;
  /** Sorted, each once. */
  readonly grants: readonly NormalGrant[];
  /** What could not be read, sorted: element and reason. */
  readonly issues: readonly string[];
}

/** More grants than any policy has that AWS takes. */
const MAX_GRANTS = 500_000;

/** The normal form of a policy; `Sid`, `Id`, order, case of actions and the cut into statements make no difference. */
export function normalForm(policy: AnyPolicy): NormalForm {
  const document = documentOf(policy);
  const seen: Seen = { numbers: new Map(), grants: new Map() };
  for (const statement of document.statements) addGrants(statement, seen);
  const issues = [document, ...document.statements].flatMap((part) =>
    part.issues.filter(isUnread).map(textOfElementIssue),
  );
  return {
    version: document.version?.value ?? "2008-10-17",
    grants: [...seen.grants.values()].sort(compareGrants),
    issues: issues.sort(),
  };
}

/** Whether two policies have one normal form. */
export function samePolicy(a: AnyPolicy, b: AnyPolicy): boolean {
  const [one, other] = [normalForm(a), normalForm(b)];
  return (
    one.version === other.version &&
    compareLists(one.issues, other.issues, compareTexts) === 0 &&
    compareLists(one.grants, other.grants, compareGrants) === 0
  );
}

/** The grants so far, by the numbers of their parts: long texts are not copied for each grant. */
interface Seen {
  readonly numbers: Map<string, number>;
  readonly grants: Map<string, NormalGrant>;
}

function numberOf(text: string, { numbers }: Seen): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

function addGrants(statement: Statement, seen: Seen): void {
  const effect = statement.effect?.value ?? "";
  const actions = terms(texts(statement.actions, actionForm), "NotAction", texts(statement.notActions, actionForm));
  const resources = terms(
    texts(statement.resources, fewerStars),
    "NotResource",
    texts(statement.notResources, fewerStars),
  );
  const principals = terms(names(statement.principals), "NotPrincipal", names(statement.notPrincipals));
  const conditions = uniqueSorted(statement.conditions.map(conditionForm));
  if (seen.grants.size + actions.length * resources.length * principals.length > MAX_GRANTS) {
    fail({
      code: "policy-too-large",
      path: statement.pointer,
      message: `the policy says more than ${MAX_GRANTS} things`,
    });
  }
  const rest = `${numberOf(effect, seen)} ${numberOf(JSON.stringify(conditions), seen)}`;
  for (const action of actions) {
    for (const resource of resources) {
      for (const principal of principals) {
        const key = `${numberOf(action, seen)} ${numberOf(resource, seen)} ${numberOf(principal, seen)} ${rest}`;
        if (!seen.grants.has(key)) seen.grants.set(key, { effect, action, resource, principal, conditions });
      }
    }
  }
}

function compareGrants(a: NormalGrant, b: NormalGrant): number {
  return (
    compareTexts(a.effect, b.effect) ||
    compareTexts(a.action, b.action) ||
    compareTexts(a.resource, b.resource) ||
    compareTexts(a.principal, b.principal) ||
    compareLists(a.conditions, b.conditions, compareTexts)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function compareLists<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): number {
  if (a === b) return 0;
  for (const [index, item] of a.entries()) {
    const other = b[index];
    const order = other === undefined ? 1 : compare(item, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** What one side of a statement comes to: each of a list, the whole of a Not-list, and the whole of both. */
function terms(
  list: readonly string[] | undefined,
  not: string,
  others: readonly string[] | undefined,
): readonly string[] {
  if (others === undefined) return list ?? [""];
  const whole = `${not} ${JSON.stringify(others)}`;
  return [list === undefined ? whole : `${JSON.stringify(list)} and ${whole}`];
}

function texts(list: readonly Located<string>[] | undefined, form: (text: string) => string) {
  return list === undefined ? undefined : uniqueSorted(list.map(({ value }) => form(value)));
}

function actionForm(action: string): string {
  return fewerStars(action).toLowerCase();
}

/** Several stars match what one does. */
function fewerStars(pattern: string): string {
  return pattern.replace(/\*{2,}/g, "*");
}

function names(principals: readonly Principal[] | undefined): readonly string[] | undefined {
  if (principals === undefined) return undefined;
  return uniqueSorted(principals.flatMap(({ kind, values }) => values.map(({ value }) => principalForm(kind, value))));
}

/** `"*"` is every AWS principal, and an account's number is its root; in other partitions we leave it open. */
function principalForm(kind: string, value: string): string {
  if (kind === "*") return "AWS *";
  const account = kind === "AWS" ? /^arn:aws:iam::(\d{12}):root$/.exec(value)?.[1] : undefined;
  return `${kind} ${account ?? value}`;
}

function conditionForm(condition: Condition): string {
  const fold = /IgnoreCase$|^Bool$|^Null$/.test(condition.operator);
  const values = condition.values.map(({ value }) => (fold ? String(value).toLowerCase() : String(value)));
  return `${operatorName(condition)} ${condition.key.toLowerCase()} ${JSON.stringify(uniqueSorted(values))}`;
}

/** An element in the wrong case has been read as was meant. */
function isUnread({ kind }: ElementIssue): boolean {
  return kind !== "wrong-case";
}

function textOfElementIssue({ element, reason }: ElementIssue): string {
  return `${element}: ${reason}`;
}
