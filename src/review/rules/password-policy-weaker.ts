import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { Marked } from "../../terraform/plan/plan";
import { say } from "../../text/message";
import { fieldAt, numberIn, pairAt, show } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { matchRiskySettings, type SettingRow, showSetting } from "./resources/risky-settings";
import { matchSettings, typesWithSettings } from "./resources/settings";

const AWS = "aws_iam_account_password_policy";
const POOL = "aws_cognito_user_pool";
const REQUIREMENTS = ["require_lowercase", "require_uppercase", "require_numbers", "require_symbols"];

const ROWS: readonly SettingRow[] = [
  ...["require_lowercase_characters", "require_uppercase_characters", "require_numbers", "require_symbols"].map(
    (name): SettingRow => ({ types: [AWS], path: [name], risky: [false, undefined] }),
  ),
  ...REQUIREMENTS.map(
    (name): SettingRow => ({ types: [POOL], path: ["password_policy", 0, name], risky: [false, undefined] }),
  ),
  { types: ["aws_cognito_user_pool_client"], path: ["enable_token_revocation"], risky: [false] },
];

/** Numbers that make a password harder to guess when they are larger. */
const NUMBERS: Readonly<Record<string, readonly ValuePath[]>> = {
  [AWS]: [["minimum_password_length"], ["password_reuse_prevention"]],
  [POOL]: [
    ["password_policy", 0, "minimum_length"],
    ["password_policy", 0, "password_history_size"],
  ],
};

/** Reports password policies that ask for less. */
export const passwordPolicyWeaker = defineRule({
  code: "password-policy-weaker",
  section: "safeguards",
  level: "attention",
  title: "weaker passwords",
  what: "A password policy of the account or of a user pool that asks for less: shorter, fewer kinds of characters, old ones again, or no second factor (danger). Also a new policy of an account that asks for less than AWS does without one.",
  why: "Passwords that are easier to guess are allowed from then on.",
  bad: "`minimum_password_length` 14 → 8",
  good: "`minimum_password_length` 8 → 14",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
  looksAt: "resource",
  types: [...new Set([AWS, POOL, "aws_cognito_user_pool_client", ...typesWithSettings("password-policy-weaker")])],
  check(change, facts) {
    if (change.type === AWS && change.action === "create") return matchNewPolicy(change.after);
    if (!isUpdateOrReplacement(change)) return [];
    const shorter = (NUMBERS[change.type] ?? [])
      .map((path) => pairAt(change, path))
      .filter((pair) => !pair.after.unknown && (numberIn(pair.after) ?? 0) < (numberIn(pair.before) ?? 0));
    return [
      ...shorter.map((pair) => ({ message: showSetting(pair) })),
      ...matchRiskySettings(change, ROWS),
      ...matchSettings(change, "password-policy-weaker", facts),
    ];
  },
});

/**
 * What AWS asks for in an account without a policy.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html
 */
const LENGTH_WITHOUT = 8;

function matchNewPolicy(after: Marked): readonly RuleMatch[] {
  const field = fieldAt(after, ["minimum_password_length"]);
  if (field.unknown || (numberIn(field) ?? LENGTH_WITHOUT) >= LENGTH_WITHOUT) return [];
  return [
    { message: say`a new one with minimum_password_length ${show(field)}; without a policy it is ${LENGTH_WITHOUT}` },
  ];
}
