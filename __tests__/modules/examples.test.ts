/** Over 400 lines, one part for each example. The examples, as they stand: their READMEs' commands, and what the real provider plans for them. */
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import {
  allowOffline,
  commandsOf,
  copyExample,
  keptPlan,
  linkPackages,
  runLine,
  serveModules,
  settingsFor,
} from "./support/example";
import { describeWith } from "./support/find-terraform";
import { normalisePolicy } from "./support/policy";
import { mustRun, PATIENCE, type Plan, plannedResources, validate } from "./support/terraform";

const EXAMPLES = resolve(__dirname, "../../examples");
const TOOLS = ["terraform", "tofu"] as const;
const textOf = (...path: readonly string[]) => readFileSync(join(EXAMPLES, ...path), "utf8");
const addressesOf = (plan: Plan) => plannedResources(plan).map(({ address }) => address);

/** Values of the resource with the address. */
function valuesIn(plan: Plan, address: string): Record<string, unknown> {
  const found = plannedResources(plan).find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`${address} is not planned, but ${addressesOf(plan).join(", ")}`);
  return found.values;
}

/** Each resource that a plan creates: type, arguments, and which are unknown; without addresses. */
function createdBy(plan: Plan): readonly string[] {
  return (plan.resource_changes ?? [])
    .map(({ mode, type, change: { actions, after, after_unknown } }) =>
      JSON.stringify({ mode, type, actions, after, after_unknown }),
    )
    .sort();
}

