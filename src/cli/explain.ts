/** `tfwright explain`: the documentation of a rule, the list of rules, an action, and the services and resources that use a role. */
import { fail } from "../errors";
import { writePolicy } from "../iam/document/write-policy";
import type { Example, Rule } from "../iam/lint";
import { severities } from "../iam/lint/rule";
import { findRule, lintRules } from "../iam/lint/rules";
import { type ReviewRule, sections } from "../review/rule";
import { findRule as findReviewRule, rules as reviewRules } from "../review/rules";
import { suggestAmongMany } from "../text/suggest-name";
import { explainAction, isActionName } from "./explain-action";
import { readLintConfig } from "./lint/lint-config";

export interface ExplainFlags {
  /** Folder of newer authorization data, for actions. @default the `data` of `tfwright.lint.json`, else the data of the package */
  readonly data?: string;
}

/**
 * The text for a rule, for an action, for `actors`, or the list of rules.
 *
 * @throws TfwrightError if there is no such rule or action, or if the folder holds no data
 */
export function explain(name: string | undefined, flags: ExplainFlags = {}): string {
  if (name === undefined) return listOfRules();
  if (name === "actors") return ACTORS;
  if (isActionName(name)) {
    useDataOf(flags);
    return explainAction(name);
  }
  const rule = findRule(name);
  const reviewRule = findReviewRule(name);
  if (rule !== undefined && reviewRule !== undefined) {
    const told = `\`${name}\` is a rule of \`tfwright lint\`, and another one of \`tfwright review\`.`;
    const headings = [`Rule of \`tfwright lint\`\n${LINE}`, `Rule of \`tfwright review\`\n${LINE}`];
    return [told, headings[0], pageOf(rule), headings[1], pageOfReview(reviewRule)].join("\n\n");
  }
  if (rule !== undefined) return pageOf(rule);
  if (reviewRule !== undefined) return pageOfReview(reviewRule);
  const known = [...lintRules, ...reviewRules].map(({ code }) => code);
  return fail({
    code: "unknown-rule",
    path: "explain",
    message: `there is no rule \`${name}\``,
    hint: suggestAmongMany(name, [...new Set([...known, "actors"])], "`tfwright explain` lists all rules"),
  });
}

/** What `lint` judges an action by in this folder is what is shown of it. */
function useDataOf(flags: ExplainFlags): void {
  const data = flags.data ?? readLintConfig(undefined).data;
  if (data !== undefined) (require("./use-data-folder") as typeof import("./use-data-folder")).useDataFolder(data);
}

/** Below the headings of two pages. */
const LINE = "=".repeat(32);

function listOfRules(): string {
  const width = Math.max(...[...lintRules, ...reviewRules].map(({ code }) => code.length));
  const groupOf = (heading: string, list: readonly { readonly code: string; readonly title: string }[]) =>
    [`${heading}:`, ...list.map(({ code, title }) => `  ${code.padEnd(width)}  ${title}`).sort()].join("\n");
  const both = lintRules.flatMap(({ code }) => (reviewRules.some((one) => one.code === code) ? [`\`${code}\``] : []));
  return [
    "Rules of `tfwright lint`, by severity",
    ...severities.map((severity) =>
      groupOf(
        severity,
        lintRules.filter((rule) => rule.severity === severity),
      ),
    ),
    "Rules of `tfwright review`, by section",
    ...sections.flatMap((section) => {
      const own = reviewRules.filter((rule) => rule.section === section);
      return own.length === 0 ? [] : [groupOf(section, own)];
    }),
    [
      "`tfwright explain RULE` shows a rule, `tfwright explain glue:GetTable` an action with its resources and condition keys, and `tfwright explain actors` who takes a role.",
      ...(both.length === 0
        ? []
        : [`Two rules have the code ${both.join(", ")}, one of each command: both are shown.`]),
    ].join("\n"),
  ].join("\n\n");
}

function pageOfReview({ code, title, section, level, what, why, bad, good, source }: ReviewRule): string {
  const head = `${title}\n${code}, ${level}, section ${section} of \`tfwright review\``;
  const from = source === undefined ? [] : [`Source: ${source}`];
  return [head, what, `Why: ${why}`, `Bad: ${bad}`, `Good: ${good}`, ...from].join("\n\n");
}

function pageOf({ code, title, severity, what, why, bad, good, source, accessAnalyzer }: Rule): string {
  const same = accessAnalyzer === undefined ? [] : [`IAM Access Analyzer: ${accessAnalyzer}`];
  return [
    `${title}\n${code}, ${severity}`,
    what,
    `Why: ${why}`,
    `Bad:\n${exampleOf(bad)}`,
    `Good:\n${exampleOf(good)}`,
    [`Source: ${source}`, ...same].join("\n"),
  ].join("\n\n");
}

function exampleOf({ policy, type, readsOnly, file }: Example): string {
  const notes = [
    ...(file === undefined ? [] : [file]),
    ...(type === undefined ? [] : [`--type ${type}`]),
    ...(readsOnly === undefined ? [] : [`--reads-only ${readsOnly.join(" ")}`]),
  ];
  const text = typeof policy === "string" ? policy : writePolicy(policy);
  return [...(notes.length === 0 ? [] : [`(${notes.join(" ")})`]), text]
    .map((part) => part.replace(/^/gm, "  "))
    .join("\n");
}

const ACTORS = `Who takes a role

A role goes on a service that acts on other services, never on one that only stores metadata.

Take a role:
  Glue job                  trusts glue.amazonaws.com
  Glue crawler              trusts glue.amazonaws.com
  Glue interactive session  trusts glue.amazonaws.com; who starts it needs iam:PassRole on this role
  Glue table optimizer      trusts glue.amazonaws.com
  Glue data quality run     trusts glue.amazonaws.com
  DataBrew project          trusts databrew.amazonaws.com
  DataBrew profile job      trusts databrew.amazonaws.com
  DataBrew recipe job       trusts databrew.amazonaws.com

Take none:
  the Data Catalog, its databases, tables and connections

A job is run by hand or by a trigger. It reads metadata in the Data Catalog, extracts from the source, runs ETL on a
serverless engine and writes to the target. A crawler fills the Data Catalog.`;
