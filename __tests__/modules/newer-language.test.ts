/**
 * Terraform's newer language: each feature is accepted by each Terraform and OpenTofu that has it, and refused by each that
 * has not, at the bound that the definition gets.
 *
 * The binaries tell on which side of 1.5.7, 1.11 and 1.16 a feature began in Terraform, and whether OpenTofu 1.12 has it. The
 * numbers in between (1.8, 1.10, 1.14 and 1.15 of Terraform, all of OpenTofu up to 1.12, and 1.13 for `convert`) come from the
 * changelogs alone.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type AnyModule,
  action,
  actionType,
  ephemeral,
  ephemeralType,
  fn,
  importBlock,
  list,
  map,
  number,
  object,
  optional,
  output,
  providerFunction,
  renamedFrom,
  resource,
  resourceType,
  string,
} from "tfwright";
import { isAtLeast, readConstraint, type Version } from "../../src/terraform/version-constraint";
import { defineOne, filesOf } from "../generate/one-module";
import { describeWithProviders, linkProviders, type ProviderSet, type Tool } from "./support/find-terraform";
import { makeFolder } from "./support/generated";
import { runCommand } from "./support/run-command";
import { diagnosticsOf, PATIENCE } from "./support/terraform";

const PROVIDERS: ProviderSet = {
  title: "the providers aws, docker and time",
  required: {
    aws: { source: "hashicorp/aws", version: ">= 6.34" },
    docker: { source: "kreuzwerker/docker", version: ">= 4.6" },
    time: { source: "hashicorp/time", version: ">= 0.14" },
  },
};
const providers = PROVIDERS.required;

const Data = resourceType("terraform_data", {
  arguments: { input: optional(string()) },
  attributes: { id: string(), output: string() },
});
const Parameter = resourceType("aws_ssm_parameter", {
  arguments: {
    name: string(),
    type: string(),
    value_wo: optional(string()),
    value_wo_version: optional(number()),
  },
});
const RandomPassword = ephemeralType("aws_secretsmanager_random_password", {
  arguments: { password_length: optional(number()) },
  attributes: { random_password: string() },
});
const Exec = actionType("docker_exec", { arguments: { container: string(), command: list(string()) } });
const parseDuration = providerFunction("time", "duration_parse", {
  parameters: [string()],
  result: object({ hours: number() }),
});

const SECRET = { name: "token", type: "SecureString" };
const onCreate = (scope: never, more: object = {}) => {
  const exec = action(scope, Exec, "this", { container: "web", command: ["reload"] });
  return [{ events: ["after_create" as const], actions: [exec], ...more }];
};

interface Feature {
  readonly what: string;
  readonly module: AnyModule;
  /** The first release by Terraform's changelog. */
  readonly terraform: string;
  /** The same by OpenTofu's; false if no release has it. */
  readonly opentofu: string | false;
}

