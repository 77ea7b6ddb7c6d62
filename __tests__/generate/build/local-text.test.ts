/** A definition whose author gives texts in two languages. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { expectTypeOf } from "expect-type";
import {
  type AnyModule,
  type Definition,
  defineModule,
  each,
  fn,
  type LocalText,
  list,
  moduleCall,
  object,
  optional,
  output,
  type Problem,
  renamedFrom,
  resource,
  string,
  TfwrightError,
} from "tfwright";
import type { Outputs, Variables } from "../../../src/generate/dsl/definition";
import { createEngine, renderBinding, renderModule } from "../../../src/render";
import { AWS, defineOne } from "../one-module";

const both = (en: string, ja: string): LocalText => ({ en, ja });

const queue = defineModule({
  name: "queue",
  title: { en: "SQS queue", ja: "SQS キュー" },
  description: { en: "A queue. It is small.", ja: "キューを作成します。小さなキューです。" },
  providers: AWS,
  creates: [both("The queue", "キュー")],
  iam: [both("You need `sqs:CreateQueue`.", "`sqs:CreateQueue` が必要です。")],
  notes: ["Only English.", both("A note.", "注意です。")],
  upgrading: [both("A change.", "変更です。")],
  differences: [
    { input: "name", theirs: both("none", "なし"), ours: both("yours", "指定した名前"), undo: "name = null" },
  ],
  variables: {
    name: string({ description: { en: "Name of the queue.", ja: "キューの名前。" } }),
    rules: list(
      object({
        arn: string({ description: both("ARN of the source", "送信元の ARN") }),
        note: optional(string({ description: "Only English" }), "x"),
        bare: optional(string()),
      }),
      { description: both("Who sends.", "送信元です。"), default: [] },
    ),
    old: optional(string({ description: "Gone.", deprecated: both("Leave it out.", "指定しないでください。") })),
    label: renamedFrom("title", string({ description: both("A label.", "ラベルです。"), default: "none" })),
  },
  terraform: ">= 1.15",
  opentofu: false,
  examples: { basic: { description: both("One queue.", "キューを 1 つ作成します。"), inputs: { name: "orders" } } },
  build(scope, v) {
    const made = resource(scope, SqsQueue, "this", {
      name: v.name,
      policy: v.old,
      tags: { label: v.label },
      redrivePolicy: fn.join(
        ",",
        each(v.rules, (rule) => rule.arn),
      ),
    });
    return {
      arn: output(made.arn, { description: both("ARN of the queue.", "キューの ARN。") }),
      url: output(made.url, { description: "URL.", deprecated: both("Use `arn`.", "`arn` を使ってください。") }),
    };
  },
});

const filesIn = (locale: "en" | "ja", module: AnyModule = queue) =>
  renderModule(module.generate(locale), createEngine());

test("the texts of a module are in the language that is asked for", () => {
  const readme = filesIn("ja").get("README.md");
  for (const text of [
    "# SQS キュー",
    "- キュー\n",
    "- `sqs:CreateQueue` が必要です。",
    "注意です。",
    "- 変更です。",
    "| `name` | なし | 指定した名前 | `name = null` |",
    "入力変数 `old`: 指定しないでください。",
    "入力変数 `title`: 新しい名前は `label` です。",
    "出力値 `url`: `arn` を使ってください。",
    "Only English.",
  ])
    expect(readme).toContain(text);
  for (const text of ["A queue.", "A note.", "The queue", "Leave it out."]) expect(readme).not.toContain(text);
  const variables = filesIn("ja").get("variables.tf");
  expect(variables).toContain(`  description = <<-EOT
    送信元です。

    Terraform は、次の一覧にないキーをエラーなしで無視します:

    - \`arn\`: 送信元の ARN。必須です。
    - \`note\`: Only English. デフォルトは \`"x"\` です。
    - \`bare\`
  EOT`);
  expect(variables).toContain('description = "ラベルです。デフォルトは `\\"none\\"` です。"');
  expect(variables).toContain('description = "`label` の古い名前です。"');
  expect(variables).toContain('deprecated  = "title の名前が変わりました。label を使ってください。"');
  expect(filesIn("ja").get("outputs.tf")).toContain('description = "キューの ARN。"');
  expect(filesIn("ja").get("examples/basic/main.tf")).toContain("# キューを 1 つ作成します。");
  expect(renderBinding(queue.generate("ja"), "cdktf")).toContain("/** 送信元の ARN */");
});

