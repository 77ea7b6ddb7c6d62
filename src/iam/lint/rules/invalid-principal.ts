import { type Message, say, withBackticks, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { hasPlaceholder } from "../../arn/placeholders";
import { tokenMeaning } from "../../document/pattern-tokens";
import { GATEWAY_ENDPOINT, type Located, type PolicyType, type Principal, type Statement } from "../../document/policy";
import { policyKind } from "../../document/policy-kinds";
import { defineRule } from "../define-rule";
import { PRINCIPAL_ELEMENT } from "../documentation";
import { trust } from "../example-policies";
import type { PlacedAction } from "../parsed/action-term";
import { faultOfPrincipal, faultOfReference } from "../principals/principal-fault";
import { faultOfService, faultOfViaService, type PrincipalFault } from "../principals/service-principal";
import type { Report } from "../report";
import { listOf, shorten } from "../words";

/** Rule `invalid-principal`: invalid principal. */
export const invalidPrincipal = defineRule({
  code: "invalid-principal",
  title: "invalid principal",
  severity: "error",
  what: "Principals that AWS rejects or that do not exist: unknown kinds and forms, wildcards in ARNs, groups, names of services that do not exist, also in conditions such as iam:PassedToService. Also a trust policy without a principal or with NotPrincipal, a policy of an identity or a service control policy with a principal, a resource control policy with another principal than `*`, an identity provider in the policy of a resource, another principal than `*` in the policy of a gateway endpoint of a VPC, and a principal with the action of another kind: an identity provider with sts:AssumeRole, a SAML provider with sts:AssumeRoleWithWebIdentity.",
  why: "AWS rejects the policy, or nobody can assume the role.",
  bad: trust({ Principal: { Service: "crawler.glue.amazonaws.com" } }),
  good: trust(),
  source: PRINCIPAL_ELEMENT,
  accessAnalyzer: "INVALID_SERVICE_PRINCIPAL_FORMAT",
  check: {
    elements: ["Principal", "NotPrincipal"],
    statement({ statement, allows }, { type, document: { attachedTo } }) {
      const { principals, notPrincipals } = statement;
      if (principals === undefined && notPrincipals === undefined && policyKind(type).principal === "none")
        return undefined;
      const all = [...(principals ?? []), ...(notPrincipals ?? [])];
      const providers = type === "resource" ? all.filter(isProvider) : [];
      const others = all.filter((one) => !providers.includes(one));
      return [
        ...reportsOfPresence(statement, type),
        ...(allows && attachedTo === GATEWAY_ENDPOINT ? reportsOfGateway(statement) : []),
        ...providers.map(reportOfProvider),
        ...others.flatMap(reportsOfPrincipal),
      ];
    },
    condition({ condition, family }) {
      const faultOf = family === "String" ? SERVICE_KEYS.get(condition.key.toLowerCase()) : undefined;
      if (faultOf === undefined) return undefined;
      return condition.values.flatMap((at) => {
        const value = String(at.value);
        const fault = hasToken(value) || hasPlaceholder(value) || /[*?]/.test(value) ? undefined : faultOf(value);
        return fault === undefined ? [] : [{ at, ...fault, about: `${condition.key} ${value}` }];
      });
    },
    // Access Analyzer, MISMATCHED_ACTION_FOR_PRINCIPAL.
    afterwards({ statement, actions, allows }, { type }) {
      const principals = statement.principals ?? [];
      const taken = type === "trust" && allows ? takersOf(actions) : undefined;
      const possible = principals.flatMap(({ kind, values }) => values.map(({ value }) => takersFor(kind, value)));
      // Where one of them fits, or nothing is known of it, the statement lets somebody in.
      if (taken === undefined || possible.length === 0) return undefined;
      if (possible.some((who) => who === undefined || who.some((one) => taken.includes(one)))) return undefined;
      const all = [...new Set(possible.flatMap((who) => who ?? []))];
      const wrong = actions.find(({ term }) => TAKERS.some(({ id }) => term.allows(id)));
      return {
        at: wrong?.at ?? statement,
        message: say`${words(whoCannot(all))} use ${wrong?.at.value ?? "it"}`,
        hint: `write ${withBackticks(listOf(namesFor(all), 6, "or"))}`,
      };
    },
  },
});

/** The condition keys whose values are names of services, and what may be wrong with one. */
const SERVICE_KEYS: ReadonlyMap<string, (value: string) => PrincipalFault | undefined> = new Map([
  ["iam:passedtoservice", faultOfService],
  ["iam:awsservicename", faultOfService],
  ["sts:awsservicename", faultOfService],
  ["aws:principalservicename", faultOfService],
  ["aws:principalservicenameslist", faultOfService],
  ["aws:calledvia", faultOfService],
  ["aws:calledviafirst", faultOfService],
  ["aws:calledvialast", faultOfService],
  ["kms:viaservice", faultOfViaService],
]);

/** Who takes a role, in the words of a message, and by which action. */
const TAKERS = [
  { who: "a SAML provider", id: "sts:assumerolewithsaml", name: "sts:AssumeRoleWithSAML" },
  { who: "an OIDC provider", id: "sts:assumerolewithwebidentity", name: "sts:AssumeRoleWithWebIdentity" },
  { who: "an AWS principal", id: "sts:assumerole", name: "sts:AssumeRole" },
  { who: "a service", id: "sts:assumerole", name: "sts:AssumeRole" },
] as const;

type Taker = (typeof TAKERS)[number]["who"];

/** Who can take the role by one of the actions; undefined where none of them takes a role, or where one is not known. */
function takersOf(actions: readonly PlacedAction[]): readonly Taker[] | undefined {
  if (actions.some(({ term }) => term.kind === "open")) return undefined;
  const found = TAKERS.filter(({ id }) => actions.some(({ term }) => term.allows(id)));
  return found.length === 0 ? undefined : found.map(({ who }) => who);
}

const PROVIDERS: readonly Taker[] = ["a SAML provider", "an OIDC provider"];

function whoCannot(all: readonly Taker[]): string {
  if (all.length === 1) return `${all[0]} cannot`;
  return all.every((who) => PROVIDERS.includes(who)) ? "an identity provider cannot" : "none of the principals can";
}

/** The actions by which they take a role. */
function namesFor(all: readonly Taker[]): readonly string[] {
  return TAKERS.filter(({ who }) => all.includes(who)).map(({ name }) => name);
}

/** What a principal may be; undefined where it may be anything, and for everybody. */
function takersFor(kind: string, value: string): readonly Taker[] | undefined {
  if (kind === "Service") return hasToken(value) ? undefined : ["a service"];
  if (kind === "AWS")
    return value === "*" || hasToken(value) || /:(?:saml|oidc)-provider\//.test(value)
      ? undefined
      : ["an AWS principal"];
  if (kind !== "Federated") return undefined;
  if (/^\$\{(?:data\.)?aws_iam_saml_provider\.|:saml-provider\//.test(value)) return ["a SAML provider"];
  const isOidc = /^\$\{(?:data\.)?aws_iam_openid_connect_provider\.|:oidc-provider\/|^[\w.-]+\.com(?:\.cn)?$/;
  return isOidc.test(value) ? ["an OIDC provider"] : PROVIDERS;
}

/** Whether there is a principal where there must be one, and none where there must not. */
function reportsOfPresence(statement: Statement, type: PolicyType): readonly Report[] {
  const { principals, notPrincipals, issues } = statement;
  const has = principals !== undefined || notPrincipals !== undefined;
  if (issues.some(({ element }) => element === "Principal" || element === "NotPrincipal")) return [];
  const report = (message: Message, hint?: string) => [{ at: statement, message, hint }];
  const kind = policyKind(type);
  if (kind.principal === "none" && has) {
    const whose = type === "scp" ? "accounts" : "identity";
    const message = words(`${kind.name} has no principal: it applies to the ${whose} that it is attached to`);
    return report(message, "take `Principal` out");
  }
  if (kind.principal !== "none" && !has) {
    const one =
      type === "trust" ? '{ "Service": "glue.amazonaws.com" }' : '{ "AWS": "arn:aws:iam::123456789012:role/reader" }';
    const example = kind.principal === "everybody" ? '"*"' : one;
    const message = words(`a statement of ${kind.name} needs a principal`);
    return report(message, `add one such as \`"Principal": ${example}\``);
  }
  if (kind.principal === "everybody" && !isEverybody(statement))
    return report(
      say`${words(kind.name)} takes only ${'"Principal": "*"'}`,
      "say who is meant by a condition, such as one on `aws:PrincipalOrgID`",
    );
  if (type === "trust" && notPrincipals !== undefined)
    return report(say`AWS does not accept ${"NotPrincipal"} in a trust policy`, "name who may assume the role");
  if (has && [...(principals ?? []), ...(notPrincipals ?? [])].every(({ values }) => values.length === 0))
    return report(say`the statement names no principal in ${"Principal"}`);
  return [];
}

function isEverybody({ principals = [], notPrincipals }: Statement): boolean {
  const [only, ...others] = principals.flatMap(({ kind, values }) => values.map(({ value }) => ({ kind, value })));
  if (notPrincipals !== undefined || others.length > 0) return false;
  return only === undefined || hasToken(only.value) || (only.value === "*" && ["*", "AWS"].includes(only.kind));
}

/** AWS PrivateLink guide, "Control access to VPC endpoints using endpoint policies", "Principals for gateway endpoints". */
function reportsOfGateway({ principals = [] }: Statement): readonly Report[] {
  const [first, ...others] = principals.flatMap(({ kind, values }) => values.map((at) => ({ kind, at })));
  if (first === undefined || mayBeEverybody(first.at) || hasPlaceholder(first.at.value)) return [];
  if (others.length === 0 && first.at.value === "*" && ["*", "AWS"].includes(first.kind)) return [];
  return [
    {
      at: first.at,
      message: say`the policy of a gateway endpoint takes no other principal than ${'"*"'}, so this lets nobody through but root users`,
      hint: "write `*`, and say who is meant by a condition on `aws:PrincipalArn`",
      about: first.at.value,
    },
  ];
}

/** Whether a value is not known and is no ARN: `${var.principal}`, but not `arn:aws:iam::${var.account}:root`. */
function mayBeEverybody({ value, meaning = value }: Located<string>): boolean {
  return meaning.startsWith("${") && tokenMeaning(meaning.slice(2, -1)).kind !== "arn";
}

function isProvider({ kind, values }: Principal): boolean {
  return kind === "Federated" && values.length > 0;
}

/** Access Analyzer, FEDERATED_PRINCIPAL_NOT_SUPPORTED: only the trust policies of roles take identity providers. */
function reportOfProvider(principal: Principal): Report {
  const [first] = principal.values;
  return {
    at: first ?? principal,
    message: say`${"Federated"} names an identity provider, which only the trust policy of a role takes`,
    hint: "name the role that its users take, as `AWS`",
    about: "Federated",
  };
}

const KINDS = ["AWS", "Service", "Federated", "CanonicalUser", "*"];

function reportsOfPrincipal(principal: Principal): readonly Report[] {
  const { kind } = principal;
  if (!KINDS.includes(kind) && !hasToken(kind)) {
    const message = say`there is no kind of principal ${shorten(kind)}`;
    return [{ at: principal, message, hint: "one of AWS, Service, Federated, CanonicalUser", about: kind }];
  }
  return principal.values.flatMap((at) => {
    const meaning = at.meaning ?? at.value;
    const fault = hasToken(meaning) ? faultOfReference(kind, meaning) : faultOfPrincipal(kind, at.value);
    return fault === undefined ? [] : [{ at, ...fault, about: at.value }];
  });
}
