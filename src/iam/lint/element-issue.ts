/** Elements of a document that could not be read. */
import { bareValue, say } from "../../text/message";
import type { ElementIssue, Statement } from "../document/policy";
import type { Report } from "./report";
import { shorten } from "./words";

/** What is said of such an element. */
export function reportOfIssue(issue: ElementIssue): Report {
  const { element, reason, parts, hint, ...at } = issue;
  const name = shorten(element);
  const why = shorten(reason) === reason ? parts : bareValue(shorten(reason));
  return { at, message: say`${name}: ${why}`, hint, about: name };
}

/** Whether the value of one of the elements was reported already, because it has the wrong type. */
export function hasElementIssue(statement: Statement, ...names: readonly string[]): boolean {
  return statement.issues.some(({ kind, element }) => kind === "wrong-type" && names.includes(element));
}
