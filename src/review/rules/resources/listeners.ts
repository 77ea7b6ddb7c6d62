/** Listeners of Application Load Balancers, and their rules: what is sent on without TLS, or without asking who calls. */
import { type Json, jsonAt } from "../../../json/json-value";
import { withoutKeys } from "../../../terraform/address";
import { destroys, isUpdateOrReplacement } from "../../../terraform/plan/actions";
import type { Plan, ResourceChange } from "../../../terraform/plan/plan";
import { type Message, say, words } from "../../../text/message";
import type { Facts } from "../../facts";
import { fieldAt, itemsAt, pairAt, stringIn } from "../../field";
import { resourcesIn } from "../../reachable-resources";
import type { RuleMatch } from "../../rule";
import { newerName } from "./older-names";

const LOAD_BALANCER = "aws_lb";
const LISTENER = "aws_lb_listener";
const RULE = "aws_lb_listener_rule";

/** Actions that ask who calls. */
const ASKS = /^(?:authenticate-\w+|jwt-validation)$/;

/** Arguments that name another resource by its ARN. */
type ArnArgument = "load_balancer_arn" | "listener_arn";

/**
 * A new listener for HTTP that sends requests on: an internal load balancer may have one, and one that redirects is how HTTP is left.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
 */
export function matchPlainListener(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  const { type, action, after } = change;
  if (newerName(type) !== LISTENER || action !== "create" || fieldAt(after, ["protocol"]).value !== "HTTP") return [];
  if (!actionsOf(change, "default_action").includes("forward")) return [];
  const internal = fieldOf(named(change, "load_balancer_arn", LOAD_BALANCER, facts), "internal");
  if (internal === true) return [];
  const isPublic = internal === false;
  return [
    {
      message: isPublic
        ? words("a new listener of a load balancer in the Internet sends requests on that came without TLS")
        : words(
            "a new listener sends requests on that came without TLS; the plan does not tell whether the Internet reaches it",
          ),
      level: isPublic ? "attention" : "note",
      title: "requests come without encryption",
    },
  ];
}

/**
 * A rule that sends requests on without asking who calls, where the listener asks: it, or a rule that stands later. A new listener is
 * made with its exceptions.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export function matchUnaskedRule(change: ResourceChange, facts: Facts): readonly RuleMatch[] {
  if (newerName(change.type) !== RULE || !(change.action === "create" || isUpdateOrReplacement(change))) return [];
  const actions = actionsOf(change, "action");
  if (!actions.includes("forward") || actions.some((one) => ASKS.test(one))) return [];
  if (change.action !== "create" && !comesEarlier(change)) return [];
  const listener = named(change, "listener_arn", LISTENER, facts);
  const asking = askingLater(change, listener, facts);
  if (asking === undefined) return [];
  const level = listener?.action === "create" ? "note" : "attention";
  return [
    {
      message: say`${words("requests are sent on without asking who calls, which")} ${asking} ${words("does")}`,
      level,
    },
  ];
}

/** Whether it had another place, or other actions. */
function comesEarlier(change: ResourceChange): boolean {
  const { before, after } = pairAt(change, ["priority"]);
  const isEarlier = typeof before.value === "number" && typeof after.value === "number" && after.value < before.value;
  return isEarlier || itemsAt(change.before.value, ["action"]).some((one) => ASKS.test(String(jsonAt(one, ["type"]))));
}

/** What asks of the requests that the rule does not take: a later rule, or the listener. */
function askingLater(change: ResourceChange, listener: ResourceChange | undefined, facts: Facts): Message | undefined {
  const priority = fieldAt(change.after, ["priority"]).value;
  const arn = stringIn(fieldAt(change.after, ["listener_arn"]));
  const later = facts.ofPlan(askingRules).find((rule) => {
    const isSame =
      arn === undefined
        ? reference(rule, "listener_arn", facts) === reference(change, "listener_arn", facts)
        : arn === stringIn(fieldAt(rule.after, ["listener_arn"]));
    const other = fieldAt(rule.after, ["priority"]).value;
    return isSame && typeof priority === "number" && typeof other === "number" && priority < other;
  });
  if (later !== undefined) return say`${later.address}`;
  const asks = listener !== undefined && actionsOf(listener, "default_action").some((one) => ASKS.test(one));
  return asks ? say`${listener.address}` : undefined;
}

function askingRules({ resources }: Plan): readonly ResourceChange[] {
  return resources.filter(
    (one) =>
      newerName(one.type) === RULE && !destroys(one.action) && actionsOf(one, "action").some((name) => ASKS.test(name)),
  );
}

function actionsOf({ after }: ResourceChange, block: string): readonly string[] {
  return itemsAt(after.value, [block]).map((one) => String(jsonAt(one, ["type"]) ?? ""));
}

/** The resource that an argument names: by its ARN, or by the reference of the configuration. */
function named(change: ResourceChange, argument: ArnArgument, type: string, facts: Facts): ResourceChange | undefined {
  const known = facts.ofPlan(type === LISTENER ? listeners : loadBalancers);
  return known.get(stringIn(fieldAt(change.after, [argument])) ?? reference(change, argument, facts) ?? "");
}

/** The address, without keys, of the resource that the configuration of an argument refers to. */
function reference(change: ResourceChange, argument: ArnArgument, facts: Facts): string | undefined {
  const { module, references } = facts.configured(change) ?? {};
  const names = references?.get(argument);
  return module === undefined || names === undefined
    ? undefined
    : resourcesIn({ module, references: new Map([[argument, names]]), repeats: [] })[0];
}

const loadBalancers = (plan: Plan) => byNames(plan, LOAD_BALANCER);
const listeners = (plan: Plan) => byNames(plan, LISTENER);

/** The resources of a type by their ARN and by their address without keys. */
function byNames({ resources }: Plan, type: string): ReadonlyMap<string, ResourceChange> {
  return new Map(
    resources
      .filter((one) => newerName(one.type) === type)
      .flatMap((one) => {
        const arn = stringIn(fieldAt(one.after, ["arn"]));
        return [[withoutKeys(one.address), one] as const, ...(arn === undefined ? [] : [[arn, one] as const])];
      }),
  );
}

function fieldOf(change: ResourceChange | undefined, name: string): Json | undefined {
  return change === undefined ? undefined : fieldAt(change.after, [name]).value;
}
