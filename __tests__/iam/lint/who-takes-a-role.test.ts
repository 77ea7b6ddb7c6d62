/** A trust policy whose principal takes a role by another action: `invalid-principal`. */
import { codesOf, findingsIn, findingsOf, policyOf } from "./field-support";

const WRONG = "error invalid-principal";
const SAML = { Federated: "arn:aws:iam::123456789012:saml-provider/okta" };
const OIDC = { Federated: "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" };
const SUBJECT = {
  StringEquals: { "token.actions.githubusercontent.com:sub": "repo:octo-org/octo-repo:ref:refs/heads/main" },
};
const [BY_ROLE, BY_SAML, BY_TOKEN] = ["sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity"];

const findings = (Principal: object | string, Action: string | readonly string[], Condition: object = SUBJECT) =>
  findingsOf(policyOf({ Principal, Action, Condition }), "trust").filter(({ rule }) => rule === "invalid-principal");
const codes = (...given: Parameters<typeof findings>) => codesOf(findings(...given));

test.each([
  ["a SAML provider with the action of OIDC", SAML, BY_TOKEN],
  ["an OIDC provider with the action of SAML", OIDC, BY_SAML],
  ["Amazon Cognito with the action of SAML", { Federated: "cognito-identity.amazonaws.com" }, BY_SAML],
  ["a service with the action of OIDC", { Service: "ec2.amazonaws.com" }, BY_TOKEN],
  ["an account with the action of SAML", { AWS: "arn:aws:iam::123456789012:root" }, [BY_SAML, "sts:TagSession"]],
  ["an identity provider with that of a role", SAML, BY_ROLE],
  ["two kinds, neither of which can", { ...SAML, Service: "ec2.amazonaws.com" }, BY_TOKEN],
])("%s", (_, principal, action) => {
  expect(codes(principal, action)).toEqual([WRONG]);
});

test.each([
  ["a SAML provider", SAML, [BY_SAML, "sts:TagSession"]],
  ["an OIDC provider", OIDC, BY_TOKEN],
  ["one kind of two", { ...SAML, Service: "ec2.amazonaws.com" }, BY_ROLE],
  ["all actions", SAML, "sts:*"],
  ["tags alone, in a statement of their own", SAML, "sts:TagSession"],
  ["everybody", "*", BY_ROLE],
  ["a service that only a plan knows", { Service: "${var.service}" }, BY_TOKEN],
  ["an account that only a plan knows", { AWS: "${var.principal}" }, BY_SAML],
  ["a provider that only a plan knows", { Federated: "${var.provider}" }, BY_SAML],
])("%s", (_, principal, action) => {
  expect(codes(principal, action)).toEqual([]);
});

test("a provider that only a plan knows cannot use the action of a role", () => {
  const [finding] = findings({ Federated: "${var.provider}" }, BY_ROLE);
  expect(finding).toMatchObject({
    message: "an identity provider cannot use `sts:AssumeRole`",
    hint: "write `sts:AssumeRoleWithSAML` or `sts:AssumeRoleWithWebIdentity`",
  });
});

test("the providers of Terraform are told apart", () => {
  const role = (provider: string, action: string) => `
resource "aws_iam_role" "a" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = ${provider} }
      Action    = "${action}"
      Condition = { StringEquals = { "example.com:sub" = "a" } }
    }]
  })
}
`;
  const saml = "aws_iam_saml_provider.okta.arn";
  expect(codesOf(findingsIn({ "main.tf": role(saml, BY_TOKEN) }))).toEqual([WRONG]);
  expect(codesOf(findingsIn({ "main.tf": role("aws_iam_openid_connect_provider.a.arn", BY_SAML) }))).toEqual([WRONG]);
  expect(codesOf(findingsIn({ "main.tf": role(saml, BY_SAML) }))).toEqual(["info saml-without-audience"]);
});

test("a Deny, whose principals need not be able to", () => {
  const deny = { Effect: "Deny", Principal: SAML, Action: BY_TOKEN };
  expect(codesOf(findingsOf(policyOf(deny), "trust"))).toEqual(["error allows-nothing"]);
});
