/** Who a trust policy or a resource policy lets in. */

import { hasToken } from "../../../text/tokens";
import { parseArn } from "../../arn/arn";
import { checkArn } from "../../arn/arn-check";
import { serviceKnowledge } from "../../data/authorization";
import type { Condition, Located, Principal } from "../../document/policy";
import type { Context } from "../context";
import { isPositive, type ParsedStatement } from "../parsed-statement";
import { resourceTerm } from "../resource-term";
import { listOf, shorten } from "../words";

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser", "*"];

/** Keys that say who comes in; a condition on one makes `*` a group. */
const LIMITS =
  /^(aws:(PrincipalOrg\w+|PrincipalAccount|PrincipalArn|PrincipalServiceName\w*|SourceAccount|SourceArn|SourceOrg\w+|SourceOwner|SourceVpc\w*|SourceIp|VpcSourceIp|userid|username|PrincipalTag\/.*|PrincipalIsAWSService)|kms:CallerAccount|s3:DataAccessPoint\w+|[\w.-]+\.[\w./-]+:\w+|saml:\w+)$/i;

/** Reports principals that AWS refuses, and those that are everybody. */
export function checkPrincipals(context: Context): void {
  for (const parsed of context.parsedStatements) {
    const { principals, notPrincipals } = parsed.statement;
    if (context.type === "identity" && principals === undefined && notPrincipals === undefined) continue;
    checkPresence(context, parsed);
    for (const principal of [...(principals ?? []), ...(notPrincipals ?? [])])
      checkPrincipal(context, parsed, principal);
    if (context.type === "trust") checkTrust(context, parsed);
    if (context.type !== "identity" && parsed.allows) checkOpen(context, parsed);
    if (context.type !== "identity") checkAccounts(context, parsed);
  }
}

function checkPresence(context: Context, { statement }: ParsedStatement): void {
  const { type } = context;
  const { principals, notPrincipals, issues: strange } = statement;
  const has = principals !== undefined || notPrincipals !== undefined;
  if (strange.some(({ element }) => element === "Principal" || element === "NotPrincipal")) return;
  if (type === "identity" && has) {
    const message = "a policy of an identity names no principal: it is that of whoever has the policy";
    context.report("invalid-principal", statement, { message, hint: "take `Principal` out" }, statement);
  } else if (type !== "identity" && !has) {
    const message = `a statement of a ${type} policy needs a principal`;
    const hint = 'add one such as `"Principal": { "Service": "glue.amazonaws.com" }`';
    context.report("invalid-principal", statement, { message, hint }, statement);
  } else if (type === "trust" && notPrincipals !== undefined) {
    const message = "AWS takes no `NotPrincipal` in a trust policy";
    context.report("invalid-principal", statement, { message, hint: "name who may assume the role" }, statement);
  } else if (has && [...(principals ?? []), ...(notPrincipals ?? [])].every(({ values }) => values.length === 0)) {
    context.report(
      "invalid-principal",
      statement,
      { message: "the statement names no principal in `Principal`" },
      statement,
    );
  }
}

function checkPrincipal(context: Context, { statement }: ParsedStatement, principal: Principal): void {
  const { kind } = principal;
  if (!KINDS.includes(kind) && !hasToken(kind)) {
    const message = `there is no kind of principal \`${shorten(kind)}\``;
    context.report(
      "invalid-principal",
      principal,
      { message, hint: "one of AWS, Service, Federated, CanonicalUser", about: kind },
      statement,
    );
    return;
  }
  for (const at of principal.values) {
    const fault = hasToken(at.value) ? undefined : faultOf(kind, at.value);
    if (fault === undefined) continue;
    context.report("invalid-principal", at, { ...fault, about: at.value }, statement);
  }
}

interface Fault {
  readonly message: string;
  readonly hint?: string;
}

function faultOf(kind: string, value: string): Fault | undefined {
  if (kind === "Service") return faultOfService(value);
  return kind === "AWS" ? faultOfAws(value) : undefined;
}

/** Principals that Glue and those who call it use; facts: 1,523 managed policies name no other of the Glue family. */
const GLUE_FAMILY = ["glue.amazonaws.com", "databrew.amazonaws.com"];

