import { configOf, type Files, Project, projectFiles, queueModule } from "./support/project";

/** What the command cannot do: exit code 2, what is wrong and where, no stack, and nothing written. */
interface Case {
  readonly files: Files;
  readonly args?: readonly string[];
  readonly code?: number;
  /** All of it is in standard error. */
  readonly want: readonly (string | RegExp)[];
}

const config = (body: string): Files => ({
  "tfwright.config.ts": `import { defineConfig, defineModule, list, number, output, string } from "tfwright";\n${body}`,
});
const base = 'title: "T", description: "D.", variables: { name: string(), n: number(), names: list(string()) }';
const failing = (build: string): Files =>
  config(`const one = defineModule({ name: "one", ${base},
  build(_scope, v: any) {
    ${build}
    return { all: output(v.name), n: output(v.n), names: output(v.names) };
  } });
export default defineConfig({ modules: [one] });
`);

const cases: readonly [string, Case][] = [
  [
    "no config",
    {
      files: {},
      want: [/^error: tfwright\.config\.ts: there is no tfwright\.config\.ts in this folder$/m, "defineConfig"],
    },
  ],
  [
    "a config file that is not there",
    { files: {}, args: ["--config", "other.ts"], want: ["error: other.ts: there is no such config file"] },
  ],
  [
    "a folder as config",
    { files: { "conf/a": "" }, args: ["--config", "conf"], want: ["conf: the config is not a file"] },
  ],
  [
    "a config that is no TypeScript",
    {
      files: { "tfwright.config.ts": "export default {\n  modules: [,\n" },
      want: [/^error: tfwright\.config\.ts:\d+:\d+: /m],
    },
  ],
  [
    "several files that are no TypeScript, from another folder",
    {
      files: {
        "infra/tfwright.config.ts": 'import "./a";\nimport "./b";\n',
        "infra/a.ts": "const a = ;\n",
        "infra/b.ts": "\nlet 1b;\n",
      },
      args: ["--config", "infra/tfwright.config.ts"],
      want: [
        /^error: infra\/a\.ts:1:11: unexpected ";"$/m,
        /^error: infra\/b\.ts:2:6: /m,
        "2 problems; nothing was written",
      ],
    },
  ],
  [
    "an import of a file that is not there",
    {
      files: { "tfwright.config.ts": 'import "./gone";\n' },
      want: [/^error: tfwright\.config\.ts:1:8: could not resolve "\.\/gone"$/m],
    },
  ],
  [
    "a config that throws",
    {
      files: { ...config('import "./part";\nexport default {};\n'), "part.ts": '\n\nthrow new Error("no luck");\n' },
      want: ["tfwright.config.ts: loading the config or a definition failed: no luck", "at part.ts:3:7"],
    },
  ],
  [
    "a package that is not installed",
    {
      files: { "tfwright.config.ts": 'import { x } from "@acme/gone/lib/x";\nexport default x;\n' },
      want: ["Cannot find module '@acme/gone/lib/x'", "npm install --save-dev @acme/gone\n"],
    },
  ],
  [
    "a file that an installed package does not have",
    {
      files: {
        "tfwright.config.ts": 'import { x } from "constructs/lib/constuct";\nexport default { modules: [x] };\n',
      },
      want: [
        "`constructs` is installed, and has no `lib/constuct`; did you mean `constructs/lib/construct`?",
        "tfwright.config.ts:1:19",
      ],
    },
  ],
  [
    "a file of an installed package that has none like it",
    {
      files: { "tfwright.config.ts": 'import { x } from "constructs/gone/away";\nexport default { modules: [x] };\n' },
      want: ["`constructs` is installed, and has no `gone/away`\n"],
    },
  ],
  [
    "a file that a definition asks for while it is built",
    {
      files: {
        "tfwright.config.ts":
          'import { defineModule } from "tfwright";\nconst build = () => {\n  require("constructs/lib/constuct");\n  return {};\n};\nconst m = defineModule({ name: "m", title: "M", description: "M.", variables: {}, build });\nexport default { modules: [m] };\n',
      },
      want: [
        "m: the definition's own code failed: Cannot find module 'constructs/lib/constuct'\n",
        "did you mean `constructs/lib/construct`?",
        "tfwright.config.ts:3:3",
      ],
    },
  ],
  [
    "a name that tfwright does not export",
    {
      files: {
        "tfwright.config.ts": 'import { strng } from "tfwright";\nexport default { modules: [strng()] };\n',
      },
      want: ["tfwright exports no `strng`", "did you mean `string`?", "tfwright.config.ts:2:28"],
    },
  ],
  [
    "a function for data sources",
    {
      files: {
        "tfwright.config.ts": 'import { dataSource } from "tfwright";\nexport default { modules: [dataSource()] };\n',
      },
      want: ["tfwright exports no `dataSource`", "did you mean `resource`?"],
    },
  ],
  [
    "a class that a package does not export",
    {
      files: {
        "tfwright.config.ts":
          'import { GlueJobb } from "@cdktf/provider-aws/lib/glue-job";\nexport default { modules: [new GlueJobb()] };\n',
      },
      want: ["`GlueJobb` is imported from a module that exports no such function", "tfwright.config.ts:2:28"],
    },
  ],
  ["a config that exports nothing", { files: { "tfwright.config.ts": "" }, want: ["the config has no modules"] }],
  [
    "a config that is no object",
    { files: { "tfwright.config.ts": 'export default "x";' }, want: ["does not export an object"] },
  ],
  [
    "a config without modules",
    {
      files: config("export default defineConfig({ modules: [] });"),
      want: ["error: tfwright.config.ts: the config has no modules", 'out: "generated"'],
    },
  ],
  [
    "things that are not modules, and settings that there are not",
    {
      files: config('export default { modules: [null, { generate() {} }, [1]], output: "x", out: 7, templates: "" };'),
      want: [
        "error: tfwright.config.ts: modules[0]: this is not a module",
        "error: tfwright.config.ts: modules[1]: this is not a module",
        /modules\[2\]: this is not a module\n {2}spread a list of modules/,
        "tfwright.config.ts: out: `out` must be the path of a folder, but is 7",
        'tfwright.config.ts: templates: `templates` must be the path of a folder, but is ""',
        /output: there is no such setting\n {2}known settings: bindings, locale, modules, out, providers, templates/,
        "6 problems; nothing was written",
      ],
    },
  ],
  [
    "definitions that lack fields, or have others",
    {
      files:
        config(`const a = defineModule({ name: "a", titel: "A", description: " ", variables: [], build: {} } as any);
const b = defineModule({ name: "b", ${base} } as any);
export default { modules: [a, b] };`),
      want: [
        "error: a: the definition has no `title`\n",
        "error: a: `description` must be a text\n",
        "error: a: `variables` must be an object\n",
        "error: a: `build` must be a function\n",
        /^error: a: a definition has no field `titel`\n {2}did you mean `title`\?/m,
        "error: b: the definition has no `build`\n",
        "6 problems; nothing was written",
      ],
    },
  ],
  [
    "two modules of one name",
    {
      files: {
        ...projectFiles(["one"]),
        "tfwright.config.ts": configOf(["one"]).replace("[one]", "[one, { ...one }]"),
      },
      want: ["error: one: two modules are called `one`"],
    },
  ],
  [
    "names that the config does not have",
    {
      files: projectFiles(["b", "a"]),
      args: ["c", "a", "d"],
      want: [/^error: c: there is no module of this name\n {2}the config has a, b$/m, "error: d: there is no module"],
    },
  ],
  [
    "a module name that leaves the folder",
    {
      files: { ...projectFiles(["one"]), "one.ts": queueModule("one").replace('name: "one"', 'name: "../one"') },
      want: ['error: ../one: "../one" cannot be a module\'s name'],
    },
  ],
  [
    "several modules, each with problems",
    {
      files: {
        ...projectFiles(["a", "b", "c"]),
        "a.ts": queueModule("a").replace("delay: number(", "unused: string(), count: number(").replace("v.delay", "1"),
        "b.ts": queueModule("b").replace('"this"', '"no name"'),
      },
      want: [
        /^error: a\.variables\.count: /m,
        /^error: b\.aws_sqs_queue\.no name: "no name" is not a name that HCL allows$/m,
        /\d problems; nothing was written/,
      ],
    },
  ],
  [
    "a trap of JavaScript, with the author's line",
    {
      files: { ...projectFiles(["a", "b"]), "b.ts": queueModule("b", { build: "const x = v.delay + 1;" }) },
      want: [/^error: b: a JavaScript operator .*\n {2}use `add`.*\n {2}at b\.ts:14:\d+$/m],
    },
  ],
  [
    "an upper-casing trap",
    {
      files: failing("v.name.toUpperCase();"),
      want: ["error: one: `.toUpperCase`", "use `fn.upper(text)`", "at tfwright.config.ts:4:"],
    },
  ],
  [
    "a length trap",
    { files: failing("if (v.names.length > 1) throw 1;"), want: ["error: one: `.length`", "fn.length(list)"] },
  ],
  ["a loop trap", { files: failing("for (const one of v.names) one;"), want: ["error: one: looping over a list"] }],
  [
    "a definition that throws, beside one that is wrong",
    {
      files: {
        ...projectFiles(["a", "b", "c"]),
        "a.ts": queueModule("a", { build: 'throw new TypeError("boom");' }),
        "b.ts": queueModule("b", { build: "(undefined as any).field;" }),
        "c.ts": queueModule("c").replace('"this"', '"no name"'),
      },
      want: [
        /^error: a: the definition's own code failed: boom\n {2}at a\.ts:14:11$/m,
        /^error: b: the definition's own code failed: Cannot read properties of undefined .*\n {2}at b\.ts:14:\d+$/m,
        "error: c.aws_sqs_queue.no name",
        /^\d problems; nothing was written$/m,
      ],
    },
  ],
  [
    "an unknown option",
    { files: projectFiles(["one"]), args: ["--chekc"], want: [/unknown option '--chekc'\n\(Did you mean --check\?\)/] },
  ],
  ["an option without its value", { files: projectFiles(["one"]), args: ["--out"], want: ["argument missing"] }],
  [
    "a file as output folder",
    {
      files: { ...projectFiles(["one"]), out: "mine" },
      args: ["--out", "out"],
      want: [/out: cannot write to the output folder .*: it is a file, not a folder/],
    },
  ],
  [
    "an output folder below a file",
    {
      files: { ...projectFiles(["one"]), out: "mine" },
      args: ["--out", "out/sub"],
      want: ["a part of the path is a file", "choose another output folder"],
    },
  ],
  [
    "a file of someone else in the way",
    {
      files: { ...projectFiles(["one"]), "generated/modules/one/main.tf": "# mine\n" },
      want: ["error: modules/one/main.tf: this file was not written by tfwright", "use `--force` to overwrite it"],
    },
  ],
  [
    "a templates folder that is not there",
    {
      files: projectFiles(["one"]),
      args: ["--templates", "gone"],
      want: ["gone: the templates folder is not a folder"],
    },
  ],
  [
    "a template of an unknown name",
    {
      files: { ...projectFiles(["one"]), "t/README.hbs": "" },
      args: ["--templates", "t"],
      want: [/README\.hbs: no template has this name.*\n {2}did you mean `README\.md\.hbs`\?/],
    },
  ],
  [
    "unknown fields in several templates",
    {
      files: {
        ...projectFiles(["one"]),
        "t/README.md.hbs": "{{#if nmae}}x{{/if}}\n",
        "t/versions.tf.hbs": "\n{{terafform}}\n",
      },
      args: ["--templates", "t"],
      want: [/error: .*README\.md\.hbs:1:\d+: .*nmae/, /error: .*versions\.tf\.hbs:2:\d+: .*terafform/],
    },
  ],
  [
    "a template that is broken",
    {
      files: { ...projectFiles(["one"]), "t/outputs.tf.hbs": "{{#each outputs}}\n" },
      args: ["--templates", "t"],
      want: [/error: .*outputs\.tf\.hbs/],
    },
  ],
];

