import { defineRule } from "../rule";

/** Reports "trust opened to an identity provider". */
export const trustOpenedToIdentityProvider = defineRule({
  code: "trust-opened-to-identity-provider",
  section: "permissions-gained",
  level: "attention",
  title: "trust opened to an identity provider",
  what: "A role that those may assume who sign in elsewhere: OIDC, SAML. It is a danger where no condition says whom of all who sign in there.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "The trust policy of a role names an OIDC provider.",
  good: "It names a service of AWS.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  looksAt: "permissions",
});
