/** The problems of a check, precondition or postcondition of the configuration. */
import { join, type Message, say, words } from "../../../text/message";

const MAX_PROBLEMS = 3;

/** The first problems; other words if there is none. */
export function showProblems(problems: readonly string[], withoutProblems: string): Message {
  if (problems.length === 0) return words(withoutProblems);
  const messages = problems.slice(0, MAX_PROBLEMS).map((problem) => say`${problem}`);
  return join(messages, "; ");
}
