/** What the guides show works as it stands there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Project, ROOT } from "./cli/support/project";
import { compile } from "./support/compile";
import { compiledTsconfig } from "./support/compiled-tsconfig";

const guide = readFileSync(join(ROOT, "docs/modules.md"), "utf8");
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map((match) => match[1] as string);
const [etl = "", firewall = ""] = blocksOf("ts");
const readme = readFileSync(join(ROOT, "README.md"), "utf8");
const uses = /```ts\n((?:(?!```)[\s\S])*\.inline\([\s\S]*?)```/.exec(readme)?.[1] ?? "";
/** What the README's snippet of a stack takes as given. */
const AROUND_USES = `import type { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformStack } from "cdktf";
declare const [stack, rule, account, script]: readonly [TerraformStack, CloudwatchEventRule, string, string];
`;

test("every link in the guides leads to a file", () => {
  const pages = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" });
  for (const name of pages.filter((file) => file.endsWith(".md") && !file.startsWith("adr"))) {
    const text = readFileSync(join(ROOT, "docs", name), "utf8");
    for (const [, path] of text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g))
      expect([name, path, existsSync(join(ROOT, "docs", dirname(name), path as string))]).toEqual([name, path, true]);
  }
});

test("the versions that the guide installs for CDK Terrain are those that the package takes", () => {
  const { satisfies } = require("semver") as { satisfies(version: string, range: string): boolean };
  const { peerDependencies: peers } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    peerDependencies: Record<string, string>;
  };
  // As a peer, cdktn has no range: __tests__/entries/peers.test.ts says why.
  const ranges: Readonly<Record<string, string>> = { ...peers, cdktn: ">=0.24.0 <1" };
  const line = /npm install --save-dev (cdktn@.*)/.exec(guide)?.[1] ?? "";
  const taken = line.split(" ").map((one) => {
    const [, name = "", version = ""] = /^(@?[^@]+)@(?:npm:.*@)?([\d.]+)$/.exec(one) ?? [];
    return [name, satisfies(version, ranges[name] ?? "none")];
  });
  expect(taken).toEqual([
    ["cdktn", true],
    ["constructs", true],
    ["@cdktf/provider-aws", true],
  ]);
});

test("the definitions in the guide to modules compile and give the HCL that is shown", () => {
  const project = new Project({
    "etl.ts": etl,
    "firewall.ts": firewall,
    "tfwright.config.ts": `import { defineConfig } from "tfwright";
import { etl } from "./etl";
import { firewall } from "./firewall";
export default defineConfig({ modules: [etl, firewall] });
`,
  });
  expect(project.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
  const [shown] = blocksOf("hcl");
  expect(project.read("generated/modules/etl/main.tf")).toContain(shown);
  expect(existsSync(join(project.folder, "generated/modules/glue-role/main.tf"))).toBe(true);
  expect(project.read("generated/modules/firewall/main.tf")).toContain('dynamic "rule"');
  expect(project.run(["generate", "--bindings"]).code).toBe(0);
  expect(project.read("generated/modules/etl/index.ts")).toContain("export class Etl ");
});

test("the definitions in the guides and the stack in the README have no type errors", () => {
  expect(uses).toContain("glueRole.inline(");
  const project = new Project({
    "etl.ts": etl,
    "firewall.ts": firewall,
    "uses.ts": `${AROUND_USES}${uses}export { job };`,
    "tsconfig.json": compiledTsconfig(["etl.ts", "firewall.ts", "uses.ts"]),
  });
  expect(compile(project.folder)).toBe("");
});
