/** What stands in `Resource`: the ARN that was meant, what is wrong with it, and the types it can be of. */
import { type ArnProblem, checkArn } from "../arn-check";
import { type ArnPattern, arnPattern, matchesType } from "../arn-match";
import { type ActionInfo, acceptedTypes, type ResourceType, resourceType } from "../authorization";
import { covers, intersects, isEverything, literal, pattern } from "../pattern";
import { isLogGroupArn } from "../pattern-tokens";
import type { Located } from "../policy";

/** One resource as written, read. */
export interface ResourceTerm {
  /** As written. */
  readonly written: string;
  /** What was meant, where that is certain; else as written. */
  readonly text: string;
  readonly pattern: ArnPattern;
  readonly problems: readonly ArnProblem[];
  /** It is no ARN and nobody knows what was meant: it says nothing about the other rules. */
  readonly doubtful: boolean;
  /** `*`, and other ways to write every ARN of every service. */
  readonly everything: boolean;
  /** Whether the resource `*` of actions without ARNs is allowed by it, or may be once it is known. */
  readonly star: boolean;
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
const STAR = literal("*");
const EVERYTHING = /^(\*+|arn:\*+|arn:[^:]+:\*+|arn(:[^:]+)(:\*+){4,})$/;
const terms = new Map<string, ResourceTerm>();
const kinds = new Map<string, Kind>();

/** Reads a resource. */
export function resourceTerm(written: string): ResourceTerm {
  const present = terms.get(written);
  if (present !== undefined) return present;
  const made = new Term(written);
  if (written.length <= LONGEST_KEPT) keep(terms, written, made);
  return made;
}

function keep<T>(all: Map<string, T>, key: string, value: T): void {
  if (all.size >= KEPT) all.clear();
  all.set(key, value);
}

/** What ARNs that differ in nothing but their account have in common: no type names an account. */
interface Kind {
  /** Nothing is wrong with them. */
  readonly sound: boolean;
  readonly everything: boolean;
  readonly star: boolean;
  readonly pattern: ArnPattern;
  readonly types: Map<ResourceType, boolean>;
}

const BEFORE_ACCOUNT = /^arn:[\w-]+:[\w-]+:[\w*-]*:(?=\d{12}:)/;
const SOME_ACCOUNT = "000000000000";

function kindOf(written: string): Kind {
  const before = BEFORE_ACCOUNT.exec(written)?.[0].length;
  const key = before === undefined ? written : written.slice(0, before) + SOME_ACCOUNT + written.slice(before + 12);
  const present = kinds.get(key);
  if (present !== undefined) return present;
  const everything = EVERYTHING.test(key);
  const made: Kind = {
    sound: everything || checkArn(key).length === 0,
    everything,
    star: intersects(pattern(key), STAR),
    pattern: arnPattern(key),
    types: new Map(),
  };
  if (key.length <= LONGEST_KEPT) keep(kinds, key, made);
  return made;
}

class Term implements ResourceTerm {
  readonly text: string;
  readonly problems: readonly ArnProblem[];
  readonly doubtful: boolean;
  private readonly kind: Kind;
  private own: ArnPattern | undefined;

  constructor(readonly written: string) {
    const kind = kindOf(written);
    this.problems = kind.sound ? [] : checkArn(written);
    const meant = this.problems.length === 1 ? this.problems[0]?.meant : undefined;
    this.text = meant ?? written;
    this.kind = meant === undefined ? kind : { ...kindOf(meant), everything: kind.everything, star: kind.star };
    this.doubtful = this.problems.length > 0 && meant === undefined;
  }

  get everything(): boolean {
    return this.kind.everything;
  }

  get star(): boolean {
    return this.kind.star;
  }

  get pattern(): ArnPattern {
    this.own ??= arnPattern(this.text);
    return this.own;
  }

  is(type: ResourceType): boolean {
    const { types, pattern } = this.kind;
    let found = types.get(type);
    if (found === undefined) {
      found = matchesType(pattern, type) && !(type.name === "log-stream" && isLogGroupArn(this.text));
      types.set(type, found);
    }
    return found;
  }
}

const accepted = new WeakMap<ActionInfo, readonly ResourceType[]>();

/** Whether an action works on a resource: whether it can be of one of the action's types. */
export function worksOn(action: ActionInfo, term: ResourceTerm): boolean {
  return term.everything || term.doubtful || typesOf(action).some((type) => term.is(type));
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
