/** A `for_each` that Terraform refuses, because it is sensitive as a whole. Each row was held against Terraform 1.11 and 1.16. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  at,
  type Expr,
  each,
  eq,
  fn,
  type ListExpr,
  local,
  type MapExpr,
  map,
  mapFrom,
  resource,
  set,
  string,
  toMap,
  when,
} from "tfwright";
import { codesOf, defineOne } from "../one-module";

interface Given {
  readonly secrets: MapExpr<Expr<string>>;
  readonly plain: MapExpr<Expr<string>>;
  readonly names: ListExpr<Expr<string>>;
  readonly token: Expr<string>;
}

const VARIABLES = {
  secrets: map(string(), { sensitive: true, known: true }),
  plain: map(string(), { known: true }),
  names: set(string(), { known: true }),
  token: string({ sensitive: true, known: true }),
};

/** Codes of a module whose queue walks this. */
function codesWith(walk: (v: Given) => unknown): readonly string[] {
  return codesOf(
    defineOne({
      variables: VARIABLES,
      build(scope, v) {
        const named = local(scope, "named", v.secrets);
        const all = { ...v, local: named } as unknown as Given;
        resource(scope, SqsQueue, "all", { name: `${fn.jsonencode([v.secrets, v.plain, v.names, v.token])}` });
        resource(scope, SqsQueue, "this", { name: "a" }, { forEach: walk(all) as MapExpr<Expr<string>> });
        return {};
      },
    }),
    false,
  );
}

const REFUSED = ["sensitive-for-each sample.aws_sqs_queue.this"];

test.each<[string, (v: Given) => unknown]>([
  ["a sensitive map", (v) => v.secrets],
  ["its keys", (v) => fn.toset(fn.keys(v.secrets))],
  ["a loop over it", (v) => toMap(v.secrets, (value, key) => [key, value])],
  ["a condition on a secret", (v) => when(eq(v.token, "x"), v.plain, v.plain)],
  ["a condition in a loop", (v) => toMap(v.plain, (value, key) => [key, value], { where: () => eq(v.token, "x") })],
  ["a set with a secret", (v) => fn.toset(["a", v.token])],
  ["a local", (v) => (v as never as { local: unknown }).local],
])("%s is refused", (_, walk) => {
  expect(codesWith(walk)).toEqual(REFUSED);
});

test.each<[string, (v: Given) => unknown]>([
  ["a plain map", (v) => v.plain],
  ["a set", (v) => v.names],
  ["names that are no secret", (v) => fn.toset(fn.nonsensitive(fn.keys(v.secrets)))],
  ["a merge with it", (v) => fn.merge(v.plain, v.secrets)],
  ["a map with a secret in it", (v) => mapFrom({ a: v.token })],
  ["a loop with secret values", (v) => toMap(v.plain, (_, key) => [key, at(v.secrets, key)])],
  ["a loop over what is no secret", (v) => fn.toset(each(v.plain, (_, key) => key))],
])("%s is taken", (_, walk) => {
  expect(codesWith(walk)).toEqual([]);
});
