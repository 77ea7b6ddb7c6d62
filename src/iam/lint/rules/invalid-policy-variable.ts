import { type Message, say, words } from "../../../text/message";
import { suggestConditionKey } from "../../data/authorization-suggest";
import { findGlobalKey } from "../../data/global-keys";
import { operatorName } from "../../document/condition-operator";
import { takenIn, unreplacedIn } from "../../document/pattern-tokens";
import type { Condition, Located, Statement } from "../../document/policy";
import { defineRule } from "../define-rule";
import { ACCESS_ANALYZER_CHECKS } from "../documentation";
import { allow } from "../example-policies";
import { type ConditionFamily, familyOfOperator } from "../parsed/condition-family";
import { faultOfVariable, policyVariablesIn, textsOf } from "../parsed/policy-variable";
import type { Report } from "../report";
import { shorten } from "../words";

/** Rule `invalid-policy-variable`: invalid policy variable. */
export const invalidPolicyVariable = defineRule({
  code: "invalid-policy-variable",
  title: "invalid policy variable",
  severity: "error",
  what: "A policy variable that has no opening or no closing brace or other signs in their place, no name, a space in its name, a global key that AWS does not have, or a default without single quotes, in Resource and Condition. Also any variable in Action or Principal or with an operator that compares no texts and no ARNs, such as `Bool`, a name of CloudFormation such as `${AWS::Region}` outside of `Fn::Sub`, and a variable in `Fn::Sub` without `!`. What Terraform puts in place of `${...}` is not looked at.",
  why: "AWS rejects the policy, or takes the text as it stands and no request meets it.",
  bad: allow("s3:GetObject", "arn:aws:s3:::homes/${aws: username}/*"),
  good: allow("s3:GetObject", "arn:aws:s3:::homes/${aws:username}/*"),
  source: ACCESS_ANALYZER_CHECKS,
  accessAnalyzer: "UNSUPPORTED_SPACE_IN_VARIABLE",
  check: {
    // Older versions of the language have no variables: there they are text.
    form(statement, { document }) {
      if (document.version?.value !== "2012-10-17") return undefined;
      const places = [...textsOf(statement), ...(statement.principals ?? []).flatMap(({ values }) => values)];
      return [
        ...places.flatMap(reportsOfUnreplaced),
        ...textsOf(statement).flatMap(reportsOfForm),
        ...namesOf(statement).flatMap(reportsOfPlace),
        ...statement.conditions.flatMap(reportsOfOperator),
      ];
    },
  },
});

/** IAM User Guide, "IAM policy elements: Variables and tags": in conditions only the operators for texts and for ARNs take them. */
const WITH_VARIABLES: readonly ConditionFamily[] = ["String", "ARN"];

function reportsOfOperator(condition: Condition): readonly Report[] {
  const family = familyOfOperator(condition.operator);
  if (family === undefined || WITH_VARIABLES.includes(family)) return [];
  return condition.values.flatMap(({ value, ...at }) => {
    const [variable] = typeof value === "string" && value.includes("${") ? policyVariablesIn(value) : [];
    if (variable === undefined) return [];
    return [
      {
        at,
        message: say`${operatorName(condition)} takes no variable such as ${shorten(variable)}: only operators for texts and for ARNs do`,
        hint: "write the value, or compare a key whose values are texts or ARNs, as with `StringEquals`",
        about: `${condition.key} ${String(value)}`,
      },
    ];
  });
}

function namesOf({ actions = [], notActions = [], ...rest }: Statement): readonly Located<string>[] {
  const principals = [...(rest.principals ?? []), ...(rest.notPrincipals ?? [])];
  return [...actions, ...notActions, ...principals.flatMap(({ values }) => values)];
}

/** AWS CloudFormation guide, "Fn::Sub": it replaces names in a text, and nothing else does. */
function reportsOfUnreplaced({ value, meaning, ...at }: Located<unknown>): readonly Report[] {
  const taken = meaning === undefined ? undefined : takenIn(meaning);
  if (taken !== undefined)
    return [
      {
        at,
        message: say`${"Fn::Sub"} takes ${taken} for a name of the template, which has none like it, so CloudFormation refuses the template`,
        hint: `write \`${taken.replace("${", "${!")}\``,
        about: String(value),
      },
    ];
  const token = meaning === undefined ? undefined : unreplacedIn(meaning);
  if (token === undefined) return [];
  return [
    {
      at,
      message: say`CloudFormation does not replace ${token} in a plain text, so AWS gets ${shorten(String(value))} as it stands`,
      hint: "put the text into `Fn::Sub`: `!Sub` in YAML",
      about: String(value),
    },
  ];
}

function reportsOfForm({ value, ...at }: Located<unknown>): readonly Report[] {
  if (
    typeof value !== "string" ||
    !/[${]/.test(value) ||
    unreplacedIn(at.meaning ?? "") !== undefined ||
    takenIn(at.meaning ?? "") !== undefined
  )
    return [];
  const fault = faultOfVariable(value);
  if (fault === undefined) return reportsOfKeys(value).map((report) => ({ at, ...report, about: value }));
  const [what, hint] = WORDS[fault];
  return [{ at, message: say`${shorten(value)}: ${what}`, hint, about: value }];
}

/** Variables whose global key AWS does not have. Keys of services and of identity providers are not listed as a whole. */
function reportsOfKeys(text: string): readonly Pick<Report, "message" | "hint">[] {
  return policyVariablesIn(text).flatMap((variable) => {
    const [, key = ""] = /^\$\{\s*(aws:[^,}\s]*)/i.exec(variable) ?? [];
    if (key === "" || findGlobalKey(key) !== undefined) return [];
    const near = suggestConditionKey(key);
    return [
      {
        message: say`${shorten(variable)}: AWS has no key ${shorten(key)}, so the variable has no value and no request meets it`,
        hint: near === undefined ? "use a global condition key of AWS" : `did you mean \`\${${near}}\`?`,
      },
    ];
  });
}

const WORDS: Readonly<Record<NonNullable<ReturnType<typeof faultOfVariable>>, readonly [Message, string]>> = {
  unopened: [words("the variable has no opening brace"), "write it as in `${aws:username}`"],
  "no-variable": [words("this is no variable, but a text as it stands"), "write it as in `${aws:username}`"],
  unclosed: [words("the variable has no closing brace"), "add `}`"],
  empty: [words("the variable has no name"), "name it, as in `${aws:username}`, or take it out"],
  space: [words("the name of a variable must not contain a space"), "take the space out"],
  quote: [
    words("the default of a variable must be in single quotes"),
    "write it as in `${aws:PrincipalTag/team, 'none'}`",
  ],
};

function reportsOfPlace({ value, ...at }: Located<string>): readonly Report[] {
  const [variable] = value.includes("${") ? policyVariablesIn(value) : [];
  if (variable === undefined) return [];
  return [
    {
      at,
      message: say`${shorten(value)} has the variable ${shorten(variable)}, but AWS allows variables only in Resource and Condition`,
      hint: "write the name, or narrow the statement by a condition",
      about: value,
    },
  ];
}
