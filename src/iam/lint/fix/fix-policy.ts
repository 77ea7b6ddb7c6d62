/** Applies the fixes of findings to a policy. A fix is made only where it is certain, and gives no more than was meant. */

import { checkArgument } from "../../../text/check-argument";
import { checkOptions, type OptionKinds } from "../../../text/check-options";
import { documentOf } from "../../document/given-policy";
import type { PlainConditions, PlainPolicy, PlainStatement } from "../../document/plain-policy";
import { plainPolicy, plainStatement } from "../../document/plain-policy";
import type { Condition, ElementIssue, Statement } from "../../document/policy";
import type { AnyPolicy } from "../../document/write-policy";
import type { Finding } from "../finding";
import {
  addResources,
  type Cells,
  cellsOf,
  moveAction,
  renameResource,
  replaceAction,
  statementsOf,
  withdraw,
} from "./cells";
import type { Fix } from "./fix";

/** Which findings are fixed. */
export interface FixOptions {
  /** Only the findings of these rules are fixed. @default all that have a fix */
  readonly rules?: readonly string[];
}

/** A policy after its fixes. */
export interface Mended {
  readonly policy: PlainPolicy;
  /** The findings that were fixed. Writing the policy anew also fixes what was wrong with the text as JSON (`not-json`). */
  readonly mended: readonly Finding[];
  /** Elements of the text that the policy language does not have, so that they are not written again. Ask before they are lost. */
  readonly lost: readonly ElementIssue[];
}

/** The order of fixes: first those that correct a name, then those that move something, then those that take something out. */
const ORDER: readonly Fix["kind"][] = [
  "version",
  "sid",
  "effect",
  "drop-resources",
  "action",
  "resource",
  "operator",
  "not-null",
  "add",
  "move",
  "withdraw",
  "remove",
];

/** The fixed policy; without a fix in the findings it is the same. The findings are those of this policy. */
export function fixPolicy(given: AnyPolicy, findings: readonly Finding[], options: FixOptions = {}): Mended {
  checkArgument(findings, "list", "fixPolicy(findings)");
  checkOptions(options, { rules: "list" } satisfies OptionKinds<FixOptions>, { place: "fixPolicy(options)" });
  const document = documentOf(given);
  const chosen = findings.filter(({ rule, fix }) => fix !== undefined && (options.rules?.includes(rule) ?? true));
  const byStatement = new Map<number | undefined, Finding[]>();
  for (const finding of chosen) {
    const index = finding.statement?.index;
    byStatement.set(index, [...(byStatement.get(index) ?? []), finding]);
  }
  const statements = document.statements.map((statement) =>
    fixStatement(statement, byStatement.get(statement.index) ?? []),
  );
  const whole = byStatement.get(undefined) ?? [];
  const version = whole.some(({ fix }) => fix?.kind === "version") ? "2012-10-17" : document.version?.value;
  const policy: PlainPolicy = { ...plainPolicy(document), Version: version, Statement: withSids(statements) };
  const lost = [document, ...document.statements].flatMap(({ issues }) =>
    issues.filter(({ kind }) => kind !== "wrong-case"),
  );
  return { policy, mended: chosen, lost };
}

function fixStatement(statement: Statement, findings: readonly Finding[]): readonly PlainStatement[] {
  const fixes = findings.flatMap(({ fix }) => fix ?? []).sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const base = fixes.reduce((plain, fix) => fixElements(plain, fix, statement), plainStatement(statement));
  const { actions, resources } = statement;
  if (actions === undefined || resources === undefined || base.Resource === undefined) return [base];
  const before = cellsOf(texts(actions), texts(resources));
  const removed = fixes.flatMap((fix) => (fix.kind === "remove" ? [fix] : []));
  const cells = fixes.reduce(fixCells, before);
  if (cells === before && removed.length === 0) return [base];
  return statementsOf(removed.reduce(removeRedundant, cells), base);
}

const texts = (list: readonly { readonly value: string }[]) => list.map(({ value }) => value);

/** Applies a fix of another element than actions and resources. */
function fixElements(plain: PlainStatement, fix: Fix, statement: Statement): PlainStatement {
  if (fix.kind === "sid") return { ...plain, Sid: fix.to };
  if (fix.kind === "effect") return { ...plain, Effect: fix.to };
  if (fix.kind === "drop-resources") return { ...plain, Resource: undefined, NotResource: undefined };
  if (fix.kind !== "operator" && fix.kind !== "not-null") return plain;
  const condition = statement.conditions.find(({ pointer }) => pointer === fix.pointer);
  if (condition === undefined || plain.Condition === undefined) return plain;
  const changed =
    fix.kind === "operator"
      ? {
          operator: `${condition.set === undefined ? "" : `${condition.set}:`}${fix.to}${condition.ifExists ? "IfExists" : ""}`,
          values: undefined,
        }
      : { operator: "Null", values: [String(!fix.present)] };
  return { ...plain, Condition: withOperator(plain.Condition, condition, changed.operator, changed.values) };
}

/** Moves a key to another operator. If that operator has the key already, the conditions do not change. */
function withOperator(
  conditions: PlainConditions,
  { key, operator, set, ifExists }: Condition,
  to: string,
  values: readonly string[] | undefined,
): PlainConditions {
  const name = `${set === undefined ? "" : `${set}:`}${operator}${ifExists ? "IfExists" : ""}`;
  const from = Object.entries(conditions).find(([written]) => written === name)?.[1];
  const present = from?.[key];
  if (from === undefined || present === undefined || conditions[to]?.[key] !== undefined) return conditions;
  const { [key]: _, ...left } = from;
  const moved = { ...conditions, [to]: { ...conditions[to], [key]: values ?? present } };
  const entries = Object.entries(moved).map(([written, keys]) => [written, written === name ? left : keys] as const);
  return Object.fromEntries(entries.filter(([, keys]) => Object.keys(keys).length > 0));
}

function fixCells(cells: Cells, fix: Fix): Cells {
  switch (fix.kind) {
    case "resource":
      return renameResource(cells, fix.from, fix.to);
    case "action":
      return fix.replacements.reduce((changed, { from, to }) => replaceAction(changed, from, to), cells);
    case "add":
      return addResources(cells, fix.resources);
    case "move":
      return fix.moves.reduce(
        (changed, { action, to, resources }) => moveAction(changed, action, to, resources),
        cells,
      );
    case "withdraw":
      return withdraw(withdraw(cells, fix.actions, fix.resources), fix.entirely ?? [], cells.resources);
    default:
      return cells;
  }
}

/** Removes actions and resources that another one covers. Duplicates are removed before. */
function removeRedundant(cells: Cells, { actions, resources }: Extract<Fix, { readonly kind: "remove" }>): Cells {
  const kept = cells.resources.filter((resource) => !resources.includes(resource));
  return withdraw({ resources: kept, actionsOf: cells.actionsOf }, actions, kept);
}

/** Where a statement became several, the first keeps its Sid and the others get numbers. */
function withSids(parts: readonly (readonly PlainStatement[])[]): readonly PlainStatement[] {
  const taken = new Set(parts.flatMap(([first]) => first?.Sid ?? []));
  return parts.flatMap((statements) =>
    statements.map((statement, index) => {
      if (index === 0 || !statement.Sid) return statement;
      let number = index + 1;
      while (taken.has(`${statement.Sid}${number}`)) number++;
      taken.add(`${statement.Sid}${number}`);
      return { ...statement, Sid: `${statement.Sid}${number}` };
    }),
  );
}
