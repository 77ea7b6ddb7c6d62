/** Rules of permissions: what the delta and the linter find. */
import { rulesOf } from "../rule";

const ASSUME = "Whoever can use the role, or is let in, can do more than before.";

export const permissionRules = [
  ...rulesOf("permissions-gained", [
    [
      "permission-gained",
      "attention",
      "permissions gained",
      "Actions on resources that were not allowed before, over all documents of a principal.",
      ASSUME,
    ],
    [
      "permission-widened",
      "attention",
      "permissions on more",
      "The same actions on more or on other resources.",
      ASSUME,
    ],
    [
      "condition-dropped",
      "attention",
      "condition dropped",
      "A condition that fell away, demands less, or is another one.",
      "What it kept out is let in.",
    ],
    [
      "boundary-replaced",
      "attention",
      "another boundary",
      "A permissions boundary that is another policy.",
      "It is the most that the role can do.",
    ],
    [
      "gains-everything",
      "danger",
      "may do everything",
      "All actions on all resources, also by a managed policy such as AdministratorAccess.",
      ASSUME,
    ],
    ["trust-opened-to-anyone", "danger", "trust opened to anyone", "A role that everybody may assume.", ASSUME],
    [
      "trust-opened-to-account",
      "danger",
      "trust opened to another account",
      "A role that another account may assume.",
      ASSUME,
    ],
    [
      "trust-opened-to-identity-provider",
      "attention",
      "trust opened to an identity provider",
      "A role that those may assume who sign in elsewhere: OIDC, SAML.",
      ASSUME,
    ],
    ["opened-to-anyone", "danger", "opened to anyone", "A resource policy that lets everybody in.", ASSUME],
    [
      "opened-to-account",
      "danger",
      "opened to another account",
      "A resource policy that lets another account in.",
      ASSUME,
    ],
    [
      "pass-role-to-glue",
      "danger",
      "may pass a role to Glue",
      "iam:PassRole that reaches Glue.",
      "Whoever has it runs code with the role that is passed.",
    ],
    [
      "pass-role",
      "danger",
      "may pass a role",
      "iam:PassRole to any service.",
      "Whoever has it runs code with the role that is passed.",
    ],
    [
      "manages-permissions",
      "danger",
      "manages permissions",
      "Actions that change who may do what.",
      "Whoever has them can give themselves the rest.",
    ],
    [
      "gains-wildcard-action",
      "attention",
      "wildcard of actions",
      "A wildcard in an action that was not there before.",
      "It also allows what AWS adds tomorrow.",
    ],
    [
      "gains-wildcard-resource",
      "attention",
      "wildcard of resources",
      "A wildcard in a resource that was not there before.",
      ASSUME,
    ],
    [
      "boundary-removed",
      "danger",
      "boundary removed",
      "A permissions boundary that is taken off.",
      "It was the most that the role can do.",
    ],
    ["deny-removed", "danger", "deny removed", "A Deny that is gone.", "What it kept out is let in."],
    [
      "policy-security",
      "attention",
      "policy grants too much",
      "A finding of `tfwright lint` that the plan introduces, of severity security.",
      "`tfwright explain RULE` tells it.",
    ],
  ]),
  ...rulesOf("permissions-unknown", [
    [
      "permission-unknown",
      "attention",
      "permissions not known",
      "A policy or statement that nobody can compare: known only after apply, outside of the plan, NotAction.",
      "It may give something.",
    ],
  ]),
  ...rulesOf("permissions-lost", [
    [
      "permission-lost",
      "note",
      "permissions lost",
      "What is no longer allowed: actions, resources, conditions and denies that are new.",
      "What needed it fails.",
    ],
    [
      "permission-without-effect",
      "note",
      "permission without effect",
      "A change of an action on a resource that it does not work on.",
      "It is not what its author meant.",
    ],
    [
      "policy-lint",
      "note",
      "policy could be better",
      "A finding of `tfwright lint` that the plan introduces, of another severity; errors are more.",
      "`tfwright explain RULE` tells it.",
    ],
  ]),
];
