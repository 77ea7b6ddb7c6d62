/** What stands in `Resource`: the ARN that was meant, what is wrong with it, and the types it can be of. */
import { type ArnProblem, checkArn } from "../arn/arn-check";
import { type ArnKind, arnKind } from "../arn/arn-kind";
import { type ArnPattern, arnPattern } from "../arn/arn-match";
import { glueAncestors, type TreeNode } from "../arn/catalog-tree";
import { type ActionInfo, acceptedTypes, type ResourceType, resourceType } from "../data/authorization";
import { covers, intersects, isEverything, literal } from "../document/pattern";
import { isLogGroupArn } from "../document/pattern-tokens";
import type { Located } from "../document/policy";

/** One resource as written, read. */
export interface ResourceTerm {
  /** As written. */
  readonly written: string;
  /** What was meant, where that is certain; else as written. */
  readonly text: string;
  readonly pattern: ArnPattern;
  readonly problems: readonly ArnProblem[];
  /** It is no ARN and nobody knows what was meant: it says nothing about the other rules. */
  readonly unresolved: boolean;
  /** `*`, and other ways to write every ARN of every service. */
  readonly everything: boolean;
  /** Whether the resource `*` of actions without ARNs is allowed by it, or may be once it is known. */
  readonly star: boolean;
  /** What stands above it in Glue's catalog. Nested catalogs stand there for their databases, not for each other. */
  readonly above: readonly TreeNode[];
  /** Whether it can be an ARN of the type. */
  is(type: ResourceType): boolean;
}

/** A resource in a statement. */
export interface PlacedResource {
  readonly at: Located<string>;
  readonly term: ResourceTerm;
}

const KEPT = 4096;
const LONGEST_KEPT = 512;
const terms = new Map<string, ResourceTerm>();

/** Reads a resource. */
export function resourceTerm(written: string): ResourceTerm {
  const present = terms.get(written);
  if (present !== undefined) return present;
  const made = new Term(written);
  if (terms.size >= KEPT) terms.clear();
  if (written.length <= LONGEST_KEPT) terms.set(written, made);
  return made;
}

class Term implements ResourceTerm {
  readonly text: string;
  readonly problems: readonly ArnProblem[];
  readonly unresolved: boolean;
  readonly everything: boolean;
  readonly star: boolean;
  readonly #kind: ArnKind;
  #pattern: ArnPattern | undefined;
  #above: readonly TreeNode[] | undefined;

  constructor(readonly written: string) {
    const kind = arnKind(written);
    this.problems = kind.sound ? [] : checkArn(written);
    this.everything = kind.everything;
    this.star = kind.star;
    const meant = this.problems.length === 1 ? this.problems[0]?.meant : undefined;
    this.text = meant ?? written;
    this.unresolved = this.problems.length > 0 && meant === undefined;
    this.#kind = meant === undefined ? kind : arnKind(meant);
  }

  get pattern(): ArnPattern {
    this.#pattern ??= arnPattern(this.text);
    return this.#pattern;
  }

  get above(): readonly TreeNode[] {
    this.#above ??= aboveOf(this.text);
    return this.#above;
  }

  is(type: ResourceType): boolean {
    return this.#kind.is(type) && !(type.name === "log-stream" && isLogGroupArn(this.text));
  }
}

function aboveOf(text: string): readonly TreeNode[] {
  const nodes = glueAncestors(text);
  return /:catalog\/[^:]*$/.test(text) ? nodes.filter(({ type }) => type !== "catalog") : nodes;
}

const accepted = new WeakMap<ActionInfo, readonly ResourceType[]>();

/** Whether an action works on a resource: whether it can be of one of the action's types. */
export function worksOn(action: ActionInfo, term: ResourceTerm): boolean {
  return term.everything || term.unresolved || typesOf(action).some((type) => term.is(type));
}

/** AWS Glue guide, "Specifying AWS Glue resource ARNs": what returns several items takes `*` and no ARN at all. */
const STAR_ALONE = ["glue", "databrew"];

/**
 * Whether it allows an action without ARNs: by `*`, or by an ARN of the service that leaves the resource open. AWS checks
 * such actions on those: Amazon S3 User Guide, walkthrough 1, allows s3:ListAllMyBuckets on `arn:aws:s3:::*`.
 */
export function allowsStar({ service, checkedOn }: ActionInfo, { star, pattern: { fields } }: ResourceTerm): boolean {
  if (star) return true;
  const [, , owner, , , resource] = fields ?? [];
  if (owner === undefined || resource === undefined || STAR_ALONE.includes(service)) return false;
  const isOpen = checkedOn === undefined ? isEverything(resource) : covers(resource, literal(checkedOn));
  return isOpen && intersects(owner, literal(service));
}

/** Whether an action takes no ARN, and so must be allowed on `*`. */
export function takesNoArn({ onlyWildcard }: ActionInfo): boolean {
  return onlyWildcard !== false;
}

/** The types that an action accepts. */
export function typesOf(action: ActionInfo): readonly ResourceType[] {
  let types = accepted.get(action);
  if (types === undefined) {
    types = acceptedTypes(action);
    accepted.set(action, types);
  }
  return types;
}

/** The types of these names, of the action's service. */
export function typesNamed(action: ActionInfo, names: readonly string[]): readonly ResourceType[] {
  return names.flatMap((name) => resourceType(action.service, name) ?? []);
}
