/** Tokens of cdktf inside of our expressions: they are what they are outside, as cdktf prints them. */
import {
  conditional,
  Fn,
  forExpression,
  Lazy,
  Op,
  propertyAccess,
  ref,
  TerraformIterator,
  TerraformLocal,
  TerraformOutput,
  TerraformVariable,
  Token,
  Tokenization,
} from "cdktf";
import { any, at, bool, defineModule, each, eq, fn, output, toExpr, when } from "tfwright";
import type { TerraformStack } from "../../../src/cdk";
import { describeTerraform, planStack } from "../inline/plan-stack";

/** Values that go through expressions of ours, each in its own kind. */
const probe = defineModule({
  name: "probe",
  title: "Probe",
  description: "A value in expressions.",
  variables: { x: any(), text: bool(false), on: bool() },
  build(_scope, v) {
    return {
      json: output(fn.jsonencode(v.x)),
      object: output(fn.jsonencode({ a: [v.x], "b c": v.x })),
      chosen: output(fn.jsonencode(when(v.on, toExpr(v.x), toExpr(v.x)))),
      item: output(fn.jsonencode(at(each(toExpr([v.x, v.x]) as never, (item) => ({ item })) as never, 0))),
      text: output(when(v.text, `<${v.x}>`, "")),
      equal: output(eq(v.x as never, v.x as never)),
    };
  },
});

interface Things {
  readonly str: TerraformVariable;
  readonly num: TerraformVariable;
  readonly on: TerraformVariable;
  readonly strings: TerraformVariable;
  readonly numbers: TerraformVariable;
  readonly map: TerraformVariable;
  readonly local: TerraformLocal;
}

function thingsOf(stack: TerraformStack): Things {
  const variable = (id: string, type: string, value: unknown) =>
    new TerraformVariable(stack, id, { type, default: value });
  return {
    str: variable("str", "string", 'A "q" x'),
    num: variable("num", "number", 2),
    on: variable("on", "bool", true),
    strings: variable("strings", "list(string)", ["a", "b"]),
    numbers: variable("numbers", "list(number)", [1, 2]),
    map: variable("map", "map(string)", { a: "b" }),
    local: new TerraformLocal(stack, "loc", { a: { b: [1, 2] } }),
  };
}

type Case = readonly [title: string, value: (things: Things) => unknown];

