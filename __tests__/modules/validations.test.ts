/** What validations say of wrong values. They read nothing but their variable, so that of each module only `variables.tf` is there. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith, type Tool } from "./support/find-terraform";
import { GENERATED, makeFolder } from "./support/generated";
import { CORRECT, callOf, errorsOf, type HclInputs } from "./support/hcl-calls";
import { runCommand } from "./support/run-command";
import { diagnosticsOf, mustRun, PATIENCE } from "./support/terraform";

interface Call {
  /** A folder of `generated`: `modules/glue-job`, `wrappers/glue-job`. */
  readonly folder: string;
  readonly inputs: HclInputs;
}

/** The errors of each call in a plan. `terraform_data.new.id` is a text that is known only after apply. */
async function toldOf(calls: readonly Call[], tool: Tool): Promise<readonly (readonly string[])[]> {
  const root = makeFolder();
  writeFileSync(join(root, "main.tf"), 'resource "terraform_data" "new" {}\n');
  calls.forEach(({ folder, inputs }, index) => {
    const call = callOf(index);
    mkdirSync(join(root, "modules", call), { recursive: true });
    cpSync(join(GENERATED, folder, "variables.tf"), join(root, "modules", call, "variables.tf"));
    const lines = Object.entries(inputs).map(([name, hcl]) => `  ${name} = ${hcl}`);
    const block = [`module "${call}" {`, `  source = "./modules/${call}"`, ...lines, "}", ""];
    writeFileSync(join(root, `${call}.tf`), block.join("\n"));
  });
  await mustRun(tool, ["get", "-no-color"], root);
  const { stdout } = await runCommand(tool, ["plan", "-json", "-input=false"], root);
  return calls.map((_, index) => errorsOf(callOf(index), diagnosticsOf(stdout)));
}

interface Row {
  readonly folder: string;
  readonly input: string;
  readonly value: string;
  /** A part of the only error. Empty where there is none. */
  readonly says: string;
  /** Inputs that the call needs beside it. */
  readonly beside?: HclInputs;
}

/** What is told of one input each, in one plan. */
function describeInputs(title: string, tool: Tool, rows: readonly Row[]): void {
  describeWith(tool, `${title} (${tool})`, () => {
    let told: readonly (readonly string[])[] = [];
    beforeAll(async () => {
      const calls = rows.map(({ folder, input, value, beside }) => {
        const [kind, module = ""] = folder.split("/");
        return { folder, inputs: { ...(kind === "modules" && CORRECT[module]), ...beside, [input]: value } };
      });
      told = await toldOf(calls, tool);
    }, PATIENCE);

    test.each(rows.map((row, index) => ({ ...row, index })))("$folder: $input = $value", ({ says, index }) => {
      const texts = (told[index] ?? []).map((text) => text.replace(/\s*This was checked by [\s\S]*/, ""));
      expect(texts).toEqual(says === "" ? [] : [expect.stringContaining(says)]);
    });
  });
}

const SIGNS = [
  {
    folder: "modules/glue-crawler",
    input: "s3_targets",
    value: '[{ path = "<bucket>/orders/" }]',
    says: 's3_targets[0].path is "<bucket>/orders/".',
  },
  {
    folder: "modules/glue-job",
    input: "connections",
    value: '["orders", "arn:a&b"]',
    says: 'connections[1] is "arn:a&b".',
  },
  {
    folder: "modules/glue-job",
    input: "spark_conf",
    value: '{ "spark.a" = null }',
    says: 'See spark_conf["spark.a"].',
  },
  {
    folder: "modules/glue-crawler",
    input: "s3_targets",
    value: '[{ path = "s3://a/", sample_size = 0 }]',
    says: "s3_targets[0].sample_size is 0.",
  },
];

for (const tool of ["terraform-1.5.7", "terraform", "tofu"] as const)
  describeInputs("messages show the value as it was written", tool, SIGNS);

/** Beside the wrong value stands one that is known only after apply, which must not keep a rule from being checked. */
const JOB = '{ reads = ["raw"], writes = ["clean"], role = terraform_data.new.id }';
const SHAPES = [
  { value: `{ clean = "raw" }`, says: 'jobs["clean"] is not an object.' },
  { value: `{ clean = ${JOB}, gold = 5 }`, says: 'jobs["gold"] is not an object.' },
  { value: `{ clean = ${JOB}, gold = ["raw"] }`, says: 'jobs["gold"] is not an object.' },
  { value: `{ clean = ${JOB}, gold = [{ reads = ["raw"] }] }`, says: 'jobs["gold"] is not an object.' },
  { value: `{ clean = ${JOB}, gold = null }`, says: 'jobs["gold"] is null.' },
  { value: `{ clean = ${JOB}, gold = toset(["raw"]) }`, says: 'jobs["gold"] is not an object.' },
  { value: '{ clean = { reeds = ["raw"] }, gold = terraform_data.new.id }', says: 'jobs["clean"] has reeds.' },
  { value: `[${JOB}]`, says: "jobs is not a map." },
  { value: '["clean"]', says: "jobs is not a map." },
  { value: "toset([terraform_data.new.id])", says: "jobs is not a map." },
  { value: '"clean"', says: "jobs is not a map." },
  { value: "true", says: "jobs is not a map." },
  {
    value: `{ clean = ${JOB}, gold = { reeds = ["raw"], role = terraform_data.new.id } }`,
    says: 'jobs["gold"] has reeds.',
  },
  {
    value: '{ clean = { reads = ["raw"] }, gold = { reads = "raw" } }',
    says: 'jobs["gold"].reads must be a list of strings without null.',
  },
  { value: `{ "a b" = ${JOB} }`, says: "The keys of jobs must be letters" },
  { value: `{ clean = ${JOB} }`, says: "" },
  { value: `{ clean = { arguments = { "--topic" = terraform_data.new.id } } }`, says: "" },
  { value: 'tomap({ clean = { reads = ["raw"], writes = ["clean"] } })', says: "" },
  { value: "{}", says: "" },
].map((row) => ({ folder: "modules/data-lake", input: "jobs", ...row }));

