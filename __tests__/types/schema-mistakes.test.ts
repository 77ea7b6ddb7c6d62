/** The commonest mistakes with a class by `tfwright provider`, beside a package's class: messages name as much, and are no longer. */
import { join } from "node:path";
import { writeTypes } from "../../src/provider-types/write-types";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { Project, ROOT } from "../cli/support/project";
import { RUNTIME } from "../runtime";
import { describeCompilers } from "./compilers";

const text = (more: object = { optional: true }) => ({ type: "string", ...more });
const timeouts = { nesting_mode: "single", block: { attributes: { create: text(), delete: text() } } };
/** As the provider has them, but for arguments that no mistake touches. */
const SCHEMA = {
  aws_sqs_queue: {
    attributes: {
      arn: text({ computed: true }),
      name: text({ optional: true, computed: true }),
      delay_seconds: { type: "number", optional: true },
      policy: text(),
      tags: { type: ["map", "string"], optional: true },
    },
    block_types: { timeouts },
  },
  aws_glue_crawler: {
    attributes: {
      name: text({ required: true }),
      role: text({ required: true }),
      database_name: text({ required: true }),
      tags: { type: ["map", "string"], optional: true },
    },
    block_types: { s3_target: { nesting_mode: "list", block: { attributes: { path: text({ required: true }) } } } },
  },
  aws_glue_trigger: {
    attributes: {
      name: text({ required: true }),
      type: text({ required: true }),
      enabled: { type: "bool", optional: true },
    },
    block_types: {
      actions: {
        nesting_mode: "list",
        min_items: 1,
        block: {
          attributes: {
            job_name: text(),
            crawler_name: text(),
            arguments: { type: ["map", "string"], optional: true },
          },
          block_types: {
            notification_property: {
              nesting_mode: "list",
              max_items: 1,
              block: { attributes: { notify_delay_after: { type: "number", optional: true } } },
            },
          },
        },
      },
      timeouts,
    },
  },
};

const TRIGGER = `resource(scope, GlueTrigger, "this", { name: "a", type: "b"`;
/** What is done wrong: code with the names of the package's classes, and what the first two lines of the message must name. */
const MISTAKES: readonly (readonly [what: string, code: string, named: readonly string[]])[] = [
  ["a misspelt argument", `resource(scope, SqsQueue, "this", {\nnme: v.name });`, ["nme", "SqsQueueConfig", "'name'"]],
  ["a scalar of a wrong type", `resource(scope, SqsQueue, "this", {\ndelaySeconds: "5" });`, ["string", "number"]],
  [
    "missing arguments",
    `resource(scope, GlueCrawler, "this",\n{ name: v.name });`,
    ["GlueCrawlerConfig", "databaseName", "role"],
  ],
  ["a read-only attribute", `resource(scope, SqsQueue, "this", {\narn: v.name });`, ["arn", "SqsQueueConfig"]],
  ["a wrong key in a block", `${TRIGGER}, actions: [{\njobNam: "s" }] });`, ["jobNam", "GlueTriggerActions"]],
  ["an object for a list", `${TRIGGER}, actions: {\njobName: "s" } });`, ["jobName", "GlueTriggerActions>[]"]],
  ["an expression of a wrong type", `${TRIGGER}, actions: [],\nenabled: v.names });`, ["ListExpr", "boolean"]],
  [
    "a misspelt attribute",
    `const queue = resource(scope, SqsQueue, "this", {});\nqueue.arm;`,
    ["arm", "ResourceRef<SqsQueue>"],
  ],
  [
    "a `count` of a text",
    `resource(scope, SqsQueue, "this", {}, {\ncount: v.name });`,
    ["Expr<string>", "NumberLike", "Expr<number>"],
  ],
  [
    "a nullable for a required argument",
    `resource(scope, GlueCrawler, "this", { databaseName: "d", role: "r",\nname: v.maybe });`,
    ["Nullable<Expr<string>>", "Expr<string>"],
  ],
  [
    "a wrong key in a block of a block",
    `${TRIGGER}, actions: [{ notificationProperty: {\nnotifyDelay: 1 } }] });`,
    ["notifyDelay", "GlueTriggerActionsNotificationProperty"],
  ],
];

