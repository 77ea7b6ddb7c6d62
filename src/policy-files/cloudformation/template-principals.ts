/** The roles, users, groups and permission sets of a template of CloudFormation or SAM, with the policies that they have. */
import { casesOf, textOfIntrinsic } from "../../iam/document/intrinsics";
import type { PolicyHolder } from "../../iam/document/policy";
import { managedPolicyNamed, readManagedPolicyArn } from "../../iam/managed";
import { type JsonNode, memberIn, membersIn, oneOrMore, pointerTo, textIn } from "../../json/json-node";
import {
  managedPolicyUseIn,
  membershipOfTemplate,
  type PolicyTargets,
  policyTargetsOf,
  principalOfTemplate,
} from "../../terraform/cloudformation-kinds";
import type { PrincipalKind } from "../../terraform/iam-attachments";
import type { HeldPolicy, SourcePolicy, SourcePrincipal } from "../found";
import { withoutRepeated } from "../without-repeated";
import type { TemplateResource } from "./template-resources";

/** A principal while the template is looked through. */
interface TemplatePrincipal {
  readonly kind: PrincipalKind;
  readonly name: string;
  readonly policies: HeldPolicy[];
  hasUnknown: boolean;
}

/** The principals of a template, and those that it gives policies to. */
export function principalsInTemplate(
  resources: readonly TemplateResource[],
  policies: readonly SourcePolicy[],
): readonly SourcePrincipal[] {
  return new TemplatePrincipals(resources, policies).all;
}

class TemplatePrincipals {
  /** By logical id; those of other stacks by kind and name. */
  readonly #principals = new Map<string, TemplatePrincipal>();
  /** Logical ids by kind and name, where a principal has a name. */
  readonly #byName = new Map<string, string>();
  readonly #byId: ReadonlyMap<string, TemplateResource>;
  /** The policies in each resource, by the pointer to its properties. */
  readonly #policies: ReadonlyMap<string, readonly SourcePolicy[]>;

  constructor(resources: readonly TemplateResource[], policies: readonly SourcePolicy[]) {
    this.#byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
    this.#policies = policiesByResource(
      resources,
      policies.filter(({ document }) => document.type !== "trust"),
    );
    for (const one of resources) this.#noteName(one);
    for (const one of resources) this.#noteOwn(one);
    for (const one of resources) this.#noteGiven(one);
    for (const one of resources) this.#noteMembership(one);
  }

  get all(): readonly SourcePrincipal[] {
    return [...this.#principals.values()].map(({ policies, ...rest }) => ({
      ...rest,
      policies: withoutRepeated(policies),
    }));
  }

  #noteName({ logicalId, type, properties }: TemplateResource): void {
    const principal = principalOfTemplate(type);
    if (principal === undefined) return;
    this.#principals.set(logicalId, { kind: principal.kind, name: logicalId, policies: [], hasUnknown: false });
    const name = principal.name === undefined ? undefined : textIn(memberIn(properties, principal.name));
    if (name !== undefined) this.#byName.set(`${principal.kind} ${name}`, logicalId);
  }

  /** The policies in a principal, and those that it attaches. */
  #noteOwn({ logicalId, type, properties, pointer }: TemplateResource): void {
    const principal = this.#principals.get(logicalId);
    if (principal === undefined) return;
    for (const { key, value } of membersIn(properties)) {
      const here = pointerTo(pointer, key);
      const inside = this.#policiesIn(pointer).filter((policy) => isBelow(policy.pointer, here));
      const items = oneOrMore(value);
      principal.policies.push(
        ...inside.map((policy) => ({
          ...this.#held(policy, principal.kind),
          name: nameIn(items, policy, here) ?? logicalId,
        })),
      );
      // Templates of SAM, and items of which a function decides what they are, are no documents.
      if (key === "Policies" && items.some((item) => isOpen(item))) principal.hasUnknown = true;
      if (managedPolicyUseIn(type, key) !== "attached") continue;
      for (const item of items) this.#attach(item, principal, type);
    }
  }

  /** A policy that names those that have it, or what it belongs to. */
  #noteGiven({ type, properties, pointer }: TemplateResource): void {
    const targets = policyTargetsOf(type);
    if (targets === undefined) return;
    const own = this.#policiesIn(pointer);
    for (const { kind, named } of this.#targetsIn(properties, targets)) {
      for (const principal of named) {
        if (own.length === 0) principal.hasUnknown = true;
        const holder = targets.holder ?? kind;
        principal.policies.push(...own.map((policy) => this.#held(policy, holder)));
      }
    }
  }

  #targetsIn(properties: JsonNode | undefined, { principals }: PolicyTargets) {
    return principals.map(([property, kind]) => ({ kind, named: this.#namedIn(memberIn(properties, property), kind) }));
  }

  /** A user has what its groups have. */
  #noteMembership({ logicalId, type, properties }: TemplateResource): void {
    const membership = membershipOfTemplate(type);
    if (membership === undefined) return;
    const { users, groups } = membership;
    const own = this.#principals.get(logicalId);
    const having = users === undefined ? own && [own] : this.#namedIn(memberIn(properties, users), "user");
    for (const user of having ?? []) {
      for (const group of this.#namedIn(memberIn(properties, groups), "group")) {
        user.policies.push(...group.policies);
        if (group.hasUnknown) user.hasUnknown = true;
      }
    }
  }

  /** The principals that a property names: by a reference to one of the template, or by a name. */
  #namedIn(given: JsonNode | undefined, kind: PrincipalKind): readonly TemplatePrincipal[] {
    return itemsIn(given).flatMap((item): readonly TemplatePrincipal[] => {
      const name = textIn(item) ?? textOfIntrinsic(item);
      if (name === undefined || name === "${AWS::NoValue}") return [];
      const logicalId = referredTo(name) ?? this.#byName.get(`${kind} ${name}`) ?? "";
      const present = this.#principals.get(logicalId);
      return [present?.kind === kind ? present : this.#elsewhere(kind, name)];
    });
  }

  /** A principal of another stack, which has policies there. */
  #elsewhere(kind: PrincipalKind, name: string): TemplatePrincipal {
    const key = `${kind} ${name}`;
    const present = this.#principals.get(key) ?? { kind, name, policies: [], hasUnknown: true };
    this.#principals.set(key, present);
    return present;
  }

  /** A managed policy that a principal attaches: one of AWS, one of the template, or another. */
  #attach(given: JsonNode, principal: TemplatePrincipal, type: string): void {
    const cases = casesOf(given);
    if (cases !== undefined) {
      // A condition decides whether the principal has it.
      principal.hasUnknown = true;
      for (const one of cases.flatMap(itemsIn)) this.#attach(one, principal, type);
      return;
    }
    const written = textIn(given) ?? textOfIntrinsic(given);
    if (written === undefined || written === "${AWS::NoValue}") return;
    const isOfSam = type.startsWith("AWS::Serverless::");
    const name = readManagedPolicyArn(written)?.name ?? (isOfSam ? written : undefined);
    const policy = name === undefined ? undefined : managedPolicyNamed(name);
    const own = this.#byId.get(referredTo(written) ?? "");
    const found = own === undefined ? [] : this.#policiesIn(own.pointer);
    if (policy !== undefined)
      principal.policies.push({ name: policy.name, document: policy.document, holder: "aws-managed-policy" });
    else if (found.length > 0) principal.policies.push(...found.map((one) => this.#held(one, "managed-policy")));
    else principal.hasUnknown = true;
  }

  #policiesIn(pointer: string): readonly SourcePolicy[] {
    return this.#policies.get(pointer) ?? [];
  }

  #held(found: SourcePolicy, holder: PolicyHolder): HeldPolicy {
    return { name: found.address ?? found.file, document: found.document, holder, found };
  }
}

