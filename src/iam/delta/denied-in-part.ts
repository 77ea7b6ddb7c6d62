/** What the other side denies of a Deny that is gone or new: it may only have become narrower, or wider. */
import { compareTexts } from "../../text/compare-texts";
import { groupBy } from "../../text/group-by";
import { uniqueSorted } from "../../text/unique-sorted";
import { intersection } from "./bits";
import { type ConditionConstraints, compareShown, constraintsOf, impliesAll } from "./conditions";
import type { CoverageIndex } from "./coverage-index";
import type { NormalizedStatement } from "./normalized-statement";
import { entryCovers, mayMeet, type PolicyEntry } from "./policy-entry";
import type { DeniedPart, DenyChange } from "./types";
import type { UncoveredPermission } from "./unit";

/** The fields of a row that say which parts of its units the other side denies, too. */
type DeniedInPart = Pick<DenyChange, "parts" | "partly">;

/** Nobody reads a sentence of more parts. */
const MOST_PARTS = 200;

/** What the statements of the other side deny of a unit, and a key that is equal where it is the same. */
export function deniedInPart(
  unit: UncoveredPermission,
  other: CoverageIndex,
): { readonly extra: DeniedInPart; readonly key: string } {
  if (unit.onlyFuture) return NOTHING;
  const meeting = intersection(other.meeting(unit.action), other.meeting(unit.resource));
  const statements = other.pick(intersection(meeting, other.meeting(unit.principal)));
  const pieces = statements.flatMap((statement) => piecesOf(unit, statement));
  const named = pieces.length > MOST_PARTS ? [] : withoutCovered(pieces.filter(isNamed));
  if (named.length > 0) return { extra: { parts: gatherPieces(named) }, key: named.map(keyOf).sort().join("\n") };
  const isPart = unit.partly || pieces.some(({ axes }) => axes.every((axis) => axis !== "unknown"));
  return isPart ? { extra: { partly: true }, key: "partly" } : NOTHING;
}

const NOTHING = { extra: {}, key: "" };

/**
 * What a unit and an entry have in common: the unit's own entry (`whole`), or one that is part of it. Two wildcards of which neither
 * covers the other have something in `common` that has no name, and what is known only after apply may be anything.
 */
type Common = PolicyEntry | "whole" | "common" | "unknown";

/** One action on one resource for one principal. */
interface DeniedPiece<T extends Common = Common> {
  /** Of the action, the resource and the principal. */
  readonly axes: readonly [action: T, resource: T, principal: T];
  readonly constraints: ConditionConstraints;
}

type NamedPiece = DeniedPiece<PolicyEntry | "whole">;

function piecesOf(
  { action, resource, principal, normalized }: UncoveredPermission,
  statement: NormalizedStatement,
): readonly DeniedPiece[] {
  const implied = impliesAll(normalized.constraints, statement.constraints);
  const constraints = implied ? NO_CONSTRAINTS : statement.constraints;
  const actions = commonOf(action, statement.actions);
  const resources = commonOf(resource, statement.resources);
  const principals = commonOf(principal, statement.principals);
  if (actions.length * resources.length * principals.length > MOST_PARTS) {
    return [{ axes: ["common", "common", "common"], constraints }];
  }
  return actions.flatMap((one) =>
    resources.flatMap((where) => principals.map((whom): DeniedPiece => ({ axes: [one, where, whom], constraints }))),
  );
}

const NO_CONSTRAINTS = constraintsOf([]);

function commonOf(whole: PolicyEntry, entries: readonly PolicyEntry[]): readonly Common[] {
  if (entries.some((one) => entryCovers(one, whole))) return ["whole"];
  const inner = entries.filter((one) => entryCovers(whole, one));
  if (inner.length > 0) return inner;
  return [entries.some((one) => !one.isUnresolved && mayMeet(one, whole)) ? "common" : "unknown"];
}

/** Whether a piece can be listed. The whole unit cannot be a piece, because then the Deny would not be removed. */
function isNamed(piece: DeniedPiece): piece is NamedPiece {
  const { axes, constraints } = piece;
  if (axes.some((axis) => axis === "common" || axis === "unknown")) return false;
  return constraints.list.length > 0 || axes.some((axis) => axis !== "whole");
}

/** Each once, and none that another covers: how statements are divided changes nothing. */
function withoutCovered(pieces: readonly NamedPiece[]): readonly NamedPiece[] {
  const each = [...groupBy(pieces, keyOf).values()].map((group) =>
    group.reduce((one, next) => (compareShown(next.constraints, one.constraints) < 0 ? next : one)),
  );
  return each.filter((one) => !each.some((wide) => wide !== one && coversPiece(wide, one) && !coversPiece(one, wide)));
}

function coversPiece(wide: NamedPiece, narrow: NamedPiece): boolean {
  if (!impliesAll(narrow.constraints, wide.constraints)) return false;
  return wide.axes.every((axis, at) => {
    const inner = narrow.axes[at];
    return axis === "whole" || (inner !== undefined && inner !== "whole" && entryCovers(axis, inner));
  });
}

function keyOf({ axes, constraints }: NamedPiece): string {
  return JSON.stringify([...axes.map((axis) => (axis === "whole" ? "" : axis.key)), constraints.key]);
}

/** Pieces that differ in their action, their resource or their principal alone are one part. */
function gatherPieces(pieces: readonly NamedPiece[]): readonly DeniedPart[] {
  const texts = (axis: PolicyEntry | "whole") => (axis === "whole" ? [] : [axis.text]);
  const parts = pieces.map(({ axes: [action, resource, principal], constraints }): DeniedPart => {
    const lists = { actions: texts(action), resources: texts(resource), principals: texts(principal) };
    return { ...lists, conditions: constraints.shown };
  });
  const merged = (["actions", "resources", "principals"] as const).reduce(mergeBy, parts);
  return [...merged].sort((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)));
}

function mergeBy(parts: readonly DeniedPart[], name: "actions" | "resources" | "principals"): readonly DeniedPart[] {
  const rest = (part: DeniedPart) => JSON.stringify({ ...part, [name]: part[name].length > 0 });
  return [...groupBy(parts, rest).values()].map((group) => ({
    ...group[0]!,
    [name]: uniqueSorted(group.flatMap((part) => part[name])),
  }));
}
