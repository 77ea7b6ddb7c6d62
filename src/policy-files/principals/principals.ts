/** The principals that a resource of IAM names: by their name in AWS if it is known, else by their address in the plan. */

import { isList } from "../../json/json-value";
import { type PrincipalKind, principalOfType } from "../../terraform/iam-attachments";
import { markOf } from "../../terraform/plan/marks";
import { groupBy } from "../../text/group-by";
import { type Message, words } from "../../text/message";
import { attribute, exists, type Instance, type Instances, type Side, textOf } from "./instances";
import { nearestOf } from "./nearest";
import type { References } from "./references";

/** A principal: a resource of the plan, or a name of something outside of it. */
export interface Subject {
  readonly kind: PrincipalKind | "resource" | "policy";
  /** Equal for the same principal before and after. */
  readonly key: string;
  readonly instance?: Instance;
  readonly name: string;
  /** Why it may be another one: lower case, no full stop. @default it is this one for sure */
  readonly uncertainty?: Message;
}

/** Which kind of principal a resource is, if it is one. */
export function kindOfPrincipal({ type }: Instance): PrincipalKind | undefined {
  return principalOfType(type)?.kind;
}

/** The name by which other resources name a principal; undefined for other resources, and where it is not known. */
function nameOf(instance: Instance, side: Side): string | undefined {
  const principal = principalOfType(instance.type);
  return principal === undefined || !exists(instance, side) ? undefined : textOf(instance, side, principal.name);
}

type ByName = ReadonlyMap<string, readonly Instance[]>;

/** Finds principals. */
export class Principals {
  readonly #references: References;
  readonly #byName: Readonly<Record<Side, ByName>>;

  constructor({ managed }: Instances, references: References) {
    this.#references = references;
    const index = (side: Side) => {
      const named = managed.filter((one) => nameOf(one, side) !== undefined);
      return groupBy(named, (one) => `${kindOfPrincipal(one)} ${nameOf(one, side)}`);
    };
    this.#byName = { before: index("before"), after: index("after") };
  }

  /** Those that an argument names, on one side: `role`, or a list such as `roles`. */
  of(instance: Instance, side: Side, argument: string, kind: PrincipalKind): readonly Subject[] {
    if (!exists(instance, side)) return [];
    const value = attribute(instance, side, argument);
    const names = (isList(value) ? value : [value]).filter((name): name is string => typeof name === "string");
    const isSecret = markOf(instance[side].sensitive, argument) !== undefined;
    const known = names.map((name) => this.#named(name, { instance, side, argument, kind, isSecret }));
    if (markOf(instance[side].unknown, argument) === undefined) return known;
    return [...known, ...this.#referred(instance, argument, kind)];
  }

  /**
   * If several principals have the name, and it is uncertain which one is meant, the result is a separate principal, so that its
   * permissions are still reported.
   */
  #named(name: string, { instance, side, argument, kind, isSecret }: Naming): Subject {
    const key = `${kind} ${name}`;
    const candidates = this.#byName[side].get(key) ?? this.#byName.before.get(key) ?? [];
    const found = candidates.length === 0 ? undefined : nearestOf(candidates, instance, argument, this.#references);
    if (found !== undefined) return subjectOf(found, kind);
    const shown = isSecret ? instance.address : name;
    return { kind, key: candidates.length === 0 ? key : `${key} of ${instance.module}`, name: shown };
  }

  /** If the principal is unknown until apply, every candidate; if there is none, the resource that refers to it. */
  #referred(instance: Instance, argument: string, kind: PrincipalKind): readonly Subject[] {
    const isOfKind = (one: Instance) => kindOfPrincipal(one) === kind;
    const { instances, certain } = this.#references.of(instance, argument, isOfKind);
    const found = instances.filter(isOfKind);
    if (found.length === 0) return [{ kind, key: instance.address, name: instance.address }];
    const isClear = certain && (found.length === 1 || argument.endsWith("s"));
    const uncertainty = words(`which ${kind.replace("-", " ")} is meant is known only after apply`);
    return found.map((one) => ({ ...subjectOf(one, kind), ...(!isClear && { uncertainty }) }));
  }
}

/** An argument that names principals, on one side. */
interface Naming {
  readonly instance: Instance;
  readonly side: Side;
  readonly argument: string;
  readonly kind: PrincipalKind;
  /** The name may not be shown. */
  readonly isSecret: boolean;
}

/** A resource as the principal, or the resource, that it is. */
export function subjectOf(instance: Instance, kind: Subject["kind"]): Subject {
  const name = textOf(instance, "after", "name") ?? textOf(instance, "before", "name");
  return { kind, key: instance.address, instance, name: name ?? instance.address };
}
