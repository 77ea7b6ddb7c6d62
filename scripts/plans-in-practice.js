/**
 * Makes `__tests__/review/plans-in-practice/*.aws.jsonl` from the texts beside them: one plan a line, planned by Terraform and the
 * real AWS provider, which needs no network. Run by hand: `node scripts/plans-in-practice.js`.
 *
 * A text holds many plans. Of each, lines that begin with `-` are in the configuration before, lines that begin with `+` after,
 * all others in both. To be quick, all plans of a text are modules of one configuration. The configuration before is planned and
 * its planned values become the state, until nothing is left to do; what only AWS would know gets a made-up value. Then the
 * configuration after is planned against that state, and the plan is cut into one for each module, as if it were the root.
 */
const { spawnSync } = require("node:child_process");
const { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { awsOverride } = require("./plans-aws.js");

const folder = join(__dirname, "..", "__tests__", "review", "plans-in-practice");
const ACCOUNT = "123456789012";
const ROUNDS = 5;

const ROOT = `terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
provider "aws" {
  region = "eu-west-1"
}
`;

function terraform(args, cwd) {
  const env = { ...process.env, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test", CHECKPOINT_DISABLE: "1" };
  const result = spawnSync("terraform", args, { cwd, encoding: "utf8", env, maxBuffer: 2 ** 29 });
  if (result.error !== undefined) throw result.error;
  if (result.status !== 0)
    throw new Error(`terraform ${args.join(" ")}\n${result.stderr}${result.stdout.slice(-3000)}`);
  return result.stdout;
}

/** The plans of a text: name, what a person would say, and the configuration before and after. */
function readSources(text) {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part, at) => {
      const [name = "", says = "", ...lines] = part.trimEnd().split("\n");
      const side = (sign) =>
        lines
          .filter((line) => !/^[+-]/.test(line) || line.startsWith(sign))
          .map((line) => line.replace(/^[+-]/, ""))
          .join("\n");
      return { name, says: says.replace(/^> /, ""), module: `p${at}`, before: side("-"), after: side("+") };
    });
}

function writeSide(work, sources, side) {
  for (const source of sources) {
    mkdirSync(join(work, source.module), { recursive: true });
    writeFileSync(join(work, source.module, "main.tf"), `${source[side]}\n`);
  }
  const calls = sources.map(({ module }) => `module "${module}" {\n  source = "./${module}"\n}\n`);
  writeFileSync(join(work, "main.tf"), ROOT + calls.join(""));
}

function makePlan(work) {
  terraform(["plan", "-input=false", "-no-color", "-refresh=false", "-out=plan.bin"], work);
  return JSON.parse(terraform(["show", "-json", "plan.bin"], work));
}

/** How ids begin, where they are not the name. */
const ID_PREFIXES = {
  aws_ebs_volume: "vol",
  aws_instance: "i",
  aws_launch_template: "lt",
  aws_security_group: "sg",
  aws_security_group_rule: "sgrule",
};

/** A value in the place of one that AWS would give. */
function madeUp(name, change) {
  const {
    type,
    change: { after },
  } = change;
  const known = after?.name ?? after?.bucket ?? after?.function_name ?? after?.identifier ?? change.name;
  const service = type.split("_")[1];
  if (name === "arn" && type === "aws_s3_bucket") return `arn:aws:s3:::${known}`;
  if (name === "arn" && type.startsWith("aws_iam_")) return `arn:aws:iam::${ACCOUNT}:${type.slice(8)}/${known}`;
  if (name === "arn" && ["aws_sqs_queue", "aws_sns_topic"].includes(type))
    return `arn:aws:${service}:eu-west-1:${ACCOUNT}:${known}`;
  if (name === "arn") return `arn:aws:${service}:eu-west-1:${ACCOUNT}:${type.split("_").slice(2).join("-")}/${known}`;
  if (name === "url" && type === "aws_sqs_queue") return `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${known}`;
  if (name === "id" && ID_PREFIXES[type] !== undefined) return `${ID_PREFIXES[type]}-0123456789abcdef0`;
  if (name === "id") return String(known);
  return "";
}

/** The values of a change, with made-up ones in the place of unknown ones. */
function fillUnknown(value, unknown, attribute, change) {
  if (unknown === true) return attribute.make(change);
  if (Array.isArray(unknown)) return (value ?? []).map((item, at) => fillUnknown(item, unknown[at], attribute, change));
  if (typeof unknown !== "object" || unknown === null) return value;
  const filled = { ...value };
  for (const [name, part] of Object.entries(unknown)) {
    filled[name] = fillUnknown(filled[name], part, attribute.of(name), change);
  }
  return filled;
}

