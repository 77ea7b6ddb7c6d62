/** Whom a statement of a policy with principals lets in: everybody, or those that its conditions say. */
import { hasToken, splitOutside } from "../../../text/tokens";
import { arnCovers } from "../../arn/arn-match";
import { isPositive } from "../../document/condition-operator";
import type { Condition, Principal } from "../../document/policy";
import type { Context } from "../context";
import type { ParsedStatement } from "../parsed/parsed-statement";

/**
 * Keys that say who comes in: with a condition on one of them, `*` is not everybody. The name of a user, tags of a principal, addresses in a
 * VPC and that a service comes are what every account can have.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of public"
 */
const LIMITS =
  /^(aws:(PrincipalOrg\w+|PrincipalAccount|PrincipalArn|PrincipalServiceName\w*|SourceAccount|SourceArn|SourceOrg\w+|SourceOwner|SourceVpc\w*|SourceIp|userid)|kms:CallerAccount|s3:DataAccessPoint\w+|elasticfilesystem:AccessedViaMountTarget|sns:Endpoint|vpc-lattice-svcs:Source\w+|[\w.-]+\.[\w./-]+:\w+|saml:\w+)$/i;

/** Every request has these keys, so `IfExists` takes nothing from a condition on them. */
const ALWAYS_THERE = /^aws:(PrincipalArn|PrincipalAccount|userid)$/i;

/** What the key `aws:userid` is for callers without credentials: IAM User Guide, "Where you can use policy variables". */
const ANONYMOUS = "anonymous";

/**
 * Patterns that any caller fits: `*`, any address, the halves of all addresses, every account, organization, VPC or endpoint, the name of a
 * session that everybody can give.
 */
const ANYBODY =
  /^(\*+|(?:\d{1,3}\.){3}\d{1,3}\/[01]|[0-9a-f:]*\/[01]|\d?[*?]+|\?{12}|(?:o|r|vpc|vpce)-[*?]+(?:\/.*)?|[*?]+:[^*]*.*)$/i;

/**
 * Whether a value is a pattern that any caller fits: also an ARN of any account, because everybody can name a role or a topic as it says.
 * A bucket has no account in its ARN, and its name is there once.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html, "The meaning of public"
 */
function isAnybody(value: string): boolean {
  if (ANYBODY.test(value)) return true;
  const [arn, , service, , account = "", name] = splitOutside(value, ":", 6);
  if (arn !== "arn") return false;
  // A `*` at the end takes what is missing, but not an account that is there.
  if (name === undefined) return value.endsWith("*") && !/^(?:\d{12}|\$\{)/.test(account);
  return service === "s3" ? /^\*+$/.test(name) : /^[*?]+$/.test(account);
}

/** Whether a condition lets in some and not others; a condition whose key is not known yet may. */
export function limitsWho(condition: Condition): boolean {
  const { key, operator, ifExists, values } = condition;
  if (hasToken(key)) return true;
  if (!LIMITS.test(key) || !isPositive(condition) || (ifExists && !ALWAYS_THERE.test(key))) return false;
  if (values.some(({ value }) => value === ANONYMOUS)) return false;
  // `StringEquals` takes the wildcard for a character.
  return /^StringEquals/.test(operator) || !values.some(({ value }) => isAnybody(String(value)));
}

/** The value of a condition that says who comes in and that everybody can meet: the ARN of a topic in any account. */
export function openValueOf({
  statement,
}: ParsedStatement): { readonly key: string; readonly value: string } | undefined {
  const found = statement.conditions
    .filter(({ key, operator }) => /^aws:(PrincipalArn|SourceArn)$/i.test(key) && /^(Arn|StringLike)/.test(operator))
    .flatMap(({ key, values }) => values.map(({ value }) => ({ key, value: String(value) })));
  return found.find(({ value }) => isAnybody(value));
}

/** Whether a principal is everybody. */
export function isEverybody({ kind, values }: Principal): boolean {
  return kind === "*" || (kind === "AWS" && values.some(({ value }) => value === "*"));
}

/** Whether another statement denies to everybody else what a statement allows to everybody. */
export function isDeniedToOthers({ parsedStatements }: Context, parsed: ParsedStatement): boolean {
  return parsedStatements.some((deny) => deny.denies && excludesOthers(deny) && covers(deny, parsed));
}

/** Whether everybody is denied, but for those that a condition names: `StringNotEquals` of the organization, for one. */
function excludesOthers({ statement: { principals = [], conditions } }: ParsedStatement): boolean {
  if (!principals.some(isEverybody) || !conditions.some(namesExceptions)) return false;
  return conditions.every((condition) => namesExceptions(condition) || /^(Bool|Null)$/i.test(condition.operator));
}

function namesExceptions({ key, operator, values }: Condition): boolean {
  if (hasToken(key)) return true;
  if (!/Not/.test(operator) || !LIMITS.test(key)) return false;
  return !values.some(({ value }) => value === ANONYMOUS || isAnybody(String(value)));
}

/** Whether a statement denies each action that another allows, on each of its resources. */
function covers(deny: ParsedStatement, { actions, resources }: ParsedStatement): boolean {
  const isCovered = actions.every(({ term }) =>
    deny.actions.some(
      (taken) => taken.term.kind === "all" || taken.term.id === term.id || isService(taken.term.id, term.id),
    ),
  );
  if (!isCovered || deny.statement.notResources !== undefined) return false;
  if (deny.everywhere || deny.resources.length === 0) return true;
  return resources.every((given) =>
    deny.resources.some(({ term }) => term.text === given.term.text || arnCovers(term.pattern, given.term.pattern)),
  );
}

/** Whether an action is all actions of the service of another. */
function isService(wide: string, id: string): boolean {
  return wide.endsWith(":*") && id.startsWith(wide.slice(0, -1));
}
