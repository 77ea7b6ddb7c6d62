/** Random modules, as the JSON that `inline` writes, and back: they mean what `generate` writes. */
import { GlueJob } from "@cdktf/provider-aws/lib/glue-job";
import fc from "fast-check";
import {
  blocks,
  each,
  fn,
  list,
  local,
  map,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  string,
} from "tfwright";
import { bodyJson, valueJson } from "../../src/generate/inline/terraform-json";
import { attribute, type BlockItem, type Body, block } from "../../src/hcl/document";
import { type Expression, mapChildren } from "../../src/hcl/expression";
import { type BodySyntax, readHcl } from "../../src/hcl/read";
import { isSameSyntax } from "../../src/hcl/read/same-syntax";
import { writeBody } from "../../src/hcl/write";
import { defineOne } from "../generate/one-module";
import { expression as anyExpression } from "../hcl/random-expressions";
import { filesOf, shapesOf } from "./eject-support";

/** The same blocks and attributes; attributes in any order, blocks of one type in theirs. */
function isSameBody(a: BodySyntax, b: BodySyntax): boolean {
  const items = a.filter(isSet);
  const rest = b.filter(isSet);
  if (items.length !== rest.length) return false;
  return items.every((item) => {
    const at = rest.findIndex((other) =>
      item.kind === "attribute"
        ? other.kind === "attribute" && other.name === item.name
        : other.kind === "block" && other.type === item.type && other.labels.join() === item.labels.join(),
    );
    const [other] = at < 0 ? [] : rest.splice(at, 1);
    if (other === undefined) return false;
    if (item.kind === "attribute") return other.kind === "attribute" && isSameSyntax(item.value, other.value);
    return other.kind === "block" && isSameBody(item.body, other.body);
  });
}

/** An argument of a provider that is null is none. */
function isSet(item: BodySyntax[number]): boolean {
  return item.kind === "block" || item.value.kind !== "literal" || item.value.value !== null;
}

function expectSame(main: Body, blockNames: readonly string[]): void {
  const json: Record<string, unknown> = {};
  for (const item of main) {
    if (item.kind !== "block") continue;
    const [type = "", name = ""] = item.labels;
    if (item.type === "locals") json.locals = bodyJson(item.body);
    else {
      const types = (json[item.type] ?? {}) as Record<string, object>;
      json[item.type] = { ...types, [type]: { ...types[type], [name]: bodyJson(item.body) } };
    }
  }
  const written = filesOf(json, shapesOf(blockNames))["main.tf"] ?? "";
  const want = writeBody(main, { allHeredocs: true });
  if (!isSameBody(readHcl(want).body, readHcl(written).body))
    expect({ json, written }).toEqual({ json, written: want });
}

/** Keys are texts, or nothing that Terraform takes. */
function withTextKeys(node: Expression): Expression {
  const inner = mapChildren(node, withTextKeys);
  if (inner.kind !== "object") return inner;
  const asText = (key: string | Expression): string | Expression =>
    typeof key !== "string" && ["tuple", "object", "literal"].includes(key.kind)
      ? { kind: "call", name: "f", args: [key] }
      : key;
  return { kind: "object", entries: inner.entries.map(({ key, value }) => ({ key: asText(key), value })) };
}

const expression = anyExpression.map(withTextKeys);

const ITERATOR = { kind: "binding", id: 9, hint: "it" } as const;

