/** A block that is there unless a value is null: of a list or a set `value[*]` would make a block for each element. */
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { any, list, map, number, object, optional, optionalBlock, resource, set, string, tuple } from "tfwright";
import { defineOne, mainOf } from "../one-module";

const WRAPPED = "var.x != null ? [var.x] : []";

test.each([
  ["a string", optional(string()), "var.x[*]"],
  ["a map", optional(map(string())), "var.x[*]"],
  ["an object", optional(object({ a: string() })), "var.x[*]"],
  ["a list", optional(list(string())), WRAPPED],
  ["a list of objects", optional(list(object({ a: string() }))), WRAPPED],
  ["a set", optional(set(string())), WRAPPED],
  ["a tuple", optional(tuple([string(), number()])), WRAPPED],
  ["any", optional(any()), WRAPPED],
])("%s", (_, x, want) => {
  const module = defineOne({
    variables: { x },
    build(scope, v) {
      resource(scope, SecurityGroup, "this", {
        name: "a",
        timeouts: optionalBlock(v.x as never, (value) => ({ create: value as never })) as never,
      });
      return {};
    },
  });
  expect(/for_each = (.*)/.exec(mainOf(module))?.[1]).toBe(want);
});
