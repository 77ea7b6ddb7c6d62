/** Reads what `build` has returned: an object of outputs, or nothing. */
import { fail, type Problem } from "../../errors";
import { stackOfCall } from "../dsl/author-call";
import type { Outputs } from "../dsl/definition";
import type { Output } from "../dsl/parts";
import { isDependency } from "../dsl/resource-references";
import { Expr } from "../expr/expr";

const OBJECT_OF_OUTPUTS = 'return { arn: output(queue.arn, { description: "..." }) }';

/**
 * The outputs that `build` has returned. A value among them may still be no output, see {@link isOutput}.
 *
 * @param path of the definition, or of the construct that it is inlined into
 * @throws TfwrightError if `build` is async, or has returned something else than an object
 */
export function readOutputs(returned: unknown, path: string): Outputs {
  if (returned === undefined || returned === null) return {};
  if (returned instanceof Promise) {
    // What it waits for can fail later. That is a consequence of this problem.
    returned.catch(() => undefined);
    fail({
      code: "build-is-async",
      path: `${path}.build`,
      message: "`build` returns a promise, so that what it makes after an `await` would be lost",
      hint: "remove `async` and `await`; load what `build` needs before `defineModule`",
    });
  }
  if (!isObjectOfValues(returned) || stackOfCall(returned) !== undefined)
    fail({
      code: "not-outputs",
      path: `${path}.build`,
      message: "`build` must return an object of outputs",
      hint: OBJECT_OF_OUTPUTS,
    });
  return returned as Outputs;
}

function isObjectOfValues(value: unknown): boolean {
  if (typeof value !== "object" || value === null || value instanceof Expr || isDependency(value)) return false;
  const { constructor: made } = value as { readonly constructor?: unknown };
  return !Array.isArray(value) && (made === Object || made === undefined);
}

/** Whether `output` has made a value. */
export function isOutput(value: unknown): value is Output<unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Expr) &&
    stackOfCall(value) !== undefined &&
    Object.hasOwn(value, "value")
  );
}

/** The problem of a value that `build` returns without `output`. */
export function notAnOutput(path: string): Problem {
  return { code: "not-an-output", path, message: "an output must be made with `output(value, { description })`" };
}
