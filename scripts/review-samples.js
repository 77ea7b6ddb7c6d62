/** The plans of the rendered samples in docs/reviews, by hand: a harmless one, a dangerous one, one of a network, one of Google Cloud, a huge one. */

const AWS = "registry.terraform.io/hashicorp/aws";
const arn = (service, name) => `arn:aws:${service}:eu-west-1:123456789012:${name}`;

function change(address, actions, before, after, rest = {}) {
  const [type, name] = address
    .replace(/\[[^\]]*\]/g, "")
    .split(".")
    .slice(-2);
  const module = address.split(`.${type}.`)[0];
  const { reason, ...more } = rest;
  return {
    address,
    ...(module === address ? {} : { module_address: module }),
    mode: "managed",
    type,
    name,
    provider_name: AWS,
    change: { actions, before, after, after_unknown: {}, before_sensitive: false, after_sensitive: false, ...more },
    ...(reason === undefined ? {} : { action_reason: reason }),
  };
}

function plan(changes, rest = {}) {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: changes,
    configuration: {
      provider_config: {
        aws: { name: "aws", full_name: AWS, expressions: { region: { constant_value: "eu-west-1" } } },
      },
      root_module: { module_calls: { jobs: { source: "../generated/modules/glue-job", module: {} } } },
    },
    applyable: true,
    complete: true,
    errored: false,
    ...rest,
  };
}

const job = (name, values) => ({
  arn: arn("glue", `job/${name}`),
  name,
  worker_type: "G.1X",
  number_of_workers: 10,
  glue_version: "5.0",
  timeout: 120,
  ...values,
});
const policy = (statements) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const READ = {
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:ListBucket"],
  Resource: ["arn:aws:s3:::raw", "arn:aws:s3:::raw/*"],
};
const rolePolicy = (statements) => ({ name: "orders", role: "orders", policy: policy(statements) });

/** Tags, and a policy in another form. */
function harmless() {
  const turned = { ...READ, Sid: "Read", Action: ["s3:listbucket", "s3:GetObject"] };
  const tagged = (tags) => job("orders", { tags });
  return plan([
    change(
      'module.jobs["orders"].aws_glue_job.this',
      ["update"],
      tagged({ team: "lake" }),
      tagged({ team: "platform" }),
    ),
    change("aws_iam_role_policy.orders", ["update"], rolePolicy([READ]), rolePolicy([turned])),
  ]);
}

/** What nobody wants to approve in a hurry. */
function dangerous() {
  const columns = (...pairs) => ({
    storage_descriptor: [{ location: "s3://lake/orders", columns: pairs.map(([name, type]) => ({ name, type })) }],
  });
  const table = { name: "orders", database_name: "raw", table_type: "EXTERNAL_TABLE" };
  const trust = (...principals) =>
    policy([
      {
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal:
          principals[1] === undefined ? { Service: principals[0] } : { Service: principals[0], AWS: principals[1] },
      },
    ]);
  const role = (document) => ({
    name: "orders",
    arn: "arn:aws:iam::123456789012:role/orders",
    assume_role_policy: document,
  });
  const pass = { Effect: "Allow", Action: "iam:PassRole", Resource: "*" };
  const changes = [
    change(
      "aws_glue_catalog_database.raw",
      ["delete", "create"],
      { name: "raw", arn: arn("glue", "database/raw") },
      { name: "bronze" },
      { replace_paths: [["name"]], reason: "replace_because_cannot_update", after_unknown: { arn: true } },
    ),
    change(
      "aws_glue_catalog_table.orders",
      ["update"],
      { ...table, ...columns(["id", "int"], ["amount", "double"], ["at", "timestamp"]) },
      { ...table, ...columns(["id", "string"], ["at", "timestamp"]) },
    ),
    change("aws_s3_bucket.landing", ["delete"], { bucket: "landing", force_destroy: true }, null, {
      reason: "delete_because_no_resource_config",
    }),
    change("aws_s3_bucket_public_access_block.lake", ["delete"], { bucket: "lake", block_public_policy: true }, null, {
      reason: "delete_because_no_resource_config",
    }),
    change(
      "aws_glue_crawler.orders",
      ["update"],
      { name: "orders", schema_change_policy: [{ delete_behavior: "LOG" }] },
      { name: "orders", schema_change_policy: [{ delete_behavior: "DELETE_FROM_DATABASE" }] },
    ),
    ...["orders", "returns", "stock", "prices"].map((name) =>
      change(
        `module.jobs["${name}"].aws_glue_job.this`,
        ["update"],
        job(name, {}),
        job(name, { worker_type: "G.2X", number_of_workers: 20 }),
      ),
    ),
    change(
      "aws_glue_trigger.orders",
      ["update"],
      { name: "orders", type: "SCHEDULED", schedule: "cron(0 2 * * ? *)" },
      { name: "orders", type: "SCHEDULED", schedule: "cron(0/15 * * * ? *)" },
    ),
    change(
      "aws_iam_role.orders",
      ["update"],
      role(trust("glue.amazonaws.com")),
      role(trust("glue.amazonaws.com", "arn:aws:iam::210987654321:root")),
    ),
    change("aws_iam_role_policy.orders", ["update"], rolePolicy([READ]), rolePolicy([READ, pass])),
  ];
  const managed = {
    mode: "managed",
    type: "aws_glue_catalog_table",
    name: "orders",
    provider_name: AWS,
    schema_version: 0,
    values: { name: "orders" },
  };
  return plan(changes, {
    prior_state: {
      format_version: "1.0",
      values: {
        root_module: {
          resources: [
            { ...managed, address: "aws_glue_catalog_table.orders", depends_on: ["aws_glue_catalog_database.raw"] },
          ],
        },
      },
    },
  });
}