/** What is made up for an attribute, by its type in the provider's schema. */
function attributesOf(block, name = "") {
  const make = (type) => {
    if (type === "string") return (change) => madeUp(name, change);
    if (type === "number") return () => 0;
    if (type === "bool") return () => false;
    return () => (type?.[0] === "map" || type?.[0] === "object" ? {} : []);
  };
  const of = (part) => {
    const attribute = block?.attributes?.[part];
    if (attribute?.nested_type) return { ...attributesOf(attribute.nested_type, part), make: () => [] };
    if (attribute) return leaf(attribute.type, part);
    return { ...attributesOf(block?.block_types?.[part]?.block, part), make: () => [] };
  };
  const leaf = (type, part) => ({
    make: part === name || typeof type !== "string" ? make(type) : attributesOf({ own: type }, part).made(type),
    of: (inner) => leaf(typeof type?.[1] === "object" && !Array.isArray(type[1]) ? type[1][inner] : type?.[1], inner),
  });
  return { of, make: () => [], made: make };
}

/** The attributes that a state marks as sensitive: those at the top, which is enough for the provider's own. */
function sensitivePaths(marks) {
  const names = Object.entries(marks || {}).filter(([, mark]) => mark === true);
  return names.map(([name]) => [{ type: "get_attr", value: name }]);
}

/** The next state: what the plan says that there will be. */
function stateOf(plan, schemas) {
  const resources = plan.resource_changes
    .filter(({ mode, change }) => mode === "managed" && change.after !== null)
    .map((change) => {
      const [schema] = Object.values(schemas).flatMap((provider) => provider.resource_schemas[change.type] ?? []);
      const given = fillUnknown(change.change.after, change.change.after_unknown, attributesOf(schema.block), change);
      const kept = change.change.before;
      const attributes = kept === null || change.change.actions.includes("delete") ? given : { ...kept, ...given };
      return {
        module: change.module_address,
        mode: "managed",
        type: change.type,
        name: change.name,
        provider: `provider["${change.provider_name}"]`,
        ...(typeof change.index === "string"
          ? { each: "map" }
          : typeof change.index === "number"
            ? { each: "list" }
            : {}),
        instances: [
          {
            ...(change.index === undefined ? {} : { index_key: change.index }),
            schema_version: schema.version,
            attributes,
            sensitive_attributes: sensitivePaths(change.change.after_sensitive),
          },
        ],
      };
    });
  return JSON.stringify({
    version: 4,
    terraform_version: plan.terraform_version,
    serial: 1,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources,
  });
}

/** The plan of one module, as if it were the root module. */
function cut(plan, { name, says, module }) {
  const prefix = `module.${module}.`;
  const own = (list = []) =>
    list
      .filter(({ address }) => address.startsWith(prefix))
      .map(({ module_address: _, ...item }) => ({
        ...item,
        address: item.address.slice(prefix.length),
        ...(item.previous_address === undefined
          ? {}
          : { previous_address: item.previous_address.slice(prefix.length) }),
      }));
  const configuration = plan.configuration.root_module.module_calls[module].module;
  return {
    name,
    says,
    plan: {
      format_version: plan.format_version,
      terraform_version: plan.terraform_version,
      planned_values: { root_module: {} },
      resource_changes: own(plan.resource_changes),
      configuration: {
        provider_config: {
          aws: {
            name: "aws",
            full_name: "registry.terraform.io/hashicorp/aws",
            expressions: { region: { constant_value: "eu-west-1" } },
          },
        },
        root_module: configuration,
      },
      applyable: true,
      complete: true,
      errored: false,
    },
  };
}

function makeFile(file) {
  const work = mkdtempSync(join(tmpdir(), "tfwright-practice-"));
  try {
    const sources = readSources(readFileSync(join(folder, file), "utf8"));
    writeFileSync(join(work, "offline_override.tf.json"), awsOverride());
    writeSide(work, sources, "before");
    terraform(["init", "-input=false", "-no-color"], work);
    const schemas = JSON.parse(terraform(["providers", "schema", "-json"], work)).provider_schemas;
    for (let round = 1; ; round++) {
      const plan = makePlan(work);
      const open = plan.resource_changes.filter(({ change }) => change.actions[0] !== "no-op");
      if (open.length === 0) break;
      const tell = open.map(({ address, change }) => `${address} (${change.actions})`);
      process.stderr.write(`${file}: round ${round}, ${open.length} to do\n`);
      if (round === ROUNDS) throw new Error(`the state of these does not come to rest: ${tell.join(", ")}`);
      writeFileSync(join(work, "terraform.tfstate"), stateOf(plan, schemas));
    }
    writeSide(work, sources, "after");
    const plan = makePlan(work);
    const lines = sources.map((source) => `${JSON.stringify(cut(plan, source))}\n`);
    writeFileSync(join(folder, file.replace(/\.txt$/, ".jsonl")), lines.join(""));
  } finally {
    if (process.env.KEEP === undefined) rmSync(work, { recursive: true, force: true });
    else process.stderr.write(`${work}\n`);
  }
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".aws.txt"))) makeFile(file);