const FEATURES: readonly Feature[] = [
  {
    what: "a renamed variable, told by `check`",
    module: defineOne({
      variables: {
        size: renamedFrom("amount", number({ default: 3 })),
        name: renamedFrom("title", optional(string())),
      },
      build: (_scope, v) => ({ size: output(v.size), name: output(v.name) }),
    }),
    terraform: "1.5.7",
    opentofu: "1.6",
  },
  {
    what: "a provider's function",
    module: defineOne({
      providers,
      build: () => ({ hours: output(parseDuration("3h").hours) }),
    }),
    terraform: "1.8",
    opentofu: "1.7",
  },
  {
    what: "an ephemeral variable and output",
    module: defineOne({
      variables: { token: optional(string({ ephemeral: true })) },
      build: (_scope, v) => ({ token: output(v.token, { ephemeral: true }) }),
    }),
    terraform: "1.10",
    opentofu: "1.11",
  },
  {
    what: "an ephemeral resource",
    module: defineOne({
      providers,
      build(scope) {
        const password = ephemeral(scope, RandomPassword, "this", { password_length: 20 });
        return { password: output(password.random_password, { ephemeral: true }) };
      },
    }),
    terraform: "1.10",
    opentofu: "1.11",
  },
  {
    what: "a write-only argument",
    module: defineOne({
      providers,
      build(scope) {
        resource(scope, Parameter, "this", { ...SECRET, value_wo: "x", value_wo_version: 1 });
        return {};
      },
    }),
    terraform: "1.11",
    opentofu: "1.11",
  },
  {
    what: "an action and its trigger",
    module: defineOne({
      providers,
      build(scope) {
        resource(scope, Data, "this", {}, { lifecycle: { actionTriggers: onCreate(scope as never) } });
        return {};
      },
    }),
    terraform: "1.14",
    opentofu: false,
  },
  {
    what: "`deprecated` of a variable and an output",
    module: defineOne({
      variables: { old: optional(string({ deprecated: "Use new." })) },
      build: (_scope, v) => ({ old: output(v.old, { deprecated: "Use new." }) }),
    }),
    terraform: "1.15",
    opentofu: "1.10",
  },
  {
    what: "a renamed variable, told by `deprecated`",
    module: defineOne({
      terraform: ">= 1.15",
      opentofu: ">= 1.10",
      variables: { size: renamedFrom("amount", number({ default: 3 })) },
      build: (_scope, v) => ({ size: output(v.size) }),
    }),
    terraform: "1.15",
    opentofu: "1.10",
  },
  {
    what: "a `const` variable",
    module: defineOne({
      variables: { region: string({ default: "eu-west-1", const: true }) },
      build: (_scope, v) => ({ region: output(v.region) }),
    }),
    terraform: "1.15",
    opentofu: "1.12",
  },
  {
    what: "the `type` of an output",
    module: defineOne({
      build: () => ({
        size: output({ name: "x" }, { type: object({ name: string(), size: optional(number(), 3) }) }),
      }),
    }),
    terraform: "1.15",
    opentofu: false,
  },
  {
    what: "`convert`",
    module: defineOne({
      variables: { tags: map(string(), { default: {} }) },
      build: (_scope, v) => ({
        tags: output(fn.convert(v.tags, object({ owner: optional(string()), size: optional(number(), 3) }))),
      }),
    }),
    terraform: "1.15",
    opentofu: "1.13",
  },
  {
    what: "`import` in a module",
    module: defineOne({
      variables: { ids: map(string(), { default: {}, known: true }) },
      build(scope, v) {
        const one = resource(scope, Data, "one", {});
        const each = resource(scope, Data, "each", {}, { forEach: v.ids });
        importBlock(scope, one, { id: "3f5c6f4e" });
        importBlock(scope, each, { id: (entry) => entry.value, forEach: v.ids });
        return {};
      },
    }),
    terraform: "1.16",
    opentofu: false,
  },
  {
    what: "`destroy` in `lifecycle`",
    module: defineOne({
      build(scope) {
        resource(scope, Data, "this", {}, { lifecycle: { destroy: false } });
        return {};
      },
    }),
    terraform: "1.16",
    opentofu: "1.12",
  },
  {
    what: "a trigger on a destruction",
    module: defineOne({
      providers,
      build(scope) {
        const actionTriggers = onCreate(scope as never, { events: ["before_destroy"] });
        resource(scope, Data, "this", {}, { lifecycle: { actionTriggers } });
        return {};
      },
    }),
    terraform: "1.16",
    opentofu: false,
  },
  {
    what: "`on_failure` of a trigger",
    module: defineOne({
      providers,
      build(scope) {
        const actionTriggers = onCreate(scope as never, { onFailure: "continue" });
        resource(scope, Data, "this", {}, { lifecycle: { actionTriggers } });
        return {};
      },
    }),
    terraform: "1.16",
    opentofu: false,
  },
];