/** The items of a list, in all cases of the conditions in it or around it. */
function itemsIn(node: JsonNode | undefined): readonly JsonNode[] {
  if (node === undefined) return [];
  const inner = node.kind === "array" ? node.items : casesOf(node);
  return inner === undefined ? [node] : inner.flatMap(itemsIn);
}

/** Whether an item of a list of policies is neither a document nor a text, so that nobody knows what it allows. */
function isOpen(item: JsonNode): boolean {
  if (textIn(item) !== undefined) return false;
  const names = membersIn(item).map(({ key }) => key);
  return !names.includes("PolicyDocument") && !names.includes("Statement");
}

/** The name of an inline policy, where its place in the list has one. */
function nameIn(items: readonly JsonNode[], { pointer = "" }: SourcePolicy, list: string): string | undefined {
  const [index = ""] = pointer.slice(list.length + 1).split("/");
  return textIn(memberIn(items[Number(index)], "PolicyName"));
}

/** The logical id in `${Role}` or `${Policy.PolicyArn}`. */
function referredTo(written: string): string | undefined {
  return /^\$\{([A-Za-z0-9]+)(?:\.\w+)?\}$/.exec(written)?.[1];
}

function policiesByResource(
  resources: readonly TemplateResource[],
  policies: readonly SourcePolicy[],
): ReadonlyMap<string, readonly SourcePolicy[]> {
  const found = new Map<string, SourcePolicy[]>(resources.map(({ pointer }) => [pointer, []]));
  for (const policy of policies) {
    const { pointer = "" } = policy;
    const ends = [...pointer.matchAll(/\/Properties(?=\/|$)/g)].map(({ 0: word, index }) => index + word.length);
    const own = ends.map((end) => found.get(pointer.slice(0, end))).find((one) => one !== undefined);
    own?.push(policy);
  }
  return found;
}

function isBelow(pointer: string | undefined, above: string): boolean {
  return pointer === above || pointer?.startsWith(`${above}/`) === true;
}
