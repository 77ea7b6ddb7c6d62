/** Lines for READMEs about the statements of policies. */
import type { LocalText } from "tfwright";
import { type GrantRow, type PlainGrant, rowsOf } from "tfwright/internal";
import { grantReasonsJa } from "./ja/grant-reasons";

/** One row for each statement: its Sid, its actions and why. */
export function rowsForReadme(grants: readonly PlainGrant[], policy?: string): readonly LocalText[] {
  return rowsOf(grants).map((row) => {
    const en = rowText(row, policy);
    const reason = grantReasonsJa[row.sid];
    return reason === undefined ? en : { en, ja: rowText({ ...row, reason }, policy) };
  });
}

function rowText({ sid, actions, reason }: GrantRow, policy: string | undefined): string {
  const where = policy === undefined ? "" : `\`${policy}\`, `;
  return `${where}\`${sid}\` (${actions.map((action) => `\`${action}\``).join(", ")}): ${reason}`;
}
