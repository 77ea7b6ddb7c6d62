import { bareValue, join, type Message, say, words } from "../../../text/message";
import { hasToken } from "../../../text/tokens";
import { parseArn } from "../../arn/arn";
import { hasPlaceholder } from "../../arn/placeholders";
import { isPositive } from "../../document/condition-operator";
import type { Located } from "../../document/policy";
import { defineRule } from "../define-rule";
import { trust } from "../example-policies";
import type { ParsedStatement } from "../parsed/parsed-statement";
import { resourceTerm } from "../parsed/resource-term";
import { GLUE_PRINCIPALS } from "../principals/glue-principals";
import type { Report, Reports } from "../report";

/** Rule `trust-account-mismatch`: accounts do not agree. */
export const trustAccountMismatch = defineRule({
  code: "trust-account-mismatch",
  title: "accounts do not agree",
  severity: "error",
  what: "aws:SourceAccount and aws:SourceArn with different accounts, or a source account that is not the account of the role, if that is known. Also accounts in aws:PrincipalAccount or aws:PrincipalArn of which none is that of a principal of the statement. A policy with none of these keys has no finding.",
  why: "No request meets both conditions, so nobody can assume the role.",
  bad: trust({
    Condition: {
      StringEquals: { "aws:SourceAccount": "111111111111" },
      ArnLike: { "aws:SourceArn": "arn:aws:glue:us-east-1:222222222222:job/orders" },
    },
  }),
  good: trust({
    Condition: {
      StringEquals: { "aws:SourceAccount": "111111111111" },
      ArnLike: { "aws:SourceArn": "arn:aws:glue:us-east-1:111111111111:job/orders" },
    },
  }),
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
  check: {
    types: ["trust", "resource"],
    statement(parsed, context) {
      if (!parsed.allows) return undefined;
      const other = reportOfPrincipals(parsed);
      if (other !== undefined) return other;
      const accounts = valuesOf(parsed, "aws:sourceaccount");
      const known = accounts.map(({ value }) => value);
      if (known.length === 0 || known.some(isOpen)) return undefined;
      for (const { value, ...at } of valuesOf(parsed, "aws:sourcearn")) {
        const account = parseArn(resourceTerm(value, context.type).text)?.account ?? "";
        if (account === "" || isOpen(account) || known.includes(account)) continue;
        const others = join(known.map(tellAccount), ", ");
        return {
          at,
          message: say`${"aws:SourceArn"} is of account ${tellAccount(account)} and ${"aws:SourceAccount"} of ${others}: no request has both`,
          hint: "write one account in both",
          about: value,
        };
      }
      return context.type === "trust" ? reportOfOwn(parsed, accounts, context.options.account) : undefined;
    },
  },
});

/** Who comes is in an account of the principals, so that no other one is in the keys about the principal. */
function reportOfPrincipals({ statement }: ParsedStatement): Report | undefined {
  const principals = statement.principals ?? [];
  if (principals.length === 0 || !principals.every(({ kind }) => kind === "AWS")) return undefined;
  const accounts = principals.flatMap(({ values }) => values.map(({ value }) => accountOf(value)));
  if (accounts.some((account) => account === undefined)) return undefined;
  for (const condition of statement.conditions) {
    const name = condition.key.toLowerCase();
    const isArn = name === "aws:principalarn";
    if ((!isArn && name !== "aws:principalaccount") || !isPositive(condition) || condition.set !== undefined) continue;
    const wanted = condition.values.map(({ value }) => accountOf(String(value)));
    const [first] = condition.values;
    if (first === undefined || wanted.some((account) => account === undefined || accounts.includes(account))) continue;
    return {
      at: first,
      message: say`${condition.key} is of account ${join(
        [...new Set(wanted)].map((account = "") => tellAccount(account)),
        ", ",
      )}, and the principals are of ${join(
        [...new Set(accounts)].map((account = "") => tellAccount(account)),
        ", ",
      )}: no request has both`,
      hint: "write one account in both",
      about: String(first.value),
    };
  }
  return undefined;
}

/** The account of a principal or of its ARN; undefined if it is not known. */
function accountOf(text: string): string | undefined {
  const account = /^\d{12}$/.test(text) ? text : /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(text)?.[1];
  return account === undefined || isOpen(account) ? undefined : account;
}

/** Whether an account is not known, is a pattern, or is still to be filled in. */
function isOpen(account: string): boolean {
  return hasToken(account) || /[*?]/.test(account) || hasPlaceholder(`arn:aws:iam::${account}:root`);
}

/** A role can be passed to Glue in its own account only (IAM User Guide, "Grant a user permissions to pass a role"). */
function reportOfOwn(
  { statement }: ParsedStatement,
  accounts: readonly Located<string>[],
  account: string | undefined,
): Reports {
  const [first] = accounts;
  const services = (statement.principals ?? [])
    .filter(({ kind }) => kind === "Service")
    .flatMap(({ values }) => values);
  if (account === undefined || first === undefined || accounts.some(({ value }) => value === account)) return undefined;
  if (services.length === 0 || !services.every(({ value }) => GLUE_PRINCIPALS.includes(value))) return undefined;
  return {
    at: first,
    message: say`${"aws:SourceAccount"} is ${tellAccount(first.value)}, but the role is in account ${tellAccount(account)}, and Glue takes roles of its own account only`,
    hint: `write ${account}`,
    about: first.value,
  };
}

/** Twelve digits are an account and need no marks; a policy may have any text in their place. */
function tellAccount(text: string): Message {
  return /^\d{12}$/.test(text) ? words(text) : bareValue(text);
}

function valuesOf({ statement }: ParsedStatement, key: string): readonly Located<string>[] {
  return statement.conditions
    .filter((condition) => condition.key.toLowerCase() === key && isPositive(condition))
    .flatMap(({ values }) => values.map(({ value, ...place }) => ({ value: String(value), ...place })));
}
