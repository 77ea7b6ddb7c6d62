import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint, Linter, RuleTester } from "eslint";
import plugin from "../../src/eslint-plugin";
import { noConditionOnExpression } from "../../src/eslint-plugin/no-condition-on-expression";

const { parser } = require("typescript-eslint") as typeof import("typescript-eslint");
const ROOT = join(__dirname, "..", "..");
/** The linted text stands in place of a file of the project, where its imports resolve. */
const FILE = join(ROOT, "modules", "index.ts");

const languageOptions = {
  parser,
  // A project of the pack alone: the types of all tests would take longer than what is tested here.
  // Where CI is set, the parser would otherwise read the file from the disk in place of the text that is given.
  parserOptions: { project: "tsconfig.json", tsconfigRootDir: __dirname, disallowAutomaticSingleRunInference: true },
} as Linter.LanguageOptions;

/** The body of a `build` with a value of each kind. */
function build(body: string): string {
  return `import { at, bool, defineModule, eq, type Expr, fn, gt, list, map, not, number, object, optional, output, string, when } from "tfwright";
defineModule({
  name: "m", title: "M", description: "M.",
  variables: {
    flag: bool(), name: string(), n: number(), names: list(string()), tags: map(string()), a: bool(), b: bool(),
    box: object({ on: bool(), deep: object({ on: bool() }) }), maybe: optional(string()), set: optional(object({ on: bool() })),
  },
  build(scope, v) {
    void [at, eq, fn, gt, not, output, when, scope];
    const known: boolean = Math.random() > 2;
    const text: string = String(known);
    ${body}
    return {};
  },
});
`;
}

const valid = [
  "const x = when(v.flag, 'a', 'b'); void x;",
  "if (known) void 0; while (known) break; const y = known ? v.name : v.n; void y;",
  "const y = known && v.flag; void y;",
  "const y = text === 'a' || typeof v.name === 'string'; void y;",
  "const f = (extra?: Expr<string>) => extra ?? v.name; f();",
  "const f = (extra?: Expr<string>) => (extra === undefined ? v.name : extra); f();",
  "const f = (extra: Expr<string> | null) => { if (extra !== null) void extra; }; f(null);",
  "const f = (extra?: Expr<string>) => { extra ??= v.name; return extra; }; f();",
  "const f = (extra?: Expr<string>) => extra == null; f();",
  "const f = <T extends string>(x: T) => (x ? 1 : 2); f('a');",
  "switch (text) { case 'a': break; }",
  "const x = `${v.name}-role`; const y = [x, `${x}-more`, x + '-more', `a-${text}`.length, text.split('-')]; void y;",
  "let x = `${v.name}-role`; x = text; if (x === 'a') void 0;",
  "const x = (y: string) => y.length; x(text); JSON.stringify({ a: text }); Number(text); /a/.test(text); void +text;",
  "const x = x2(); function x2(): string { return x; }",
  "for (let i = 0; i < 3; i++) void v.n;",
  "for (;;) break;",
  "const list = [v.a, v.b]; if (list.length > 0) void 0;",
  "if ('on' in { on: v.flag }) void 0; Boolean(known); Boolean();",
  "class Expr2 { declare VALUE: string; } if (new Expr2()) void 0;",
  "const f = (x: import('../src/generate/expr/expr').Carrier) => (x ? 1 : 2); void f;",
  "const anything: any = v.flag; if (anything) void 0;",
];