function faultOfService(value: string): Fault | undefined {
  const text = shorten(value);
  if (
    !/^[a-z0-9][a-z0-9.-]*\.amazonaws\.com(\.cn)?$/.test(value) &&
    !/^[a-z0-9][a-z0-9.-]*\.(aws\.internal|amazon\.com|api\.aws|aws|alexa\.amazon\.com)$/.test(value)
  ) {
    const near = GLUE_FAMILY.find((name) => value.toLowerCase().startsWith(name.split(".")[0] ?? name));
    return {
      message: `\`${text}\` is no principal of a service`,
      hint: `write ${near === undefined ? "one such as `glue.amazonaws.com`" : `\`${near}\``}`,
    };
  }
  const meant = misspelled(value);
  return meant === undefined
    ? undefined
    : { message: `there is no service principal \`${text}\``, hint: `did you mean \`${meant}\`?` };
}

/** A name of the Glue family that none of its services has, or one letter beside one of them. */
function misspelled(value: string): string | undefined {
  const [name = "", ...rest] = value.split(".amazonaws.com")[0]?.split(".") ?? [];
  const full = [name, ...rest].join(".");
  if (GLUE_FAMILY.includes(`${full}.amazonaws.com`)) return undefined;
  if (/databrew/.test(full)) return "databrew.amazonaws.com";
  if (/(^|[.-])(aws)?glue/.test(full)) return "glue.amazonaws.com";
  if (rest.length > 0 || serviceKnowledge(name) !== undefined) return undefined;
  return GLUE_FAMILY.find((known) => isSwapped(name, known.split(".")[0] ?? ""));
}

/** Whether two words have the same letters, one pair of neighbours swapped, or one letter left out or added. */
function isSwapped(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].sort().join("") === [...b].sort().join("");
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}

/** IAM: `Principal` takes accounts, users, roles and sessions, each by its name; `*` stands alone or not at all. */
function faultOfAws(value: string): Fault | undefined {
  if (value === "*" || /^\d{12}$/.test(value) || /^A[A-Z0-9]{15,}$/.test(value)) return undefined;
  const text = shorten(value);
  if (!value.startsWith("arn:"))
    return { message: `\`${text}\` is no principal of AWS`, hint: "write an account's twelve digits or an ARN" };
  if (/[*?]/.test(value)) {
    return {
      message: `\`${text}\` has a wildcard, and AWS takes none in a principal`,
      hint: "name the account, and narrow it by a condition on `aws:PrincipalArn`",
    };
  }
  const [problem] = checkArn(value);
  if (problem !== undefined) return { message: problem.message, hint: problem.hint };
  const arn = parseArn(value);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return { message: `\`${text}\` is no ARN of a principal` };
  if (/^(root$|user\/|role\/|assumed-role\/|federated-user\/|oidc-provider\/|saml-provider\/)/.test(arn.resource))
    return undefined;
  return {
    message: `\`${text}\` is no principal`,
    hint: "accounts, users, roles and their sessions are; groups and policies are not",
  };
}

function checkTrust(context: Context, parsed: ParsedStatement): void {
  const { statement } = parsed;
  const [resource] = statement.resources ?? statement.notResources ?? [];
  if (resource !== undefined) {
    const message = "a trust policy has no `Resource`: the role that it belongs to is the resource";
    context.report(
      "resource-in-trust",
      resource,
      { message, hint: "take it out", fix: { kind: "drop-resources" } },
      statement,
    );
  }
  const other = parsed.actions.filter(
    ({ term }) => term.kind !== "all" && term.kind !== "open" && !["sts", ""].includes(term.service),
  );
  const [first] = other;
  if (first !== undefined) {
    const message = `${listOf(other.map(({ at }) => at.value))} in a trust policy: it takes actions of \`sts\` only`;
    context.report(
      "action-in-trust",
      first.at,
      { message, hint: "give the role a policy with these actions", about: first.at.value },
      statement,
    );
  }
  checkFederated(context, parsed);
}

/** Access Analyzer, MISMATCHED_ACTION_FOR_PRINCIPAL. */
function checkFederated(context: Context, { statement, actions, allows }: ParsedStatement): void {
  const principals = statement.principals ?? [];
  if (!allows || principals.length === 0 || !principals.every(({ kind }) => kind === "Federated")) return;
  const ids = actions.map(({ term }) => term);
  const fits = ids.some(
    ({ kind, allows: has }) => kind === "open" || has("sts:assumerolewithsaml") || has("sts:assumerolewithwebidentity"),
  );
  if (fits || !ids.some(({ id }) => id === "sts:assumerole")) return;
  const message = "an identity provider cannot use `sts:AssumeRole`";
  const hint = "write `sts:AssumeRoleWithWebIdentity` or `sts:AssumeRoleWithSAML`";
  context.report("invalid-principal", actions[0]?.at ?? statement, { message, hint }, statement);
}

/** Every request has these, so `IfExists` takes nothing from them. */
const ALWAYS_THERE = /^aws:(PrincipalArn|PrincipalAccount|userid)$/i;