const CRAWLERS = [
  { value: '{ raw = ["raw"] }', says: 'crawlers["raw"] is not an object.' },
  { value: '[{ crawls = ["raw"] }]', says: "crawlers is not a map." },
  { value: "{ raw = { role = terraform_data.new.id } }", says: 'crawlers["raw"] has no crawls.' },
  { value: '{ raw = { crawl = ["raw"], role = terraform_data.new.id } }', says: 'crawlers["raw"] has crawl.' },
  { value: "{ raw = { crawls = [terraform_data.new.id] } }", says: "" },
].map((row) => ({ folder: "modules/data-lake", input: "crawlers", ...row }));

const ITEM = '{ name = "orders", role_arn = terraform_data.new.id, tags = { new = terraform_data.new.id } }';
const ITEMS = ["glue-job", "glue-crawler", "glue-catalog-database", "glue-connection"].flatMap((name) => {
  const item = ITEM.replace("role_arn", name === "glue-job" || name === "glue-crawler" ? "role_arn" : "description");
  const items = [
    { value: '{ orders = "orders" }', says: 'items["orders"] is not an object.' },
    { value: `{ orders = ${item}, more = 5 }`, says: 'items["more"] is not an object.' },
    { value: `{ orders = ${item}, more = [${item}] }`, says: 'items["more"] is not an object.' },
    { value: `{ orders = ${item}, more = null }`, says: 'items["more"] is null.' },
    { value: "{ more = { nmae = 1 }, orders = terraform_data.new.id }", says: 'items["more"] has nmae.' },
    { value: `[${item}]`, says: "items is not a map." },
    { value: `{ orders = ${item}, more = { nmae = terraform_data.new.id } }`, says: 'items["more"] has nmae.' },
    { value: `{ orders = ${item} }`, says: "" },
    { value: "{}", says: "" },
  ].map((row) => ({ folder: `wrappers/${name}`, input: "items", ...row }));
  const defaults = [
    { value: '"orders"', says: "defaults is not an object." },
    { value: `[${item}]`, says: "defaults is not an object." },
    { value: "{ nmae = terraform_data.new.id }", says: "defaults has nmae." },
    { value: "{ tags = { new = terraform_data.new.id } }", says: "" },
  ].map((row) => ({ folder: `wrappers/${name}`, input: "defaults", beside: { items: "{}" }, ...row }));
  return [...items, ...defaults];
});

/** Terraform validates before it plans, and knows then nothing of a resource, not even that its ID is a text. */
const AT_PLAN = ITEMS.filter(({ input }) => input === "items")
  .slice(0, 1)
  .flatMap((row) => [
    { ...row, value: "terraform_data.new.id", says: "items is not a map." },
    { ...row, value: "{ orders = terraform_data.new.id }", says: 'items["orders"] is not an object.' },
  ]);

/** What the attributes hold is asked of the values, which Terraform 1.5 knows where nothing beside them is unknown. */
const VALUES = [
  { value: '{ clean = { type = "Spark" } }', says: 'jobs["clean"].type is "Spark".' },
  { value: "{ clean = { timeout = 1.5 } }", says: 'jobs["clean"].timeout is 1.5.' },
  { value: '{ clean = { reads = "raw" } }', says: 'jobs["clean"].reads must be a list of strings without null.' },
].map((row) => ({ folder: "modules/data-lake", input: "jobs", ...row }));
const BESIDE_UNKNOWN = [
  { value: `{ clean = ${JOB}, gold = { type = "Spark" } }`, says: 'jobs["gold"].type is "Spark".' },
  { value: `{ clean = { type = "Spark", role = terraform_data.new.id } }`, says: 'jobs["clean"].type is "Spark".' },
].map((row) => ({ folder: "modules/data-lake", input: "jobs", ...row }));

for (const tool of ["terraform-1.5.7", "terraform", "tofu"] as const) {
  const all = [...SHAPES, ...CRAWLERS, ...ITEMS];
  const isRight = ({ says }: Row) => says === "";
  describeInputs(
    "what is no map of objects is told by one message",
    tool,
    all.filter((row) => !isRight(row)),
  );
  describeInputs("what is one plans, with unknown values too", tool, all.filter(isRight));
  const later = BESIDE_UNKNOWN.map((row) => (tool === "terraform-1.5.7" ? { ...row, says: "" } : row));
  describeInputs("what the attributes of one hold is told", tool, [...VALUES, ...later]);
  // Terraform 1.5 and OpenTofu do not know of an unknown text that it is not null, so that nothing is told of an element.
  const atPlan = tool === "terraform" ? AT_PLAN : AT_PLAN.slice(0, 1);
  describeInputs("a text that is known only after apply is no map of objects", tool, atPlan);
}
