/** The documents behind an ARN of a managed policy: of the plan, of AWS, or outside of both. */

import type { Json } from "../../hcl/expression";
import type { Layer, NamedDocument } from "../../iam/delta";
import { managedPolicy, managedPolicyName } from "../../iam/managed";
import { isList } from "../../plan/fields";
import { markOf } from "../../plan/marks";
import { attribute, exists, type Instance, type Instances, type Side, textOf } from "./instances";
import type { PolicyTexts } from "./policy-text";
import type { References } from "./references";

/** What a principal has by an attachment, and the policies of the plan that it comes from. */
export interface Attached {
  /** Read when somebody asks. */
  documents(): readonly NamedDocument[];
  readonly policies: readonly Instance[];
}

const NOTHING: Attached = { documents: () => [], policies: [] };

/** Finds managed policies. */
export class Attachments {
  readonly #references: References;
  readonly #texts: PolicyTexts;
  readonly #byArn: Readonly<Record<Side, ReadonlyMap<string, Instance>>>;

  constructor({ managed }: Instances, references: References, texts: PolicyTexts) {
    this.#references = references;
    this.#texts = texts;
    const policies = managed.filter(({ type }) => type === "aws_iam_policy");
    const index = (side: Side) =>
      new Map(
        policies.flatMap((one) => [[textOf(one, side, "arn"), one] as const]).filter(([arn]) => arn !== undefined),
      );
    this.#byArn = { before: index("before"), after: index("after") } as Record<Side, ReadonlyMap<string, Instance>>;
  }

  /** What an attribute with an ARN, or with a list of them, attaches. */
  of(instance: Instance, side: Side, name: string, layer: Layer): Attached {
    if (!exists(instance, side)) return NOTHING;
    const value = attribute(instance, side, name);
    const mark = markOf(instance[side].unknown, name);
    const known = texts(value).map((arn) => this.#known(arn, side, layer));
    const all = mark === undefined ? known : [...known, this.#unknown(instance, side, name, layer)];
    return {
      documents: () => all.flatMap((one) => one.documents()),
      policies: all.flatMap(({ policies }) => policies),
    };
  }

  #known(arn: string, side: Side, layer: Layer): Attached {
    const policy = this.#byArn[side].get(arn) ?? this.#byArn.before.get(arn);
    if (policy !== undefined) return this.#ofPlan([policy], side, layer);
    const found = managedPolicy(arn);
    if (found !== undefined) return { documents: () => [{ name: arn, layer, document: found.document }], policies: [] };
    const aws = managedPolicyName(arn);
    const reason =
      aws === undefined
        ? "the policy is not part of the plan"
        : `the managed policy \`${aws}\` of AWS is not in the table of this version`;
    return { documents: () => [{ name: arn, layer, reason }], policies: [] };
  }

  #unknown(instance: Instance, side: Side, name: string, layer: Layer): Attached {
    const { instances, certain } = this.#references.of(instance, name);
    const policies = instances.filter(({ type }) => type === "aws_iam_policy");
    const found = this.#ofPlan(policies, side, layer);
    if (certain && policies.length > 0 && policies.length === instances.length) return found;
    const reason = "which policy is attached is known only after apply";
    return { ...found, documents: () => [...found.documents(), { name: instance.address, layer, reason }] };
  }

  #ofPlan(policies: readonly Instance[], side: Side, layer: Layer): Attached {
    return { documents: () => policies.flatMap((policy) => this.#texts.of(policy, side, "policy", layer)), policies };
  }
}

function texts(value: Json | undefined): readonly string[] {
  const list = isList(value) ? value : [value];
  return list.filter((text): text is string => typeof text === "string" && text !== "");
}
