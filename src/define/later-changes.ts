/**
 * What was changed on an inlined resource after it was made, by an Aspect or by its setters: cdktf's class holds it, and
 * what we write in the class's place takes it over.
 */
import { isResolvable, resolveToken, type TerraformDataSource, type TerraformResource } from "../cdk";
import { fail } from "../errors";
import { lift } from "../expr/lift";
import { type JsonBody, valueJson } from "./terraform-json";

type Element = TerraformResource | TerraformDataSource;
type Values = Readonly<Record<string, unknown>>;

/** What the class itself would write for its arguments. */
export function argumentsOf(element: Element): Values {
  const { synthesizeAttributes } = Object.getPrototypeOf(element) as { synthesizeAttributes(this: Element): Values };
  return synthesizeAttributes.call(element);
}

/** The body with the arguments that are not what they were. */
export function takeArguments(body: JsonBody, before: Values, element: Element): JsonBody {
  const now = argumentsOf(element);
  const changed = Object.keys({ ...before, ...now }).filter((name) => !isSame(before[name], now[name], element));
  if (changed.length === 0) return body;
  const { dynamic = {}, ...rest } = body;
  const blocks = Object.entries(dynamic as Values).filter(([name]) => !changed.includes(name));
  const kept = Object.entries(rest).filter(([name]) => !changed.includes(name));
  const taken = changed.flatMap((name) => {
    const value = now[name];
    if (value === undefined) return [];
    refuseSpread(value, `${element.node.path}.${name}`);
    return [[name, valueJson(lift(value))] as const];
  });
  const dynamics = blocks.length === 0 ? {} : { dynamic: Object.fromEntries(blocks) };
  return { ...Object.fromEntries([...kept, ...taken]), ...dynamics };
}

/** The meta-arguments that were set: cdktf adds them to those in the body, and takes what is undefined out of it. */
export function metaArgumentsOf(element: Element, body: JsonBody): object {
  const given = readMetaArguments(element);
  const own = ["count", "for_each"].find((name) => body[name] !== undefined);
  if (own !== undefined && (given.count !== undefined || given.forEach !== undefined))
    fail(
      "count-is-set",
      element.node.path,
      `its definition gives the resource \`${own}\` already`,
      "leave `count` and `forEach` of inlined resources as they are",
    );
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function readMetaArguments(element: Element): Values {
  for (let owner: unknown = Object.getPrototypeOf(element); owner !== null; owner = Object.getPrototypeOf(owner)) {
    const read = Object.getOwnPropertyDescriptor(owner, "terraformMetaArguments")?.get;
    if (read !== undefined) return read.call(element) as Values;
  }
  return {};
}

function isSame(a: unknown, b: unknown, element: Element): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  // A class may wrap one value anew each time it is asked.
  if (isResolvable(a) || isResolvable(b)) return isEqual(resolveToken(element, a), resolveToken(element, b));
  const keys = Object.keys({ ...a, ...b });
  return keys.every((key) => isSame((a as Values)[key], (b as Values)[key], element));
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `{ ...bucket.tagsInput }` of what only Terraform knows gives what cdktf's token is made of. */
function refuseSpread(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null || isResolvable(value)) return;
  if ("creationStack" in value)
    fail(
      "spread-expression",
      path,
      "what is spread here is a value that Terraform knows at plan time",
      'merge it by `Fn.merge([bucket.tagsInput, { more: "..." }])`',
    );
  for (const inner of Object.values(value)) refuseSpread(inner, path);
}