test("without a language the texts are English", () => {
  const english = renderModule(queue.generate(), createEngine());
  expect([...english]).toEqual([...filesIn("en")]);
  expect(english.get("README.md")).toContain("# SQS queue");
  expect([...english.values()].join("\n")).not.toMatch(/[\u3040-\u30ff\u3400-\u9fff]/);
});

test("only texts and comments differ between languages", () => {
  const bare = (text = "") =>
    text
      .replace(/<<-EOT[\s\S]*?EOT/g, "")
      .replace(/(description|deprecated) += .*|#.*/g, "")
      .replace(/ +/g, " ");
  for (const [path, text] of filesIn("en"))
    if (path !== "README.md") expect([path, bare(filesIn("ja").get(path))]).toEqual([path, bare(text)]);
});

test("a module that is called is in the language of its caller, and each language is built once", () => {
  const caller = defineOne({
    build(scope) {
      moduleCall(scope, queue, "queue", { name: "orders" });
      return {};
    },
  });
  const [call] = caller.generate("ja").calls;
  expect(call?.called).toBe(queue.generate("ja"));
  expect(caller.generate("en").calls[0]?.called).toBe(queue.generate());
  expect(queue.generate("ja")).not.toBe(queue.generate("en"));
});

test("an editor shows the English text, whatever form it is given in", () => {
  const described = string({ description: { en: "Name of the queue.", ja: "キューの名前。" } });
  const plain = string({ description: "Name of the queue." });
  expectTypeOf(described).toEqualTypeOf(plain);
});

/** What is wrong with a definition that no compiler saw. */
function problemsOf(parts: object): readonly Problem[] {
  try {
    defineOne({ build: () => ({}), ...parts } as unknown as Definition<Variables, Outputs>).generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems;
  }
}

const used = (variable: unknown) => ({
  variables: { name: variable },
  build: (_: unknown, v: { name: string }) => ({ name: output(v.name) }),
});

test.each<[what: string, parts: object, code: string, path: string]>([
  ["no English", used(string({ description: { ja: "名前" } as never })), "bad-text", "variables.name"],
  ["another language", used(string({ description: { en: "a", fr: "b" } as never })), "bad-text", "variables.name"],
  ["a number", used(string({ description: 1 as never })), "bad-text", "variables.name"],
  ["a list", used(string({ deprecated: ["a"] as never, default: "a" })), "bad-text", "variables.name"],
  [
    "an attribute",
    used(object({ a: object({ b: string({ description: { ja: "値" } as never }) }) })),
    "bad-text",
    "variables.name.a.b",
  ],
  [
    "one language without a message",
    used(string({ deprecated: { en: "Leave it out.", ja: " " }, default: "a" })),
    "empty-message",
    "variables.name",
  ],
  ["half a character", used(string({ description: { en: "a", ja: "\ud800" } })), "lone-surrogate", "variables.name"],
  ["notes", { notes: [{ ja: "注意" }] }, "bad-definition", "notes"],
  [
    "an example",
    { examples: { basic: { description: { ja: "例" }, inputs: {} } } },
    "bad-definition",
    "examples.basic",
  ],
  ["an output", { build: () => ({ a: output("a", { description: { ja: "値" } as never }) }) }, "bad-text", "outputs.a"],
  [
    "an output's deprecation",
    { build: () => ({ a: output("a", { deprecated: { en: "", ja: "値" } }) }) },
    "empty-message",
    "outputs.a",
  ],
])("a text that is none is refused: %s", (_, parts, code, path) => {
  expect(problemsOf(parts)).toContainEqual(expect.objectContaining({ code, path: `sample.${path}` }));
});