test.each(FEATURES.map((feature) => [feature.what, feature] as const))("the bounds of %s", (_what, feature) => {
  const { terraform, opentofu = ">= 1.6" } = feature.module.generate();
  expect({ terraform, opentofu }).toEqual({
    terraform: `>= ${feature.terraform}`,
    opentofu: feature.opentofu === false ? false : `>= ${feature.opentofu}`,
  });
});

/** Writes a root module that calls the modules of these features. Returns its folder. */
function writeCalls(features: readonly Feature[], tool: Tool, bounds: "with bounds" | "without bounds"): string {
  const folder = makeFolder();
  features.forEach(({ module }, index) => {
    for (const [name, text] of filesOf(module)) {
      // OpenTofu reads `versions.tofu` in place of `versions.tf`; without bounds there is one file.
      if (!/^[^/]*\.(?:tf|tofu)$/.test(name) || (bounds === "without bounds" && name.endsWith(".tofu"))) continue;
      const path = join(folder, `feature_${index}`, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bounds === "with bounds" ? text : text.replace(/^ *required_version = .*\n/m, ""));
    }
  });
  const calls = features.map((_, index) => [`feature_${index}`, { source: `./feature_${index}` }]);
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ module: Object.fromEntries(calls) }));
  linkProviders(folder, tool, PROVIDERS);
  return folder;
}

/** What `get` and `validate` say: summaries of errors. */
async function errorsOf(folder: string, tool: Tool): Promise<readonly string[]> {
  const got = await runCommand(tool, ["get", "-no-color"], folder);
  if (got.code !== 0) return [...got.stderr.matchAll(/Error: (.*)/g)].map(([, summary]) => summary as string);
  const { stdout } = await runCommand(tool, ["validate", "-json"], folder);
  return diagnosticsOf(stdout).flatMap(({ severity, summary, detail }) =>
    severity === "error" ? [`${summary}: ${detail}`] : [],
  );
}

async function versionOf(tool: Tool): Promise<Version> {
  const { stdout } = await runCommand(tool, ["version", "-json"], ".");
  const { terraform_version: version } = JSON.parse(stdout) as { readonly terraform_version: string };
  return readConstraint(`>= ${version}`)?.lowest as Version;
}

function hasFeature({ terraform, opentofu }: Feature, tool: Tool, version: Version): boolean {
  const bound = tool === "tofu" ? opentofu : terraform;
  return bound !== false && isAtLeast(version, readConstraint(`>= ${bound}`)?.lowest as Version);
}

const TOOLS: readonly Tool[] = ["terraform-1.5.7", "terraform", "terraform-1.16", "tofu"];

for (const tool of TOOLS) {
  describeWithProviders(tool, PROVIDERS, tool, () => {
    test(
      "accepts what it has",
      async () => {
        const version = await versionOf(tool);
        const known = FEATURES.filter((feature) => hasFeature(feature, tool, version));
        expect(known.length).toBeGreaterThan(0);
        expect(await errorsOf(writeCalls(known, tool, "with bounds"), tool)).toEqual([]);
      },
      PATIENCE,
    );

    test(
      "refuses what it has not, and the bound says so",
      async () => {
        const version = await versionOf(tool);
        const unknown = FEATURES.filter((feature) => !hasFeature(feature, tool, version));
        const results = await Promise.all(
          unknown.map(async (feature) => ({
            what: feature.what,
            byLanguage: (await errorsOf(writeCalls([feature], tool, "without bounds"), tool)).length > 0,
            byBound: await errorsOf(writeCalls([feature], tool, "with bounds"), tool),
          })),
        );
        for (const { what, byLanguage, byBound } of results) {
          expect([what, byLanguage]).toEqual([what, true]);
          // OpenTofu names the language's fault first; its bound is in `versions.tofu`, which the tests of bounds above read.
          if (tool === "tofu") expect([what, byBound.length > 0]).toEqual([what, true]);
          else expect([what, ...byBound]).toContain("Unsupported Terraform Core version");
        }
      },
      PATIENCE,
    );
  });
}
