/** Lines for READMEs about the statements of policies. */
import { type GrantRow, type PlainGrant, rowsOf } from "tfwright/internal";

/** One row for each statement: its Sid, its actions and why. */
export function rowsForReadme(grants: readonly PlainGrant[], policy?: string): readonly string[] {
  return rowsOf(grants).map((row) => rowText(row, policy));
}

function rowText({ sid, actions, reason }: GrantRow, policy: string | undefined): string {
  const where = policy === undefined ? "" : `\`${policy}\`, `;
  return `${where}\`${sid}\` (${actions.map((action) => `\`${action}\``).join(", ")}): ${reason}`;
}
