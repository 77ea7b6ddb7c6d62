/** What is wrong in a definition is told with its file and line, and nothing is written. */
import { configOf, Project, queueModule } from "./support/project";

const withModule = (change: (text: string) => string) =>
  new Project({ "one.ts": change(queueModule("one")), "tfwright.config.ts": configOf(["one"]) });
const withResource = (from: string, to: string) => withModule((text) => text.replace(from, to));
const withField = (field: string) => withModule((text) => text.replace("variables: {", `${field},\n  variables: {`));

const lineOf = (project: Project, part: string) =>
  project
    .read("one.ts")
    .split("\n")
    .findIndex((line) => line.includes(part)) + 1;

test.each<[what: string, project: Project, hint: string, place: string]>([
  [
    "an argument",
    withResource("delaySeconds:", "\n      delaySecond:"),
    "did you mean `delaySeconds`?",
    "delaySecond:",
  ],
  [
    "a setting of lifecycle",
    withResource("delaySeconds: v.delay }", "delaySeconds: v.delay }, {\n lifecycle: {\n  precondition: [] } }"),
    "did you mean `preconditions`?",
    "precondition: [] }",
  ],
  [
    "an argument in ignoreChanges",
    withResource(
      "delaySeconds: v.delay }",
      'delaySeconds: v.delay }, {\n lifecycle: {\n  ignoreChanges: ["delay_seconds"] } }',
    ),
    "did you mean `delaySeconds`?",
    "ignoreChanges: [",
  ],
  [
    "a second resource of one address",
    withResource("return {", 'resource(scope, SqsQueue, "this", { name: "b" });\n    return {'),
    "sqs_queue.this is defined twice",
    '{ name: "b" }',
  ],
  [
    "a promise",
    withResource("delaySeconds: v.delay", "delaySeconds: v.delay,\n policy: Promise.resolve('a') as never"),
    "await it before `defineModule`",
    "policy: Promise",
  ],
  [
    "a count of a text",
    withResource("delaySeconds: v.delay }", "delaySeconds: v.delay }, { count: v.name as never }"),
    "`count` must be a number, but was given a string",
    "resource(scope",
  ],
  [
    "an attribute of a counted resource",
    withResource("delaySeconds: v.delay }", "delaySeconds: v.delay }, { count: v.delay }"),
    "for the instance with an index: .at(0).arn",
    "output(queue.arn",
  ],
  [
    "a function",
    withModule((text) => text.replace("name: v.name", 'name: call("uper", v.name)').replace("{ def", "{ call, def")),
    "did you mean `upper`?",
    "uper",
  ],
  [
    "what is no value, far below the call that is given it",
    withModule((text) =>
      text
        .replace(
          "name: v.name",
          'name: call("jsonencode", [[{ a: [{ b: { c: [{ d: { e: [() => 1] } }] } }] }]]) as never',
        )
        .replace("{ def", "{ call, def"),
    ),
    "but was a function",
    'call("jsonencode"',
  ],
  [
    "JavaScript's ==",
    withResource("name: v.name,", "name: ((v.name as unknown) == 'a') as never,"),
    "a JavaScript operator (+, -, <, ==, ...) does not work",
    "== 'a'",
  ],
  [
    "a default of a variable",
    withModule((text) => text.replace("default: 0", 'default: "a" as never')),
    "the default",
    "delay: number(",
  ],
  [
    "an output that shows a secret",
    withModule((text) =>
      text
        .replace("name: string({", "name: string({ sensitive: true, ")
        .replace("output(queue.arn", "output(v.name, { sensitive: false }), also: output(queue.arn"),
    ),
    "set `sensitive: true`",
    "output(v.name",
  ],
  [
    "a test of a variable",
    withField(
      'tests: {\n plan: {\n runs: [\n{ name: "b", variables: { name: "q" } },\n{ name: "a", variables: {\n name: "q",\n dely: 1 } }] } }',
    ),
    "did you mean `delay`?",
    "dely: 1",
  ],
  [
    "an example",
    withField('examples: {\n basic: {\n description: "d",\n inputs: { name: raw("aws_kms_key.this.arn") } } }'),
    "declare it in the example",
    "inputs: {",
  ],
  [
    "a value that `build` returns without `output`",
    withModule((text) => text.replace("return {", "return {\n  also: queue as never,\n ")),
    "an output must be made with `output(value, { description })`",
    "also: queue",
  ],
  [
    "a text that an arrow function returns",
    withModule((text) =>
      text
        .replace("build(scope, v) {", "build: (scope, v) => {")
        .replace("return {", "return {\n  also: v.name as never,\n "),
    ),
    "an output must be made with `output(value, { description })`",
    "also: v.name",
  ],
  [
    "a `build` that is async",
    withModule((text) =>
      text
        .replace("build(scope, v) {", "async build(scope, v): Promise<never> {")
        .replace("return {", "return <never>{"),
    ),
    "`build` returns a promise",
    "async build",
  ],
  ...(
    [
      ["no work", "await undefined;"],
      ["a file", 'await (await import("node:fs/promises")).readFile(__filename);'],
      ["a timer", "await new Promise((resolve) => setTimeout(resolve, 100));"],
    ] as const
  ).map(([what, work]): [string, Project, string, string] => [
    `a resource after an await of ${what} in a helper`,
    withModule((text) =>
      text.replace(
        "    return {",
        `    const more = async () => {\n${work}\nresource(scope, SqsQueue, "more", { name: v.name });\n};\n    void more();\n    return {`,
      ),
    ),
    "this part is made after `build` has returned",
    'resource(scope, SqsQueue, "more"',
  ]),
  ...(
    [
      ["in the module", "scope"],
      ["in a construct of the module", "group"],
    ] as const
  ).map(([where, parent]): [string, Project, string, string] => [
    `a provider's class after an await, ${where}`,
    withModule((text) =>
      text
        .replace(
          "    return {",
          `    const group = new Construct(scope, "group");\n    const more = async () => {\nawait 1;\nnew SqsQueue(${parent}, "more", { name: "more" });\n};\n    void more();\n    return {`,
        )
        .replace(/^/, 'import { Construct } from "constructs";\n'),
    ),
    "this part is made after `build` has returned",
    `new SqsQueue(${parent}, "more"`,
  ]),
  [
    "a helper that fails after an await",
    withModule((text) =>
      text.replace(
        "    return {",
        "    const more = async () => {\nawait 1;\nthrow new Error('no such table');\n};\n    void more();\n    return {",
      ),
    ),
    "the definition's own code failed: no such table",
    "throw new Error",
  ],
  [
    "the second of two moves",
    withModule((text) =>
      text
        .replace("{ def", "{ moved, def")
        .replace(
          "    return {",
          '    moved(scope, "aws_sqs_queue.a", "aws_sqs_queue.this");\n    moved(scope, "aws_sqs_queue.b", "aws_sqs_queue.c");\n    return {',
        ),
    ),
    "create it with `resource`, or correct the address",
    'moved(scope, "aws_sqs_queue.b"',
  ],
  [
    "what is forgotten and still there",
    withModule((text) =>
      text
        .replace("{ def", "{ removed, def")
        .replace("    return {", '    removed(scope, "aws_sqs_queue.this");\n    return {'),
    ),
    "remove the resource, or this call",
    "removed(scope",
  ],
  [
    "what `build` returns in place of outputs",
    withModule((text) =>
      text.replace("return { arn", "return queue as never; ({ arn").replace("}) };\n  }", "}) });\n  }"),
    ),
    "`build` must return an object of outputs",
    "build(scope",
  ],
])("%s", (_name, project, hint, place) => {
  project.write({ "one.ts": project.read("one.ts").replace("output, resource", "output, raw, resource") });
  const { code, stdout, stderr } = project.run(["generate"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(hint);
  expect(stderr).toMatch(new RegExp(`^ {2}at one\\.ts:${lineOf(project, place)}:\\d+`, "m"));
  expect(project.paths()).toEqual(["one.ts", "tfwright.config.ts"]);
});

test("a file that is missing is told with the line that reads it", () => {
  const project = withModule((text) =>
    text
      .replace(
        "name: v.name",
        "name: v.name,\n policy: fn.file(`${pathModule()}/a.json`),\n kmsMasterKeyId: fn.file(`${pathModule()}/b.txt`)",
      )
      .replace("{ def", "{ fn, pathModule, def"),
  );
  const { code, stderr } = project.run(["generate"]);
  expect(code).toBe(0);
  expect(stderr.match(/the module reads `[^`]+`|at one\.ts:\d+/g)).toEqual([
    "the module reads `a.json`",
    `at one.ts:${lineOf(project, "a.json")}`,
    "the module reads `b.txt`",
    `at one.ts:${lineOf(project, "b.txt")}`,
  ]);
});

/** The definition of the caller builds the one that it calls, and so has its problems too. */
test.each([
  ["before", ["one", "two"]],
  ["behind", ["two", "one"]],
])("what is wrong in a module is told once, with its caller %s it in the config", (_where, names) => {
  const two = queueModule("two")
    .replace("{ def", "{ moduleCall, def")
    .replace(/^/, 'import { one } from "./one";\n')
    .replace("    return {", '    moduleCall(scope, one, "one", { name: v.name });\n    return {');
  const project = withResource("delaySeconds:", "delaySecond:");
  project.write({ "two.ts": two, "tfwright.config.ts": configOf(names) });
  const { code, stderr } = project.run(["generate"]);
  expect(code).toBe(2);
  expect(stderr.match(/error: .*/g)).toEqual([expect.stringMatching(/^error: one\..*`delaySecond`/)]);
  project.write({ "tfwright.config.ts": configOf(["two"]) });
  expect(project.run(["generate"]).stderr.match(/error: .*/g)).toEqual([
    expect.stringMatching(/^error: two\.one\..*`delaySecond`/),
  ]);
});

test("where a file has changed since it was compiled, no line is told", () => {
  const fail = 'throw new Error("no");';
  const change = 'writeFileSync("one.ts", `console.log(1);\\n${readFileSync("one.ts", "utf8")}`);';
  const messageOf = (build: string) => {
    const text = `import { readFileSync, writeFileSync } from "node:fs";\n${queueModule("one", { build })}`;
    return new Project({ "one.ts": text, "tfwright.config.ts": configOf(["one"]) }).run(["generate"]).stderr;
  };
  expect(messageOf(fail)).toMatch(/failed: no\n {2}at one\.ts:\d+:\d+\n/);
  expect(messageOf(change + fail)).toMatch(/failed: no\nnothing was written\n/);
});
