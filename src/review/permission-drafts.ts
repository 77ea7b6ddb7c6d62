/** What the permission delta finds, as findings of the review. */
import type { Access, ConditionChange, Delta, Rescoped } from "../iam/delta";
import type { Draft } from "./finding";
import type { IntroducedFinding, PrincipalReview } from "./permissions/types";
import { join, listValues, quoted, say, type Text, words } from "./text";

/** Findings of one principal or resource. */
export function draftsOf({ delta, escalations, findings }: PrincipalReview): readonly Draft[] {
  const told = new Set<string>(escalations.map(({ code }) => code));
  return [
    ...escalations.map(({ code, message }): Draft => ({ rule: code, message: quoted(message) })),
    ...gained(delta, told),
    ...unknown(delta),
    ...lost(delta),
    ...linted(findings),
  ];
}

function gained(delta: Delta, told: ReadonlySet<string>): readonly Draft[] {
  const wider = delta.rescoped.filter(({ direction }) => direction !== "narrower");
  const looser = delta.conditions.filter(({ direction }) => direction !== "added");
  const denies = told.has("deny-removed") ? [] : delta.denies.filter(({ direction }) => direction === "removed");
  const boundary = boundaryDraft(delta, told);
  return [
    ...one("permission-gained", delta.gained.map(tellAccess)),
    ...one("permission-widened", wider.map(tellRescoped)),
    ...one("condition-dropped", looser.map(tellCondition)),
    ...one(
      "deny-removed",
      denies.map((access) => say`no longer denied: ${tellAccess(access)}`),
    ),
    ...(boundary === undefined ? [] : [boundary]),
  ];
}

function boundaryDraft({ boundary }: Delta, told: ReadonlySet<string>): Draft | undefined {
  if (boundary === undefined || boundary.direction === "added") return undefined;
  if (boundary.direction === "removed") {
    return told.has("boundary-removed")
      ? undefined
      : { rule: "boundary-removed", message: say`${boundary.before ?? ""}` };
  }
  return { rule: "boundary-replaced", message: say`${boundary.before ?? ""} → ${boundary.after ?? ""}` };
}

function unknown({ cannotTell }: Delta): readonly Draft[] {
  const after = cannotTell.filter(({ side }) => side === "after");
  return one(
    "permission-unknown",
    after.map(({ reason, from }) => say`${quoted(reason)}, in ${from.document}`),
  );
}

function lost(delta: Delta): readonly Draft[] {
  const { boundary } = delta;
  const texts = [
    ...delta.lost.map(tellAccess),
    ...delta.rescoped.filter(({ direction }) => direction === "narrower").map(tellRescoped),
    ...delta.conditions.filter(({ direction }) => direction === "added").map(tellCondition),
    ...delta.denies
      .filter(({ direction }) => direction === "added")
      .map((access) => say`now denied: ${tellAccess(access)}`),
    ...delta.cannotTell
      .filter(({ side }) => side === "before")
      .map(({ reason, from }) => say`gone: ${quoted(reason)}, in ${from.document}`),
    ...(boundary?.direction === "added" ? [say`new boundary ${boundary.after ?? ""}`] : []),
  ];
  const idle = delta.withoutEffect.map((access) => say`${words(access.direction)}: ${tellAccess(access)}`);
  return [...one("permission-lost", texts), ...one("permission-without-effect", idle)];
}

/** Many of one kind are one finding: the first are told, the rest is folded. */
function one(rule: string, texts: readonly Text[]): readonly Draft[] {
  if (texts.length === 0) return [];
  const message = join(texts.slice(0, 2), "; ");
  if (texts.length <= 2) return [{ rule, message }];
  return [{ rule, message: [...message, `; and ${texts.length - 2} more`], details: texts.slice(2) }];
}

/** `glue:GetTable` on `arn:...`, where `...` */
function tellAccess({ actions, resources, principals, conditions, onlyFuture, partly }: Access): Text {
  const on = resources.length === 0 ? [] : say` on ${listValues(resources, 4)}`;
  const to = principals.length === 0 ? [] : say` for ${listValues(principals, 4)}`;
  const future = onlyFuture ? [" (only what AWS adds later: all of today was allowed)"] : [];
  const some = partly ? [" (some of it was allowed before)"] : [];
  return [...listValues(actions, 6), ...on, ...to, ...where(conditions), ...future, ...some];
}

function where(conditions: readonly string[]): Text {
  return conditions.length === 0 ? [] : say`, where ${listValues(conditions, 3)}`;
}

function tellRescoped({ actions, before, after, conditions, direction, principals }: Rescoped): Text {
  const to = principals.length === 0 ? [] : say` for ${listValues(principals, 4)}`;
  return say`${listValues(actions, 6)}${to} on ${words(direction === "other" ? "others" : direction)}: ${listValues(before, 3)} → ${listValues(after, 3)}${where(conditions)}`;
}

function tellCondition({ actions, resources, before, after }: ConditionChange): Text {
  const sets = (list: readonly (readonly string[])[]) =>
    list.every((set) => set.length === 0)
      ? words("no condition")
      : listValues(
          list.map((set) => set.join(" and ")),
          3,
        );
  return say`${listValues(actions, 6)} on ${listValues(resources, 3)}: ${sets(before)} → ${sets(after)}`;
}

/** One finding for each severity that matters: the escalations above have told the worst of it. */
function linted(findings: readonly IntroducedFinding[]): readonly Draft[] {
  const of = (fits: (severity: string) => boolean) =>
    findings.filter(({ finding }) => fits(finding.severity)).map(tellLint);
  const isMild = (severity: string) => severity !== "security" && severity !== "error";
  return [
    ...one(
      "policy-security",
      of((severity) => severity === "security"),
    ),
    ...one(
      "policy-lint",
      of((severity) => severity === "error"),
    ).map((draft): Draft => ({ ...draft, level: "attention" })),
    ...one("policy-lint", of(isMild)),
  ];
}

function tellLint({ document, finding }: IntroducedFinding): Text {
  return say`${quoted(finding.message)} (${finding.rule}, in ${document})`;
}
