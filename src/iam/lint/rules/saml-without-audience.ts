import { say } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { isPositive } from "../../document/condition-operator";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";

const SAML = {
  Principal: { Federated: "arn:aws:iam::123456789012:saml-provider/sso" },
  Action: "sts:AssumeRoleWithSAML",
};

/** Rule `saml-without-audience`: SAML for any audience. */
export const samlWithoutAudience = defineRule({
  code: "saml-without-audience",
  title: "SAML for any audience",
  severity: "info",
  what: "A trust policy for a SAML provider without a condition on `SAML:aud` or on another claim of the assertion.",
  why: "Every assertion of the provider that names the role takes it, whatever it was made for. The policy that the console writes has the condition.",
  bad: trust(SAML),
  good: trust({ ...SAML, Condition: { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } } }),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html",
  check: {
    types: ["trust"],
    statement({ allows, actions, statement: { principals = [], conditions } }) {
      if (!allows || !actions.some(({ term }) => term.allows("sts:assumerolewithsaml"))) return undefined;
      if (conditions.some((one) => hasToken(one.key) || (/^saml:/i.test(one.key) && isPositive(one)))) return undefined;
      const at = principals
        .filter(({ kind }) => kind === "Federated")
        .flatMap(({ values }) => values)
        .find(({ value }) => /saml/i.test(value));
      if (at === undefined) return undefined;
      return {
        at,
        message: say`no condition on ${"SAML:aud"} says what the assertions of ${at.value} are for`,
        hint: 'add `"StringEquals": { "SAML:aud": "https://signin.aws.amazon.com/saml" }`',
        about: at.value,
      };
    },
  },
});