/** What any caller fits: `*`, any principal of any account, any address. */
const ANYBODY = /^(\*+|arn:[^:]*:(iam|sts|\*)::(\*+):(\*+|(role|user|assumed-role)\/\*+)|0\.0\.0\.0\/0|(::|0::0)\/0)$/;

/** Whether a condition lets in some and not others; one whose key is not known yet may. */
function limitsWho(condition: Condition): boolean {
  const { key, operator, ifExists, values } = condition;
  if (hasToken(key)) return true;
  if (!LIMITS.test(key) || !isPositive(condition) || (ifExists && !ALWAYS_THERE.test(key))) return false;
  // `StringEquals` takes the wildcard for a character.
  return /^StringEquals/.test(operator) || !values.some(({ value }) => ANYBODY.test(String(value)));
}

/** Everybody, and no condition that says who. */
function checkOpen(context: Context, { statement, actions }: ParsedStatement): void {
  const { type } = context;
  if (statement.conditions.some(limitsWho)) return;
  const everybody = (statement.principals ?? []).find(
    ({ kind, values }) => kind === "*" || (kind === "AWS" && values.some(({ value }) => value === "*")),
  );
  if (type === "resource") {
    const [excepted] = statement.notPrincipals ?? [];
    // A bucket may be meant for all the world; a Data Catalog is not.
    if (everybody !== undefined && actions.length > 0 && actions.every(({ term }) => term.service === "glue")) {
      const message = "anybody with an AWS account may use the Data Catalog";
      context.report(
        "open-trust",
        everybody,
        { message, hint: "name accounts, or add `aws:PrincipalOrgID`" },
        statement,
      );
    }
    if (excepted === undefined) return;
    const message = "`Allow` with `NotPrincipal` lets in everybody else, people without an account included";
    context.report(
      "open-trust",
      excepted,
      { message, hint: "name who may, or deny these in a statement of its own" },
      statement,
    );
    return;
  }
  if (everybody === undefined) return;
  const message = "anybody with an AWS account may assume the role";
  const hint = 'name who may: `"Service": "glue.amazonaws.com"`, or the ARN of a role';
  context.report("open-trust", everybody, { message, hint }, statement);
}

/** The account in `aws:SourceAccount` and that in `aws:SourceArn` say the same, or nobody comes in. */
function checkAccounts(context: Context, parsed: ParsedStatement): void {
  if (!parsed.allows) return;
  const accounts = valuesOf(parsed, "aws:sourceaccount");
  const arns = valuesOf(parsed, "aws:sourcearn");
  const known = accounts.map(({ value }) => value);
  if (known.length === 0 || known.some((text) => hasToken(text) || /[*?]/.test(text))) return;
  for (const { value, ...place } of arns) {
    const account = parseArn(resourceTerm(value).text)?.account ?? "";
    if (account === "" || hasToken(account) || /[*?]/.test(account) || known.includes(account)) continue;
    const message = `\`aws:SourceArn\` is of account ${account} and \`aws:SourceAccount\` of ${known.join(", ")}: no request has both`;
    context.report(
      "trust-account-mismatch",
      place,
      { message, hint: "write one account in both", about: value },
      parsed.statement,
    );
    return;
  }
  checkOwnAccount(context, parsed, accounts);
}

/** A role can be passed to Glue in its own account only (IAM User Guide, "Grant a user permissions to pass a role"). */
function checkOwnAccount(context: Context, { statement }: ParsedStatement, accounts: readonly Located<string>[]): void {
  const { type, options } = context;
  const { account } = options;
  const [first] = accounts;
  const services = (statement.principals ?? [])
    .filter(({ kind }) => kind === "Service")
    .flatMap(({ values }) => values);
  if (
    type !== "trust" ||
    account === undefined ||
    first === undefined ||
    accounts.some(({ value }) => value === account)
  )
    return;
  if (services.length === 0 || !services.every(({ value }) => GLUE_FAMILY.includes(value))) return;
  const message = `\`aws:SourceAccount\` is ${first.value}, but the role is in account ${account}, and Glue takes roles of its own account only`;
  context.report("trust-account-mismatch", first, { message, hint: `write ${account}`, about: first.value }, statement);
}

function valuesOf({ statement }: ParsedStatement, key: string): readonly Located<string>[] {
  return statement.conditions
    .filter((condition) => condition.key.toLowerCase() === key && isPositive(condition))
    .flatMap(({ values }) => values.map(({ value, ...place }) => ({ value: String(value), ...place })));
}
