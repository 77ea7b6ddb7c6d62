/** `kinds`: which variables belong to which values of one of them, as preconditions, as errors of TypeScript callers, in the README. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  any,
  bool,
  defineModule,
  isNotNull,
  list,
  map,
  moduleCall,
  number,
  object,
  oneOf,
  optional,
  output,
  renamedFrom,
  resource,
  string,
  TfwrightError,
} from "tfwright";
import { App, TerraformStack, Token } from "../../src/cdk";
import { AWS, codesOf, defineOne, mainOf, problemsOf, textOf } from "./one-module";

const variables = {
  name: string(),
  type: oneOf(["spark", "streaming", "shell", "ray"], { default: "spark" }),
  release: optional(string()),
  runtime: optional(string()),
  window: optional(string()),
  formats: list(string(), { default: [] }),
  conf: map(string(), { default: {} }),
  scaling: bool({ default: false }),
  checked: bool({ default: true }),
  size: number({ default: 2 }),
  box: optional(object({ a: optional(string()) })),
  mode: optional(oneOf(["STANDARD", "FLEX"], { open: true })),
  worker: oneOf(["small", "big", "huge"], { default: "big" }),
  shelf: optional(oneOf([1, 2, 3])),
};

const SPARK = ["spark", "streaming"] as const;

const job = defineModule({
  name: "job",
  title: "Job",
  description: "A job.",
  providers: AWS,
  variables,
  kinds: {
    by: "type",
    only: {
      runtime: ["ray"],
      formats: SPARK,
      window: ["streaming"],
      conf: SPARK,
      scaling: SPARK,
      checked: ["spark", "streaming", "ray"],
      size: ["streaming", "spark", "ray"],
      box: ["shell"],
      mode: { FLEX: ["spark"] },
      worker: { small: ["streaming"], huge: ["streaming"] },
      shelf: { 2: ["ray"], 3: ["ray"] },
    },
    required: { release: ["spark", "streaming", "ray"] },
  },
  examples: { basic: { description: "A job.", inputs: { name: "orders", release: "5.0" } } },
  build(scope, v) {
    resource(scope, SqsQueue, "many", { name: v.name }, { count: v.size });
    const queue = resource(
      scope,
      SqsQueue,
      "this",
      {
        name: v.name,
        policy: v.type,
        tags: v.conf,
        kmsMasterKeyId: v.release,
        redrivePolicy: v.runtime,
        deduplicationScope: v.window,
        fifoThroughputLimit: v.mode,
        fifoQueue: v.scaling,
        contentBasedDeduplication: v.checked,
        delaySeconds: v.shelf,
      },
      { lifecycle: { preconditions: [{ condition: v.checked, message: "The author's own." }] } },
    );
    return { arn: output(queue.arn), all: output([v.formats, v.worker, isNotNull(v.box)]) };
  },
});

describe("in HCL", () => {
  const main = mainOf(job);
  const rules = [...main.matchAll(/precondition \{\n {6}condition +=([\s\S]*?)\n {6}error_message = (".*")/g)].map(
    ([, condition = "", message = ""]) =>
      [condition.replace(/\s+/g, " ").trim(), JSON.parse(message) as string] as const,
  );

  test("each group of variables has one precondition, those of the author come last", () => {
    expect(rules).toEqual([
      [
        'var.type == "shell" || var.release != null',
        'release is required for type = "spark", "streaming" or "ray": write release = "5.0".',
      ],
      ['var.type == "ray" || var.runtime == null', 'runtime is only for type = "ray". Leave it out.'],
      [
        '( contains(["spark", "streaming"], var.type) || length(var.formats) == 0 && length(var.conf) == 0 && !var.scaling )',
        'formats, conf and scaling are only for type = "spark" or "streaming". Leave them out.',
      ],
      ['var.type == "streaming" || var.window == null', 'window is only for type = "streaming". Leave it out.'],
      [
        'var.type != "shell" || var.checked && var.size == 2',
        'checked and size are only for type = "spark", "streaming" or "ray". Leave them out.',
      ],
      ['var.type == "shell" || var.box == null', 'box is only for type = "shell". Leave it out.'],
      [
        'var.type == "spark" || var.mode != "FLEX"',
        'mode = "FLEX" is only for type = "spark". Give another value, or leave it out.',
      ],
      [
        'var.type == "streaming" || !contains(["small", "huge"], var.worker)',
        'worker = "small" or "huge" is only for type = "streaming". Give another value, or leave it out.',
      ],
      [
        'var.type == "ray" || (var.shelf == null ? true : !contains([2, 3], var.shelf))',
        'shelf = 2 or 3 is only for type = "ray". Give another value, or leave it out.',
      ],
      ["var.checked", "The author's own."],
    ]);
  });

  test("they stand in the first resource that each caller has", () => {
    expect(main.indexOf("precondition")).toBeGreaterThan(main.indexOf('resource "aws_sqs_queue" "this"'));
  });

  test("the README has a table", () => {
    const readme = textOf(job, "README.md");
    expect(readme).toContain(
      "## Which input belongs to which `type`\n\nAn input that is not here belongs to every `type`.",
    );
    for (const row of [
      "| `release` | required for spark, streaming, ray |",
      "| `window` | only for streaming |",
      '| `mode = "FLEX"` | only for spark |',
      "| `shelf = 2, 3` | only for ray |",
    ])
      expect(readme).toContain(row);
  });

  test("without a resource the first output has them", () => {
    const text = textOf(
      defineOne({
        variables: { type: variables.type, window: variables.window },
        kinds: { by: "type", only: { window: ["streaming"] } },
        build: (_, v) => ({ all: output([v.type, v.window]) }),
      }),
      "outputs.tf",
    );
    expect(text).toContain('condition     = var.type == "streaming" || var.window == null');
  });

  test("a renamed variable is asked under its new name", () => {
    const text = mainOf(
      defineOne({
        variables: { type: variables.type, window: renamedFrom("pane", optional(string())) },
        kinds: { by: "type", only: { window: ["streaming"] } },
        build: (scope, v) => ({
          arn: output(resource(scope, SqsQueue, "this", { name: v.window, policy: v.type }).arn),
        }),
      }),
    );
    expect(text).toContain('var.type == "streaming" || local.window == null');
  });
});

describe("in a caller's stack", () => {
  const stackWith = (fill: (stack: TerraformStack) => void) => {
    const stack = new TerraformStack(new App(), "s");
    fill(stack);
    return stack.toTerraform() as {
      resource: { aws_sqs_queue: Record<string, { lifecycle?: { precondition?: object[] } }> };
    };
  };
  const refusals: readonly (readonly [string, object, string])[] = [
    ["a missing input", { name: "a" }, "release is required for type"],
    ["a missing input of a kind", { name: "a", type: "ray" }, "release is required for type"],
    ["an input of another kind", { name: "a", type: "ray", release: "1", window: "x" }, "window is only for"],
    [
      "a list of another kind",
      { name: "a", type: "ray", release: "1", formats: ["x"] },
      "formats, conf and scaling are only",
    ],
    ["a bool of another kind", { name: "a", type: "shell", scaling: true }, "formats, conf and scaling are only"],
    ["a bool that is on by default", { name: "a", type: "shell", checked: false }, "checked and size are only"],
    ["a value of another kind", { name: "a", type: "ray", release: "1", mode: "FLEX" }, 'mode = "FLEX" is only for'],
    ["one of several values", { name: "a", release: "1", worker: "huge" }, 'worker = "small" or "huge" is only for'],
    ["a number of another kind", { name: "a", release: "1", shelf: 3 }, "shelf = 2 or 3 is only for"],
  ];

  test.each(refusals)("%s is an error", (_what, inputs, message) => {
    for (const use of [
      (stack: TerraformStack) => job.inline(stack, "x", inputs as never),
      (stack: TerraformStack) => job.module(stack, "x", inputs as never),
    ])
      expect(() => stackWith(use)).toThrow(TfwrightError);
    expect(() => stackWith((stack) => job.inline(stack, "x", inputs as never))).toThrow(message);
  });

  test("what is allowed needs no precondition", () => {
    const { resource } = stackWith((stack) => {
      job.inline(stack, "a", { name: "a", release: "5.0", formats: ["x"], mode: "FLEX" });
      job.inline(stack, "b", { name: "b", type: "shell", box: { a: "1" } });
      job.inline(stack, "c", {
        name: "c",
        type: "ray",
        release: "1",
        runtime: "2",
        shelf: 2,
        formats: [],
        scaling: false,
      } as never);
    });
    const found = Object.entries(resource.aws_sqs_queue).flatMap(([name, { lifecycle }]) =>
      lifecycle?.precondition ? [name] : [],
    );
    expect(found).toEqual([]);
  });

  test("where only Terraform knows, the precondition stays", () => {
    const { resource } = stackWith((stack) => {
      job.inline(stack, "a", { name: "a", type: Token.asAny("${var.t}"), release: "1", window: "x" });
    });
    const text = JSON.stringify(resource);
    expect(text).toContain('\\"streaming\\"');
    expect(text).toContain('window is only for type = \\"streaming\\". Leave it out.');
    expect(text).not.toContain("runtime is only");
  });

  test("a call inside of a definition is checked as well", () => {
    const lake = defineModule({
      name: "lake",
      title: "Lake",
      description: "A lake.",
      providers: AWS,
      variables: { kind: string() },
      build(scope, v) {
        moduleCall(scope, job, "open", { name: "a", type: v.kind, window: "x" });
        moduleCall(scope, job, "bad", { name: "a", type: "ray", release: "1", window: "x" } as never);
        return {};
      },
    });
    expect(codesOf(lake)).toEqual(["validation-failed lake.module.bad.window"]);
  });
});

describe("a table that cannot be kept", () => {
  const build: Parameters<typeof defineOne>[0]["build"] = () => ({ all: output("x") });
  const kindsOf = (kinds: object) =>
    problemsOf(
      defineOne({
        variables: {
          ...variables,
          open: oneOf(["a", "b"], { default: "a", open: true }),
          needed: oneOf(["a", "b"]),
          numbers: oneOf([1, 2], { default: 1 }),
          things: list(string(), { default: ["x"] }),
          loose: any({ default: null }),
          sack: object({ a: optional(string()) }, { default: {} }),
        },
        kinds: kinds as never,
        build,
      }),
    )
      .filter(({ code }) => code !== "unused-variable")
      .map(({ code, path, message, hint }) => `${code} ${path}: ${message} (${hint})`);

  test.each<readonly [string, object, RegExp]>([
    [
      "an unknown variable that decides",
      { by: "typ", only: {} },
      /bad-kinds sample\.kinds\.by: there is no variable `typ` \(did you mean `type`\?\)/,
    ],
    [
      "a set that is open",
      { by: "open", only: { window: ["a"] } },
      /`open` is not a closed set of texts with a default/,
    ],
    ["a set without a default", { by: "needed", only: { window: ["a"] } }, /`needed` is not a closed set/],
    ["a set of numbers", { by: "numbers", only: { window: ["1"] } }, /`numbers` is not a closed set/],
    ["any other variable", { by: "window", only: { mode: ["a"] } }, /`window` is not a closed set/],
    ["no table", { by: "type" }, /sample\.kinds\.only: `kinds` has nothing in/],
    [
      "an unknown variable",
      { by: "type", only: { windw: ["ray"] } },
      /kinds\.only\.windw: there is no variable `windw` \(did you mean `window`\?\)/,
    ],
    [
      "an unknown variable that is required",
      { by: "type", required: { releas: ["ray"] } },
      /kinds\.required\.releas: there is no variable/,
    ],
    [
      "an unknown kind",
      { by: "type", only: { window: ["stream"] } },
      /kinds\.only\.window: `type` has no value "stream" \(did you mean `streaming`\?\)/,
    ],
    [
      "an unknown kind of a value",
      { by: "type", only: { mode: { FLEX: ["sparc"] } } },
      /kinds\.only\.mode\.FLEX: `type` has no value "sparc"/,
    ],
    [
      "an unknown kind of what is required",
      { by: "type", required: { release: ["x"] } },
      /kinds\.required\.release: `type` has no value "x"/,
    ],
    [
      "an empty list",
      { by: "type", only: { window: [] } },
      /kinds\.only\.window: this must be a list of one or more kinds \(known kinds: spark,/,
    ],
    [
      "an empty list of what is required",
      { by: "type", required: { release: [] } },
      /must be a list of one or more kinds/,
    ],
    ["an empty table of values", { by: "type", only: { mode: {} } }, /must be a list of kinds, or an object of values/],
    [
      "a text in place of a list",
      { by: "type", only: { window: "ray" } },
      /must be a list of kinds, or an object of values/,
    ],
    ["every kind", { by: "type", only: { window: ["ray", "shell", "spark", "streaming"] } }, /lists every kind/],
    [
      "a value that is not listed",
      { by: "type", only: { mode: { FLEXX: ["ray"] } } },
      /`mode` does not list FLEXX \(did you mean `FLEX`\?\)/,
    ],
    [
      "values of a variable without a list",
      { by: "type", only: { window: { x: ["ray"] } } },
      /`window` has no list of values/,
    ],
    ["what decides", { by: "type", only: { type: ["ray"] } }, /`type` decides the kind/],
    [
      "a required variable",
      { by: "type", only: { name: ["ray"] } },
      /`name` is required, so that no kind can leave it out/,
    ],
    [
      "an object with a default",
      { by: "type", only: { sack: ["ray"] } },
      /HCL cannot tell whether `sack` is its default/,
    ],
    [
      "a default that is not empty",
      { by: "type", only: { things: ["ray"] } },
      /HCL cannot tell whether `things` is its default/,
    ],
    [
      "a required variable with a default",
      { by: "type", required: { size: ["ray"] } },
      /`size` has a default, so that nobody/,
    ],
    [
      "a variable that every kind needs",
      { by: "type", required: { name: ["ray"] } },
      /`name` is required for every kind/,
    ],
    [
      "an unknown field",
      { by: "type", requird: { release: ["ray"] } },
      /bad-definition sample\.kinds: `kinds` has no field `requird`/,
    ],
  ])("with %s", (_what, kinds, message) => {
    const found = kindsOf(kinds);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test("all are told together", () => {
    const kinds = {
      by: "type",
      only: { windw: ["ray"], mode: { FLEX: [] }, name: ["x"] },
      required: { size: ["ray"] },
    };
    expect(kindsOf(kinds)).toHaveLength(5);
  });

  test("without a resource and an output there is no place for the rules", () => {
    const kinds = { by: "type", only: { window: ["ray"] } };
    const codes = codesOf(
      defineOne({ variables: { type: variables.type, window: variables.window }, kinds, build: () => ({}) }),
    );
    expect(codes).toContain("bad-kinds sample.kinds");
  });
});
