/** Comparisons of a closed set with a value that it does not have, patterns that RE2 reads, and rules that check nothing. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  at,
  blocks,
  each,
  eq,
  fn,
  list,
  local,
  map,
  ne,
  number,
  object,
  oneOf,
  optional,
  output,
  resource,
  set,
  string,
  TfwrightError,
  toMap,
  when,
} from "tfwright";
import { defineOne } from "../one-module";

const MODE = oneOf(["fast", "slow"]);

function messagesOf(variable: unknown, use: (x: never, scope: never) => unknown): readonly string[] {
  const module = defineOne({
    variables: { x: variable as never },
    build: (scope, v) => ({ all: output(use(v.x as never, scope as never) as never), x: output(v.x as never) }),
  });
  try {
    module.generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems.map(({ message }) => message);
  }
}

const never = (what: string) => [`${what}: its values are fast and slow`];

test.each<[string, unknown, (x: never, scope: never) => unknown, readonly string[]]>([
  ["a value that there is", MODE, (x) => eq(x, "fast" as never), []],
  ["a misspelt one", MODE, (x) => eq(x, "fsat" as never), never('`var.x` is never "fsat"')],
  ["on the other side", MODE, (x) => eq("fsat", x), never('`var.x` is never "fsat"')],
  ["that it is not", MODE, (x) => ne(x, "Fast" as never), never('`var.x` is never "Fast"')],
  ["a variable that may be null", optional(MODE), (x) => eq(x, "fsat" as never), never('`var.x` is never "fsat"')],
  ["null", optional(MODE), (x) => eq(x, null as never), []],
  ["an open set", oneOf(["fast", "slow"], { open: true }), (x) => eq(x, "fsat" as never), []],
  ["a text", string(), (x) => eq(x, "fsat" as never), []],
  [
    "an attribute",
    object({ mode: MODE }),
    (x) => eq((x as { mode: never }).mode, "fsat" as never),
    never('`var.x.mode` is never "fsat"'),
  ],
  ["a list of others", MODE, (x) => fn.contains(["a", "b"], x), never('`var.x` is never "a" or "b"')],
  ["a list with one that there is", MODE, (x) => fn.contains(["a", "fast"], x), []],
  ["an element of a set", set(MODE), (x) => fn.contains(x, "fsat"), never('no element of `var.x` is "fsat"')],
  ["an element that there is", set(MODE), (x) => fn.contains(x, "slow"), []],
  [
    "a conditional, which may be another value",
    MODE,
    (x) => eq(when(eq(x, "fast" as never), x, "other" as never), "other" as never),
    [],
  ],
  [
    "a local, which may be made of others",
    MODE,
    (x, scope) => eq(local(scope, "l", when(eq(x, "fast" as never), x, "other" as never)), "other" as never),
    [],
  ],
])("%s", (_name, variable, use, want) => {
  expect(messagesOf(variable, use)).toEqual(want);
});

const QUEUES = map(object({ mode: MODE, tags: list(MODE) }));
interface Queue {
  readonly mode: never;
  readonly tags: never;
}
const isMode = (value: string) => (queue: Queue) => eq(queue.mode, value as never);
// The type of the variable is one for the whole table.
const walk = each as unknown as (of: unknown, use: (queue: Queue) => unknown) => never;
const mapOf = toMap as unknown as (of: unknown, use: (queue: Queue, key: never) => unknown, options?: object) => never;
const named = (queues: never, where: (queue: Queue) => unknown) =>
  mapOf(queues, (queue, key) => [key, queue], { where });
const others = (queues: never) =>
  mapOf(queues, (queue, key) => [key, { mode: when(isMode("fast")(queue), queue.mode, "other" as never) }]);

/** Elements of a variable, by whatever way they are reached, have the values that its type says. */
test.each<[string, (x: never, scope: never) => unknown, readonly string[]]>([
  ["the condition of a loop", (x) => named(x, isMode("fsat")), never('`var.x[*].mode` is never "fsat"')],
  ["the result of a loop", (x) => walk(x, isMode("fsat")), never('`var.x[*].mode` is never "fsat"')],
  ["a value that there is", (x) => named(x, isMode("slow")), []],
  [
    "an element by its key",
    (x) => eq(((at as unknown as (of: never, key: string) => unknown)(x, "a") as Queue).mode, "fsat" as never),
    never('`var.x["a"].mode` is never "fsat"'),
  ],
  [
    "a loop over what another one leaves",
    (x) => walk(named(x, isMode("slow")), isMode("fsat")),
    never('`var.x[*].mode` is never "fsat"'),
  ],
  [
    "a loop over a local",
    (x, scope) => walk(local(scope, "slow", named(x, isMode("slow"))), isMode("fsat")),
    never('`var.x[*].mode` is never "fsat"'),
  ],
  [
    "a loop over an attribute of each",
    (x) =>
      walk(
        walk(x, (queue) => queue.mode),
        (mode) => eq(mode as never, "fsat" as never),
      ),
    never('`var.x[*].mode` is never "fsat"'),
  ],
  [
    "a list in each",
    (x) => walk(x, (queue) => fn.contains(queue.tags, "fsat")),
    never('no element of `var.x[*].tags` is "fsat"'),
  ],
  [
    "an instance of a resource",
    (x, scope) => {
      const config = ({ value }: { value: Queue }) => ({ name: when(eq(value.mode, "fsat" as never), "a", "b") });
      resource(scope, SqsQueue, "this", config as never, { forEach: x });
      return "made";
    },
    never('`each.value.mode` is never "fsat"'),
  ],
  [
    "a block for each",
    (x, scope) => {
      const rule = blocks(x, ((queue: Queue) => ({ id: when(isMode("fsat")(queue), "a", "b") })) as never);
      resource(scope, SqsQueue, "this", { name: "a", timeouts: rule } as never);
      return "made";
    },
    never('`var.x[*].mode` is never "fsat"'),
  ],
  ["a loop over what is made of others", (x) => walk(others(x), isMode("other")), []],
  ["a local made of others", (x, scope) => walk(local(scope, "made", others(x)), isMode("other")), []],
])("elements: %s", (_name, use, want) => {
  expect(messagesOf(QUEUES, use)).toEqual(want);
});

