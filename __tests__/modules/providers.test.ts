/** The definitions of `examples/providers`: providers other than AWS, and one that has no package. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { loadBalancer } from "../../examples/providers/load-balancer";
import { App, resolveToken, TerraformStack } from "../../src/cdk";
import type { Tool } from "./support/find-terraform";
import { makeFolder } from "./support/generated";
import { findLoneInterpolations } from "./support/lone-interpolations";
import { environment } from "./support/run-command";
import { mustRun, PATIENCE, plan, plannedResources, runTests, validate } from "./support/terraform";

const ROOT = resolve(__dirname, "../..");
const EXAMPLE = join(ROOT, "examples", "providers");
const GENERATED = join(EXAMPLE, "generated");
const modules = readdirSync(join(GENERATED, "modules")).sort();
const files = readdirSync(GENERATED, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(tf|tftest\.hcl)$/.test(path) && statSync(join(GENERATED, path)).isFile())
  .sort();
const read = (path: string) => readFileSync(join(GENERATED, path), "utf8");

/** `describe` where the condition holds; else one line that says what is missing. */
function describeIf(isThere: boolean, missing: string, title: string, tests: () => void): void {
  if (!isThere) process.stderr.write(`SKIPPED: ${missing}\n`);
  (isThere ? describe : describe.skip)(title, tests);
}

const isInstalled = existsSync(join(EXAMPLE, "node_modules", "@cdktf", "provider-time"));

describeIf(isInstalled, "examples/providers is not installed: npm ci --prefix examples/providers", "generated", () => {
  test("is what the definitions give", () => {
    const config = join("examples", "providers", "tfwright.config.ts");
    const args = ["bin/tfwright.js", "generate", "--check", "--config", config];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" });
    expect(stdout + stderr).toContain("is what the definitions give");
    expect(status).toBe(0);
  });
});

describe("the text", () => {
  test("there is a module for each definition", () => {
    expect(modules).toEqual(["database-credentials", "load-balancer", "namespace", "rotation-clock"]);
  });

  test.each(files)("%s is HCL", async (path) => {
    await expect(parse(basename(path), read(path))).resolves.not.toEqual({});
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

const hasTerraform = spawnSync("terraform", ["version"], { env: environment }).status === 0;

describeIf(hasTerraform, "terraform is not on PATH", "terraform fmt", () => {
  test(
    "leaves everything as it is",
    async () => {
      const { stdout } = await mustRun("terraform", ["fmt", "-check", "-recursive", "-diff", "."], GENERATED);
      expect(stdout).toBe("");
    },
    PATIENCE,
  );
});

const hasDocs = spawnSync("terraform-docs", ["--version"]).status === 0;

describeIf(hasDocs, "terraform-docs is not on PATH", "terraform-docs", () => {
  test.each(modules)(
    "finds nothing to change in %s",
    async (name) => {
      const args = ["markdown", "table", "--output-file", "README.md", "--output-check", "."];
      await mustRun("terraform-docs", args, copyModule(name));
    },
    PATIENCE,
  );
});

/** The provider time in a folder for `-plugin-dir`, undefined where the tool or the provider is missing. */
function findTime(tool: Tool): string | undefined {
  const folder = makeFolder();
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: { time: { source: "hashicorp/time", version: ">= 0.9" } } } }),
  );
  const { status } = spawnSync(tool, ["init", "-backend=false", "-input=false"], {
    cwd: folder,
    env: { TF_REGISTRY_CLIENT_TIMEOUT: "5", TF_REGISTRY_DISCOVERY_RETRY: "0", ...environment },
    timeout: PATIENCE,
  });
  return status === 0 ? join(folder, ".terraform", "providers") : undefined;
}

const providers = { terraform: findTime("terraform"), tofu: findTime("tofu") };

/** A fresh copy of one generated module, alone. */
function copyModule(name: string): string {
  const folder = join(makeFolder(), name);
  cpSync(join(GENERATED, "modules", name), folder, { recursive: true });
  return folder;
}

async function initialise(folder: string, tool: Tool): Promise<void> {
  const args = ["init", "-backend=false", "-input=false", "-no-color", `-plugin-dir=${providers[tool]}`];
  await mustRun(tool, args, folder);
}

/** Accepts the module and its example: warnings and errors, in words. */
async function validateClock(tool: Tool): Promise<readonly string[]> {
  const folder = copyModule("rotation-clock");
  const found: string[] = [];
  for (const place of [folder, join(folder, "examples", "basic")]) {
    await initialise(place, tool);
    found.push(...(await validate(place, tool)));
  }
  return found;
}

describeIf(
  providers.terraform !== undefined,
  "Terraform with the provider time is not available",
  "rotation-clock with the provider time",
  () => {
    test("is valid", async () => expect(await validateClock("terraform")).toEqual([]), PATIENCE);

    test(
      "passes its tests, which make and destroy it",
      async () => {
        const folder = copyModule("rotation-clock");
        await initialise(folder, "terraform");
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
        await initialise(folder, "terraform");
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
        await initialise(folder, "terraform");
        expect(plannedResources(await plan(folder)).map(({ type }) => type)).toContain("time_rotating");
      },
      PATIENCE,
    );
  },
);

describeIf(
  providers.tofu !== undefined,
  "OpenTofu with the provider time is not available",
  "rotation-clock under OpenTofu",
  () => {
    test("is valid", async () => expect(await validateClock("tofu")).toEqual([]), PATIENCE);
  },
);

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