/** Bodies with attributes, blocks, and blocks that are made by `dynamic`. */
const { body } = fc.letrec<{ body: Body; inner: readonly BlockItem[] }>((tie) => ({
  inner: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    fc.constant([]),
    fc.array(
      fc.tuple(fc.constantFrom("rule", "disk"), tie("body")).map(([type, content]) => block(type, [], content)),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  body: fc
    .tuple(
      fc.array(expression, { maxLength: 2 }),
      tie("inner"),
      fc.option(fc.tuple(expression, expression), { nil: undefined }),
    )
    .map(
      ([values, inner, dynamic]): Body => [
        ...values.map((value, index) => attribute(`a${index}`, value)),
        ...inner,
        ...(dynamic === undefined ? [] : [dynamicOf(...dynamic)]),
      ],
    ),
}));

function dynamicOf(collection: Expression, inner: Expression): BlockItem {
  const each: Expression = { kind: "attribute", of: ITERATOR, name: "value" };
  const content = block("content", [], [attribute("x", { kind: "tuple", items: [each, inner] })]);
  const parts = [
    attribute("for_each", collection),
    attribute("iterator", { kind: "reference", address: "it" }),
    content,
  ];
  return { ...block("dynamic", ["port"], parts), binds: { id: 9, name: "it" } };
}

test("random bodies", () => {
  fc.assert(
    fc.property(body, fc.array(expression, { maxLength: 3 }), (inner, locals) => {
      expectSame(
        [
          ...(locals.length === 0
            ? []
            : [
                block(
                  "locals",
                  [],
                  locals.map((value, index) => attribute(`l${index}`, value)),
                ),
              ]),
          block("resource", ["x_thing", "this"], inner),
        ],
        ["rule", "disk", "port"],
      );
    }),
    { numRuns: 150 },
  );
}, 60_000);

const words = fc.constantFrom("a", 'q"', "${x}", "\\d", "l\nm\n", "é", "$", "%{", "");
/** What decides how a random definition is built. */
const choices = fc.record({
  text: words,
  tags: fc.dictionary(fc.constantFrom("a", "a:b", "b-c", "${k}", "null"), words, { maxKeys: 3 }),
  isCounted: fc.boolean(),
  hasCommand: fc.boolean(),
  notices: fc.array(fc.nat(9), { maxLength: 2 }),
  perItem: fc.boolean(),
  waits: fc.boolean(),
  protects: fc.boolean(),
});

test("random definitions", () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const module = defineOne({
        variables: {
          name: string({ description: "Name." }),
          names: list(string(), { default: [], description: "Names." }),
          settings: map(string(), { default: {}, description: "Settings." }),
          limit: optional(number({ description: "Limit." })),
          notice: optional(object({ after: number() }, { description: "Notice." })),
        },
        build(scope, v) {
          const repeat = chosen.isCounted
            ? { count: fn.length(v.names) }
            : chosen.perItem
              ? { forEach: v.settings }
              : {};
          const all = local(
            scope,
            "all",
            each(v.names, (one) => one),
          );
          const first = resource(
            scope,
            GlueJob,
            "first",
            {
              name: v.name,
              roleArn: chosen.text,
              tags: chosen.tags,
              connections: all,
              command: { scriptLocation: chosen.text, name: chosen.hasCommand ? "glueetl" : v.name },
              notificationProperty: optionalBlock(v.notice, ({ after }) => ({ notifyDelayAfter: after })),
              maxRetries: v.limit,
            },
            chosen.protects ? { lifecycle: { ignoreChanges: ["tags"], createBeforeDestroy: true } } : {},
          );
          const second = {
            name: first.name,
            roleArn: first.arn,
            command: { scriptLocation: first.id },
            executionProperty: blocks(chosen.notices, (maximum) => ({ maxConcurrentRuns: maximum })),
          };
          resource(
            scope,
            GlueJob,
            "second",
            second as never,
            { ...repeat, ...(chosen.waits && { dependsOn: [first] }) } as never,
          );
          return {
            arn: output(first.arn, { description: "ARN." }),
            size: output(fn.length(v.settings), { description: "How many settings there are." }),
          };
        },
      });
      const { main } = module.generate();
      expectSame(main, ["command", "notification_property", "execution_property"]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("a value that is written differently is seen", () => {
  const one = readHcl("a {\n  x = [1, 2]\n}\n").body;
  expect(isSameBody(one, readHcl("a {\n  x = [1, 3]\n}\n").body)).toBe(false);
  expect(isSameBody(one, readHcl("a {\n  x = [1, 2]\n}\na {}\n").body)).toBe(false);
  expect(valueJson({ kind: "literal", value: "${x}" })).toBe("$${x}");
});