test.each(cases)("%s", (_name, { files, args = [], code = 2, want }) => {
  const project = new Project(files);
  const before = project.state();
  const ran = project.run(["generate", ...args]);
  for (const one of want)
    expect(ran.stderr).toEqual(typeof one === "string" ? expect.stringContaining(one) : expect.stringMatching(one));
  expect(ran).toMatchObject({ code, stdout: "" });
  expect(ran.stderr).not.toMatch(/^ +at .*node:internal|^ {4}at |tfwright failed/m);
  expect(ran.stderr).not.toContain(project.folder);
  expect(project.state()).toEqual(before);
});

test("an unknown command", () => {
  const ran = new Project({}).run(["generat"]);
  expect(ran).toMatchObject({
    code: 2,
    stdout: "",
    stderr: "error: unknown command 'generat'\n(Did you mean generate?)\n",
  });
});

test("no command", () => {
  const ran = new Project({}).run([]);
  expect(ran).toMatchObject({ code: 2, stdout: "" });
  expect(ran.stderr).toMatch(/^Usage: tfwright/);
});

test("a fault of tfwright itself ends with 70 and the stack, and names the module", () => {
  const project = new Project({
    ...projectFiles(["one"]),
    // The engine reads the definition where no author's code is near.
    "one.ts": queueModule("one").replace(
      "variables: {",
      "get providers(): any { return { aws: null }; },\n  variables: {",
    ),
  });
  const ran = project.run(["generate"]);
  expect(ran).toMatchObject({ code: 70, stdout: "" });
  expect(ran.stderr).toMatch(/^tfwright failed: .*\n(.*\n)*.*module one: /);
  expect(ran.stderr).toMatch(/^ {4}at buildModel /m);
  expect(project.paths()).toEqual(["one.ts", "tfwright.config.ts"]);
});
