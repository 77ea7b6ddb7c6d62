/** Follows inline policies, attachments and memberships in the files of one folder to roles, users, groups and permission sets. */
import type { PolicyHolder } from "../../iam/document/policy";
import { managedPolicyNamed, readManagedPolicyArn } from "../../iam/managed";
import {
  attachmentOf,
  inlinePolicyOf,
  membershipOf,
  type PrincipalArgument,
  type PrincipalKind,
  principalOfType,
} from "../../terraform/iam-attachments";
import { itemsOf, sourceText, type Value } from "../../terraform/value";
import { getOrInsert } from "../../text/group-by";
import type { HeldPolicy, SourcePolicy, SourcePrincipal } from "../found";
import { withoutRepeated } from "../without-repeated";

/** An argument of a block: its value, and the keys of the policies that stand in it. */
export interface FoldedArgument {
  readonly value: Value;
  readonly policies: readonly string[];
}

/** A resource or data source whose arguments were read. */
export interface ReadBlock {
  /** Whether it is a data source. */
  readonly isData: boolean;
  readonly type: string;
  readonly name: string;
  /** The key of the instance, where the instances of the block are known. */
  readonly round?: string;
  /** By name. The name of a nested block stands in front of its arguments: `inline_policy.policy`. */
  readonly arguments: ReadonlyMap<string, readonly FoldedArgument[]>;
}

/** What is known of the policies of a folder. */
interface PoliciesOfFolder {
  /** The policies by the keys in {@link FoldedArgument}. */
  readonly byKey: ReadonlyMap<string, SourcePolicy>;
  /** The policies of a data source `aws_iam_policy_document`, with those of the documents that it includes; undefined if one could not be read. */
  readonly ofDocument: (name: string) => readonly SourcePolicy[] | undefined;
}

/** A policy that a principal has, before it is looked up. */
type PolicyReference =
  | { readonly kind: "found"; readonly policies: readonly SourcePolicy[] }
  | { readonly kind: "managed"; readonly address: string }
  | { readonly kind: "aws"; readonly name: string }
  | { readonly kind: "unknown" };

/** A reference to a policy, with what holds it, and the instance of the principal that has it. */
interface HeldReference {
  readonly reference: PolicyReference;
  readonly holder: PolicyHolder;
  /** A key of `for_each` that is written out; undefined if it holds for all instances. */
  readonly instance: string | undefined;
}

interface OpenPrincipal {
  readonly kind: PrincipalKind;
  readonly name: string;
  readonly held: HeldReference[];
  /** Whether the folder creates it. A principal that is created elsewhere may have more policies there. */
  isMadeHere: boolean;
}

/** A principal that an argument names. */
interface NamedPrincipal {
  readonly kind: PrincipalKind;
  readonly key: string;
  readonly name: string;
  readonly instance: string | undefined;
}

const UNKNOWN: PolicyReference = { kind: "unknown" };
const TYPES_OF_KINDS: Readonly<Record<PrincipalKind, string>> = {
  role: "aws_iam_role",
  user: "aws_iam_user",
  group: "aws_iam_group",
  "permission-set": "aws_ssoadmin_permission_set",
};

/** Whether a block of this type says who has which policy. */
export function tellsPrincipals(block: string, type: string): boolean {
  if (block === "data") return type === "aws_iam_policy";
  const isOfIam = principalOfType(type) ?? inlinePolicyOf(type) ?? attachmentOf(type) ?? membershipOf(type);
  return block === "resource" && (type === "aws_iam_policy" || isOfIam !== undefined);
}

/** The principals of one folder, from the blocks that say who has which policy. */
export class FolderPrincipals {
  readonly #policies: PoliciesOfFolder;
  readonly #principals = new Map<string, OpenPrincipal>();
  /** Addresses of principals by kind and name. */
  readonly #byName = new Map<string, string>();
  /** The documents of `aws_iam_policy` resources, by address. */
  readonly #managed = new Map<string, PolicyReference[]>();
  /** What data sources `aws_iam_policy` look up. */
  readonly #lookedUp = new Map<string, PolicyReference>();

  constructor(blocks: readonly ReadBlock[], policies: PoliciesOfFolder) {
    this.#policies = policies;
    for (const one of blocks) this.#noteName(one);
    for (const one of blocks) this.#notePolicies(one);
    for (const one of blocks) this.#noteMembership(one);
  }