const invalid: readonly [string, readonly [text: string, what: string][]][] = [
  ["if (v.flag) void 0;", [["v.flag", "if"]]],
  ["const y = `${v.name}` === 'x'; void y;", [["`${v.name}`", "=="]]],
  ["const y = `${v.name}-x`.toUpperCase(); void y;", [["`${v.name}-x`", "."]]],
  ["const y = `${v.name}`.length > 3; void y;", [["`${v.name}`", "."]]],
  ["const y = `${v.name}` > 'x'; void y;", [["`${v.name}`", "<"]]],
  ["const x = `${v.name}-role`; if (x) void 0;", [["x", "if"]]],
  ["const x = `${v.name}-role`; if (x === 'a-role') void 0;", [["x", "=="]]],
  ["const x = `${v.name}-role`; const y = x.length > 63; void y;", [["x", "."]]],
  ["const x = `${v.name}-role` as string; const y = x; void y.startsWith('a');", [["y", "."]]],
  [
    "const x = `a-${`${v.name}-b`}`; void x.split('-')[0]; void x.includes('b');",
    [
      ["x", "."],
      ["x", "."],
    ],
  ],
  ["let x = `${v.n}`; void x.padStart(3, '0');", [["x", "."]]],
  ["const x = 'a-' + `${v.name}`; void x.toUpperCase();", [["x", "."]]],
  ["const x = String(v.name); void x.length;", [["x", "."]]],
  ["const x = `${v.name}`; void /^a/.test(x);", [["x", "RegExp"]]],
  ["void JSON.stringify({ a: [{ b: `${v.name}` }] });", [["`${v.name}`", "JSON.stringify()"]]],
  ["const x = `${v.name}`; void JSON.stringify([x]);", [["x", "JSON.stringify()"]]],
  [
    "void (Number(`${v.n}`) + parseInt(`${v.n}`, 10));",
    [
      ["`${v.n}`", "Number()"],
      ["`${v.n}`", "Number()"],
    ],
  ],
  ["const x = `${v.n}`; void +x;", [["x", "Number()"]]],
  ["if (!v.flag) void 0;", [["v.flag", "!"]]],
  ["if (v.box.deep.on) void 0;", [["v.box.deep.on", "if"]]],
  ["if (v.maybe) void 0;", [["v.maybe", "if"]]],
  ["if (v.set) void 0;", [["v.set", "if"]]],
  ["if (v.names) void 0;", [["v.names", "if"]]],
  ["if (v.tags) void 0;", [["v.tags", "if"]]],
  ["if (v.box) void 0;", [["v.box", "if"]]],
  ["if (at(v.names, 0)) void 0;", [["at(v.names, 0)", "if"]]],
  [
    "if (gt(v.n, 0)) void 0; else if (eq(v.n, 0)) void 0;",
    [
      ["gt(v.n, 0)", "if"],
      ["eq(v.n, 0)", "if"],
    ],
  ],
  ["const x = v.flag ? 'a' : 'b'; void x;", [["v.flag", "?:"]]],
  ["const x = (v.flag as Expr<boolean>)! ? 1 : 2; void x;", [["v.flag", "?:"]]],
  ["const { flag } = v; if (flag) void 0;", [["flag", "if"]]],
  ["const x = v.a && v.b; void x;", [["v.a", "&&"]]],
  ["const x = v.a || v.b; void x;", [["v.a", "||"]]],
  ["const x = v.maybe ?? 'a'; void x;", [["v.maybe", "??"]]],
  ["if (known && v.b) void 0;", [["v.b", "if"]]],
  [
    "if (v.a && !v.b && known) void 0;",
    [
      ["v.a", "&&"],
      ["v.b", "!"],
    ],
  ],
  ["if (known ? v.a : v.b) void 0;", [["known ? v.a : v.b", "if"]]],
  ["const f = (x?: Expr<boolean>) => { if (x ?? known) void 0; }; f();", [["x", "if"]]],
  ["const f = (x: boolean | Expr<boolean>) => (x ? 1 : 2); f(true);", [["x", "?:"]]],
  ["const f = (x?: Expr<string>) => { if (x) void 0; }; f();", [["x", "if"]]],
  ["const f = <T extends Expr<boolean>>(x: T) => (x ? 1 : 2); f(v.flag);", [["x", "?:"]]],
  ["const f = <T extends boolean | Expr<boolean>>(x: T) => (x ? 1 : 2); f(v.flag);", [["x", "?:"]]],
  ["while (v.flag) break;", [["v.flag", "while"]]],
  ["do { break; } while (v.flag);", [["v.flag", "while"]]],
  ["for (; v.flag; ) break;", [["v.flag", "for"]]],
  ["const x = v.name === v.names; void x;", [["v.name", "=="]]],
  ["const f = (x: string | Expr<string>) => 'a' == x; f(v.name);", [["x", "=="]]],
  ["const x = v.maybe === null; void x;", [["v.maybe", "=="]]],
  ["const x = undefined !== v.maybe; void x;", [["v.maybe", "!="]]],
  ["const x = v.n != void 0; void x;", [["v.n", "!="]]],
  ["switch (v.name as unknown) { case v.maybe: break; }", [["v.maybe", "case"]]],
  ["switch (v.name) { default: }", [["v.name", "switch"]]],
  [
    "switch (true as unknown) { case v.a: case v.b: }",
    [
      ["v.a", "case"],
      ["v.b", "case"],
    ],
  ],
  ["Boolean(v.flag);", [["v.flag", "Boolean()"]]],
  ["const x = 'k' in v.tags; void x;", [["v.tags", "in"]]],
  [
    "let x: Expr<boolean> = v.a; x &&= v.b; x ||= v.b;",
    [
      ["x", "&&"],
      ["x", "||"],
    ],
  ],
  [
    "if (when(v.flag, 'a very long text that nobody reads to its end', 'b')) void 0;",
    [["when(v.flag, 'a very long text that n...", "if"]],
  ],
];

