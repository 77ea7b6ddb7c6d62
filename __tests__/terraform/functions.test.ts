/** The table of functions: it holds what Terraform tells of its own. */
import { spawnSync } from "node:child_process";
import { FUNCTIONS, type FunctionFacts, factsOf } from "../../src/terraform/functions";
import { isAtLeast, readConstraint } from "../../src/terraform/version-constraint";
import { testWith } from "../support/find-program";

interface Parameter {
  readonly name: string;
  readonly type: unknown;
  readonly is_nullable?: boolean;
}
interface Signature {
  readonly return_type: unknown;
  readonly parameters?: readonly Parameter[];
  readonly variadic_parameter?: Parameter;
}

const rows = Object.entries<FunctionFacts>(FUNCTIONS);
const byTerraform = testWith("terraform");

/** Functions of Terraform without a row, and why. */
const LEFT_OUT: readonly { readonly names: RegExp; readonly why: string }[] = [
  { names: /^core::/, why: "a second name of each function, for modules that declare a provider called core" },
];

function signatures(): readonly (readonly [string, Signature])[] {
  const { stdout } = spawnSync("terraform", ["metadata", "functions", "-json"], {
    encoding: "utf8",
    env: { ...process.env, TF_CLI_CONFIG_FILE: "" },
  });
  const { function_signatures: all } = JSON.parse(stdout) as { function_signatures: Record<string, Signature> };
  return Object.entries(all).filter(([name]) => !LEFT_OUT.some(({ names }) => names.test(name)));
}

/** Whether this Terraform has the function of a row. */
function byVersion(): (row: readonly [string, FunctionFacts]) => boolean {
  const { stdout } = spawnSync("terraform", ["version", "-json"], { encoding: "utf8" });
  const { terraform_version: version } = JSON.parse(stdout) as { terraform_version: string };
  const here = readConstraint(`>= ${version}`)?.lowest;
  return ([, { since }]) => since === undefined || here === undefined || isAtLeast(here, since.terraform);
}

/** `["list", "dynamic"]` as `list(any)`. */
function typeText(type: unknown): string {
  if (Array.isArray(type)) return `${type[0]}(${typeText(type[1])})`;
  return type === "dynamic" ? "any" : String(type);
}

const parameters = (all: readonly Parameter[]) =>
  all.map(({ name, type, is_nullable }) => [name, `${typeText(type)}${is_nullable === true ? "?" : ""}`]);

byTerraform("each function of Terraform has a row with its parameters", () => {
  const wanted = signatures().map(([name, { parameters: all = [], variadic_parameter: rest }]) => [
    name,
    { takes: parameters(all), rest: rest === undefined ? [] : parameters([rest]) },
  ]);
  // A row of a newer release cannot be compared here.
  const given = rows
    .filter(byVersion())
    .map(([name, { takes, rest = {} }]) => [name, { takes: Object.entries(takes), rest: Object.entries(rest) }]);
  expect(Object.fromEntries(given)).toEqual(Object.fromEntries(wanted));
});

byTerraform("each result has Terraform's type, where Terraform tells it", () => {
  const others = signatures().flatMap(([name, { return_type: type }]) => {
    const [gives, wanted] = [factsOf(name)?.gives, typeText(type)];
    return gives === wanted || wanted.includes("any") ? [] : [`${name}: ${gives}, not ${wanted}`];
  });
  expect(others).toEqual([]);
});

byTerraform("a result without a type of its own follows from the arguments", () => {
  const kinds = Object.fromEntries(signatures().map(([name, { return_type: type }]) => [name, typeText(type)]));
  const wrong = rows.flatMap(([name, { gives }]) => {
    const kind = /^(list|set) of /.exec(gives)?.[1];
    return kind === undefined || kinds[name] === "any" || kinds[name]?.startsWith(kind) === true ? [] : [name];
  });
  expect(wrong).toEqual([]);
});

test.each<[string, FunctionFacts | undefined]>([
  ["a name that every object has", factsOf("constructor")],
  ["a provider's function", factsOf("provider::aws::arn_parse")],
])("%s has no row", (_what, facts) => {
  expect(facts).toBeUndefined();
});
