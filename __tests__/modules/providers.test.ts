/** The definitions of `examples/providers`: providers other than AWS, and one that has no package. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { loadBalancer } from "../../examples/providers/load-balancer";
import { App, resolveToken, TerraformStack } from "../../src/cdk";
import { describeWithProgram } from "../support/find-program";
import { describeUnless } from "../support/needs";
import { describeWithProviders, type ProviderSet, type Tool } from "./support/find-terraform";
import { makeFolder } from "./support/generated";
import { findLoneInterpolations } from "./support/lone-interpolations";
import { initialise, mustRun, PATIENCE, plan, plannedResources, runTests, validate } from "./support/terraform";

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = join(ROOT, "examples", "providers");
const GENERATED = join(EXAMPLE, "generated");
const modules = readdirSync(join(GENERATED, "modules")).sort();
const files = readdirSync(GENERATED, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(tf|tftest\.hcl)$/.test(path) && statSync(join(GENERATED, path)).isFile())
  .sort();
const read = (path: string) => readFileSync(join(GENERATED, path), "utf8");

const isInstalled = existsSync(join(EXAMPLE, "node_modules", "@cdktf", "provider-random"));
const notInstalled = { what: "what examples/providers needs", how: "npm ci --prefix examples/providers" };

describeUnless(isInstalled ? undefined : notInstalled, "generated", () => {
  test("is what the definitions give", () => {
    const config = join("examples", "providers", "tfwright.config.ts");
    const args = ["bin/tfwright.js", "generate", "--check", "--config", config];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    expect(stdout + stderr).toContain("is up to date");
    expect(status).toBe(0);
  });
});

describe("the text", () => {
  test("there is a module for each definition", () => {
    expect(modules).toEqual(["database-credentials", "load-balancer", "namespace", "rotation-clock"]);
  });

  test.each(files)("%s is HCL", async (path) => {
    // What an example lacks is said in a comment.
    const isEmpty = /^# This example has no (variables|outputs)\.$/m.test(read(path));
    expect(Object.keys(await parse(basename(path), read(path))).length > 0).toBe(!isEmpty);
  });

  test.each(files)("%s has no string that is one interpolation", (path) => {
    expect(findLoneInterpolations(read(path))).toEqual([]);
  });

  test.each([
    ["database-credentials", { random: { source: "hashicorp/random", version: ">= 3.5" } }],
    ["load-balancer", { hcloud: { source: "hetznercloud/hcloud", version: ">= 1.51" } }],
    ["namespace", { kubernetes: { source: "hashicorp/kubernetes", version: ">= 2.20" } }],
    ["rotation-clock", { time: { source: "hashicorp/time", version: ">= 0.9" } }],
  ])("%s requires its provider and no other", async (name, required) => {
    const path = join("modules", name, "versions.tf");
    const { terraform } = (await parse(path, read(path))) as unknown as {
      readonly terraform: readonly { readonly required_providers: readonly unknown[] }[];
    };
    expect(terraform[0]?.required_providers).toEqual([required]);
  });
});

describeWithProgram("terraform", "terraform fmt", () => {
  test(
    "leaves everything as it is",
    async () => {
      const { stdout } = await mustRun("terraform", ["fmt", "-check", "-recursive", "-diff", "."], GENERATED);
      expect(stdout).toBe("");
    },
    PATIENCE,
  );
});

describeWithProgram("terraform-docs", "terraform-docs", () => {
  test.each(modules)(
    "finds nothing to change in %s",
    async (name) => {
      const args = ["markdown", "table", "--output-file", "README.md", "--output-check", "."];
      await mustRun("terraform-docs", args, copyModule(name));
    },
    PATIENCE,
  );
});

const TIME: ProviderSet = {
  title: "the provider time",
  required: { time: { source: "hashicorp/time", version: ">= 0.9" } },
};

/** A fresh copy of one generated module, alone. */
function copyModule(name: string): string {
  const folder = join(makeFolder(), name);
  cpSync(join(GENERATED, "modules", name), folder, { recursive: true });
  return folder;
}

/** Accepts the module and its example: warnings and errors, in words. */
async function validateClock(tool: Tool): Promise<readonly string[]> {
  const folder = copyModule("rotation-clock");
  const found: string[] = [];
  for (const place of [folder, join(folder, "examples", "basic")]) {
    await initialise(place, tool, TIME);
    found.push(...(await validate(place, tool)));
  }
  return found;
}

describeWithProviders("terraform", TIME, "rotation-clock with the provider time", () => {
  test("is valid", async () => expect(await validateClock("terraform")).toEqual([]), PATIENCE);

  test(
    "passes its tests, which make and destroy it",
    async () => {
      const folder = copyModule("rotation-clock");
      await initialise(folder, "terraform", TIME);
      const { summary, problems } = await runTests(folder);
      expect(problems).toEqual([]);
      expect(summary).toEqual({ status: "pass", passed: 8, failed: 0, errored: 0, skipped: 0 });
    },
    PATIENCE,
  );

  test(
    "plans its example",
    async () => {
      const folder = join(copyModule("rotation-clock"), "examples", "basic");
      await initialise(folder, "terraform", TIME);
      const planned = plannedResources(await plan(folder));
      expect(planned.map(({ address }) => address).sort()).toEqual([
        "module.clock.time_offset.grace[0]",
        "module.clock.time_rotating.this",
        "module.clock.time_static.started",
      ]);
      expect(planned.find(({ type }) => type === "time_rotating")?.values).toMatchObject({ rotation_days: 90 });
    },
    PATIENCE,
  );

  test(
    "plans with triggers that are known only after apply",
    async () => {
      const folder = makeFolder();
      cpSync(join(GENERATED, "modules", "rotation-clock"), join(folder, "clock"), { recursive: true });
      const root = {
        resource: { terraform_data: { unknown: { input: "example" } } },
        module: {
          clock: { source: "./clock", every: 1, triggers: { key: "${terraform_data.unknown.output}" } },
        },
      };
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root));
      await initialise(folder, "terraform", TIME);
      expect(plannedResources(await plan(folder)).map(({ type }) => type)).toContain("time_rotating");
    },
    PATIENCE,
  );
});

describeWithProviders("tofu", TIME, "rotation-clock under OpenTofu", () => {
  test("is valid", async () => expect(await validateClock("tofu")).toEqual([]), PATIENCE);
});

describe("a provider without a package", () => {
  test("inlined, its resources have their nested blocks", () => {
    const stack = new TerraformStack(new App({ skipValidation: true, outdir: "cdktf.out" }), "stack");
    const balancer = loadBalancer.inline(stack, "shop", {
      name: "shop",
      location: "nbg1",
      services: { web: { protocol: "http", health_check: { port: 80, http: { path: "/healthz" } } } },
    });
    const { resource } = stack.toTerraform();
    expect(resource.hcloud_load_balancer.shop).toMatchObject({ name: "shop", algorithm: [{ type: "round_robin" }] });
    expect(resource.hcloud_load_balancer_network).toBeUndefined();
    expect(resource.hcloud_load_balancer_service.shop).toMatchObject({
      for_each: { web: { protocol: "http" } },
      load_balancer_id: "${hcloud_load_balancer.shop.id}",
      dynamic: {
        health_check: [
          { for_each: "${each.value.health_check[*]}", content: [{ port: "${health_check.value.port}" }] },
        ],
      },
    });
    expect(resolveToken(stack, balancer.outputs.ipv4)).toBe("${hcloud_load_balancer.shop.ipv4}");
  });
});