describe("examples/hcl-repo", () => {
  const ENVIRONMENTS = ["dev", "prod"] as const;
  const commands = commandsOf("hcl-repo");

  it("tells how to plan both environments", () => {
    expect(commands).toEqual(
      ENVIRONMENTS.flatMap((name) =>
        ["init", "plan"].map((command) => `terraform -chdir=environments/${name} ${command}`),
      ),
    );
  });

  it("differs between its environments by sources and values only", () => {
    const [dev, prod] = ENVIRONMENTS.map((name) => textOf("hcl-repo", "environments", name, "main.tf"));
    const sources = /^ {2}source = ".*\/(generated\/modules\/[\w-]+)(?:\?ref=v[\d.]+)?"$/gm;
    expect(dev?.match(sources)).toHaveLength(7);
    expect(dev?.replaceAll(sources, "$1")).toBe(prod?.replaceAll(sources, "$1"));
    for (const file of ["outputs.tf", "providers.tf", "variables.tf"]) {
      const [inDev, inProd] = ENVIRONMENTS.map((name) => textOf("hcl-repo", "environments", name, file));
      expect(inDev).toBe(inProd);
    }
  });

  for (const tool of TOOLS) {
    describeWith(tool, `by ${tool}`, () => {
      const plans: Partial<Record<(typeof ENVIRONMENTS)[number], Plan>> = {};

      it.each(ENVIRONMENTS)(
        "%s: the README's commands end in a plan",
        async (name) => {
          // Only dev needs the modules beside it; prod finds them by Git alone.
          const folder = copyExample("hcl-repo", { withModules: name === "dev" });
          const settings = { ...settingsFor(tool), ...(name === "prod" ? await serveModules("v1.0.0") : {}) };
          const workspace = join(folder, "environments", name);
          allowOffline(workspace);
          for (const command of commands.filter((line) => line.includes(`/${name} `)))
            await runLine(command.replace(/^terraform/, tool), folder, settings);
          expect(await validate(workspace, tool)).toEqual([]);
          plans[name] = await keptPlan(workspace, tool);
        },
        PATIENCE,
      );

      it.each(ENVIRONMENTS)("%s: these resources and nothing else", (name) => {
        const role = (call: string) => [
          `module.${call}.aws_iam_role.this`,
          ...["glue", "s3[0]"].flatMap((policy) => [
            `module.${call}.aws_iam_policy.${policy}`,
            `module.${call}.aws_iam_role_policy_attachment.${policy}`,
          ]),
        ];
        const plan = plans[name] as Plan;
        expect(addressesOf(plan).sort()).toEqual(
          [
            "aws_s3_bucket.lake",
            "aws_s3_bucket_public_access_block.lake",
            "aws_s3_object.script",
            "module.after_crawl.aws_glue_trigger.this",
            "module.crawler.aws_glue_crawler.this",
            "module.database.aws_glue_catalog_database.this",
            "module.job.aws_glue_job.this",
            "module.start.aws_glue_trigger.this",
            ...role("crawler_role"),
            ...role("job_role"),
          ].sort(),
        );
        const actions = (plan.resource_changes ?? []).map(({ change }) => change.actions.join());
        expect(actions).toEqual(addressesOf(plan).map(() => "create"));
      });

      it.each([
        ["dev", "ON_DEMAND", null, 2],
        ["prod", "SCHEDULED", "cron(0 2 * * ? *)", 10],
      ] as const)("%s: crawler, job and triggers are wired together", (name, type, schedule, workers) => {
        const plan = plans[name] as Plan;
        const database = `orders_${name}`;
        expect(valuesIn(plan, "module.database.aws_glue_catalog_database.this")).toMatchObject({ name: database });
        expect(valuesIn(plan, "module.crawler.aws_glue_crawler.this")).toMatchObject({
          name: `orders-${name}`,
          database_name: database,
          table_prefix: "export_",
          s3_target: [{ path: `s3://example-shop-export-${name}/orders/`, exclusions: ["**/_temporary/**"] }],
          tags_all: { environment: name, pipeline: "orders", team: "data" },
        });
        expect(valuesIn(plan, "module.job.aws_glue_job.this")).toMatchObject({
          name: `orders-${name}`,
          region: "eu-west-1",
          number_of_workers: workers,
          command: [{ script_location: `s3://example-lake-${name}/scripts/orders.py` }],
          default_arguments: {
            "--database": database,
            "--job-bookmark-option": "job-bookmark-enable",
            "--source_table": "export_orders",
            "--target": `s3://example-lake-${name}/orders/`,
          },
        });
        expect(valuesIn(plan, "module.start.aws_glue_trigger.this")).toMatchObject({
          type,
          schedule,
          actions: [{ crawler_name: `orders-${name}` }],
        });
        expect(valuesIn(plan, "module.after_crawl.aws_glue_trigger.this")).toMatchObject({
          type: "CONDITIONAL",
          predicate: [{ conditions: [{ crawler_name: `orders-${name}`, crawl_state: "SUCCEEDED" }] }],
          actions: [{ job_name: `orders-${name}` }],
        });
      });

      it.each([
        ["dev", "111111111111"],
        ["prod", "222222222222"],
      ] as const)("%s: the policies are known before apply", (name, account) => {
        const plan = plans[name] as Plan;
        const glue = `arn:aws:glue:eu-west-1:${account}`;
        const statements = (address: string) =>
          (normalisePolicy(valuesIn(plan, address).policy) as { Statement: readonly Record<string, unknown>[] })
            .Statement;
        expect(statements("module.job_role.aws_iam_policy.s3[0]")).toContainEqual(
          expect.objectContaining({ Sid: "WriteObjects", Resource: `arn:aws:s3:::example-lake-${name}/orders/*` }),
        );
        expect(statements("module.crawler_role.aws_iam_policy.glue")).toContainEqual(
          expect.objectContaining({
            Sid: "WriteCatalog",
            Resource: [`${glue}:catalog`, `${glue}:database/orders_${name}`, `${glue}:table/orders_${name}/*`],
          }),
        );
      });
    });
  }

  describeWith("terraform", "its text", () => {
    it("is as `terraform fmt` leaves it", async () => {
      const { stdout } = await mustRun("terraform", ["fmt", "-check", "-recursive"], join(EXAMPLES, "hcl-repo"));
      expect(stdout).toBe("");
    });
  });
});

/** The plan of an example that is one workspace, by the commands of its README. */
async function planWorkspace(name: string, tool: (typeof TOOLS)[number], endpoints = {}): Promise<Plan> {
  const folder = copyExample(name, { withModules: true });
  allowOffline(folder, { endpoints });
  for (const command of commandsOf(name)) {
    await runLine(command.replace(/^terraform/, tool), folder, settingsFor(tool));
    if (command === "terraform init") expect(await validate(folder, tool)).toEqual([]);
  }
  return keptPlan(folder, tool);
}

