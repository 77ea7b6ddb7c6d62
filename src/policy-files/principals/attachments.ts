/** The documents behind an ARN of a managed policy: of the plan, of AWS, or outside of both. */

import type { Layer, NamedDocument } from "../../iam/delta";
import { lookUpManagedPolicy, type ManagedPolicyLookup, managedPolicyName } from "../../iam/managed";
import { isList, type Json } from "../../json/json-value";
import { policyArgument } from "../../terraform/kinds";
import { markOf } from "../../terraform/plan/marks";
import { groupBy } from "../../text/group-by";
import { type Message, say, words } from "../../text/message";
import { fingerprint } from "./fingerprint";
import { attribute, exists, type Instance, type Instances, type Side, textOf } from "./instances";
import type { PolicyTexts } from "./policy-text";
import type { References } from "./references";

/** What a principal has by an attachment, and the policies of the plan that it comes from. */
export interface Attached {
  /** The documents are read at the first call. */
  documents(): readonly NamedDocument[];
  readonly policies: readonly Instance[];
}

const NOTHING: Attached = { documents: () => [], policies: [] };

const MANAGED_POLICY = "aws_iam_policy";

/** Finds managed policies. */
export class Attachments {
  readonly #references: References;
  readonly #texts: PolicyTexts;
  readonly #byArn: Readonly<Record<Side, ReadonlyMap<string, Instance>>>;
  /** Those whose name is known only after apply stand together under undefined. */
  readonly #byPolicyName: ReadonlyMap<string | undefined, readonly Instance[]>;

  constructor({ managed }: Instances, references: References, texts: PolicyTexts) {
    this.#references = references;
    this.#texts = texts;
    const policies = managed.filter(isPolicy);
    const index = (side: Side) =>
      new Map(
        policies.flatMap((one) => [[textOf(one, side, "arn"), one] as const]).filter(([arn]) => arn !== undefined),
      );
    this.#byArn = { before: index("before"), after: index("after") } as Record<Side, ReadonlyMap<string, Instance>>;
    this.#byPolicyName = groupBy(policies, (one) => textOf(one, "after", "name") ?? textOf(one, "before", "name"));
  }

  /** What an attribute with an ARN, or with a list of them, attaches. */
  of(instance: Instance, side: Side, name: string, layer: Layer): Attached {
    if (!exists(instance, side)) return NOTHING;
    const value = attribute(instance, side, name);
    const mark = markOf(instance[side].unknown, name);
    const called = markOf(instance[side].sensitive, name) === undefined ? undefined : instance.address;
    const known = texts(value).map((arn) => this.known(arn, side, layer, called));
    const all = mark === undefined ? known : [...known, this.#unknown(instance, side, name, layer)];
    return {
      documents: () => all.flatMap((one) => one.documents()),
      policies: all.flatMap(({ policies }) => policies),
    };
  }

  /** The policy of an ARN. `called` is its name in findings if the ARN may not be shown. */
  known(arn: string, side: Side, layer: Layer, called = arn): Attached {
    const policy = this.#byArn[side].get(arn) ?? this.#byArn.before.get(arn);
    if (policy !== undefined) return this.#ofPlan([policy], side, layer);
    const aws = managedPolicyName(arn);
    const found = aws === undefined ? undefined : lookUpManagedPolicy(arn);
    if (found?.kind === "known") {
      const { document } = found.policy;
      return { documents: () => [{ name: called, layer, document }], policies: [] };
    }
    const reason =
      aws === undefined || called !== arn ? words("the policy is not part of the plan") : whyUnread(aws, found);
    return { documents: () => [{ name: called, layer, reason, version: fingerprint(arn) }], policies: [] };
  }

  /** The policies of a name, one in each account; the plan may have one of them. */
  named(name: string, side: Side, layer: Layer): Attached {
    const policies = this.#byPolicyName.get(name) ?? [];
    const found = this.#ofPlan(policies, side, layer);
    const reason = words("the policy is that of the name in each account");
    return { ...found, documents: () => [...found.documents(), { name: `policy ${name}`, layer, reason }] };
  }

  #unknown(instance: Instance, side: Side, name: string, layer: Layer): Attached {
    const { instances, certain } = this.#references.of(instance, name, isPolicy);
    const policies = instances.filter(isPolicy);
    const found = this.#ofPlan(policies, side, layer);
    // An argument that is no list means one policy alone.
    const isClear = policies.length === 1 || (policies.length > 1 && name.endsWith("s"));
    if (certain && isClear && policies.length === instances.length) return found;
    const reason = words("which policy is attached is known only after apply");
    return { ...found, documents: () => [...found.documents(), { name: instance.address, layer, reason }] };
  }

  #ofPlan(policies: readonly Instance[], side: Side, layer: Layer): Attached {
    return {
      documents: () =>
        policies.flatMap((policy) => this.#texts.of(policy, side, policyArgument(MANAGED_POLICY), layer)),
      policies,
    };
  }
}

function isPolicy({ type }: Instance): boolean {
  return type === MANAGED_POLICY;
}

function texts(value: Json | undefined): readonly string[] {
  const list = isList(value) ? value : [value];
  return list.filter((text): text is string => typeof text === "string" && text !== "");
}

function whyUnread(name: string, found: ManagedPolicyLookup | undefined): Message {
  if (found?.kind === "other-path") return say`AWS has no policy of this ARN: that of ${name} is ${found.right}`;
  const near = found?.kind === "unknown" ? found.near : undefined;
  const suggestion = near === undefined ? [] : say` (did you mean ${near}?)`;
  return say`the managed policy ${name} of AWS is not in the table of this version${suggestion}`;
}
