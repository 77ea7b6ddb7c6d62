/** The keys of what a call was given are found in code as esbuild writes it. */
import { findKey } from "../../../src/cli/load/find-key";

const CODE = `var tests_shared = { plan: { runs: [{ name: "shared" }] } };
var module = (0, import_tfwright.defineModule)({
  name: "a", /* tests: 1 */
  notes: ["tests: x", 'it\\'s {', \`\${{ tests: "}" }.tests} {\`, /[/{]tests: "/.source],
  variables: { tests: (0, import_tfwright.string)({ validate: [{ condition: (tests) => 4 / 2 / tests }] }) },
  build(scope, v) {
    const one = (0, import_tfwright.resource)(scope, import_x.Queue, "one", (each) => ({ ttl: 1, "delay-time": each.key }));
    (0, import_tfwright.resource)(scope, Other, "two", {
      rule: (0, import_tfwright.blockList)(
        { id: "x", filter: [{ prefix: "a" }] },
        (0, import_tfwright.blockIf)(v.on, () => ({ id: "y", prefix: 1 })),
        ...more
      ),
      list: [{ a: 1 }, { a: 2, b: 3 }], open: (0, import_tfwright.blocks)(v.l, (it) => { return { a: it, prefix: 2 }; })
    });
    return {};
  },
  tests: {
    plan: {
      variables: { buckett: 1 },
      runs: [{ name: "one" }, { assert: [{ condition: "name: 1" }], name: "two" }],
      more
    }
  },
  examples: tests_shared
});`;

const at = (call: string, ...keys: (string | number)[]) => {
  const found = findKey(CODE, CODE.indexOf(call), keys);
  return found === undefined ? undefined : CODE.slice(found, found + 12).replace(/\n[\s\S]*/, "");
};
const MODULE = "(0, import_tfwright.defineModule)";
const TWO = "(0, import_tfwright.resource)(scope, Other";

test.each([
  [["tests"], "tests: {"],
  [["tests", "plan", "variables", "buckett"], "buckett: 1 }"],
  [["tests", "plan", "runs", "two"], "{ assert: [{"],
  [["tests", "plan", "runs", 0], '{ name: "one'],
  [["tests", "plan", "runs", "two", "assert", 0], "{ condition:"],
  [["tests", "plan", "runs", "three", "assert"], "runs: [{ nam"],
  [["tests", "plan", "more", "deeper"], "more"],
  [["variables", "tests"], "tests: (0, i"],
  [["examples", "plan", "runs", "shared"], '{ name: "sha'],
  [["plan"], undefined],
  [[], undefined],
])("of a definition: %j", (keys, want) => {
  expect(at(MODULE, ...keys)).toBe(want);
});

test.each([
  [["rule", 0, "prefix"], "prefix: 1 })", "where it is unsure which part is meant, the nearest key of that name"],
  [["rule", 1, "prefix"], "prefix: 1 })", "in a part"],
  [["rule", 0, "filter", 0, "prefix"], 'prefix: "a" ', "in an inner block"],
  [["list", 1, "a"], "a: 2, b: 3 }", "in an element"],
  [["list", 7, "a"], "list: [{ a: ", "an element that is not written there"],
  [["open", 0, "prefix"], "prefix: 2 };", "in what a function returns"],
])("of a resource: %j", (keys, want, _why) => {
  expect(at(TWO, ...keys)).toBe(want);
});

test("a call can be given by the offset of any part of its name", () => {
  expect(at("resource)(scope, import_x", "delay-time")).toBe('"delay-time"');
  expect(at("(0, import_tfwright.resource)(scope, import_x", "ttl")).toBe('ttl: 1, "del');
});

const FORMS: readonly (readonly [form: string, build: string, elsewhere?: string])[] = [
  ["a method", "build(scope, v) { BODY }"],
  ["an async method", "async build(scope, v) { BODY }"],
  ["an arrow function", "build: (scope, v) => { BODY }"],
  ["an arrow function of one name", "build: (scope) => { BODY }"],
  ["a function expression", "build: function(scope, { name = ({}).a }) { BODY }"],
  ["an async function", "build: async function make(scope) { BODY }"],
  ["a function elsewhere", "build: makeQueue", "function makeQueue(scope, v) { BODY }"],
  ["an arrow function elsewhere", "build: makeQueue", "var makeQueue = async (scope, v) => { BODY };"],
  ["a shorthand", "build", "const build = (scope, v) => { BODY };"],
];

test.each(FORMS)("the key of what %s returns", (_form, build, elsewhere = "") => {
  const body = `(0, x.resource)(scope, Queue, "a", { name: 1, arn: [2] });
    const inner = () => { return { arn: 3 }; };
    for (const one of v.many) { if (one) { use({ arn: 4 }); } }
    list.map((one) => { return { arn: 5, name: 6 }; });
    return { name: (0, x.output)({ arn: 7 }), arn: 8, queue };`;
  const code = `${elsewhere}
var m = (0, x.defineModule)({ name: "a", variables: { arn: {} }, ${build}, tests: {} });`.replace("BODY", body);
  const find = (...keys: string[]) => {
    const found = findKey(code, code.indexOf("(0, x.defineModule)"), keys);
    return found === undefined ? undefined : code.slice(found).split("\n")[0]?.slice(0, 12);
  };
  expect(find("build", "arn")).toBe("arn: 8, queu");
  expect(find("build", "name")).toBe("name: (0, x.");
  expect(find("build", "queue")?.slice(0, 5)).toBe("queue");
  expect(find("build", "other")?.slice(0, 5)).toBe("build");
});

test.each([
  ["an object after `=>`", "build: (scope) => ({ arn: 1 })", "arn: 1"],
  ["a constant", "build(scope) { const outputs = { arn: 2 }; return outputs; }", "arn: 2"],
  ["a branch", "build(scope) { if (scope) { return { name: 3 }; } return { arn: 3 }; }", "arn: 3"],
  ["an early branch", "build(scope) { if (scope) { return { arn: 4 }; } return { name: 4 }; }", "arn: 4"],
  ["spread before it", "build(scope) { return { ...common, arn: 5 }; }", "arn: 5"],
  ["another call", "build(scope) { return outputsOf({ arn: 6 }); }", "arn: 6"],
])("what `build` returns: %s", (_what, build, want) => {
  const code = `var m = (0, x.defineModule)({ ${build}, tests: {} });`;
  const found = findKey(code, code.indexOf("(0, x.defineModule)"), ["build", "arn"]);
  expect(code.slice(found).slice(0, 6)).toBe(want);
});

test.each([
  ["password_wo", "passwordWo: 1"],
  ["passwordWo", "passwordWo: 1"],
  ["user_name", '"userName": 2'],
  ["password", undefined],
])("Terraform's name of an argument finds its key: %s", (key, want) => {
  const code = 'resource(scope, Db, "this", { passwordWo: 1, "userName": 2 });';
  const found = findKey(code, 0, [key]);
  expect(found === undefined ? undefined : code.slice(found, found + 13)).toBe(want);
});
