/** Elements of a document that could not be read. */
import { bareValue, say, withBackticks } from "../../text/message";
import type { ElementIssue, Statement } from "../document/policy";
import type { Report } from "./report";
import { listOf, shorten } from "./words";

/** What is said of such an element. */
export function reportOfIssue(issue: ElementIssue): Report {
  const { element, reason, parts, hint, ...at } = issue;
  const name = shorten(element);
  const why = shorten(reason) === reason ? parts : bareValue(shorten(reason));
  return { at, message: say`${name}: ${why}`, hint, about: name };
}

/** All elements of a policy have few names. */
const ALL_NAMES = 12;

/**
 * What is said of elements that are written with other capitals, at the first of them: whoever writes one so writes all so, and changes all
 * at once.
 */
export function reportOfCapitals(issues: readonly [ElementIssue, ...ElementIssue[]]): Report {
  const [first, ...others] = issues;
  const names = issues.map(({ element }) => element);
  if (others.every(({ element }) => element === first.element)) return reportOfIssue(first);
  return {
    at: first,
    message: say`${listOf(names, ALL_NAMES)} are written with other capitals`,
    hint: withBackticks(say`write ${listOf(names, ALL_NAMES)}`),
    about: names.join(),
  };
}

/** Whether the value of one of the elements was reported already, because it has the wrong type. */
export function hasElementIssue(statement: Statement, ...names: readonly string[]): boolean {
  return statement.issues.some(({ kind, element }) => kind === "wrong-type" && names.includes(element));
}