  /** The principals. If the instances of one have different policies, each key of `for_each` that is written out is a principal. */
  get all(): readonly SourcePrincipal[] {
    return [...this.#principals.values()].flatMap((principal) => this.#instancesOf(principal));
  }

  #instancesOf({ kind, name, held, isMadeHere }: OpenPrincipal): readonly SourcePrincipal[] {
    const keys = [...new Set(held.map(({ instance }) => instance))].filter((key) => key !== undefined);
    return (keys.length === 0 ? [undefined] : keys).map((key) => {
      const own = held.filter(({ instance }) => instance === undefined || instance === key);
      const looked = own.map(({ reference, holder }) => this.#lookUp(reference, holder));
      return {
        kind,
        name: key === undefined ? name : `${name}["${key}"]`,
        policies: withoutRepeated(looked.flatMap((found) => found ?? [])),
        hasUnknown: looked.includes(undefined) || !isMadeHere,
      };
    });
  }

  /** The policies of a reference; undefined if they are not known. */
  #lookUp(reference: PolicyReference, holder: PolicyHolder): readonly HeldPolicy[] | undefined {
    switch (reference.kind) {
      case "unknown":
        return undefined;
      case "aws": {
        const policy = managedPolicyNamed(reference.name);
        if (policy === undefined) return undefined;
        return [{ name: policy.name, document: policy.document, holder: "aws-managed-policy" }];
      }
      case "managed": {
        const parts = this.#managed.get(reference.address)?.map((inner) => this.#lookUp(inner, "managed-policy"));
        return parts === undefined || parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
      }
      case "found":
        return reference.policies.map((found) => ({
          name: found.address ?? found.file,
          document: found.document,
          holder,
          found,
        }));
    }
  }

  /** Notes what others refer to: principals by their names, managed policies by their addresses. */
  #noteName({ isData, type, name, arguments: given }: ReadBlock): void {
    const address = `${type}.${name}`;
    if (isData) {
      this.#lookedUp.set(name, lookedUp(given));
      return;
    }
    if (type === "aws_iam_policy") {
      const references = this.#documentsIn(given.get("policy"));
      this.#managed.set(address, [...(this.#managed.get(address) ?? []), ...references]);
    }
    const principal = principalOfType(type);
    if (principal === undefined) return;
    this.#open(address, principal.kind, address).isMadeHere = true;
    for (const { value } of given.get(principal.name) ?? [])
      this.#byName.set(`${principal.kind} ${sourceText(value)}`, address);
  }

  #open(key: string, kind: PrincipalKind, name: string): OpenPrincipal {
    return getOrInsert(this.#principals, key, () => ({ kind, name, held: [], isMadeHere: false }));
  }

  #notePolicies({ type, name, arguments: given }: ReadBlock): void {
    const principal = principalOfType(type);
    if (principal !== undefined) {
      const { held } = this.#open(`${type}.${name}`, principal.kind, `${type}.${name}`);
      for (const reference of this.#documentsIn(given.get("inline_policy.policy"), "optional"))
        held.push({ reference, holder: principal.kind, instance: undefined });
      for (const reference of this.#attachedIn(given.get("managed_policy_arns")))
        held.push({ reference, holder: "managed-policy", instance: undefined });
    }
    const inline = inlinePolicyOf(type);
    if (inline !== undefined) {
      const references = this.#documentsIn(given.get(inline.policy));
      this.#hold(given, [inline.principal], (kind) => references.map((reference) => ({ reference, holder: kind })));
    }
    const attachment = attachmentOf(type);
    if (attachment !== undefined) {
      const references = this.#attachedIn(given.get(attachment.policy));
      this.#hold(given, attachment.principals, () =>
        references.map((reference) => ({ reference, holder: "managed-policy" as const })),
      );
    }
  }

  #hold(
    given: ReadBlock["arguments"],
    named: readonly PrincipalArgument[],
    held: (kind: PrincipalKind) => readonly Omit<HeldReference, "instance">[],
  ): void {
    for (const [argument, kind] of named) {
      for (const { key, name, instance } of this.#principalsIn(given.get(argument), kind)) {
        for (const one of held(kind)) this.#open(key, kind, name).held.push({ ...one, instance });
      }
    }
  }

  /** A user has what its groups have. */
  #noteMembership({ type, arguments: given }: ReadBlock): void {
    const [users, groups] = membershipOf(type) ?? [];
    if (users === undefined || groups === undefined) return;
    for (const user of this.#principalsIn(given.get(users), "user")) {
      const { held } = this.#open(user.key, "user", user.name);
      for (const group of this.#principalsIn(given.get(groups), "group")) {
        const ofGroup = this.#principals.get(group.key)?.held ?? [{ reference: UNKNOWN, holder: "group" as const }];
        for (const one of ofGroup) held.push({ ...one, instance: user.instance });
      }
    }
  }

  /** The principals that an argument names. */
  #principalsIn(given: readonly FoldedArgument[] = [], kind: PrincipalKind): readonly NamedPrincipal[] {
    return given
      .flatMap(({ value }) => itemsOf(value))
      .flatMap((value): readonly NamedPrincipal[] => {
        if (value.kind !== "text" && value.kind !== "unknown") return [];
        const source = sourceText(value);
        if (source === "${...}") return [];
        const meant = meantIn(source, TYPES_OF_KINDS[kind]);
        if (meant !== undefined) return [{ kind, key: meant.address, name: meant.address, instance: meant.instance }];
        const address = this.#byName.get(`${kind} ${source}`);
        if (address !== undefined) return [{ kind, key: address, name: address, instance: undefined }];
        return [{ kind, key: `${kind} ${source}`, name: source, instance: undefined }];
      });
  }

  /** The policies in an argument that holds a policy; what is written there and cannot be read is unknown. */
  #documentsIn(given: readonly FoldedArgument[] = [], isOptional?: "optional"): readonly PolicyReference[] {
    return given.flatMap(({ value, policies }): readonly PolicyReference[] => {
      const found = policies.flatMap((key) => this.#policies.byKey.get(key) ?? []);
      const documents = documentsNamed(sourceText(value)).map((name) => this.#policies.ofDocument(name));
      if (documents.includes(undefined)) return [UNKNOWN];
      const all = [...found, ...documents.flatMap((some) => some ?? [])];
      if (all.length > 0) return [{ kind: "found", policies: all }];
      const isNothing = isOptional !== undefined && value.kind !== "unknown";
      return isNothing ? [] : [UNKNOWN];
    });
  }

  /** The policies whose ARNs an argument has. */
  #attachedIn(given: readonly FoldedArgument[] = []): readonly PolicyReference[] {
    return given.flatMap(({ value }) => itemsOf(value)).map((value) => this.#attached(sourceText(value)));
  }

  #attached(source: string): PolicyReference {
    const ofAws = readManagedPolicyArn(source);
    if (ofAws !== undefined) return { kind: "aws", name: ofAws.name };
    const data = /\bdata\.aws_iam_policy\.([\w-]+)/.exec(source)?.[1];
    if (data !== undefined) return this.#lookedUp.get(data) ?? UNKNOWN;
    const meant = meantIn(source, "aws_iam_policy");
    return meant === undefined ? UNKNOWN : { kind: "managed", address: meant.address };
  }
}

