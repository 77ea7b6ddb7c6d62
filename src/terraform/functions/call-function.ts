import type { CallSyntax, Syntax } from "../../hcl/read";
import type { Value } from "../value";
import { factsOf } from "./table";

/** Evaluates a call, as far as its arguments are known; undefined if nothing is known of the result. */
export function callFunction(
  { name, args, expand }: CallSyntax,
  fold: (arg: Syntax) => Value,
  at: number,
): Value | undefined {
  const approximate = factsOf(name)?.approximate;
  const values = approximate === undefined ? [] : args.map(fold);
  const last = values.at(-1);
  const given = expand && last?.kind === "list" ? [...values.slice(0, -1), ...last.items] : values;
  const isShort = expand && last?.kind !== "list";
  return isShort ? undefined : approximate?.(given, at);
}
