/** Files are rendered in a second thread. Whether there is one, and whatever becomes of it, they are the same. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configOf, type Files, Project, queueModule, ROOT } from "./support/project";

const NAMES = [..."abcdefghijklmnop"];
const WATCH = join(__dirname, "support", "watch-threads.cjs");
/** A wrapper, and a call of another module: what one model says of another goes to the thread too. */
const MODULES: Files = {
  ...Object.fromEntries(NAMES.map((name) => [`${name}.ts`, queueModule(name, { title: `Queue ${name}` })])),
  "a.ts": queueModule("a").replace(
    "variables: {",
    'wrapper: true,\n  examples: { basic: { description: "One queue.", inputs: { name: "orders" } } },\n  variables: {',
  ),
  "b.ts": `import { at, defineModule, list, moduleCall, ne, string } from "tfwright";
import { a } from "./a";

export const b = defineModule({
  name: "b",
  title: "Queues",
  description: "Two queues.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: {
    names: list(string({ validate: [{ condition: (name) => ne(name, ""), message: "A name is empty." }] }), {
      description: "Names of the queues.",
    }),
  },
  build(scope, v) {
    moduleCall(scope, a, "queue", { name: at(v.names, 0) });
    return {};
  },
});
`,
};

interface Run {
  readonly args?: readonly string[];
  readonly fault?: string;
  readonly files?: Files;
}

/** Generates modules: what the command said, what its thread was asked for, and the files. */
function generate(names: readonly string[], { args = [], fault = "", files = {} }: Run = {}) {
  const project = new Project({ ...MODULES, "tfwright.config.ts": configOf(names), ...files });
  const log = join(project.folder, "threads.txt");
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --require ${WATCH}`;
  const ran = project.run(["generate", "--out", "generated", ...args], { NODE_OPTIONS, THREADS: log, FAULT: fault });
  const thread = existsSync(log) ? project.read("threads.txt") : "";
  return {
    ...ran,
    thread: thread.split("\n").slice(0, -1),
    files: existsSync(join(project.folder, "generated")) ? project.hashes("generated") : {},
  };
}

const STARTED = availableParallelism() > 1 ? ["render-worker.bundle.js"] : [];
const ASKED = availableParallelism() > 1 ? [...STARTED, "package"] : [];
const BINDINGS = { args: ["--bindings"] };
const whole = generate(NAMES, BINDINGS);

test("many modules are rendered in a thread, fewer without", () => {
  expect(whole).toMatchObject({ code: 0, stderr: "", thread: ASKED });
  const few = generate(NAMES.slice(0, -1), BINDINGS);
  expect(few).toMatchObject({ code: 0, stderr: "", thread: [] });
  const paths = Object.keys(few.files).filter((path) => path.includes("/"));
  expect(paths).toEqual(expect.arrayContaining(["modules/a/index.ts", "modules/b/main.tf", "wrappers/a/main.tf"]));
  for (const path of paths) expect([path, whole.files[path]]).toEqual([path, few.files[path]]);
});

test.each<["model" | "thread", readonly string[]]>([
  ["model", STARTED],
  ["thread", ASKED],
])("where the %s fails, the files are the same", (fault, thread) => {
  const ran = generate(NAMES, { ...BINDINGS, fault });
  expect(ran).toEqual({ ...whole, thread, stdout: ran.stdout });
});

test("the models of our own modules can be sent to a thread", () => {
  expect(generate([], { args: ["--config", join(ROOT, "tfwright.config.ts")] })).toMatchObject({
    code: 0,
    thread: ASKED,
  });
});

test("a template that fails is told as without a thread", () => {
  const files = { "own/README.md.hbs": "{{#each variables}}{{nme}}{{/each}}\n" };
  const [many, few] = [NAMES, ["a", "b"]].map((names) => generate(names, { args: ["--templates", "own"], files }));
  expect(many).toMatchObject({ code: 2, thread: ASKED, files: {} });
  expect(many!.stderr).toContain("nme");
  expect(many!.stderr).toBe(few!.stderr);
});

test("a folder of templates that is not there is told", () => {
  const { code, stderr } = generate(NAMES, { args: ["--templates", "none"] });
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining("the templates folder is not") });
});
