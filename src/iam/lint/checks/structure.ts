/** The form of a document and its statements. Linear in the text: it runs on documents of any length. */
import { hasToken } from "../../../text/tokens";
import type { ElementIssue, PolicyHolder, PolicyType, Statement } from "../../document/policy";
import type { Context } from "../context";
import { shorten } from "../words";

const TOP = { pointer: "" };
const VERSIONS = ["2012-10-17", "2008-10-17"];

interface Limit {
  readonly longest: number;
  readonly of: string;
}

/** AWS, "IAM and AWS STS quotas": trust policies 2,048 characters; S3 takes bucket policies of 20 KB. */
const LIMITS: Readonly<Record<Exclude<PolicyType, "identity">, Limit>> = {
  trust: { longest: 2048, of: "a trust policy" },
  resource: { longest: 20_480, of: "a resource policy" },
};

/** The same for policies of identities; "AWS IAM Identity Center quotas" for that of a permission set. */
const LIMITS_OF_IDENTITIES: Readonly<Record<PolicyHolder, Limit>> = {
  "managed-policy": { longest: 6144, of: "a managed policy" },
  role: { longest: 10_240, of: "an inline policy of a role" },
  user: { longest: 2048, of: "an inline policy of a user" },
  group: { longest: 5120, of: "an inline policy of a group" },
  "permission-set": { longest: 32_768, of: "the inline policy of a permission set" },
};

/** Elements whose wrong values have a rule of their own. */
const RULE_OF_ELEMENT: Readonly<Record<string, string>> = {
  Effect: "invalid-effect",
  Sid: "invalid-sid",
  Version: "invalid-version",
  Principal: "invalid-principal",
  NotPrincipal: "invalid-principal",
};

/** Reports what AWS would refuse before it reads what a policy means. */
export function checkStructure(context: Context): void {
  checkSize(context);
  checkVersion(context);
  for (const issues of context.document.issues) reportElementIssue(context, issues);
  checkStatements(context);
  const sids = new Map<string, Statement>();
  for (const statement of context.document.statements) checkStatement(context, statement, sids);
}

function checkSize(context: Context): void {
  const { document, type, options } = context;
  const limit = type === "identity" ? LIMITS_OF_IDENTITIES[options.holder ?? "managed-policy"] : LIMITS[type];
  const longest = options.maxSize ?? limit.longest;
  if (document.size <= longest) return;
  context.report("policy-too-long", TOP, {
    message: `the policy has ${document.size} characters without white space, and ${limit.of} has at most ${longest}`,
    hint:
      type === "identity"
        ? "split it into several policies; `tfwright grant` splits where it compiles"
        : "shorten it, or ask AWS for a higher quota where there is one",
  });
}

function checkVersion(context: Context): void {
  const { document, type } = context;
  const { version, issues: strange } = document;
  if (version !== undefined && !VERSIONS.includes(version.value) && !hasToken(version.value)) {
    context.report("invalid-version", version, {
      message: `there is no version \`${shorten(version.value)}\` of the policy language`,
      hint: 'write `"Version": "2012-10-17"`; it is no date of yours',
      fix: { kind: "version" },
    });
  }
  if (version !== undefined || strange.some(({ element }) => element === "Version")) return;
  const variables = type === "trust" ? "" : ", in which `${aws:username}` is plain text";
  context.report("missing-version", TOP, {
    message: `without \`Version\` AWS reads the policy in the language of 2008${variables}`,
    hint: 'add `"Version": "2012-10-17"`',
    fix: { kind: "version" },
  });
}

function checkStatements(context: Context): void {
  const { document } = context;
  if (document.statements.length > 0 || document.issues.some(({ element }) => element === "Statement")) return;
  context.report("invalid-element", TOP, {
    message: "the policy has no statement",
    hint: "add one to `Statement`",
    about: "Statement",
  });
}

function reportElementIssue(context: Context, issues: ElementIssue, statement?: Statement): void {
  const own = issues.kind === "wrong-type" ? RULE_OF_ELEMENT[issues.element] : undefined;
  const { element, reason, hint, ...place } = issues;
  const message = `\`${shorten(element)}\`: ${shorten(reason)}`;
  context.report(own ?? "invalid-element", place, { message, hint, about: shorten(element) }, statement);
}

