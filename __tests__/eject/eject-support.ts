/** Stacks that are ejected without a provider's schema, unless one is given. */
import type { ProviderShapes } from "../../src/eject/body-shape";
import { type EjectedStack, type EjectOptions, ejectStack } from "../../src/eject/eject-stack";
import { type Problem, TfwrightError } from "../../src/errors";

/** A stack as JSON, or as the text of its file. */
export function ejected(stack: object | string, options: Partial<EjectOptions> = {}): EjectedStack {
  const text = typeof stack === "string" ? stack : JSON.stringify(stack, null, 2);
  return ejectStack("cdk.tf.json", text, { exact: () => undefined, locked: new Map(), ...options });
}

/** The files that say something, each below its name, without a final newline. */
export function filesOf(stack: object | string, options: Partial<EjectOptions> = {}): Record<string, string> {
  const { files } = ejected(stack, options);
  return Object.fromEntries(
    [...files].filter(([, text]) => !/^# This stack has no/.test(text)).map(([name, text]) => [name, text.trimEnd()]),
  );
}

export function problemsOf(stack: object | string, options: Partial<EjectOptions> = {}): readonly Problem[] {
  try {
    ejected(stack, options);
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems;
    throw error;
  }
  throw new Error("it was ejected");
}

/** A provider that calls these names blocks, wherever they stand, and all others attributes. */
export function shapesOf(blocks: readonly string[], { isExact = true } = {}): Pick<EjectOptions, "exact"> {
  const shape = {
    member: (name: string) =>
      blocks.includes(name) ? ({ kind: "block", shape, hasLabel: false } as const) : ({ kind: "attribute" } as const),
  };
  const shapes: ProviderShapes = { origin: "a schema", shape: () => shape };
  return { exact: () => (isExact ? shapes : undefined) };
}
