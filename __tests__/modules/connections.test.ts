/** The object for `connections` that the READMEs show: it plans with the resources that it names. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWith } from "./support/find-terraform";
import { GENERATED } from "./support/generated";
import { errorsOf, runCalls } from "./support/hcl-calls";
import { diagnosticsOf, PATIENCE, readLines } from "./support/terraform";

const MODULES = ["glue-role", "glue-role-policies"];

const RESOURCES = `
resource "aws_secretsmanager_secret" "orders" {}
resource "aws_kms_key" "orders" {}
resource "aws_vpc" "orders" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_subnet" "orders" {
  vpc_id     = aws_vpc.orders.id
  cidr_block = "10.0.0.0/24"
}
resource "aws_security_group" "orders" {
  vpc_id = aws_vpc.orders.id
}
resource "aws_glue_connection" "orders" {
  name                  = "orders"
  connection_properties = { JDBC_CONNECTION_URL = "jdbc:postgresql://example.com/orders" }
}
`;

/** The HCL of the README, without the name of the input. */
function shownConnections(module: string): string {
  const readme = readFileSync(join(GENERATED, "modules", module, "README.md"), "utf8");
  const [, shown = ""] = /```hcl\nconnections = (\[\{\n[\s\S]*?\n\}\])\n```/.exec(readme) ?? [];
  return shown;
}

describeWith("terraform", "connections by hand", () => {
  test(
    "plan as the READMEs show them",
    async () => {
      const calls = MODULES.map((module) => ({ module, inputs: { connections: shownConnections(module) } }));
      for (const { inputs } of calls) expect(inputs.connections).toContain("aws_glue_connection.orders.name");
      const { code, stdout } = await runCalls(calls, ["plan", "-json", "-input=false", "-lock=false"], RESOURCES);
      expect(calls.flatMap((_, index) => errorsOf(`call_${index}`, diagnosticsOf(stdout)))).toEqual([]);
      expect(code).toBe(0);
      const planned = readLines(stdout).flatMap(({ type, change }) =>
        type === "planned_change" ? [(change as { resource: { addr: string } }).resource.addr] : [],
      );
      for (const index of MODULES.keys())
        for (const policy of ["glue", "kms[0]", "vpc[0]"])
          expect(planned).toContain(`module.call_${index}.aws_iam_policy.${policy}`);
    },
    PATIENCE,
  );
});