/** The first line of the statements in what `build` makes. */
const FIRST = build("").split("\n").length - 4;

/** What is said of each of several bodies. All stand in one text, each in a block on a line of its own: to find the types takes longer than what is tested here. */
function reportsOf(bodies: readonly string[]): readonly (readonly string[])[] {
  const text = build(bodies.map((body) => `{ ${body} }`).join("\n"));
  const plugins = { own: { rules: { "no-condition-on-expression": noConditionOnExpression } } };
  const config = { files: ["**/*.ts"], plugins, languageOptions, rules: { "own/no-condition-on-expression": "error" } };
  const messages = new Linter({ cwd: ROOT }).verify(text, [config as Linter.Config], { filename: FILE });
  const last = FIRST + bodies.length;
  expect(messages.filter(({ line, fatal }) => fatal === true || line < FIRST || line >= last)).toEqual([]);
  return bodies.map((_, index) => messages.filter(({ line }) => line === FIRST + index).map(({ message }) => message));
}

describe("valid", () => {
  let reports: readonly (readonly string[])[];
  beforeAll(() => {
    reports = reportsOf(valid);
  });
  test.each(valid.map((body, index) => [body, index] as const))("%s", (_body, index) => {
    expect(reports[index]).toEqual([]);
  });
});

describe("invalid", () => {
  let reports: readonly (readonly string[])[];
  beforeAll(() => {
    reports = reportsOf(invalid.map(([body]) => body));
  });
  test.each(invalid.map(([body, found], index) => [body, found, index] as const))("%s", (_body, found, index) => {
    expect(reports[index]).toEqual(
      found.map(([text, what]) =>
        expect.stringMatching(
          `^\`${escapePattern(text)}\` is known only at plan time; JavaScript decides \`${escapePattern(what)}\` before that`,
        ),
      ),
    );
  });
});

test("the rule keeps to what ESLint asks of rules", () => {
  RuleTester.describe = (_name, run) => run();
  RuleTester.it = (_name, run) => run();
  const [first] = invalid.map(([body]) => ({ code: build(body), filename: FILE, errors: 1 }));
  new RuleTester({ languageOptions }).run("no-condition-on-expression", noConditionOnExpression, {
    valid: [{ code: build(""), filename: FILE }],
    invalid: first === undefined ? [] : [first],
  });
});

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** ESLint as users run it. It searches for files by a dynamic import, which jest does not allow: so they are given as text. */
async function lintText(text: string, filePath: string): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.ts"], languageOptions }, plugin.configs.recommended],
  });
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map(({ line, message }) => `${line}: ${message}`);
}

const pack = readdirSync(join(ROOT, "modules")).filter((name) => name.endsWith(".ts"));

test.each(pack)("modules/%s has no such condition", async (name) => {
  const file = join(ROOT, "modules", name);
  expect(await lintText(readFileSync(file, "utf8"), file)).toEqual([]);
});

test("the recommended configuration reports errors that say what to use", async () => {
  expect(await lintText(build("if (v.flag) void 0;"), FILE)).toEqual([
    "12: `v.flag` is known only at plan time; JavaScript decides `if` before that, and always the same way. Use instead: `when(condition, a, b)` gives a value, `blockIf` or `optionalBlock` a block, `count` a resource.",
  ]);
});

test("without types the rule says which setting is missing", () => {
  const linter = new Linter();
  const verify = () =>
    linter.verify("if (x) y();", {
      plugins: { tfwright: plugin },
      rules: { "tfwright/no-condition-on-expression": "error" },
    });
  expect(verify).toThrow("parserOptions: { projectService: true }");
});