test("numbers", () => {
  expect(messagesOf(oneOf([1, 2] as never), (x) => eq(x, 3 as never))).toEqual([
    "`var.x` is never 3: its values are 1 and 2",
  ]);
});

test.each([
  "^[a-z]+$",
  "[]a]",
  "[^]a]",
  "[[]",
  "[[:alpha:]_-]+",
  "(?i)abc",
  "(?P<n>a)",
  "^*",
  "\\b+",
  "\\Q(\\E",
  "[\\x{61}-z]",
  "a{",
  "\\p{L}",
])("Terraform reads the pattern %s", (pattern) => {
  expect(messagesOf(string(), (x) => fn.can(fn.regex(pattern, x)))).toEqual([]);
});

const isNotEmpty = { condition: (x: unknown) => (x !== "") as never, message: "It is not empty." };

test.each<[string, unknown]>([
  ["of an element", list(string({ validate: [isNotEmpty] }))],
  ["of an attribute", object({ name: string({ validate: [isNotEmpty] }) })],
  ["of an attribute of an element", map(object({ size: number({ validate: [isNotEmpty as never] }) }))],
])("a rule %s that every value meets", (_name, variable) => {
  expect(messagesOf(variable, (x) => x)).toEqual([
    "rule 1 of an inner `validate` is true for every value, so that it checks nothing",
  ]);
});

test("a rule for TypeScript alone may be decided there", () => {
  const rule = { condition: () => true as never, message: "m", only: "typescript" as const };
  expect(messagesOf(string({ validate: [rule] }), (x) => x)).toEqual([]);
});
