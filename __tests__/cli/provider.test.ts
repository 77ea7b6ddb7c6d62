/** The command `tfwright provider`, on schemas that are written down here: Terraform itself is asked in `modules/provider-types`. */
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { type Files, Project } from "./support/project";

const attributes = {
  name: { type: "string", required: true },
  size: { type: "number", optional: true },
  arn: { type: "string", computed: true },
};
const schemaOf = (members: object) =>
  JSON.stringify({ format_version: "1.0", provider_schemas: { "registry.terraform.io/acme/acme": members } });
const SCHEMA = schemaOf({
  resource_schemas: { acme_widget: { block: { attributes } }, acme_gadget: { block: { attributes } } },
  data_source_schemas: { acme_zone: { block: { attributes: { id: { type: "string", computed: true } } } } },
  action_schemas: { acme_restart: { block: {} } },
});

const project = (files: Files = {}) => new Project({ "schema.json": SCHEMA, ...files });
const FROM_FILE = ["--schema", "schema.json", "--version", "1.2.3"];

test("writes one file for each type, and tells them", () => {
  const one = project();
  const ran = one.run(["provider", "acme/acme", "acme_widget", "data.acme_zone", ...FROM_FILE]);
  expect(ran).toEqual({
    code: 0,
    stderr: "",
    stdout: `wrote providers/acme/data-zone.ts
wrote providers/acme/widget.ts
2 types of acme/acme 1.2.3 in providers/acme: 2 files written, 0 removed
`,
  });
  expect(one.paths("providers")).toEqual([
    "providers/acme/.tfwright-manifest.json",
    "providers/acme/data-zone.ts",
    "providers/acme/widget.ts",
  ]);
  expect(one.read("providers/acme/widget.ts")).toContain('export class Widget extends resourceType("acme_widget", {');
  const state = one.state();
  expect(one.run(["provider", "acme/acme", "acme_widget", ...FROM_FILE]).stdout).toContain("nothing to change");
  expect(one.state()).toEqual(state);
});

test("without types writes all, and of a pattern those that it means", () => {
  const one = project();
  expect(one.run(["provider", "acme/acme", "acme_g*", "--out", "here", ...FROM_FILE]).code).toBe(0);
  expect(one.paths("here")).toEqual(["here/.tfwright-manifest.json", "here/gadget.ts"]);
  expect(one.run(["provider", "acme/acme", ...FROM_FILE]).code).toBe(0);
  expect(one.paths("providers")).toHaveLength(4);
});

test("reads the schema from standard input too, and prints JSON", () => {
  const one = project();
  const { code, stdout } = one.run(["provider", "acme/acme", "acme_widget", ...FROM_FILE, "--json"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([
    {
      source: "acme/acme",
      version: "1.2.3",
      out: "providers/acme",
      files: 1,
      changes: [],
      omitted: [],
      unwritten: [],
      written: ["widget.ts"],
      removed: [],
    },
  ]);
});

test("what gets no class is told where all types are wanted", () => {
  const one = project();
  const { code, stderr } = one.run(["provider", "acme/acme", ...FROM_FILE]);
  expect(code).toBe(0);
  expect(stderr).toBe(
    "1 action of acme/acme: no class is written; write its class with `actionType`, as in docs/authoring.md#actions-imports-deprecations\n",
  );
  expect(one.run(["provider", "acme/acme", "acme_widget", ...FROM_FILE]).stderr).toBe("");
});

describe("a newer schema", () => {
  const newer = schemaOf({
    resource_schemas: {
      acme_widget: {
        block: {
          attributes: {
            name: { type: "string", required: true, deprecated: true },
            size: { type: "string", required: true },
            colour: { type: "string", optional: true },
            zone: { type: "string", required: true },
          },
          block_types: {
            rule: { nesting_mode: "list", block: { attributes: { port: { type: "number", required: true } } } },
          },
        },
      },
      acme_gadget: { block: { attributes } },
    },
  });

  it("is told argument by argument", () => {
    const one = project({ "newer.json": newer });
    one.run(["provider", "acme/acme", "acme_widget", "acme_gadget", ...FROM_FILE]);
    const next = ["provider", "acme/acme", "acme_*", "--schema", "newer.json", "--version", "2.0.0"];
    expect(one.run(next).stdout).toBe(`wrote providers/acme/gadget.ts
wrote providers/acme/widget.ts
  removed: arn
  now required: zone, size
  of another type: size
  deprecated: name
  added: colour, rule
2 types of acme/acme 2.0.0 in providers/acme: 2 files written, 0 removed
`);
  });

  it("is a difference with --check", () => {
    const one = project({ "newer.json": newer });
    one.run(["provider", "acme/acme", "acme_widget", ...FROM_FILE]);
    const state = one.state();
    expect(one.run(["provider", "acme/acme", "acme_widget", ...FROM_FILE, "--check"])).toEqual({
      code: 0,
      stdout: "providers/acme is up to date with acme/acme 1.2.3\n",
      stderr: "",
    });
    const ran = one.run([
      "provider",
      "acme/acme",
      "acme_widget",
      "--schema",
      "newer.json",
      "--version",
      "2.0.0",
      "--check",
    ]);
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining("not up to date with acme/acme 2.0.0") });
    expect(ran.stdout).toContain("+  zone: string(),");
    expect(one.state()).toEqual(state);
  });
});