/** The policy of AWS that a data source looks up, by its name or its ARN. */
function lookedUp(given: ReadBlock["arguments"]): PolicyReference {
  const name = textIn(given, "name") ?? readManagedPolicyArn(textIn(given, "arn") ?? "")?.name;
  return name !== undefined && managedPolicyNamed(name) !== undefined ? { kind: "aws", name } : UNKNOWN;
}

function textIn(given: ReadBlock["arguments"], name: string): string | undefined {
  const [only] = given.get(name) ?? [];
  return only === undefined ? undefined : sourceText(only.value);
}

/** The ARN or the name of the policy of AWS that a data source looks up; undefined if it is the policy of an account. */
export function writtenInLookup({ arguments: given }: ReadBlock): string | undefined {
  const name = textIn(given, "name");
  if (name === undefined) return textIn(given, "arn");
  return managedPolicyNamed(name) === undefined ? undefined : name;
}

function documentsNamed(source: string): readonly string[] {
  const found = [...source.matchAll(/\bdata\.aws_iam_policy_document\.([\w-]+)/g)].map(([, name = ""]) => name);
  return [...new Set(found)];
}

/** The only resource of a type that an expression refers to, and the key of its instance if it is written out. */
function meantIn(source: string, type: string): { address: string; instance: string | undefined } | undefined {
  const found = [...source.matchAll(new RegExp(`(?<![\\w.])${type}\\.([\\w-]+)(?:\\["([^"]*)"\\])?`, "g"))];
  const [first] = found;
  if (first === undefined || found.some(([text]) => text !== first[0])) return undefined;
  return { address: `${type}.${first[1]}`, instance: first[2] };
}
