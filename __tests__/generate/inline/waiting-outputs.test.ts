/** What takes an output waits for all that the output waits for, whatever takes it, as real Terraform orders it. */
import { join } from "node:path";
import { DataTerraformRemoteStateLocal, TerraformVariable } from "cdktf";
import { any, defineModule, map, optional, output, resource, resourceType, string } from "tfwright";
import { type TerraformStack, Token } from "../../../src/cdk";
import { makeFolder, removeFolders } from "../../render/folders";
import { filesOf } from "../one-module";
import { describeTerraform, withStack } from "./plan-stack";

afterAll(removeFolders);

const Data = resourceType("terraform_data", {
  arguments: { input: optional(any()) },
  attributes: { id: string(), output: any() },
});

const role = defineModule({
  name: "role",
  title: "Role",
  description: "Something that is of use once its policies are there.",
  variables: { path: string(), policies: map(string()) },
  build(scope, v) {
    const made = resource(scope, Data, "this", { input: v.path });
    const policies = resource(scope, Data, "policy", (each) => ({ input: each.value }), { forEach: v.policies });
    return { path: output(made.output, { description: "Its path.", dependsOn: [policies] }) };
  },
});

const job = defineModule({
  name: "job",
  title: "Job",
  description: "Takes the role.",
  variables: { role: string() },
  build(scope, v) {
    return { id: output(resource(scope, Data, "this", { input: v.role }).id, { description: "Its id." }) };
  },
});

/** The role and all that takes it: inlined, hand-written, called, and a data source. */
function stackWith(use: "inline" | "module", folder: string): (stack: TerraformStack) => void {
  return (stack) => {
    const policy = new TerraformVariable(stack, "policy", { type: "string" });
    policy.addOverride("default", "first");
    const at = (name: string) => (use === "module" ? { source: join(folder, name) } : {});
    const inputs = { path: join(folder, "some.tfstate"), policies: { a: policy.stringValue } };
    const { path } = role[use](stack, "role", { ...at("role"), ...inputs }).outputs;
    const text = Token.asString(path);
    job.inline(stack, "inlined", { role: text });
    job.module(stack, "called", { role: text, source: join(folder, "job") });
    stack.addOverride("resource.terraform_data.own", { input: text });
    const read = new DataTerraformRemoteStateLocal(stack, "read", { path: text });
    stack.addOverride("output.serial", { value: `\${${read.fqn}.outputs}` });
  };
}

function sources(): string {
  const files = [role, job].flatMap((module) =>
    [...filesOf(module)].map(([name, text]) => [join(module.name, name), text] as const),
  );
  const state = { version: 4, terraform_version: "1.5.7", serial: 1, lineage: "x", outputs: {}, resources: [] };
  return makeFolder(new Map([...files, ["some.tfstate", JSON.stringify(state)]]));
}

describeTerraform("what takes an output with `dependsOn`", () => {
  test.each(["inline", "module"] as const)("waits, and data sources are read in the plan: %s", (use) => {
    withStack(stackWith(use, sources()), (terraform) => {
      const before = use === "module" ? "module.role.terraform_data.policy" : "terraform_data.role_policy";
      const edges = terraform(["graph"]);
      for (const address of ["terraform_data.inlined", "module.called.terraform_data.this", "terraform_data.own"])
        expect(edges).toContain(`"${address}" -> "${before}"`);
      terraform(["apply", "-auto-approve", "-input=false"]);
      terraform(["plan", "-input=false", "-out=plan.bin", "-var", "policy=second"]);
      const { resource_changes } = JSON.parse(terraform(["show", "-json", "plan.bin"])) as {
        resource_changes: readonly { readonly address: string; readonly change: { actions: readonly string[] } }[];
      };
      const changed = resource_changes.filter(({ change }) => change.actions[0] !== "no-op");
      expect(changed.map(({ address }) => address)).toEqual([`${before}["a"]`]);
    });
  });
});
