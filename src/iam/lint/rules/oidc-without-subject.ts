import { say, words } from "../../../text/message";
import { isOpenSubject, oidcProvider } from "../../data/oidc-providers";
import { type ClaimCondition, claimOf, claimOfUnknown, issuerOf, limitSubject } from "../../data/oidc-subjects";
import { isPositive } from "../../document/condition-operator";
import type { Condition, Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import type { Report } from "../report";
import { shorten } from "../words";

const GITHUB = "token.actions.githubusercontent.com";
const federated = (claims: Readonly<Record<string, string>>) =>
  trust({
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}` },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: Object.fromEntries(Object.entries(claims).map(([claim, value]) => [`${GITHUB}:${claim}`, value])),
    },
  });

/** Rule `oidc-without-subject`: any subject of an identity provider. */
export const oidcWithoutSubject = defineRule({
  code: "oidc-without-subject",
  title: "any subject of an identity provider",
  severity: "security",
  what: "A trust policy for an OpenID Connect provider (GitHub, GitLab, EKS, HCP Terraform, Google, Bitbucket, CircleCI, Buildkite, Azure DevOps and others) without a condition on `sub`, or with one that subjects of strangers meet, such as `*` or `repo:*`. A condition on another claim that says who signs in counts too. For a provider that is not known, a condition on `aud` alone is info, unless the audience is `sts.amazonaws.com`, which is everybody's. Where only a plan knows the provider, as in `${local.issuer}:sub`, the claim behind the colon is enough.",
  why: "Whoever can sign in at the provider can assume the role: with GitHub, every repository of the world.",
  bad: federated({ aud: "sts.amazonaws.com" }),
  good: federated({ aud: "sts.amazonaws.com", sub: "repo:octo-org/octo-repo:ref:refs/heads/main" }),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
  check: {
    types: ["trust"],
    statement(parsed) {
      const { allows, actions, statement } = parsed;
      if (!allows || !actions.some(({ term }) => term.allows("sts:assumerolewithwebidentity"))) return undefined;
      // A key of which not even the claim is known may be about the subject.
      if (statement.conditions.some(({ key }) => claimOfUnknown(key) === "")) return undefined;
      const principals = (statement.principals ?? []).filter(({ kind }) => kind === "Federated");
      return principals.flatMap(({ values }) => values).flatMap((at) => reportsOf(at, parsed));
    },
  },
});

function reportsOf(at: Located<string>, { statement: { conditions } }: ParsedStatement): readonly Report[] {
  const issuer = issuerOf(
    at.source ?? at.value,
    conditions.map(({ key }) => key),
    conditions.flatMap(({ values }) => values.map(({ value }) => String(value))),
  );
  if (issuer === undefined) return [];
  const claims = conditions.map((condition) => claimConditionOf(condition, issuer));
  if (limitSubject(claims, issuer)) return [];
  const provider = oidcProvider(issuer);
  const key = `${nameOf(issuer, conditions)}:${provider?.claim ?? "sub"}`;
  const anybody = provider?.anybody ?? "everybody who signs in there";
  const hint = `add \`"${provider?.claim === undefined ? "StringLike" : "StringEquals"}": { "${shorten(key)}": "${provider?.example ?? "SUBJECT"}" }\``;
  const open = conditions
    .filter((condition, index) => isPositive(condition) && claimOf(claims[index]?.key ?? "", issuer) === "sub")
    .flatMap(({ values }) => values)
    .find(({ value }) => isOpenSubject(provider, String(value)));
  if (open !== undefined) {
    const message = say`${shorten(String(open.value))} does not say who it belongs to: ${words(anybody)} that matches it may assume the role`;
    return [{ at: open, message, hint, about: `${issuer} ${String(open.value)}` }];
  }
  const lenient = conditions.find(
    (condition, index) =>
      condition.set === "ForAllValues" &&
      isPositive({ operator: condition.operator, set: undefined }) &&
      claimOf(claims[index]?.key ?? "", issuer) === "sub",
  );
  if (lenient !== undefined) {
    const message = say`the condition on ${shorten(lenient.key)} has ${"ForAllValues"}, so it also holds for a token without a subject`;
    return [{ at, message, hint: "take `ForAllValues:` out", about: issuer }];
  }
  const isForClient = provider === undefined && claims.some((claim) => isOwnAudience(claim, issuer));
  const message = say`no condition on ${shorten(key)} limits who: ${words(anybody)} may assume the role`;
  return [{ at, message, hint, about: issuer, ...(isForClient ? ({ severity: "info" } as const) : {}) }];
}

/** Whether a condition asks for the audience of one client; that of AWS STS is the same for all who sign in. */
function isOwnAudience({ key, values }: ClaimCondition, issuer: string): boolean {
  return claimOf(key, issuer) === "aud" && !values.includes("sts.amazonaws.com");
}

/** What stands in front of the claim in the keys of the issuer. */
function nameOf(issuer: string, conditions: readonly Condition[]): string {
  const own = conditions.find(({ key }) => claimOfUnknown(key) !== undefined)?.key;
  if (own !== undefined) return own.slice(0, own.lastIndexOf(":"));
  return issuer === "" ? "PROVIDER" : issuer;
}

/** A condition of which only the claim is known is taken for one on the issuer: there is no other that it could be about. */
function claimConditionOf({ values, ...rest }: Condition, issuer: string): ClaimCondition {
  const claim = claimOfUnknown(rest.key);
  const key = claim === undefined ? rest.key : `${issuer}:${claim}`;
  return { ...rest, key, values: values.map(({ value }) => String(value)) };
}
