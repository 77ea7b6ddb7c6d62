/** A definition that has its texts in another language in one place. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import {
  defineModule,
  each,
  fn,
  list,
  map,
  object,
  optional,
  output,
  type Problem,
  renamedFrom,
  resource,
  string,
  TfwrightError,
  type Translation,
} from "tfwright";
import { createEngine, renderModule } from "../../../src/render";
import { AWS } from "../one-module";

const ja: Translation = {
  title: "SQS キュー",
  description: "キューを作成します。",
  creates: ["キュー"],
  iam: ["`sqs:CreateQueue` が必要です。"],
  notes: ["最初の注意です。", "次のように書きます。"],
  upgrading: ["変更です。"],
  differences: [{ theirs: "なし", ours: "指定した名前" }],
  examples: { basic: "キューを 1 つ作成します。" },
  variables: {
    name: "キューの名前。",
    rules: "送信元です。",
    "rules.arn": "送信元の ARN",
    "rules.more.key": "キー",
    label: "ラベルです。",
  },
  outputs: { arn: "キューの ARN。" },
  comments: { "your name # 1": "自分の名前", "only here": "ここだけ" },
};

const definition = {
  name: "queue",
  title: "SQS queue",
  description: "A queue.",
  providers: AWS,
  creates: ["The queue"],
  iam: ["You need `sqs:CreateQueue`."],
  notes: [
    "A note.",
    'Write this:\n\n```hcl\n# only here\nname = "a # only here" # your name # 1\nsize = 1 # a comment\n```',
  ],
  upgrading: ["A change."],
  differences: [{ input: "name", theirs: "none", ours: "yours", undo: "name = null" }],
  variables: {
    name: string({ description: "Name of the queue." }),
    rules: list(
      object({
        arn: string({ description: "ARN of the source" }),
        note: optional(string({ description: { en: "A note", ja: "メモ" } }), "x"),
        more: optional(map(object({ key: string({ description: "Key" }) })), {}),
      }),
      { description: "Who sends.", default: [] },
    ),
    label: renamedFrom("title", string({ description: "A label.", default: "none" })),
  },
  terraform: ">= 1.15",
  opentofu: false as const,
  examples: { basic: { description: "One queue.", inputs: { name: "orders" } } },
};

const queueWith = (translations: unknown, parts: object = {}) =>
  defineModule({
    ...definition,
    ...parts,
    translations: translations as { ja: Translation },
    build(scope, v) {
      const arns = fn.join(
        ",",
        each(v.rules, (rule) => rule.arn),
      );
      const made = resource(scope, SqsQueue, "this", { name: v.name, policy: arns, tags: { label: v.label } });
      return { arn: output(made.arn, { description: "ARN of the queue." }), url: output(made.url) };
    },
  });

const filesIn = (locale: "en" | "ja") => renderModule(queueWith({ ja }).generate(locale), createEngine());

test("the texts are those of the language", () => {
  const readme = filesIn("ja").get("README.md");
  for (const text of [
    "# SQS キュー",
    "キューを作成します。",
    "- キュー\n",
    "- `sqs:CreateQueue` が必要です。",
    "最初の注意です。",
    '次のように書きます。\n\n```hcl\n# ここだけ\nname = "a # only here" # 自分の名前\nsize = 1 # a comment\n```',
    "- 変更です。",
    "| `name` | なし | 指定した名前 | `name = null` |",
  ])
    expect(readme).toContain(text);
  expect(filesIn("ja").get("variables.tf")).toContain(`  description = <<-EOT
    送信元です。

    Terraform は、次の一覧にないキーをエラーなしで無視します:

    - \`arn\`: 送信元の ARN。必須です。
    - \`note\`: メモ。デフォルトは \`"x"\` です。
    - \`more\`: デフォルトは \`{}\` です。
      - \`key\`: キー。必須です。
  EOT`);
  expect(filesIn("ja").get("variables.tf")).toContain('description = "ラベルです。デフォルトは `\\"none\\"` です。"');
  expect(filesIn("ja").get("outputs.tf")).toContain('description = "キューの ARN。"');
  expect(filesIn("ja").get("examples/basic/main.tf")).toContain("# キューを 1 つ作成します。");
});

test("in English nothing changes", () => {
  const plain = renderModule(queueWith(undefined).generate(), createEngine());
  expect([...filesIn("en")]).toEqual([...plain]);
});

test("what is left out stays as the definition has it", () => {
  const model = queueWith({ ja: { title: "キュー" } }).generate("ja");
  expect([model.title, model.description, model.notes[0]]).toEqual(["キュー", "A queue.", "A note."]);
  expect(queueWith({}).generate("ja").title).toBe("SQS queue");
});

test("a note that has both languages stands between those that are translated", () => {
  const [first, second] = definition.notes;
  const own = { en: "Both.", ja: "両方です。" };
  const notes = [first, own, second];
  const model = queueWith({ ja: { notes: ["一つ目です。", "三つ目です。"] } }, { notes }).generate("ja");
  expect(model.notes.map((note) => note.split("\n")[0])).toEqual(["一つ目です。", "両方です。", "三つ目です。"]);
  expect(() => queueWith({ ja: { notes: ["一つ目です。"] } }, { notes }).generate("ja")).toThrow(
    "there are 1 translations, but 2 English texts",
  );
});

test("an attribute of a variable without texts of its own", () => {
  const variables = { ...definition.variables, name: string() };
  expect(() => queueWith({ ja: { variables: { "rules.arn": "ARN" } } }, { variables }).generate("ja")).not.toThrow();
});

/** What is wrong with the translations, in any language. */
function problemsOf(translations: unknown, parts: object = {}): readonly Problem[] {
  try {
    queueWith(translations, parts).generate();
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems;
  }
}

