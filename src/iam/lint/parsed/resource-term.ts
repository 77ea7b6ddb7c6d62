/** An entry of `Resource`, parsed: the ARN that was meant, what is wrong with it, and the types of resources that it can name. */
import { Memo, memoizeByObject } from "../../../text/memo";
import { type ArnProblem, checkArn } from "../../arn/arn-check";
import { type ArnKind, arnKind } from "../../arn/arn-kind";
import { type ArnPattern, arnPattern } from "../../arn/arn-match";
import { glueAncestors, type TreeNode } from "../../arn/catalog-tree";
import { completeArn } from "../../arn/complete-arn";
import { fillPlaceholders } from "../../arn/placeholders";
import {
  type ActionInfo,
  type AwsResourceType,
  acceptedTypes,
  resourceType,
  resourceTypes,
} from "../../data/authorization";
import { covers, intersects, isEverything, literal, type Pattern, pattern } from "../../document/pattern";
import { asInTemplate, isLogGroupArn } from "../../document/pattern-tokens";
import type { Located, PolicyType } from "../../document/policy";
import { faultOfVariable } from "./policy-variable";

/** One resource as it is written, and what it means. */
export interface ResourceTerm {
  /** As written. */
  readonly written: string;
  /** The ARN that was meant, if that is certain, or that AWS completes it to; else the text as it is written. */
  readonly text: string;
  readonly pattern: ArnPattern;
  readonly problems: readonly ArnProblem[];
  /**
   * Whether it is not an ARN, and cannot be corrected with certainty, or a variable in it has no end. Rules about types and missing
   * resources ignore it.
   */
  readonly unresolved: boolean;
  /** Whether the author left something to be filled in, as in `arn:aws:sqs:us-east-1:<ACCOUNT_ID>:orders`. */
  readonly hasPlaceholder: boolean;
  /** Whether it is `*`, or another way to write every ARN of every service. */
  readonly matchesEverything: boolean;
  /** Whether it matches every ARN of an action's service, and no other: `arn:aws:sqs:*:*:*`. */
  matchesAllOf(service: string): boolean;
  /** Whether it matches every ARN of a type: `arn:aws:dynamodb:*:*:table/*`. */
  isAllOf(type: AwsResourceType): boolean;
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

const termsByType = new Memo<PolicyType, Memo<string, ResourceTerm>>(16);

/** Parses a resource of a policy of a type; the last few thousand are kept. */
export function resourceTerm(written: string, type: PolicyType): ResourceTerm {
  const terms = termsByType.get(type, () => new Memo(4096, 512));
  return terms.get(written, () => new Term(written, type, written));
}

/** A resource in a policy of a type; one with a meaning of its own is read as what it means, and shown as it is written. */
export function placedResource(at: Located<string>, type: PolicyType): PlacedResource {
  const { value, meaning } = at;
  return { at, term: meaning === undefined ? resourceTerm(value, type) : new Term(value, type, meaning) };
}

class Term implements ResourceTerm {
  readonly text: string;
  readonly problems: readonly ArnProblem[];
  readonly unresolved: boolean;
  readonly hasPlaceholder: boolean;
  readonly matchesEverything: boolean;
  readonly matchesStar: boolean;
  readonly #kind: ArnKind;
  /** The text, with `${...}` in place of what is to be filled in. */
  readonly #filled: string;
  #pattern: ArnPattern | undefined;
  #above: readonly TreeNode[] | undefined;

  constructor(
    readonly written: string,
    type: PolicyType,
    meaning: string,
  ) {
    const { text, filled, problems } = readResource(meaning, type);
    const meant = problems.length === 1 ? problems[0]?.meant : undefined;
    const kind = arnKind(filled);
    this.problems = meaning === written ? problems : problems.map(problemInTemplate);
    this.hasPlaceholder = filled !== text;
    this.matchesEverything = kind.matchesEverything;
    this.matchesStar = kind.matchesStar;
    this.text = meaning === written ? (meant ?? text) : written;
    this.unresolved = (problems.length > 0 && meant === undefined) || faultOfVariable(filled) === "unclosed";
    this.#filled = meant ?? filled;
    this.#kind = meant === undefined ? kind : arnKind(meant);
  }

  get pattern(): ArnPattern {
    this.#pattern ??= arnPattern(this.#filled);
    return this.#pattern;
  }

  get above(): readonly TreeNode[] {
    this.#above ??= aboveOf(this.#filled);
    return this.#above;
  }

  is(type: AwsResourceType): boolean {
    return this.#kind.is(type) && !(type.name === "log-stream" && isLogGroupArn(this.text));
  }

  matchesAllOf(service: string): boolean {
    return this.#kind.wholeService === service;
  }

