/** Plans a CDKTF stack by the real Terraform, without any provider but the one that is built in. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, TerraformStack } from "../../../src/cdk";
import { environment } from "../../modules/support/run-command";
import { type Plan, type PlannedModule, plannedResources } from "../../modules/support/terraform";
import { describeWithProgram } from "../../support/find-program";

/** `describe` where Terraform is installed, else a skipped one. */
export function describeTerraform(title: string, tests: () => void): void {
  describeWithProgram("terraform", title, tests);
}

interface PlanJson {
  readonly planned_values: {
    readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
    readonly root_module: PlannedModule;
  };
}

/** The outputs and resources that Terraform plans for what `use` puts into a stack; fails with Terraform's own words. */
export function planStack(use: (stack: TerraformStack) => void): {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, unknown>>;
} {
  return withStack(use, (terraform) => {
    terraform(["plan", "-input=false", "-out=plan.bin"]);
    const { planned_values } = JSON.parse(terraform(["show", "-json", "plan.bin"])) as PlanJson;
    const outputs = Object.entries(planned_values.outputs ?? {}).map(([name, { value }]) => [name, value]);
    const resources = plannedResources({ planned_values } as Plan).map(({ address, values }) => [address, values]);
    return { outputs: Object.fromEntries(outputs), resources: Object.fromEntries(resources) };
  });
}

/** Synthesises what `use` puts into a stack, and lets `run` ask Terraform in its initialised folder. */
export function withStack<T>(
  use: (stack: TerraformStack) => void,
  run: (terraform: (args: readonly string[]) => string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), "tfwright-stack-"));
  try {
    const app = new App({ stackTraces: false, outdir: join(folder, "out") });
    const stack = new TerraformStack(app, "test");
    new LocalBackend(stack, { path: "terraform.tfstate" });
    use(stack);
    app.synth();
    const root = join(folder, "out", "stacks", "test");
    const terraform = (args: readonly string[]) => runTerraform(args, root);
    terraform(["init", "-input=false"]);
    return run(terraform);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runTerraform(args: readonly string[], folder: string): string {
  const [command = "", ...rest] = args;
  const { status, stdout, stderr } = spawnSync("terraform", [command, ...rest, "-no-color"], {
    cwd: folder,
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`terraform ${command}: ${stdout}\n${stderr}`);
  return stdout;
}
