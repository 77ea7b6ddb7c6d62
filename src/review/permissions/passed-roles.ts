/**
 * iam:PassRole is reported once, by the finding of its escalation, which says which roles can be passed to which services. Other
 * findings of the same statements leave the action out, and what they say in addition becomes a detail.
 */
import type { Delta, Escalation } from "../../iam/delta";
import type { PassesRole } from "../../iam/delta/escalation";
import type { Access, StatementOrigin } from "../../iam/delta/types";
import { type Message, plainText } from "../../text/message";
import { tellAccess, tellCondition, tellLint, tellRescoped } from "./permission-words";
import type { IntroducedFinding, PrincipalReview } from "./types";

const PASS_ROLE = "iam:PassRole";
/** Rules of the linter that say of one statement what the escalation says. */
const SAME = new Set(["pass-role-wildcard", "pass-role-without-service"]);

/** A review in which only the escalations report iam:PassRole, and the details of these escalations. */
interface PassRoleOnce {
  readonly principal: PrincipalReview;
  readonly details: ReadonlyMap<Escalation, readonly Message[]>;
}

/** Leaves iam:PassRole out of all findings that say what an escalation reports already. */
export function passRoleOnce(principal: PrincipalReview): PassRoleOnce {
  const passed = principal.escalations.filter(isPassRole);
  if (passed.length === 0) return { principal, details: new Map() };
  const details = new Map<Escalation, Message[]>(passed.map((one) => [one, []]));
  const { gained, rescoped, conditions } = principal.delta;
  const leaveOut = <T extends DeltaRow>(row: T, resources: readonly string[], tell: TellRow): readonly T[] => {
    const told = passed.find((one) => isOfRow(one, row, resources));
    if (told === undefined) return [row];
    details.get(told)?.push(...tell(told));
    const actions = row.actions.filter((action) => action !== PASS_ROLE);
    return actions.length === 0 ? [] : [{ ...row, actions }];
  };
  const delta: Delta = {
    ...principal.delta,
    gained: gained.flatMap((row) =>
      leaveOut(row, row.resources, (told) => (saysAll(told, row) ? [] : [tellAccess(alone(row), "gained").text])),
    ),
    rescoped: rescoped.flatMap((row) =>
      row.direction === "narrower" ? [row] : leaveOut(row, row.after, () => [tellRescoped(alone(row), "gained").text]),
    ),
    conditions: conditions.flatMap((row) =>
      row.direction === "added" ? [row] : leaveOut(row, row.resources, () => [tellCondition(alone(row)).text]),
    ),
  };
  const isAlone = !givesAny(delta);
  const findings = principal.findings.filter((finding) => {
    const told =
      passed.find((one) => isOfStatement(one, finding)) ??
      (isPath(finding) && (isAlone || saysPassRole(finding)) ? passed[0] : undefined);
    if (told !== undefined) details.get(told)?.push(tellLint(finding).text);
    return told === undefined;
  });
  return { principal: { ...principal, delta, findings }, details };
}

function isPassRole(one: Escalation): one is PassesRole {
  return one.code === "pass-role" || one.code === "pass-role-to-glue";
}

type DeltaRow = Pick<Access, "actions" | "layer" | "outside" | "from">;
/** What a row says in addition to the escalation. */
type TellRow = (told: PassesRole) => readonly Message[];

/** Whether the escalation comes from a row that names the action itself. A wildcard gives more, and stays. */
function isOfRow({ roles, from }: PassesRole, row: DeltaRow, resources: readonly string[]): boolean {
  if (row.layer !== "identity" || row.outside === true || !row.actions.includes(PASS_ROLE)) return false;
  return same(roles, resources) && same(from.map(nameOf), row.from.map(nameOf));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}

function nameOf({ document, sid = "" }: StatementOrigin): string {
  return JSON.stringify([document, sid]);
}

/** Whether the sentence of the escalation has all conditions. Its sentence contains only the services. */
function saysAll({ services }: PassesRole, { conditions }: Access): boolean {
  return conditions.length === (services === undefined ? 0 : 1);
}

function alone<T extends DeltaRow>(row: T): T {
  return { ...row, actions: [PASS_ROLE] };
}

/** Whether anything else is allowed that was not. */
function givesAny({ gained, rescoped, conditions }: Delta): boolean {
  const more = [
    ...gained,
    ...rescoped.filter(({ direction }) => direction !== "narrower"),
    ...conditions.filter(({ direction }) => direction !== "added"),
  ];
  return more.some(({ layer }) => layer === "identity");
}

/** Whether the finding is about the action together with others, which the principal had before if nothing else is new. */
function isPath({ finding }: IntroducedFinding): boolean {
  return finding.rule === "privilege-escalation";
}

/** Whether every way that the finding names passes a role. */
function saysPassRole({ finding }: IntroducedFinding): boolean {
  return plainText(finding.parts)
    .split("; ")
    .every((way) => way.includes(PASS_ROLE));
}

function isOfStatement({ from }: PassesRole, { document, finding }: IntroducedFinding): boolean {
  if (!SAME.has(finding.rule)) return false;
  const name = nameOf({ document, sid: finding.statement?.sid });
  return from.some((one) => nameOf(one) === name);
}