  isAllOf(type: AwsResourceType): boolean {
    return this.#kind.isAllOf(type);
  }
}

/** What is advised to write in a template. */
function problemInTemplate({ hint, ...rest }: ArnProblem): ArnProblem {
  return hint === undefined ? rest : { ...rest, hint: asInTemplate(hint) };
}

/** The ARN that AWS reads in a text, and what is wrong with it: with the text as it is written where nobody can complete it. */
function readResource(written: string, type: PolicyType) {
  if (arnKind(written).isValid) return { text: written, filled: written, problems: [] };
  for (const text of [completeArn(written, type), written]) {
    const filled = fillPlaceholders(text);
    if (arnKind(filled).isValid) return { text, filled, problems: [] };
  }
  return { text: written, filled: written, problems: problemsBeside(written) };
}

/** What is wrong with an ARN whatever is put in place of what is to be filled in. */
function problemsBeside(written: string): readonly ArnProblem[] {
  const filled = fillPlaceholders(written);
  if (filled === written) return checkArn(written);
  const certain = checkArn(filled);
  const fields = certain.map(({ field }) => field);
  const named = checkArn(written).filter(({ field }) => fields.includes(field));
  // The ARN that was meant would have `${...}` in it.
  return named.length > 0 ? named : certain.map(({ hint: _hint, meant: _meant, ...problem }) => problem);
}

function aboveOf(text: string): readonly TreeNode[] {
  const nodes = glueAncestors(text);
  return /:catalog\/[^:]*$/.test(text) ? nodes.filter(({ type }) => type !== "catalog") : nodes;
}

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
  { service, checkedOn = CHECKED_ON[service] }: ActionInfo,
  { matchesStar, text, pattern: { fields } }: ResourceTerm,
): boolean {
  if (matchesStar) return true;
  const [, , owner, , , resource] = fields ?? [];
  if (owner === undefined || resource === undefined || STAR_ALONE.includes(service)) return false;
  const isOpen = checkedOn === undefined ? isEverything(resource) : isChecked(checkedOn, resource, text);
  return isOpen && intersects(owner, literal(service));
}

/**
 * What AWS checks for each action of a service that takes no ARN, though the reference of the service has none; `${Account}` is the
 * account.
 *
 * AWS HealthLake guide, "Troubleshooting": not authorized to perform lakeformation:PutDataLakeSettings on resource
 * `arn:aws:lakeformation:us-east-2:111122223333:catalog:111122223333`. terraform-provider-aws#8804:
 * logs:DescribeLogGroups is denied on `log-group::log-stream:`; AWS's data lake solution allows logs:PutResourcePolicy there.
 */
const CHECKED_ON: Readonly<Record<string, string>> = {
  lakeformation: "catalog:${Account}",
  logs: "log-group::log-stream:",
};

/** Whether a resource matches what AWS checks; behind `role/` that goes on with the path that the caller asks for. */
function isChecked(checkedOn: string, resource: Pattern, arn: string): boolean {
  if (checkedOn.endsWith(ANY_ACCOUNT)) return intersects(resource, pattern(checkedOn.replace(ANY_ACCOUNT, "*")));
  if (covers(resource, literal(checkedOn))) return true;
  return checkedOn.endsWith("/") && arn.includes(`:${checkedOn.slice(0, -1)}`) && OPEN_PATH.test(arn);
}

/** Stands for the account in the last part of an ARN. */
const ANY_ACCOUNT = "${Account}";

/** `role/app/*`; a variable may end with the sign: `role/${path}*`. */
const OPEN_PATH = /[/}]\*+$/;

/** `role/app/${rest}`: nobody knows what follows the path. */
const UNKNOWN_PATH = /:[\w-]+\/.+\/\$\{[^}]*\}$/;

/**
 * Whether a resource is all of some type of an action's service, and the action lists: `iam:ListRoles` on `role/app/*`. The reference
 * of the service has no ARN for it, but what AWS checks is often the start of one, which may go on with what the caller asks for: "not
 * authorized to perform: iam:ListRoles on resource: arn:aws:iam::123456789012:role/app/".
 */
export function mayListAll(
  { service, name, access }: ActionInfo,
  { pattern: { fields }, text }: ResourceTerm,
): boolean {
  if (STAR_ALONE.includes(service) || !(access.includes("List") || /^(List|Describe)/.test(name))) return false;
  const owner = fields?.[2];
  const isWhole = /[:/]\*$/.test(text) || (service === "iam" && (OPEN_PATH.test(text) || UNKNOWN_PATH.test(text)));
  return owner !== undefined && isWhole && intersects(owner, literal(service));
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
export const typesOf: (action: ActionInfo) => readonly AwsResourceType[] = memoizeByObject(acceptedTypes);

/** The types with these names in the action's service. */
export function typesNamed(action: ActionInfo, names: readonly string[]): readonly AwsResourceType[] {
  return names.flatMap((name) => resourceType(action.service, name) ?? []);
}