/** Six hundred different things: more than a comment holds. */
function huge() {
  const changes = Array.from({ length: 600 }, (_, index) => {
    const name = `${["orders", "returns", "stock", "prices", "customers"][index % 5]}_${String(index).padStart(3, "0")}`;
    if (index % 3 === 0) {
      const table = (type) => ({
        name,
        database_name: "lake",
        storage_descriptor: [{ location: `s3://lake/${name}`, columns: [{ name: `id_${index}`, type }] }],
      });
      return change(`aws_glue_catalog_table.${name}`, ["update"], table("int"), table("string"));
    }
    if (index % 3 === 1)
      return change(
        `aws_glue_job.${name}`,
        ["update"],
        job(name, {}),
        job(name, { number_of_workers: 11 + (index % 200) }),
      );
    return change(
      `aws_cloudwatch_log_group.${name}`,
      ["update"],
      { name, retention_in_days: 365 },
      { name, retention_in_days: 30, tags: { index: String(index) } },
    );
  });
  return plan(changes);
}

/** Access from the Internet: one port is opened, one rule only moves to a resource of its own, one port is closed. */
function network() {
  const block = (port, cidrs, more = {}) => ({
    from_port: port,
    to_port: port,
    protocol: "tcp",
    description: "",
    self: false,
    security_groups: [],
    cidr_blocks: cidrs.filter((cidr) => !cidr.includes(":")),
    ipv6_cidr_blocks: cidrs.filter((cidr) => cidr.includes(":")),
    prefix_list_ids: [],
    ...more,
  });
  const group = (id, ingress) => ({ id, name: id, ingress, egress: [] });
  const rule = (id, port, cidr) => ({
    security_group_id: id,
    ip_protocol: "tcp",
    from_port: port,
    to_port: port,
    cidr_ipv4: cidr,
  });
  const web = group("sg-0a", [block(443, ["0.0.0.0/0"])]);
  const bastion = group("sg-0b", [block(22, ["10.0.0.0/8"])]);
  return plan([
    change("aws_security_group.web", ["no-op"], web, web),
    change("aws_vpc_security_group_ingress_rule.web", ["create"], null, rule("sg-0a", 443, "0.0.0.0/0")),
    change("aws_security_group.bastion", ["no-op"], bastion, bastion),
    change("aws_vpc_security_group_ingress_rule.ssh", ["create"], null, rule("sg-0b", 22, "0.0.0.0/0")),
    change("aws_vpc_security_group_ingress_rule.office", ["create"], null, rule("sg-0b", 3389, "198.51.100.0/24")),
    change(
      "aws_security_group.reports",
      ["update"],
      group("sg-0c", [block(5432, ["0.0.0.0/0", "::/0"])]),
      group("sg-0c", [block(5432, [], { security_groups: ["sg-0a"] })]),
    ),
    change(
      "aws_db_instance.reports",
      ["update"],
      { identifier: "reports", publicly_accessible: false },
      { identifier: "reports", publicly_accessible: true },
    ),
  ]);
}

/** A project of Google Cloud: a database replaced, a role of everybody, a firewall opened, a cluster that grows. */
function google() {
  const GOOGLE = "registry.terraform.io/hashicorp/google";
  const of = (...given) => ({ ...change(...given), provider_name: GOOGLE });
  const member = (role, name) => ({ project: "acme-data", role, member: name, condition: [] });
  const firewall = (ranges) => ({
    id: "projects/acme-data/global/firewalls/ssh",
    name: "ssh",
    network: "main",
    direction: "INGRESS",
    priority: 1000,
    disabled: false,
    allow: [{ protocol: "tcp", ports: ["22"] }],
    deny: [],
    source_ranges: ranges,
  });
  const database = {
    name: "orders",
    database_version: "POSTGRES_15",
    region: "europe-west1",
    deletion_protection: true,
  };
  const nodes = { name: "default", cluster: "data", node_count: 3, location: "europe-west1" };
  const labels = (team) => ({ name: "acme-exports", location: "EU", labels: { team } });
  return plan(
    [
      of("google_compute_firewall.ssh", ["update"], firewall(["10.0.0.0/8"]), firewall(["10.0.0.0/8", "0.0.0.0/0"])),
      of("google_container_node_pool.default", ["update"], nodes, { ...nodes, node_count: 5 }),
      of(
        "google_project_iam_member.deployer",
        ["create"],
        null,
        member("roles/owner", "serviceAccount:deploy@acme-data.iam.gserviceaccount.com"),
      ),
      of(
        "google_sql_database_instance.orders",
        ["delete", "create"],
        database,
        { ...database, region: "europe-west4", deletion_protection: false },
        { reason: "replace_because_cannot_update", replace_paths: [["region"]] },
      ),
      of("google_storage_bucket.exports", ["update"], labels("sales"), labels("orders")),
      of("google_storage_bucket_iam_member.exports", ["create"], null, {
        bucket: "acme-exports",
        role: "roles/storage.objectViewer",
        member: "allUsers",
        condition: [],
      }),
    ],
    {
      configuration: {
        provider_config: {
          google: {
            name: "google",
            full_name: GOOGLE,
            expressions: { project: { constant_value: "acme-data" }, region: { constant_value: "europe-west1" } },
          },
        },
        root_module: {},
      },
    },
  );
}

module.exports = { samples: { harmless, dangerous, network, google, huge } };