/** Runs a task beside a server that finds every definition of a state machine valid, as a plan asks Step Functions. */
async function withStepFunctions<T>(task: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      expect(request.headers["x-amz-target"]).toBe("AWSStepFunctions.ValidateStateMachineDefinition");
      response.setHeader("content-type", "application/x-amz-json-1.0");
      response.end(JSON.stringify({ result: "OK", diagnostics: [] }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What statements allow, whatever their names and grouping: an action, a resource and the condition. */
function allowedBy(policy: unknown): readonly string[] {
  const { Statement } = normalisePolicy(policy) as { readonly Statement: readonly Record<string, unknown>[] };
  const rows = Statement.flatMap(({ Action, Resource, Condition = null }) =>
    [Action].flat().flatMap((action) => [Resource].flat().map((resource) => [action, resource, Condition])),
  );
  return rows.map((row) => JSON.stringify(row)).sort();
}

/** What the `tfwright grant` of an example's README prints. */
async function grantedBy(name: string): Promise<string> {
  const [, command = ""] = /```sh\nnpx tfwright (grant [\s\S]*?)\n```/.exec(textOf(name, "README.md")) ?? [];
  const { stdout } = await runLine(`node bin/tfwright.js ${command}`, resolve(EXAMPLES, ".."));
  return stdout;
}

describe.each(["athena", "step-functions"])("examples/%s", (name) => {
  it("tells how to plan it", () => expect(commandsOf(name)).toEqual(["terraform init", "terraform plan"]));

  describeWith("terraform", "its text", () => {
    it("is as `terraform fmt` leaves it", async () => {
      const { stdout } = await mustRun("terraform", ["fmt", "-check", "-recursive"], join(EXAMPLES, name));
      expect(stdout).toBe("");
    });
  });
});

for (const tool of TOOLS) {
  describeWith(tool, `examples/athena by ${tool}`, () => {
    it(
      "makes a workgroup, and a policy with what `tfwright grant` computes",
      async () => {
        const plan = await planWorkspace("athena", tool);
        expect(addressesOf(plan).sort()).toEqual([
          "aws_athena_named_query.revenue",
          "aws_athena_workgroup.orders",
          "aws_iam_policy.reader",
          "aws_s3_bucket.results",
          "aws_s3_bucket_lifecycle_configuration.results",
          "aws_s3_bucket_public_access_block.results",
          "module.database.aws_glue_catalog_database.this",
          'module.database.aws_glue_catalog_table.this["items"]',
        ]);
        const location = JSON.stringify(["s3:GetBucketLocation", "arn:aws:s3:::example-athena-results", null]);
        expect(allowedBy(valuesIn(plan, "aws_iam_policy.reader").policy)).toEqual(
          [...allowedBy(await grantedBy("athena")), location].sort(),
        );
        expect(valuesIn(plan, "aws_athena_workgroup.orders").configuration).toMatchObject([
          {
            enforce_workgroup_configuration: true,
            result_configuration: [
              {
                output_location: "s3://example-athena-results/orders/",
                encryption_configuration: [{ encryption_option: "SSE_S3" }],
              },
            ],
          },
        ]);
      },
      PATIENCE,
    );
  });

  describeWith(tool, `examples/step-functions by ${tool}`, () => {
    it(
      "makes a state machine that runs the job and waits, with what `tfwright grant` computes",
      async () => {
        const plan = await withStepFunctions((sfn) => planWorkspace("step-functions", tool, { sfn }));
        const machine = valuesIn(plan, "aws_sfn_state_machine.orders");
        expect(JSON.parse(String(machine.definition))).toMatchObject({
          States: {
            WriteOrders: {
              Resource: "arn:aws:states:::glue:startJobRun.sync",
              Parameters: { JobName: valuesIn(plan, "module.job.aws_glue_job.this").name },
            },
          },
        });
        const [policy] = plannedResources(plan).filter(({ type }) => type === "aws_iam_role_policy");
        expect(allowedBy(policy?.values.policy)).toEqual(allowedBy(await grantedBy("step-functions")));
        const trust = normalisePolicy(valuesIn(plan, "module.state_machine_role.aws_iam_role.this").assume_role_policy);
        expect(trust).toMatchObject({
          Statement: [
            {
              Principal: { Service: "states.amazonaws.com" },
              Condition: { StringEquals: { "aws:SourceAccount": "111111111111" } },
            },
          ],
        });
        expect(addressesOf(plan)).toContain('module.scripts.aws_s3_object.this["orders.py"]');
      },
      PATIENCE,
    );
  });
}

describe("examples/cdktf-app", () => {
  const STACKS = ["orders-inline", "orders-module"] as const;
  const commands = commandsOf("cdktf-app");
  let folder: string;

  /** The files that a synthesis wrote. */
  const synthesised = () => {
    const out = join(folder, "cdktf.out");
    const files = readdirSync(out, { recursive: true, encoding: "utf8" }).sort();
    return Object.fromEntries(
      files
        .filter((path) => statSync(join(out, path)).isFile())
        .map((path) => [path, readFileSync(join(out, path), "utf8")]),
    );
  };

  beforeAll(async () => {
    folder = copyExample("cdktf-app");
    for (const command of commands.filter((line) => !line.startsWith("terraform "))) {
      if (command === "npm install") linkPackages(folder);
      else await runLine(command, folder);
    }
  }, PATIENCE);

  it("tells how to install, synthesise and plan", () => {
    expect(commands).toEqual([
      "npm install",
      "npx tfwright generate",
      "npx cdktf synth",
      ...STACKS.flatMap((name) =>
        ["init", "plan"].map((command) => `terraform -chdir=cdktf.out/stacks/${name} ${command}`),
      ),
    ]);
  });

  it("gives the same by `npx cdktf synth` and by Node alone", async () => {
    const byCommand = synthesised();
    expect(Object.keys(byCommand)).toEqual([
      "manifest.json",
      ...STACKS.map((name) => join("stacks", name, "cdk.tf.json")),
    ]);
    rmSync(join(folder, "cdktf.out"), { recursive: true });
    await runLine("node dist/main.js", folder);
    expect(synthesised()).toEqual(byCommand);
  });

  it("generates the modules that this repository holds", () => {
    const generated = join(folder, "generated", "modules");
    for (const name of readdirSync(generated)) {
      for (const file of ["main.tf", "outputs.tf", "variables.tf", "versions.tf"])
        expect(readFileSync(join(generated, name, file), "utf8")).toBe(
          textOf("..", "generated", "modules", name, file),
        );
    }
  });

  describeWith("terraform", "both stacks", () => {
    const plans: Partial<Record<(typeof STACKS)[number], Plan>> = {};

    it.each(STACKS)(
      "%s: the README's commands end in a plan",
      async (name) => {
        const workspace = join(folder, "cdktf.out", "stacks", name);
        allowOffline(workspace);
        for (const command of commands.filter((line) => line.includes(`/${name} `)))
          await runLine(command, folder, settingsFor("terraform"));
        expect(await validate(workspace)).toEqual([]);
        plans[name] = await keptPlan(workspace, "terraform");
      },
      PATIENCE,
    );

    it("plans the same inlined and called, addresses apart", () => {
      const [inlined, called] = STACKS.map((name) => plans[name] as Plan);
      expect(createdBy(inlined as Plan)).toEqual(createdBy(called as Plan));
      expect(addressesOf(inlined as Plan).sort()).toEqual([
        "aws_glue_catalog_database.database",
        "aws_glue_crawler.crawler",
        "aws_glue_job.job",
        "aws_glue_trigger.job_schedule",
        "aws_iam_policy.role_glue",
        "aws_iam_policy.role_s3",
        "aws_iam_role.role",
        "aws_iam_role_policy_attachment.role_glue",
        "aws_iam_role_policy_attachment.role_s3",
      ]);
      expect(addressesOf(called as Plan).sort()).toEqual([
        "module.crawler.aws_glue_crawler.this",
        "module.database.aws_glue_catalog_database.this",
        "module.job.aws_glue_job.this",
        "module.job.aws_glue_trigger.schedule[0]",
        "module.role.aws_iam_policy.glue",
        "module.role.aws_iam_policy.s3[0]",
        "module.role.aws_iam_role.this",
        "module.role.aws_iam_role_policy_attachment.glue",
        "module.role.aws_iam_role_policy_attachment.s3[0]",
      ]);
    });
  });
});
