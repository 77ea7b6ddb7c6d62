import { defineRule } from "../rule";

/** Reports a role that users of an identity provider (OIDC, SAML) may now assume. */
export const trustOpenedToIdentityProvider = defineRule({
  code: "trust-opened-to-identity-provider",
  section: "permissions-gained",
  level: "attention",
  title: "trust opened to an identity provider",
  what: "A role that users of an identity provider (OIDC, SAML) may assume. It is a danger if no condition limits which users.",
  why: "Whoever can use the role, or is let in, can do more than before.",
  bad: "The trust policy of a role names an OIDC provider.",
  good: "It names a service of AWS.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  looksAt: "permissions",
});