/** Values that cdktf itself prints rightly: inside of our expressions they are the same. */
const ALIKE: readonly Case[] = [
  ["string", ({ str }) => str.stringValue],
  ["number", ({ num }) => num.numberValue],
  ["bool", ({ on }) => on.booleanValue],
  ["list", ({ strings }) => strings.listValue],
  ["list of numbers", ({ numbers }) => Token.asNumberList(numbers.value)],
  ["map", ({ map }) => Token.asStringMap(map.value)],
  ["number map", ({ map }) => Token.asAnyMap(map.value)],
  ["any", ({ local }) => local.expression],
  ["text with a token", ({ str }) => `a "b" \\ ${str.stringValue}`],
  ["text with a number", ({ num, on }) => `${num.numberValue} ${on.booleanValue} ${Fn.max([num.numberValue, 3])}`],
  ["nested", ({ str, num }) => [{ a: [str.stringValue, { b: num.numberValue }] }, { a: [str.stringValue, { b: 3 }] }]],
  ["max", ({ num }) => Fn.max([num.numberValue, 3])],
  ["min", ({ num }) => Fn.min([1, num.numberValue])],
  ["sum", ({ num }) => Fn.sum([num.numberValue, 1])],
  ["sum of a list", ({ numbers }) => Fn.sum(Token.asNumberList(numbers.value))],
  ["ceil", ({ num }) => Fn.ceil(num.numberValue)],
  ["pow", ({ num }) => Fn.pow(num.numberValue, 3)],
  ["range", ({ num }) => Fn.range(1, num.numberValue, 1)],
  ["parseint", () => Fn.parseint("ff", 16)],
  ["cidrsubnets", ({ num }) => Fn.cidrsubnets("10.0.0.0/8", [num.numberValue, 4])],
  ["cidrsubnet", ({ num }) => Fn.cidrsubnet("10.0.0.0/8", num.numberValue, 1)],
  ["concat", ({ strings, str }) => Fn.concat([strings.listValue, ["x", str.stringValue]])],
  ["flatten", ({ strings, str }) => Fn.flatten([[str.stringValue], strings.listValue])],
  ["merge", ({ map, str }) => Fn.merge([map.value, { k: str.stringValue }])],
  ["merge of objects", ({ str }) => Fn.merge([{ a: "1" }, { "b c": str.stringValue, d: [1, true] }])],
  ["format", ({ str, num }) => Fn.format("%s-%d", [str.stringValue, num.numberValue])],
  ["format of one number", ({ num }) => Fn.format("data-%d", [num.numberValue])],
  ["format of a list", ({ num }) => Fn.format("%s", [Fn.jsonencode([num.numberValue])])],
  ["formatlist", ({ strings }) => Fn.formatlist("%s!", [strings.listValue])],
  ["coalesce", ({ str }) => Fn.coalesce(["", "fallback", str.stringValue])],
  ["coalesce of a text with a token", ({ str }) => Fn.coalesce([`a-${str.stringValue}`, "x"])],
  ["coalescelist", ({ strings }) => Fn.coalescelist([[], strings.listValue])],
  ["join", ({ str }) => Fn.join("-", ["a", str.stringValue])],
  ["join of a list", ({ strings }) => Fn.join(", ", strings.listValue)],
  ["join of a split", ({ str }) => Fn.join(",", Fn.concat([["a"], Fn.split("-", str.stringValue)]))],
  ["split", ({ str }) => Fn.split(" ", str.stringValue)],
  ["lookup", ({ map }) => Fn.lookup(map.value, "zz", "fallback")],
  ["lookup without a default", ({ map }) => Fn.lookup(map.value, "a")],
  ["lookupNested", ({ local }) => Fn.lookupNested(local.expression, ["a", "b"])],
  ["try", ({ str }) => Fn.try([str.stringValue, "fallback"])],
  ["can", ({ str }) => Fn.can(str.stringValue)],
  ["replace by an escaped text", ({ str }) => Fn.replace(str.stringValue, "A", Fn.rawString('say "hi" ${x}'))],
  ["replace by a pattern", ({ str }) => Fn.replace(str.stringValue, "/[A-Z]\\\\s/", "\\\\d")],
  ["replace by a text that brings its escapes", ({ str }) => Fn.replace(str.stringValue, "A", '\\"\\u00e9\\t\\"')],
  ["a text with an interpolation", ({ str }) => Fn.replace(str.stringValue, "A", "a ${aws:username}")],
  ["a text of two lines", ({ str }) => Fn.replace(str.stringValue, "A", "a\nb")],
  ["upper", ({ str }) => Fn.upper(`a-${str.stringValue}-b`)],
  ["title of a text", () => Fn.title("hello there")],
  ["trimspace", () => Fn.trimspace(" a\n")],
  ["substr", ({ str, num }) => Fn.substr(str.stringValue, 0, num.numberValue)],
  ["regexall", ({ str }) => Fn.regexall("[a-z]+", str.stringValue)],
  ["strrev", ({ str }) => Fn.strrev(str.stringValue)],
  ["base64encode", ({ str }) => Fn.base64encode(str.stringValue)],
  ["sha256", ({ str }) => Fn.sha256(str.stringValue)],
  ["element", ({ strings }) => Fn.element(strings.listValue, 1)],
  ["length", ({ strings }) => Fn.lengthOf(strings.listValue)],
  ["length of an array", ({ str }) => Fn.lengthOf(["a", str.stringValue])],
  ["reverse", ({ strings }) => Fn.reverse(strings.listValue)],
  ["slice", ({ strings }) => Fn.slice(strings.listValue, 0, 1)],
  ["sort", ({ strings }) => Fn.sort(strings.listValue)],
  ["distinct", ({ str }) => Fn.distinct(["a", "a", str.stringValue])],
  ["compact", ({ str }) => Fn.compact(["", str.stringValue])],
  ["contains", ({ strings, str }) => Fn.contains(strings.listValue, str.stringValue)],
  ["index", ({ strings }) => Fn.index(strings.listValue, "b")],
  ["keys", ({ str }) => Fn.keys({ a: str.stringValue })],
  ["values", ({ map }) => Fn.values(map.value as never)],
  ["zipmap", ({ str }) => Fn.zipmap(["a"], [str.stringValue])],
  ["setproduct", ({ strings }) => Fn.setproduct([strings.listValue, ["b"]])],
  ["setunion", ({ strings }) => Fn.setunion(strings.listValue, [["b"]])],
  ["toset", ({ strings }) => Fn.toset(strings.listValue)],
  ["tolist of one number", ({ num }) => Fn.tolist([num.numberValue])],
  ["tolist of one object", ({ num }) => Fn.tolist([{ a: num.numberValue }])],
  ["tomap", ({ str }) => Fn.tomap({ a: str.stringValue })],
  ["tostring", ({ num }) => Fn.tostring(num.numberValue)],
  ["tonumber", () => Fn.tonumber("5")],
  ["anytrue", ({ on }) => Fn.anytrue([on.booleanValue, false])],
  [
    "jsonencode",
    ({ str, num, on }) => Fn.jsonencode({ a: str.stringValue, b: [num.numberValue], "c d": on.booleanValue }),
  ],
  ["jsonencode of one number", () => Fn.jsonencode([1])],
  ["jsonencode of one object", ({ num }) => Fn.jsonencode({ a: [{ b: num.numberValue }], c: null })],
  ["jsonencode of one list", ({ strings }) => Fn.jsonencode([strings.listValue])],
  ["jsondecode", ({ str }) => Fn.jsondecode(Fn.jsonencode({ a: str.stringValue }))],
  ["yamlencode", ({ str }) => Fn.yamlencode({ a: [str.stringValue, 1] })],
  ["urlencode", ({ str }) => Fn.urlencode(str.stringValue)],
  ["timeadd", () => Fn.timeadd("2020-01-01T00:00:00Z", "1h")],
  ["formatdate", () => Fn.formatdate("YYYY-MM-DD", "2020-01-01T00:00:00Z")],
  ["nonsensitive of sensitive", ({ str }) => Fn.nonsensitive(Fn.sensitive(str.stringValue))],
  ["one", ({ str }) => Fn.one([str.stringValue])],
  ["add", ({ num }) => Op.add(num.numberValue, 1)],
  ["product of a sum", ({ num }) => Op.mul(Op.add(num.numberValue, 1), 2)],
  ["negate", ({ num }) => Op.negate(num.numberValue)],
  ["and", ({ on }) => Op.and(on.booleanValue, true)],
  ["not", ({ on }) => Op.not(on.booleanValue)],
  ["equal", ({ str }) => Op.eq(str.stringValue, "x")],
  ["conditional", ({ on, str }) => conditional(on.booleanValue, str.stringValue, "no")],
  ["conditional number", ({ num }) => conditional(Op.gt(num.numberValue, 3), num.numberValue, 7)],
  [
    "conditional in a function",
    ({ on, str }) => Fn.upper(Token.asString(conditional(on.booleanValue, str.stringValue, "no"))),
  ],
  ["propertyAccess", ({ local }) => propertyAccess(local.expression, ["a", "b", 0])],
  ["reference", () => ref("var.str")],
  ["for", ({ strings }) => forExpression(strings.value, Fn.upper(Token.asString(ref("val"))))],
  ["iterator", ({ map }) => TerraformIterator.fromMap(map.value as never).keys()],
  ["Lazy string", ({ str }) => Lazy.stringValue({ produce: () => `a-${str.stringValue}` })],
  ["Lazy text", () => Lazy.stringValue({ produce: () => 'a "b"' })],
  ["Lazy number", ({ num }) => Lazy.numberValue({ produce: () => num.numberValue })],
  ["Lazy known number", () => Lazy.numberValue({ produce: () => 7 })],
  ["Lazy list", ({ str }) => Lazy.listValue({ produce: () => ["a", str.stringValue] })],
  [
    "Lazy any",
    ({ str, numbers }) =>
      Lazy.anyValue({ produce: () => ({ a: str.stringValue, b: Token.asNumberList(numbers.value) }) }),
  ],
  ["Lazy map", ({ map }) => Lazy.anyValue({ produce: () => Token.asStringMap(map.value) })],
  [
    "Lazy token key",
    ({ str }) => Lazy.anyValue({ produce: () => ({ [str.stringValue]: 1, [`k-${str.stringValue}`]: 2 }) }),
  ],
  [
    "Lazy in a Lazy",
    ({ num }) => Lazy.anyValue({ produce: () => [Lazy.anyValue({ produce: () => num.numberValue })] }),
  ],
  [
    "Lazy of a function",
    ({ num }) => Lazy.stringValue({ produce: () => Token.asString(Fn.format("%d", [num.numberValue])) }),
  ],
  ["Lazy that resolves", ({ num }) => Tokenization.stringifyNumber(num.numberValue)],
  ["token of a text", ({ str, num }) => Token.asAny(`${str.stringValue} ${num.numberValue}`)],
  ["token of two references", ({ str }) => Token.asString(Token.asAny(`${str.stringValue}${str.stringValue}`))],
  ["token of a list", ({ num }) => Token.asAny([num.numberValue, 2])],
  [
    "a class that gives a reference as text",
    () => ({ creationStack: [], resolve: () => "${var.num}", toString: () => "" }),
  ],
];

