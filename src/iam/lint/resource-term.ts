/** An entry of `Resource`, parsed: the ARN that was meant, what is wrong with it, and the types of resources that it can name. */
import { type ArnProblem, checkArn } from "../arn/arn-check";
import { type ArnKind, arnKind } from "../arn/arn-kind";
import { type ArnPattern, arnPattern } from "../arn/arn-match";
import { glueAncestors, type TreeNode } from "../arn/catalog-tree";
import {
  type ActionInfo,
  type AwsResourceType,
  acceptedTypes,
  resourceType,
  resourceTypes,
} from "../data/authorization";
import { covers, intersects, isEverything, literal } from "../document/pattern";
import { isLogGroupArn } from "../document/pattern-tokens";
import type { Located } from "../document/policy";

/** One resource as it is written, and what it means. */
export interface ResourceTerm {
  /** As written. */
  readonly written: string;
  /** The ARN that was meant, if that is certain; else the text as it is written. */
  readonly text: string;
  readonly pattern: ArnPattern;
  readonly problems: readonly ArnProblem[];
  /** Whether it is not an ARN, and cannot be corrected with certainty. Rules about types and missing resources ignore it. */
  readonly unresolved: boolean;
  /** Whether it is `*`, or another way to write every ARN of every service. */
  readonly matchesEverything: boolean;
  /** Whether it matches `*`, the only resource of actions without resource types; true also if a `${...}` in it may match. */
  readonly matchesStar: boolean;
  /** The resources that contain it in Glue's Data Catalog. A nested catalog contains its databases, but no other catalogs. */
  readonly above: readonly TreeNode[];
  /** Whether an ARN of the type can match it. */
  is(type: AwsResourceType): boolean;
}

/** A resource in a statement. */
export interface PlacedResource {
  readonly at: Located<string>;
  readonly term: ResourceTerm;
}

const MAX_CACHED = 4096;
const MAX_CACHED_LENGTH = 512;
const terms = new Map<string, ResourceTerm>();

/** Parses a resource; the last few thousand are kept. */
export function resourceTerm(written: string): ResourceTerm {
  const present = terms.get(written);
  if (present !== undefined) return present;
  const made = new Term(written);
  if (terms.size >= MAX_CACHED) terms.clear();
  if (written.length <= MAX_CACHED_LENGTH) terms.set(written, made);
  return made;
}

class Term implements ResourceTerm {
  readonly text: string;
  readonly problems: readonly ArnProblem[];
  readonly unresolved: boolean;
  readonly matchesEverything: boolean;
  readonly matchesStar: boolean;
  readonly #kind: ArnKind;
  #pattern: ArnPattern | undefined;
  #above: readonly TreeNode[] | undefined;

  constructor(readonly written: string) {
    const kind = arnKind(written);
    this.problems = kind.isValid ? [] : checkArn(written);
    this.matchesEverything = kind.matchesEverything;
    this.matchesStar = kind.matchesStar;
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

  is(type: AwsResourceType): boolean {
    return this.#kind.is(type) && !(type.name === "log-stream" && isLogGroupArn(this.text));
  }
}

function aboveOf(text: string): readonly TreeNode[] {
  const nodes = glueAncestors(text);
  return /:catalog\/[^:]*$/.test(text) ? nodes.filter(({ type }) => type !== "catalog") : nodes;
}

const accepted = new WeakMap<ActionInfo, readonly AwsResourceType[]>();

/** Whether an action can work on a resource, because the resource can be of one of the action's types. */
export function worksOn(action: ActionInfo, term: ResourceTerm): boolean {
  return term.matchesEverything || term.unresolved || typesOf(action).some((type) => term.is(type));
}

/** Services whose actions without ARNs take only `*`. AWS Glue guide, "Specifying AWS Glue resource ARNs": actions that return several items do. */
const STAR_ALONE = ["glue", "databrew"];

/**
 * Whether a resource allows an action that takes no ARN: `*` does, and for most services also an ARN of the service whose
 * last part is open. Amazon S3 User Guide, walkthrough 1, allows s3:ListAllMyBuckets on `arn:aws:s3:::*`.
 */
export function allowsStar(
  { service, checkedOn }: ActionInfo,
  { matchesStar, pattern: { fields } }: ResourceTerm,
): boolean {
  if (matchesStar) return true;
  const [, , owner, , , resource] = fields ?? [];
  if (owner === undefined || resource === undefined || STAR_ALONE.includes(service)) return false;
  const isOpen = checkedOn === undefined ? isEverything(resource) : covers(resource, literal(checkedOn));
  return isOpen && intersects(owner, literal(service));
}

/** The AWS Lake Formation guide says of its own actions that they take only `*`. */
const WITHOUT_ARNS = ["lakeformation"];

/**
 * Whether the data tells which ARNs an action takes. Of services without any type it does not: AWS's own policies name
 * `arn:aws:ssm:*:*:session/*` for ssmmessages:OpenDataChannel.
 */
export function isArnKnown({ service }: ActionInfo): boolean {
  return WITHOUT_ARNS.includes(service) || resourceTypes(service).length > 0;
}

/** Whether an action takes no ARN, and so must be allowed on `*`. */
export function takesNoArn({ onlyWildcard }: ActionInfo): boolean {
  return onlyWildcard !== false;
}

/** The types of resources that an action accepts. */
export function typesOf(action: ActionInfo): readonly AwsResourceType[] {
  let types = accepted.get(action);
  if (types === undefined) {
    types = acceptedTypes(action);
    accepted.set(action, types);
  }
  return types;
}

/** The types with these names in the action's service. */
export function typesNamed(action: ActionInfo, names: readonly string[]): readonly AwsResourceType[] {
  return names.flatMap((name) => resourceType(action.service, name) ?? []);
}
