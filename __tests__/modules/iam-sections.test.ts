/** Each README says under "IAM" what its module needs to be applied, in English and in Japanese. */
import { modules } from "../../modules";
import { deployerGrants, plainTerms } from "../../src/entries/internal";
import { createEngine } from "../../src/render";
import { buildModuleContext } from "../../src/render/module-context";
import type { Locale } from "../../src/text/locale";

const engine = createEngine();

/** The lines of the section. */
function iamOf(definition: (typeof modules)[number], locale: Locale): readonly string[] {
  // The other files of the module, and its tables of inputs, would take five times as long.
  const context = { ...buildModuleContext(definition.generate(locale)), docs: "" };
  const readme = engine.render("README.md", context, definition.name);
  const [, section = ""] = /^## IAM\n\n([\s\S]*?)\n\n#/m.exec(readme) ?? [];
  return section.split("\n").filter((line) => line !== "");
}

const actionsIn = (lines: readonly string[]) =>
  [...new Set([...lines.join("\n").matchAll(/`((?:glue|iam):[A-Za-z]+)`/g)].map((match) => match[1]))].sort();

test.each(modules.map((definition) => [definition.name, definition] as const))("%s", (_, definition) => {
  const [en, ja] = [iamOf(definition, "en"), iamOf(definition, "ja")];
  expect(en.filter((line) => /^- To apply/.test(line) || /you need/.test(line))).not.toEqual([]);
  expect(ja.filter((line) => /適用(する)?には/.test(line))).not.toEqual([]);
  expect(ja).toHaveLength(en.length);
  expect(actionsIn(ja)).toEqual(actionsIn(en));
});

test("applying a trigger needs what glue-deployer allows on it", () => {
  const [trigger] = modules.filter(({ name }) => name === "glue-trigger");
  const none = { roles: [], jobs: [], crawlers: [], databases: [], connections: [] };
  const limits = { vpcIds: [], subnetIds: [], securityGroupIds: [] };
  const wiring = { ...none, ...limits, triggers: ["orders"], mayDelete: true };
  const granted = deployerGrants(plainTerms, { glue: "" }, wiring).find(({ sid }) => sid === "ManageTriggers");
  const [line = ""] = iamOf(trigger as (typeof modules)[number], "en").filter((one) => one.startsWith("- To apply"));
  expect(actionsIn([line.replace("You do not need `iam:PassRole`.", "")])).toEqual(
    [...(granted?.actions ?? [])].sort(),
  );
});