/** Names of Terraform. A class of a package has its own, and so do nested blocks: they begin with the names of all around them. */
const terraformNames = (code: string) => code.replace(/\b[a-z]\w*(?=:)/g, (name) => snake(name));
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const CLASSES = ["GlueCrawler", "GlueTrigger", "SqsQueue"] as const;
const fileOf = (name: string) => snake(name).slice(1).replaceAll("_", "-");
const sourceWith = (from: (file: string) => string, change: (code: string) => string) => {
  const imports = CLASSES.map((name) => `import { ${name} } from "${from(fileOf(name))}";`);
  const mistakes = MISTAKES.map(([, code], index) => `const mistake${index} = () => {\n${change(code)}\n};`);
  return `${imports.join("\n")}
import { defineModule, list, optional, resource, string } from "tfwright";
export const module = defineModule({
  name: "sample", title: "S", description: "S.",
  variables: { name: string(), names: list(string()), maybe: optional(string()) },
  build(scope, v) {
${mistakes.join("\n")}
return {};
  },
});
`;
};

const { types } = readProviderSchema(
  JSON.stringify({
    format_version: "1.0",
    provider_schemas: {
      "registry.terraform.io/hashicorp/aws": {
        resource_schemas: Object.fromEntries(Object.entries(SCHEMA).map(([type, block]) => [type, { block }])),
      },
    },
  }),
  "schema.json",
  { source: "hashicorp/aws", isWanted: () => true },
);
const { files } = writeTypes(types, { source: "hashicorp/aws", version: "6.34.0", localName: "aws" }, () => undefined);
const project = new Project({
  "schema.ts": sourceWith((file) => `./providers/${file}`, terraformNames),
  "package.ts": sourceWith(
    (file) => `@cdktf/provider-aws/lib/${file}`,
    (code) => code,
  ),
  ...Object.fromEntries([...files].map(([path, content]) => [`providers/${path}`, content])),
  "tsconfig.json": JSON.stringify({
    extends: join(ROOT, RUNTIME === "cdktn" ? "tsconfig.cdktn.json" : "tsconfig.json"),
    compilerOptions: { types: ["node"], noUnusedLocals: false, noUnusedParameters: false },
    include: [],
    exclude: [],
    files: ["schema.ts", "package.ts"],
  }),
});

/** The first two lines of each message, in the order of the mistakes. */
function firstLines(printed: string): Readonly<Record<"schema" | "package", readonly string[]>> {
  const told = { schema: [] as string[], package: [] as string[] };
  for (const [, file, lines] of printed.matchAll(/^(schema|package)\.ts\(\d+,\d+\): error (.*(?:\n {2}\S.*)?)/gm))
    told[file as keyof typeof told].push(lines as string);
  return told;
}

describeCompilers((compile) => {
  let told: ReturnType<typeof firstLines> = { schema: [], package: [] };
  beforeAll(() => {
    told = firstLines(compile(project.folder));
  });

  test("each mistake is told once, of both classes", () => {
    expect([told.schema.length, told.package.length]).toEqual([MISTAKES.length, MISTAKES.length]);
  });

  test.each(MISTAKES.map(([what, , named], index) => ({ what, named, index })))("$what", ({ named, index }) => {
    const ours = told.schema[index] as string;
    const theirs = told.package[index] as string;
    for (const name of named) {
      expect(theirs).toContain(name);
      expect(ours).toContain(/^[a-z]\w*$/.test(name) ? snake(name) : shortened(name));
    }
    // Names of the provider have a `_` where those of the package have a capital letter.
    expect(ours.replaceAll("_", "").length).toBeLessThanOrEqual(theirs.length);
  });
});

/** A class of ours has the name of its block, and not of the blocks around. */
function shortened(name: string): string {
  return name.replace("GlueTriggerActionsNotificationProperty", "GlueTriggerNotificationProperty");
}