describe("the config", () => {
  const CONFIG = `import { defineConfig, defineModule, resource } from "tfwright";
import { Widget } from "./providers/acme/widget";
const widget = defineModule({
  name: "widget", title: "Widget", description: "A widget.",
  providers: { acme: { source: "acme/acme", version: ">= 1.2" } },
  variables: {},
  build(scope) { resource(scope, Widget, "this", { name: "x" }); return {}; },
});
export default defineConfig({
  modules: [widget],
  providers: { acme: { source: "acme/acme", version: "1.2.3", types: ["acme_widget"] } },
});
`;

  it("lists providers, also before their files are there", () => {
    const one = project({ "tfwright.config.ts": CONFIG });
    const { code, stdout, stderr } = one.run(["provider", "--schema", "schema.json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("1 type of acme/acme 1.2.3 in providers/acme: 1 file written");
    expect(one.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
    expect(one.read("generated/modules/widget/main.tf")).toContain('resource "acme_widget" "this" {\n  name = "x"\n}');
  });

  it("needs no package of the provider", () => {
    const one = new Project({ "schema.json": SCHEMA, "tfwright.config.ts": CONFIG }, { packages: false });
    expect(one.run(["provider", "--schema", "schema.json"])).toMatchObject({ code: 0, stderr: "" });
    expect(one.run(["generate"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("removes the types that it lists no more", () => {
    const one = project({ "tfwright.config.ts": CONFIG.replace('"acme_widget"]', '"acme_widget", "acme_gadget"]') });
    one.run(["provider", "--schema", "schema.json"]);
    one.write({ "tfwright.config.ts": CONFIG });
    expect(one.run(["provider", "acme", "--schema", "schema.json"]).stdout).toContain(
      "removed providers/acme/gadget.ts",
    );
  });

  it.each([
    ['{ acme: { types: ["a"] } }', "providers.acme.source: must be a provider's source, but is undefined"],
    [
      '{ acme: { source: "a/b/c/d", types: ["a"] } }',
      'providers.acme.source: must be a provider\'s source, but is "a/b/c/d"',
    ],
    ['{ acme: { source: "acme/acme", types: [] } }', "providers.acme.types: must be a list of names of types"],
    ['{ acme: { source: "acme/acme", types: ["a"], verson: "1" } }', "providers.acme.verson: there is no such setting"],
    ['{ acme: { source: "acme/acme", types: ["a"], out: 1 } }', "providers.acme.out: must be text, but is 1"],
    ["[]", "providers: `providers` must be an object"],
  ])("%s is refused", (providers, message) => {
    const text = `export default { modules: [], providers: ${providers} };`;
    const { code, stderr } = project({ "tfwright.config.ts": text }).run(["provider", "--schema", "schema.json"]);
    expect(code).toBe(2);
    expect(stderr).toContain(`error: tfwright.config.ts: ${message}\n`);
  });
});

describe("what is refused, with nothing written", () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ["no provider at all", [], ["no provider is named", "tfwright provider hashicorp/aws aws_sqs_queue"]],
    ["no source", ["a/b/c/d", ...FROM_FILE], ["a/b/c/d: this is not a provider's source"]],
    ["a misspelled type", ["acme/acme", "acme_wigdet", ...FROM_FILE], ["acme_wigdet: ", "did you mean `acme_widget`?"]],
    ["a data source by its bare name", ["acme/acme", "acme_zone", ...FROM_FILE], ["write `data.acme_zone`"]],
    ["a resource as a data source", ["acme/acme", "data.acme_widget", ...FROM_FILE], ["write `acme_widget`"]],
    [
      "an action",
      ["acme/acme", "acme_restart", ...FROM_FILE],
      ["the name of an action, which gets no class: write", "`actionType`"],
    ],
    [
      "an action by its kind",
      ["acme/acme", "action.acme_restart", ...FROM_FILE],
      ["an action gets no class", "`actionType`"],
    ],
    [
      "a misspelled action",
      ["acme/acme", "action.acme_restrat", ...FROM_FILE],
      ["no such action", "did you mean `acme_restart`?"],
    ],
    ["a function", ["acme/acme", "provider::acme::parse", ...FROM_FILE], ["no such function", "`providerFunction`"]],
    [
      "a list resource",
      ["acme/acme", "list.acme_widget", ...FROM_FILE],
      ["no such list resource", "`terraform query`"],
    ],
    ["no ephemeral resources", ["acme/acme", "ephemeral.acme_x", ...FROM_FILE], ["it has no ephemeral resources"]],
    ["another provider", ["acme/other", "acme_widget", ...FROM_FILE], ["has no schema of `acme/other`", "acme/acme"]],
    ["no version", ["acme/acme", "acme_widget", "--schema", "schema.json"], ["does not say which version"]],
    [
      "a constraint as the version of a file",
      ["acme/acme", "acme_widget", "--schema", "schema.json", "--version", "~> 1.2"],
      ["does not say which version"],
    ],
    [
      "a file that is not there",
      ["acme/acme", "--schema", "none.json", "--version", "1.2.3"],
      ["none.json: there is no such file"],
    ],
    ["a plan", ["acme/acme", "--schema", "plan.json", "--version", "1.2.3"], ["plan.json: is not a provider's schema"]],
    [
      "no Terraform",
      ["acme/acme", "acme_widget", "--terraform", "no-such-terraform"],
      ["no-such-terraform: this command cannot be run", "--schema FILE"],
    ],
  ];
  it.each(cases)("%s", (_title, args, told) => {
    const one = project({ "plan.json": '{"format_version":"1.2","planned_values":{}}' });
    const state = one.state();
    const { code, stdout, stderr } = one.run(["provider", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const part of told) expect(stderr).toContain(part);
    expect(stderr).toMatch(/nothing was written\n$/);
    expect(one.state()).toEqual(state);
  });

  it("all that is wrong with several types at once", () => {
    const { stderr } = project().run(["provider", "acme/acme", "acme_wigdet", "acme_gadgte", ...FROM_FILE]);
    expect(stderr).toContain("2 problems; nothing was written");
  });

  it("a file that was edited by hand, unless it is forced", () => {
    const one = project();
    const args = ["provider", "acme/acme", "acme_widget", ...FROM_FILE];
    one.run(args);
    one.write({ "providers/acme/widget.ts": `${one.read("providers/acme/widget.ts")}broken (\n` });
    expect(one.run(args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("move what you added to a file of your own"),
    });
    expect(one.read("providers/acme/widget.ts")).toContain("broken (");
    expect(one.run([...args, "--force"])).toMatchObject({ code: 0 });
    expect(one.read("providers/acme/widget.ts")).not.toContain("broken (");
  });

  it("an `init` that fails, in Terraform's own words", () => {
    const one = project({
      terraform: `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4","provider_selections":{}}' ;;
  *) printf '╷\\n│ Error: Failed to query available provider packages\\n│ \\n│ no route\\n╵\\n' >&2; exit 1 ;;
esac
`,
    });
    chmodSync(join(one.folder, "terraform"), 0o755);
    const { code, stderr } = one.run([
      "provider",
      "acme/acme",
      "acme_widget",
      "--terraform",
      join(one.folder, "terraform"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("Error: Failed to query available provider packages\nno route\n");
    expect(stderr).not.toMatch(/[╷│╵]/);
    expect(stderr).toContain("add `--schema schema.json --version VERSION`");
  });
});

test("warns of deprecated arguments where a module is generated", () => {
  const deprecated = schemaOf({
    resource_schemas: {
      acme_widget: {
        block: { attributes: { old: { type: "string", optional: true, deprecation_message: "Use new." } } },
      },
    },
  });
  const one = project({
    "old.json": deprecated,
    "tfwright.config.ts": `import { defineConfig, defineModule, resource } from "tfwright";
import { Widget } from "./providers/acme/widget";
export default defineConfig({ modules: [defineModule({
  name: "widget", title: "Widget", description: "A widget.", variables: {},
  providers: { acme: { source: "acme/acme", version: ">= 1.2" } },
  build(scope) {
    resource(scope, Widget, "this", { old: "x" });
    return {};
  },
})] });
`,
  });
  one.run(["provider", "acme/acme", "acme_widget", "--schema", "old.json", "--version", "1.2.3"]);
  const { code, stderr } = one.run(["generate"]);
  expect(code).toBe(0);
  expect(stderr).toBe(
    "warning: widget.acme_widget.this.old: `old` is deprecated: Use new\n  at tfwright.config.ts:7:39\n",
  );
  expect(JSON.parse(one.run(["generate", "--json"]).stdout).warnings).toHaveLength(1);
});
