/** A plan as large as those of a whole data platform: Glue jobs, tables, and roles of which the policies change. */
const { closeSync, openSync, writeSync } = require("node:fs");

const FALSE_MARKS = {};

/** A change, with both sides and their marks. */
function change(address, type, name, index, actions, before, after) {
  return {
    address: `${address}["k${index}"]`,
    mode: "managed",
    type,
    name,
    index: `k${index}`,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions,
      before,
      after,
      after_unknown: FALSE_MARKS,
      before_sensitive: FALSE_MARKS,
      after_sensitive: FALSE_MARKS,
    },
  };
}

/** Text that differs from change to change, as scripts' arguments and descriptions do. */
function filler(index, length) {
  let text = "";
  for (let at = 0; text.length < length; at++) text += `${(index * 2654435761 + at * 40503).toString(36)} `;
  return text.slice(0, length);
}

function jobChange(index) {
  const job = (workers) => ({
    arn: `arn:aws:glue:eu-west-1:123456789012:job/job-${index}`,
    name: `job-${index}`,
    worker_type: "G.1X",
    number_of_workers: workers,
    glue_version: "4.0",
    timeout: 60,
    command: [{ name: "glueetl", script_location: `s3://scripts/job-${index}.py`, python_version: "3" }],
    default_arguments: Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [`--argument-${at}`, filler(index + at, 80)]),
    ),
    tags: { team: "lake", job: String(index) },
  });
  return change("aws_glue_job.this", "aws_glue_job", "this", index, ["update"], job(10), job(10 + (index % 7)));
}

function tableChange(index) {
  const columns = (more) =>
    Array.from({ length: 50 + more }, (_, at) => ({
      name: `column_${at}`,
      type: "string",
      comment: filler(index + at, 40),
      parameters: {},
    }));
  const table = (more) => ({
    name: `table_${index}`,
    database_name: "lake",
    storage_descriptor: [{ location: `s3://lake/table_${index}`, columns: columns(more) }],
  });
  return change(
    "aws_glue_catalog_table.this",
    "aws_glue_catalog_table",
    "this",
    index,
    ["update"],
    table(0),
    table(index % 3),
  );
}

function policyChange(index) {
  const policy = (actions) => ({
    name: `policy-${index}`,
    role: `role-${index % 2500}`,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: Array.from({ length: 12 }, (_, at) => ({
        Sid: `S${at}`,
        Effect: "Allow",
        Action: actions,
        Resource: [`arn:aws:s3:::lake-${index}-${at}`, `arn:aws:s3:::lake-${index}-${at}/*`],
      })),
    }),
    description: filler(index, 4000),
  });
  const before = policy(["s3:GetObject", "s3:ListBucket"]);
  return change(
    "aws_iam_role_policy.this",
    "aws_iam_role_policy",
    "this",
    index,
    ["update"],
    before,
    policy(["s3:GetObject", "s3:ListBucket", "s3:PutObject"]),
  );
}

/** Terraform writes the keys of values in order. */
function inOrder(json) {
  if (Array.isArray(json)) return json.map(inOrder);
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.keys(json)
      .sort()
      .map((key) => [key, inOrder(json[key])]),
  );
}

/** Writes it in pieces: one in ten changes a policy. */
function largePlan(file, changes = 10_000) {
  const out = openSync(file, "w");
  writeSync(out, `{"format_version":"1.2","terraform_version":"1.11.4","resource_changes":[`);
  for (let index = 0; index < changes; index++) {
    const made = index % 10 === 0 ? policyChange(index) : index % 2 === 0 ? jobChange(index) : tableChange(index);
    writeSync(out, `${index === 0 ? "" : ","}${JSON.stringify(inOrder(made))}`);
  }
  writeSync(out, `],"configuration":{"root_module":{}},"complete":true,"errored":false}\n`);
  closeSync(out);
}

function emptyPlan() {
  return '{"format_version":"1.2","terraform_version":"1.11.4","configuration":{"root_module":{}},"complete":true,"errored":false}\n';
}

module.exports = { emptyPlan, largePlan };