function checkStatement(context: Context, statement: Statement, sids: Map<string, Statement>): void {
  for (const issues of statement.issues) reportElementIssue(context, issues, statement);
  checkEffect(context, statement);
  checkSid(context, statement, sids);
  checkConflicts(context, statement);
  checkMissing(context, statement);
}

function checkEffect(context: Context, statement: Statement): void {
  const { effect } = statement;
  if (effect === undefined) {
    if (hasElementIssue(statement, "Effect")) return;
    context.report(
      "invalid-effect",
      statement,
      { message: "the statement has no `Effect`", hint: EFFECT_HINT },
      statement,
    );
  } else if (effect.value !== "Allow" && effect.value !== "Deny" && !hasToken(effect.value)) {
    const message = `\`${shorten(effect.value)}\` is no effect`;
    context.report("invalid-effect", effect, { message, hint: EFFECT_HINT, about: effect.value }, statement);
  }
}

const EFFECT_HINT = "write `Allow` or `Deny`, in this case of letters";

/** IAM: letters and digits. Other services take more in their own policies; an empty Sid is what the console writes. */
function checkSid(context: Context, statement: Statement, sids: Map<string, Statement>): void {
  const { type } = context;
  const { sid } = statement;
  if (sid === undefined || sid.value === "" || hasToken(sid.value)) return;
  if (type !== "resource" && !/^[A-Za-z0-9]+$/.test(sid.value)) {
    const to = sid.value.replace(/[^A-Za-z0-9]/g, "");
    const fix = to === "" ? {} : { fix: { kind: "sid", to } as const };
    const message = `the Sid \`${shorten(sid.value)}\` has other characters than letters and digits`;
    context.report("invalid-sid", sid, { message, hint: `write \`${shorten(to)}\``, ...fix }, statement);
  }
  const first = sids.get(sid.value);
  if (first === undefined) {
    sids.set(sid.value, statement);
    return;
  }
  const severity = type === "resource" ? ({ severity: "warning" } as const) : {};
  const message = `the Sid \`${shorten(sid.value)}\` stands at statement ${first.index + 1} already`;
  context.report(
    "duplicate-sid",
    sid,
    { message, hint: "give each statement a Sid of its own", ...severity },
    statement,
  );
}

function checkConflicts(context: Context, statement: Statement): void {
  const { actions, notActions, resources, notResources, principals, notPrincipals } = statement;
  if (actions !== undefined && notActions !== undefined) reportConflict(context, statement, "Action");
  if (resources !== undefined && notResources !== undefined) reportConflict(context, statement, "Resource");
  if (principals !== undefined && notPrincipals !== undefined) reportConflict(context, statement, "Principal");
}

function reportConflict(context: Context, statement: Statement, name: string): void {
  const message = `the statement has both \`${name}\` and \`Not${name}\``;
  context.report("conflicting-elements", statement, { message, hint: "keep one of them", about: name }, statement);
}

function checkMissing(context: Context, statement: Statement): void {
  const { type } = context;
  if (
    isEmpty(statement.actions) &&
    isEmpty(statement.notActions) &&
    !hasElementIssue(statement, "Action", "NotAction")
  ) {
    const message = "the statement has no `Action`";
    context.report(
      "invalid-element",
      statement,
      { message, hint: "say what it allows or denies", about: "Action" },
      statement,
    );
  }
  if (type !== "identity" || !isEmpty(statement.resources) || !isEmpty(statement.notResources)) return;
  if (hasElementIssue(statement, "Resource", "NotResource")) return;
  const message = "the statement has no `Resource`, so AWS refuses the policy";
  const hint = 'name the ARNs, or write `"Resource": "*"` where the actions take nothing else';
  context.report("no-resource-element", statement, { message, hint }, statement);
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

/** Whether something has been said of an element already. */
function hasElementIssue(statement: Statement, ...names: readonly string[]): boolean {
  return statement.issues.some(({ kind, element }) => kind === "wrong-type" && names.includes(element));
}