test.each<[what: string, translations: unknown, path: string, message: RegExp]>([
  ["no object", 1, "", /must be an object/],
  ["an unknown language", { fr: {} }, "", /no field `fr`/],
  ["English", { en: {} }, "", /no field `en`/],
  ["a language that is no object", { ja: "キュー" }, "", /`ja` of `translations` must be an object/],
  ["an unknown field", { ja: { titel: "キュー" } }, ".ja", /no field `titel`/],
  ["a title that is no text", { ja: { title: 1 } }, ".ja", /`title` of a translation must be a text/],
  ["a note too few", { ja: { notes: ["注意です。"] } }, ".ja.notes", /1 translations, but 2 English texts/],
  ["a note too many", { ja: { creates: ["a", "b"] } }, ".ja.creates", /2 translations, but 1 English texts/],
  ["a note that is none", { ja: { notes: ["注意です。", 1] } }, ".ja.notes.1", /must be a string, but is 1/],
  ["differences too few", { ja: { differences: [] } }, ".ja.differences", /0 translations, but 1/],
  ["half a difference", { ja: { differences: [{ ours: "a" }] } }, ".ja.differences.0", /has no `theirs`/],
  ["an unknown variable", { ja: { variables: { nam: "名前" } } }, ".ja.variables", /`nam` is no name in the module/],
  ["an unknown attribute", { ja: { variables: { "rules.ar": "a" } } }, ".ja.variables", /`rules.ar` is no name/],
  [
    "an attribute without English",
    { ja: { variables: { "rules.more": "a" } } },
    ".ja.variables.rules.more",
    /no English/,
  ],
  ["a variable that is no text", { ja: { variables: { name: 1 } } }, ".ja.variables.name", /must be a string/],
  ["an unknown comment", { ja: { comments: { size: "サイズ" } } }, ".ja.comments", /`size` is no name in the module/],
  ["an unknown output", { ja: { outputs: { ar: "a" } } }, ".ja.outputs", /`ar` is no name in the module/],
  ["an output without English", { ja: { outputs: { url: "URL" } } }, ".ja.outputs.url", /no English text/],
  ["an unknown example", { ja: { examples: { basik: "例" } } }, ".ja.examples", /`basik` is no name in the module/],
  ["half a character", { ja: { variables: { name: "\ud800" } } }, "", /./],
])("is refused: %s", (what, translations, path, message) => {
  const problems = problemsOf(translations);
  expect(problems.length).toBeGreaterThan(0);
  if (what === "half a character") expect(problems[0]?.code).toBe("lone-surrogate");
  else
    expect(problems).toEqual([
      expect.objectContaining({ path: `queue.translations${path}`, message: expect.stringMatching(message) }),
    ]);
});

test("a mistyped name is told with the name that is meant", () => {
  const problems = problemsOf({ ja: { variables: { "rules.arm": "ARN" } } });
  expect(problems[0]?.hint).toContain("rules.arn");
});

test("lists that are none are reported once, where they stand", () => {
  expect(problemsOf({ ja: { notes: ["注意です。"] } }, { notes: 1 }).map(({ path }) => path)).toEqual(["queue.notes"]);
});
