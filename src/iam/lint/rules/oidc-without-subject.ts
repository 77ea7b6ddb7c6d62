import { say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { isOpenSubject, oidcProvider } from "../../data/oidc-providers";
import { type ClaimCondition, claimOf, issuerOf, limitSubject } from "../../data/oidc-subjects";
import { isPositive } from "../../document/condition-operator";
import type { Condition, Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed-statement";
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
  what: "A trust policy for an OpenID Connect provider (GitHub, GitLab, EKS, HCP Terraform, Google, Bitbucket, CircleCI, Buildkite, Azure DevOps and others) without a condition on `sub`, or with one that subjects of strangers meet, such as `*` or `repo:*`. A condition on another claim that says who signs in counts too. For a provider that is not known, a condition on `aud` alone is info.",
  why: "Whoever can sign in at the provider can assume the role: with GitHub, every repository of the world.",
  bad: federated({ aud: "sts.amazonaws.com" }),
  good: federated({ aud: "sts.amazonaws.com", sub: "repo:octo-org/octo-repo:ref:refs/heads/main" }),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
  check: {
    types: ["trust"],
    statement(parsed) {
      const { allows, actions, statement } = parsed;
      if (!allows || !actions.some(({ term }) => term.allows("sts:assumerolewithwebidentity"))) return undefined;
      if (statement.conditions.some(({ key }) => hasToken(key))) return undefined;
      const principals = (statement.principals ?? []).filter(({ kind }) => kind === "Federated");
      return principals.flatMap(({ values }) => values).flatMap((at) => reportsOf(at, parsed));
    },
  },
});

function reportsOf(at: Located<string>, { statement: { conditions } }: ParsedStatement): readonly Report[] {
  const issuer = issuerOf(
    at.value,
    conditions.map(({ key }) => key),
  );
  if (issuer === undefined) return [];
  const provider = oidcProvider(issuer);
  if (limitSubject(conditions.map(claimConditionOf), issuer)) return [];
  const key = issuer === "" ? "PROVIDER:sub" : `${issuer}:sub`;
  const anybody = provider?.anybody ?? "everybody who signs in there";
  const hint = `add \`"StringLike": { "${shorten(key)}": "${provider?.example ?? "SUBJECT"}" }\``;
  const open = conditions
    .filter((condition) => isPositive(condition) && claimOf(condition.key, issuer) === "sub")
    .flatMap(({ values }) => values)
    .find(({ value }) => isOpenSubject(provider, String(value)));
  if (open !== undefined) {
    const message = say`${shorten(String(open.value))} does not say who it belongs to: ${words(anybody)} that matches it may assume the role`;
    return [{ at: open, message, hint, about: `${issuer} ${String(open.value)}` }];
  }
  const isForClient = provider === undefined && conditions.some((one) => claimOf(one.key, issuer) === "aud");
  const message = say`no condition on ${shorten(key)} limits who: ${words(anybody)} may assume the role`;
  return [{ at, message, hint, about: issuer, ...(isForClient ? ({ severity: "info" } as const) : {}) }];
}

function claimConditionOf({ values, ...rest }: Condition): ClaimCondition {
  return { ...rest, values: values.map(({ value }) => String(value)) };
}