/** Values that cdktf itself prints wrongly, and what they are inside of our expressions. */
const BETTER: readonly (readonly [...Case, want: unknown])[] = [
  ["a number behind a dash", ({ num }) => Fn.upper(`a-${num.numberValue}`), "A-2"],
  ["a token as a key", ({ str }) => Fn.merge([{ [str.stringValue]: "x" }, { a: "y" }]), { 'A "q" x': "x", a: "y" }],
  ["a part of a key", ({ num }) => Fn.jsonencode({ [`k ${num.numberValue}`]: 1 }), '{"k 2":1}'],
  ["quotes in an object", () => Fn.merge([{ a: 'say "hi"' }]), { a: 'say "hi"' }],
  ["quotes in a list", ({ str }) => Fn.distinct(['say "hi"', str.stringValue]), ['say "hi"', 'A "q" x']],
  ["a backslash that is no escape", () => Fn.merge([{ a: "C:\\data" }]), { a: "C:\\data" }],
  ["a dollar before a token", ({ num }) => Fn.upper(`$${Token.asString(num.value)}`), "$2"],
  ["an operand of 0", ({ num }) => Op.gt(num.numberValue, 0), true],
  [
    "an empty operand, below another",
    ({ str, num }) => Op.and(Op.neq(str.stringValue, ""), Op.gt(num.numberValue, 0)),
    true,
  ],
  ["0 that is taken away", ({ num }) => Op.sub(num.numberValue, 0), 2],
  ["an escaped text", () => Fn.rawString('"hi" ${x}'), '"hi" ${x}'],
  ["a known text of a Lazy", () => Fn.upper(Lazy.stringValue({ produce: () => "abc" })), "ABC"],
];

