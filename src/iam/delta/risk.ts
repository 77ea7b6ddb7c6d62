/** The order of actions in a sentence that has no room for all of them. */

import { checkArgument } from "../../text/check-argument";
import { compareTexts } from "../../text/compare-texts";
import { Memo } from "../../text/memo";
import { permissionActions } from "./permission-actions";
import { entryCovers, type PolicyEntry, policyEntry } from "./policy-entry";

/** Actions that lead to more permissions. */
const ESCALATING = [...permissionActions, "iam:PassRole", "sts:AssumeRole"];
/** Actions that give out what is secret. */
const SECRETS = [
  "secretsmanager:GetSecretValue",
  "secretsmanager:BatchGetSecretValue",
  "ssm:GetParameter",
  "kms:Decrypt",
];
const ranks = new Memo<string, number>(4096);

/** 0 is the worst. The order is: everything, permissions, secrets, wildcards, deletions, the rest. */
export function rankAction(name: string): number {
  checkArgument(name, "text", "rankAction(name)");
  return ranks.get(name, () => rank(policyEntry("action", name)));
}

function rank(action: PolicyEntry): number {
  if (action.matchesEverything) return 0;
  // An entry needs the data of its service, so that only those are made that the action may cover.
  const coversOne = (names: readonly string[]) =>
    names.some(
      (name) => name.toLowerCase().startsWith(action.prefix) && entryCovers(action, policyEntry("action", name)),
    );
  if (coversOne(ESCALATING)) return 1;
  if (coversOne(SECRETS)) return 2;
  if (!action.plain) return 3;
  return /:Delete/i.test(action.key) ? 4 : 5;
}

/** The worst first; of the same rank by name. */
export function sortByRisk(actions: readonly string[]): readonly string[] {
  checkArgument(actions, "list", "sortByRisk(actions)");
  return actions
    .map((name) => ({ name, rank: rankAction(name) }))
    .sort((a, b) => a.rank - b.rank || compareTexts(a.name, b.name))
    .map(({ name }) => name);
}
