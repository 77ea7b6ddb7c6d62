/** A definition that calls itself, straight or by others, would never end. */
import { fail } from "../../errors";

const running: { readonly name: string }[] = [];

/** Runs a task of a definition. @throws TfwrightError if one of the same definition is running */
export function withoutCycle<T>(definition: { readonly name: string }, task: () => T): T {
  const start = running.indexOf(definition);
  if (start >= 0) {
    const names = [...running.slice(start), definition].map(({ name }) => name);
    running.length = 0;
    fail({
      code: "module-cycle",
      path: definition.name,
      message: `modules call each other in a cycle: ${names.join(" calls ")}`,
      hint: "replace one of the calls with a variable",
    });
  }
  running.push(definition);
  try {
    return task();
  } finally {
    running.pop();
  }
}
