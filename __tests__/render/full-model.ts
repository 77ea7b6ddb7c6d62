/** A module that has everything a module can have, most of it hostile. */
import { attribute, block } from "../../src/hcl/document";
import { type Expression, jsonExpression } from "../../src/hcl/expression";
import type { TypeConstraint } from "../../src/hcl/type";
import type { Json } from "../../src/json/json-value";
import type { ModuleModel, VariableModel } from "../../src/render/model";

export const STRING: TypeConstraint = { kind: "string" };
export const HOSTILE =
  'a <!-- END_TF_DOCS --> <!-- BEGIN_TF_DOCS --> ${x} %{if true} "quoted" \\back\\slash `tick` ``` | pipe <b>html</b> *x* _y_';

const raw = (text: string): Expression => ({ kind: "raw", text });
const literal = (value: string | number | boolean | null): Expression => ({ kind: "literal", value });

export function variable(name: string, type: TypeConstraint, more: Partial<VariableModel> = {}): VariableModel {
  return { name, type, description: `The ${name}.`, sensitive: false, ephemeral: false, validations: [], ...more };
}

const withDefault = (name: string, type: TypeConstraint, value: Json) =>
  variable(name, type, { default: { value }, nullable: value === null ? undefined : false });

const TARGET: TypeConstraint = {
  kind: "object",
  attributes: {
    path: { type: STRING },
    exclusions: { type: { kind: "list", element: STRING }, optional: true, default: [] },
    inner: {
      type: { kind: "object", attributes: { a: { type: STRING }, "b-c": { type: { kind: "number" } } } },
      optional: true,
      default: { a: "x", "b-c": 1 },
    },
  },
};

const VARIABLES: readonly VariableModel[] = [
  variable("name", STRING, {
    validations: [
      {
        condition: raw("length(var.name) > 0"),
        message: literal(`name must not be empty: ${HOSTILE.replaceAll("_TF_DOCS", "")}`),
      },
      { condition: raw("length(var.name) < 99"), message: literal("name must be short.") },
    ],
  }),
  variable(
    "targets",
    { kind: "list", element: TARGET },
    {
      description: "Targets.\n\n- `path`: where, ${here} and %{there}.\n  - `exclusions`: what not.\nEOT\n",
      default: { value: [{ path: "s3://a_b/${c}", exclusions: ["x|y"] }] },
      nullable: false,
    },
  ),
  variable("notes", STRING, { description: "First line.\n\n\n- second `line`\n  third | line ${x} %{y}\n" }),
  withDefault("nothing", STRING, null),
  withDefault("off", { kind: "bool" }, false),
  withDefault("zero", { kind: "number" }, 0),
  withDefault("empty", STRING, ""),
  withDefault("hostile_default", STRING, HOSTILE.replaceAll("_TF_DOCS", "")),
  withDefault("poem", STRING, "two\n  lines ${x}\n"),
  withDefault("tags", { kind: "map", element: STRING }, { "--job-language": "python", é: "e\u0301", text: "a\nb\n" }),
  variable("password", STRING, { sensitive: true, ephemeral: true }),
  variable("hostile", STRING, { description: HOSTILE }),
  variable("bare", { kind: "tuple", elements: [STRING, { kind: "number" }] }, { description: undefined }),
];

export const MODEL: ModuleModel = {
  name: "glue-job",
  locale: "en",
  title: "Job *of* <b>Glue</b>",
  description: `Runs a \`job\`. Then more.\n\n${HOSTILE}`,
  creates: [],
  decisive: [],
  iam: [`The caller needs \`glue:CreateJob\`. ${HOSTILE}`, "And\n\n```json\n{}\n```"],
  notes: [`A note. ${HOSTILE}`],
  upgrading: [`A change. ${HOSTILE}`],
  warnings: [],
  differences: [{ input: "off", theirs: "on | off", ours: HOSTILE, undo: "off = true || `x`" }],
  terraform: ">= 1.10",
  providers: [
    { name: "aws", source: "hashicorp/aws", version: ">= 6.0", aliases: ["aws.west"] },
    { name: "google-beta", source: "hashicorp/google-beta", aliases: [] },
  ],
  variables: VARIABLES,
  outputs: [
    {
      name: "arn",
      description: `The ARN. ${HOSTILE}`,
      value: raw("terraform_data.this.id"),
      sensitive: true,
      ephemeral: false,
      preconditions: [{ condition: raw('var.name != ""'), message: literal("no ${name}") }],
      dependsOn: ["terraform_data.this"],
    },
    {
      name: "settings",
      value: jsonExpression({ "a b": [1, 2], long: "x".repeat(120), text: "one\ntwo\n" }),
      sensitive: false,
      ephemeral: false,
      preconditions: [],
      dependsOn: [],
    },
  ],
  elements: [
    { mode: "managed", type: "terraform_data", name: "this", provider: "terraform" },
    { mode: "managed", type: "aws_glue_job", name: "this", provider: "aws" },
    { mode: "data", type: "aws_region", name: "current", provider: "aws", alias: "west" },
  ],
  calls: [{ name: "role", source: "../iam-role" }],
  main: [
    block("resource", ["terraform_data", "this"], [attribute("input", raw("var.name"))]),
    block("resource", ["aws_glue_job", "this"], [attribute("name", raw("var.name"))], ["The job."]),
    block("data", ["aws_region", "current"], [attribute("provider", raw("aws.west"))]),
    block("module", ["role"], [attribute("source", literal("../iam-role"))]),
  ],
  examples: [
    {
      name: "adopt",
      description: `Takes over ${HOSTILE}\nin two lines.`,
      call: "job",
      inputs: [{ name: "name", value: literal("nightly") }],
      moved: [{ from: "aws_glue_job.old", to: "aws_glue_job.this" }],
    },
    {
      name: "basic",
      description: "The least.",
      call: "nightly",
      inputs: [
        { name: "name", value: literal(HOSTILE) },
        { name: "targets", value: jsonExpression([{ path: "a" }, { path: "b", exclusions: ["c"] }]) },
        { name: "notes", value: literal("one\ntwo\n") },
      ],
      moved: [],
    },
  ],
  tests: [
    { name: "plan", body: [block("run", ["plan"], [attribute("command", { kind: "reference", address: "plan" })])] },
  ],
};

/** A module with nothing but its name. */
export const EMPTY: ModuleModel = {
  ...MODEL,
  name: "empty",
  title: "Nothing",
  description: "Does nothing.",
  iam: [],
  notes: [],
  upgrading: [],
  differences: [],
  providers: [],
  variables: [],
  outputs: [],
  elements: [],
  calls: [],
  main: [],
  examples: [],
  tests: [],
};
