/** Turns changes of Lake Formation grants into findings of the review. */

import { listValues, type Message, say, words } from "../../text/message";
import type { FindingDraft } from "../finding";
import { ADMINISTRATOR, GRANT_OPTION } from "./lake-formation";
import type { LakeChange } from "./review-lake-formation";

/** Findings of one change. */
export function lakeDraftsOf(change: LakeChange): readonly FindingDraft[] {
  const { direction, reason, grants } = change;
  const [first] = grants;
  if (direction === "unknown" || first === undefined) {
    return [{ rule: "permission-unknown", message: words(reason ?? "the grant cannot be told") }];
  }
  const { principal, on } = first;
  const names = grants.map(({ permission }) => permission);
  const message = say`in Lake Formation: ${listValues(names, 20)} on ${on} for ${principal}`;
  if (direction === "lost") return [{ rule: "permission-lost", message }];
  return [
    ...externalAccessOf(change, principal, on),
    ...managing(names, on, principal),
    { rule: "permission-gained", message },
  ];
}

/**
 * Access for everybody whom IAM allows, and for other accounts.
 *
 * @see https://docs.aws.amazon.com/lake-formation/latest/dg/change-settings.html
 */
function externalAccessOf({ account }: LakeChange, principal: string, on: string): readonly FindingDraft[] {
  if (principal === "IAM_ALLOWED_PRINCIPALS" || principal === "EVERYONE") {
    return [
      { rule: "opened-to-anyone", message: say`in Lake Formation, everybody whom IAM allows is let in on ${on}` },
    ];
  }
  const other = /^(\d{12})(?::|$)|^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/
    .exec(principal)
    ?.slice(1)
    .find((id) => id !== undefined);
  if (other === undefined || account === undefined || other === account) return [];
  const who: Message =
    other === principal ? say`another account (${other})` : say`${principal} of another account (${other})`;
  return [{ rule: "opened-to-account", message: say`in Lake Formation, ${who} is let in on ${on}` }];
}

function managing(names: readonly string[], on: string, principal: string): readonly FindingDraft[] {
  if (names.includes(ADMINISTRATOR)) {
    return [{ rule: "manages-permissions", message: say`${principal} administers ${on} in Lake Formation` }];
  }
  const passed = names.filter((name) => name.endsWith(GRANT_OPTION)).map((name) => name.slice(0, -GRANT_OPTION.length));
  if (passed.length === 0) return [];
  const message = say`${principal} may grant ${listValues(passed, 20)} on ${on} to others in Lake Formation`;
  return [{ rule: "manages-permissions", message }];
}
