/** Whom a resource of IAM is about: by the name in AWS where it is known, else by the address in the plan. */
import { isList } from "../../plan/fields";
import { markOf } from "../../plan/marks";
import { attribute, exists, type Instance, type Instances, type Side, textOf } from "./instances";
import type { References } from "./references";

export type PrincipalKind = "role" | "user" | "group";

/** A principal: a resource of the plan, or a name of something outside of it. */
export interface Subject {
  readonly kind: PrincipalKind | "resource" | "policy";
  /** The same for the same principal on both sides. */
  readonly key: string;
  readonly instance?: Instance;
  readonly name: string;
}

const KINDS: Readonly<Record<string, PrincipalKind>> = {
  aws_iam_role: "role",
  aws_iam_user: "user",
  aws_iam_group: "group",
};

/** Which kind of principal a resource is, if it is one. */
export function kindOfPrincipal({ type }: Instance): PrincipalKind | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

/** Finds principals. */
export class Principals {
  readonly #references: References;
  readonly #byName: Readonly<Record<Side, ReadonlyMap<string, Instance>>>;

  constructor({ managed }: Instances, references: References) {
    this.#references = references;
    const index = (side: Side) => {
      const found = new Map<string, Instance>();
      for (const instance of managed) {
        const kind = kindOfPrincipal(instance);
        const name = textOf(instance, side, "name");
        if (kind !== undefined && name !== undefined && exists(instance, side)) found.set(`${kind} ${name}`, instance);
      }
      return found;
    };
    this.#byName = { before: index("before"), after: index("after") };
  }

  /** Those that an argument names, on one side: `role`, or a list such as `roles`. */
  of(instance: Instance, side: Side, argument: string, kind: PrincipalKind): readonly Subject[] {
    if (!exists(instance, side)) return [];
    const value = attribute(instance, side, argument);
    const names = (isList(value) ? value : [value]).filter((name): name is string => typeof name === "string");
    const known = names.map((name) => this.#named(name, side, kind));
    if (markOf(instance[side].unknown, argument) === undefined) return known;
    return [...known, ...this.#referred(instance, argument, kind)];
  }

  #named(name: string, side: Side, kind: PrincipalKind): Subject {
    const instance = this.#byName[side].get(`${kind} ${name}`) ?? this.#byName.before.get(`${kind} ${name}`);
    return instance === undefined ? { kind, key: `${kind} ${name}`, name } : subjectOf(instance, kind);
  }

  /** Where nobody can say who is meant, the resource that names them stands for them. */
  #referred(instance: Instance, argument: string, kind: PrincipalKind): readonly Subject[] {
    const found = this.#references.of(instance, argument).instances.filter((one) => kindOfPrincipal(one) === kind);
    if (found.length > 0) return found.map((one) => subjectOf(one, kind));
    return [{ kind, key: instance.address, name: instance.address }];
  }
}

/** A resource as the principal, or the resource, that it is. */
export function subjectOf(instance: Instance, kind: Subject["kind"]): Subject {
  const name = textOf(instance, "after", "name") ?? textOf(instance, "before", "name");
  return { kind, key: instance.address, instance, name: name ?? instance.address };
}