/** A text, number or bool can stand in a template. */
const isScalar = (value: unknown) => typeof value !== "object" || value === null;

describeTerraform("tokens are planned alike, alone and inside of expressions", () => {
  let outputs: Readonly<Record<string, unknown>> = {};
  const texts = (index: number) => outputs[`text_${index}`];

  beforeAll(() => {
    // First what each is alone: only texts, numbers and bools can stand in a text.
    const alone = planStack((stack) => {
      const things = thingsOf(stack);
      for (const [index, [, value]] of ALIKE.entries())
        new TerraformOutput(stack, `alone_${index}`, { value: value(things) });
    }).outputs;
    const inside = planStack((stack) => {
      const things = thingsOf(stack);
      for (const [index, [, value]] of ALIKE.entries()) {
        const { outputs: made } = probe.inline(stack, `probe_${index}`, {
          x: value(things) as never,
          text: isScalar(alone[`alone_${index}`]),
          on: things.on.booleanValue,
        });
        for (const [name, token] of Object.entries(made))
          new TerraformOutput(stack, `${name}_${index}`, { value: token });
      }
    }).outputs;
    outputs = { ...alone, ...inside };
  }, 120_000);

  test("also where cdktf itself is wrong", () => {
    const { outputs: planned } = planStack((stack) => {
      const things = thingsOf(stack);
      for (const [index, [, value]] of BETTER.entries()) {
        const { json } = probe.inline(stack, `probe_${index}`, { x: value(things) as never, on: true }).outputs;
        new TerraformOutput(stack, `json_${index}`, { value: json });
      }
    });
    const read = BETTER.map(([title], index) => [title, JSON.parse(String(planned[`json_${index}`]))]);
    expect(read).toEqual(BETTER.map(([title, , want]) => [title, want]));
  }, 120_000);

  test.each(ALIKE.map(([title], index) => [title, index] as const))("%s", (_title, index) => {
    const alone = outputs[`alone_${index}`];
    const json = (name: string) => JSON.parse(String(outputs[`${name}_${index}`])) as unknown;
    expect(alone).toBeDefined();
    expect(json("json")).toEqual(alone);
    expect(json("object")).toEqual({ a: [alone], "b c": alone });
    expect(json("chosen")).toEqual(alone);
    expect(json("item")).toEqual({ item: alone });
    expect(outputs[`equal_${index}`]).toBe(true);
    expect(texts(index)).toBe(isScalar(alone) ? `<${alone}>` : "");
  });
});
