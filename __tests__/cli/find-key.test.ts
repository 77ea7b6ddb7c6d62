/** The keys of what a call was given are found in code as esbuild writes it. */
import { findKey } from "../../src/cli/find-key";

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
