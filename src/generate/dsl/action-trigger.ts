/** The actions that a resource triggers: `lifecycle { action_trigger { ... } }`. */
import { fail } from "../../errors";
import { type Expression, walkExpression } from "../../hcl/expression";
import { toCondition } from "../expr/condition";
import type { BoolLike } from "../expr/operators";
import type { ActionTriggerPart } from "./module-builder";

const ACTION: unique symbol = Symbol("tfwright.action");

/** An action that a resource may trigger. */
export interface ActionRef {
  readonly [ACTION]: Expression;
}

/** Actions with `count` or `forEach`: one of them. */
export interface RepeatedAction<K> {
  at(key: K): ActionRef;
}

/** When a resource triggers actions. Those of a destruction need Terraform 1.16. */
export type ActionEvent =
  | "before_create"
  | "after_create"
  | "before_update"
  | "after_update"
  | "before_destroy"
  | "after_destroy";

/** Actions that run when a resource is created, updated or destroyed. */
export interface ActionTrigger<Self> {
  readonly events: readonly ActionEvent[];
  /** They run in this order. */
  readonly actions: readonly ActionRef[];
  /** Not for the events of a destruction; before an event it cannot use the resource's own attributes. @default always */
  readonly condition?: BoolLike | ((self: Self) => BoolLike);
  /** What a failure means for the resource; needs Terraform 1.16. @default "halt" */
  readonly onFailure?: "halt" | "taint" | "continue";
}

/** The result of `action`. */
export function actionRef(node: Expression): ActionRef {
  return { [ACTION]: node };
}

const EVENTS: readonly ActionEvent[] = [
  "before_create",
  "after_create",
  "before_update",
  "after_update",
  "before_destroy",
  "after_destroy",
];
const FAILURES = ["halt", "taint", "continue"];

/** Whether an event is one of a destruction. */
export function isDestroyEvent(event: string): boolean {
  return event.endsWith("_destroy");
}

/** Where a trigger stands. */
interface TriggerPlace {
  /** `aws_lambda_function.this.actionTriggers[0]` */
  readonly path: string;
  /** The attributes of the resource, by way of `self`. */
  readonly self: object;
}

/** A trigger as expressions; undefined if none of its actions is there. @throws TfwrightError for what Terraform refuses */
export function triggerPart(given: ActionTrigger<never>, { path, self }: TriggerPlace): ActionTriggerPart | undefined {
  const refuse = (message: string, hint: string) => fail({ code: "bad-trigger", path, message, hint });
  const { events = [], actions = [], condition, onFailure } = given;
  if (events.length === 0) refuse("`events` is empty", `events: ["${EVENTS[1]}"]`);
  for (const [index, event] of events.entries()) {
    if (!EVENTS.includes(event)) refuse(`there is no event ${JSON.stringify(event)}`, `one of ${EVENTS.join(", ")}`);
    if (events.indexOf(event) !== index) refuse(`the event \`${event}\` is given twice`, "give it once");
  }
  if (onFailure !== undefined && !FAILURES.includes(onFailure))
    refuse(`\`onFailure\` cannot be ${JSON.stringify(onFailure)}`, `one of ${FAILURES.join(", ")}`);
  if (actions.length === 0) refuse("`actions` is empty", "actions: [action(scope, Type, ...)]");
  const nodes = actions.map((one) => actionNode(one, path)).filter((node) => node.kind !== "literal");
  if (nodes.length === 0) return undefined;
  const part = { events, actions: nodes, ...(onFailure !== undefined && { onFailure }) };
  if (condition === undefined) return part;
  if (events.some(isDestroyEvent))
    refuse("a trigger on a destruction cannot have a `condition`", "give the other events a trigger of their own");
  const test = toCondition(typeof condition === "function" ? condition(self as never) : condition);
  const before = events.find((event) => event.startsWith("before_"));
  if (before !== undefined && refersToSelf(test))
    refuse(
      `the condition uses an attribute of the resource, which is not known at \`${before}\``,
      "use variables, or an event that begins with `after_`",
    );
  return { ...part, condition: test };
}

function refersToSelf(test: Expression): boolean {
  let isFound = false;
  walkExpression(test, (node) => {
    isFound ||= node.kind === "reference" && node.address === "self";
  });
  return isFound;
}

function actionNode(given: ActionRef, path: string): Expression {
  if (typeof given === "object" && given !== null && ACTION in given) return given[ACTION];
  return fail({
    code: "not-an-action",
    path,
    message: "`actions` takes the results of `action`",
    hint: 'with `count` or `forEach` name one of them: .at(0) or .at("key")',
  });
}
