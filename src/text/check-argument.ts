/** Arguments of the public functions: callers in JavaScript, and those with `any`, get an error that says which one is wrong. */
import { fail } from "../errors";

/** What an argument has to be. */
export type ArgumentKind = "text" | "list" | "object" | "map" | "function" | "boolean" | "number";

const NAMES: Readonly<Record<ArgumentKind, string>> = {
  text: "a text",
  list: "a list",
  object: "an object",
  map: "a Map",
  function: "a function",
  boolean: "true or false",
  number: "a number",
};

/** What else is asked of an argument, and how a right one is written. */
interface ArgumentForm {
  /** Members of an object that have to be lists. */
  readonly lists?: readonly string[];
  /** A call or a value that is right, for the hint: `readPlan(text, "plan.json")`. */
  readonly example?: string;
}

/**
 * Checks an argument, named with its function: `readPlan(text)`.
 *
 * @throws TfwrightError `bad-argument` with what is expected and what was given; values are not shown, because they may be secret
 */
export function checkArgument(value: unknown, kind: ArgumentKind, place: string, form: ArgumentForm = {}): void {
  const { lists = [], example } = form;
  if (!isOfKind(value, kind))
    refuse(`${NAMES[kind]} is expected, not ${nameOf(value)}`, place, hintFor(value, kind) ?? hintOf(example));
  const missing = lists.find((name) => !Array.isArray((value as Readonly<Record<string, unknown>>)[name]));
  if (missing !== undefined)
    refuse(`an object with a list \`${missing}\` is expected, and this one has none`, place, hintOf(example));
}

/** Checks that an argument is a list of objects. @throws TfwrightError like {@link checkArgument} */
export function checkListOfObjects(value: unknown, place: string, form: ArgumentForm = {}): void {
  const { example } = form;
  checkArgument(value, "list", place, { example });
  for (const [index, item] of (value as readonly unknown[]).entries())
    checkArgument(item, "object", `${place}[${index}]`, form);
}

function hintOf(example: string | undefined): string | undefined {
  return example === undefined ? undefined : `write ${example}`;
}

function refuse(message: string, path: string, hint?: string): never {
  return fail({ code: "bad-argument", path, message, hint });
}

/** Whether a value is what an argument of a kind has to be. */
export function isOfKind(value: unknown, kind: ArgumentKind): boolean {
  if (kind === "text") return typeof value === "string";
  if (kind === "list") return Array.isArray(value);
  if (kind === "map") return value instanceof Map;
  if (kind !== "object") return typeof value === kind;
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return NAMES.list;
  if (typeof value === "string") return NAMES.text;
  if (typeof value === "function") return NAMES.function;
  if (typeof value !== "object") return `a ${typeof value}`;
  const { name = "" } = (value.constructor ?? {}) as { readonly name?: string };
  return name === "Object" || name === "" ? NAMES.object : `an object of ${name}`;
}

function hintFor(value: unknown, kind: ArgumentKind): string | undefined {
  if (kind !== "text" || typeof value !== "object" || value === null) return undefined;
  if (value instanceof Uint8Array) return 'give its text: `buffer.toString("utf8")`';
  return value instanceof Promise ? "wait for it: `await` is missing" : undefined;
}
