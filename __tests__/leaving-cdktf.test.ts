/** The guide to leave CDKTF works as it stands there. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project, ROOT } from "./cli/support/project";

const guide = readFileSync(join(ROOT, "docs/leaving-cdktf.md"), "utf8");
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`^ *\`\`\`${language}\n([\\s\\S]*?)^ *\`\`\``, "gm"))].map(
    (match) => match[1] as string,
  );
const [stack = ""] = blocksOf("json");
/** The arguments of each line of the guide that runs tfwright. */
const commands = [...guide.matchAll(/(?:npx )?tfwright (eject[^`\n]*)/g)].map((match) => (match[1] as string).trim());

const project = () => new Project({ "cdktf.out/stacks/jobs/cdk.tf.json": stack });

test("the first command writes what is shown", () => {
  const one = project();
  expect(commands).toContain("eject cdktf.out --rename");
  expect(one.run(["eject", "cdktf.out", "--rename"])).toEqual({ code: 0, stderr: "", stdout: blocksOf("text")[0] });
  expect(one.read("terraform/jobs/main.tf")).toBe(blocksOf("hcl")[0]);
  expect(one.read("terraform/jobs/moves.tf")).toContain("from = aws_sqs_queue.jobs_queue_B1C2D3E4");
  expect(one.run(["eject", "cdktf.out", "--rename", "--check"])).toMatchObject({ code: 0, stderr: "" });
});

test("what the guide says of `--check`, `--force` and folders holds", () => {
  const one = project();
  expect(one.run(["eject", "cdktf.out"]).code).toBe(0);
  const main = one.read("terraform/jobs/main.tf");
  one.write({ "terraform/jobs/main.tf": `${main}# mine\n`, "terraform/jobs/own.tf": "# mine\n" });
  expect(one.run(["eject", "cdktf.out", "--check"]).code).toBe(1);
  const refused = one.run(["eject", "cdktf.out"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("this file was edited after it was ejected");
  expect(one.run(["eject", "cdktf.out", "--force"]).code).toBe(0);
  expect(one.read("terraform/jobs/main.tf")).toBe(main);
  expect(one.read("terraform/jobs/own.tf")).toBe("# mine\n");
  expect(one.run(["eject", "cdktf.out/stacks/jobs"]).code).toBe(0);
  expect(one.run(["eject", "cdktf.out/stacks/jobs", "--out", "alone"]).code).toBe(0);
  expect(existsSync(join(one.folder, "alone/main.tf"))).toBe(true);
});

test("each command of the guide is one that the command line takes", () => {
  const options = project().run(["eject", "--help"]).stdout;
  expect(commands.length).toBeGreaterThan(7);
  for (const command of commands)
    for (const option of command.match(/--[a-z]+/g) ?? []) expect(options).toContain(` ${option}`);
});

test("the tables that the guide names are those that ship", () => {
  const { tables } = JSON.parse(readFileSync(join(ROOT, "src/eject/data/block-tables.json"), "utf8")) as {
    tables: readonly { provider: string }[];
  };
  const named = /the tables that ship with tfwright, of ([\s\S]*?), by major version/.exec(guide)?.[1] ?? "";
  const names = [...named.matchAll(/`([\w-]+)`/g)].map((match) => match[1] as string).sort();
  expect(names).toEqual([...new Set(tables.map(({ provider }) => provider.split("/")[1] as string))].sort());
});

test("what was ejected from a stack that has left the app stays", () => {
  const one = project();
  one.write({ "cdktf.out/stacks/other/cdk.tf.json": stack });
  expect(one.run(["eject", "cdktf.out"]).code).toBe(0);
  one.remove("cdktf.out/stacks/jobs");
  const again = one.run(["eject", "cdktf.out"]);
  expect([again.code, again.stdout.includes("removed")]).toEqual([0, false]);
  expect(existsSync(join(one.folder, "terraform/jobs/main.tf"))).toBe(true);
  expect(one.run(["eject", "cdktf.out", "--check"]).code).toBe(0);
});

test("a lock file of the new folder stays where the app has none", () => {
  const one = project();
  expect(one.run(["eject", "cdktf.out"]).code).toBe(0);
  one.write({ "terraform/jobs/.terraform.lock.hcl": "# of `terraform init`\n" });
  expect(one.run(["eject", "cdktf.out"]).code).toBe(0);
  one.write({ "terraform/jobs/.terraform.lock.hcl": "# of `terraform init -upgrade`\n" });
  expect(one.run(["eject", "cdktf.out"]).code).toBe(0);
  expect(one.read("terraform/jobs/.terraform.lock.hcl")).toBe("# of `terraform init -upgrade`\n");
});

test("without Terraform, a stack that was deployed is ejected by the tables", () => {
  const one = project();
  one.write({ "cdktf.out/stacks/jobs/.terraform/providers/x": "" });
  const { code, stderr } = one.run(["eject", "cdktf.out"], { PATH: join(process.execPath, "..") });
  expect(code).toBe(0);
  expect(stderr).toContain(
    "the tables that ship with tfwright are used, because Terraform could not print the schemas",
  );
});
