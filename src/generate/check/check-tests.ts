/** Checks the tests of a definition: reports what Terraform would refuse in a `*.tftest.hcl` file before the file is written. */
import type { Problems } from "../../errors";
import { isIdentifier } from "../../hcl/text";
import { isRecord } from "../../json/json-value";
import type { OutputModel, VariableModel } from "../../render/model";
import { meantNames, suggestName } from "../../text/suggest-name";
import type { TestFile, TestRun } from "../dsl/definition";
import { addressOfPart, isElement, type ModuleBuilder } from "../dsl/module-builder";
import { checkFields, type FieldKinds } from "./check-fields";
import { checkValue } from "./check-value";
import { CountedParts } from "./counted-parts";
import { KnownAttributes } from "./known-attributes";
import { NameScope } from "./name-scope";

/** The module that is tested. */
interface TestedModule {
  readonly name: string;
  readonly variables: readonly VariableModel[];
  readonly outputs: readonly OutputModel[];
  readonly builder: ModuleBuilder;
  /** Local names of the providers that it declares. */
  readonly providers: readonly string[];
}

const FILE: FieldKinds = {
  runs: "array",
  variables: "object?",
  providers: "object?",
  mocks: "object?",
  overrideData: "object?",
};
const RUN: FieldKinds = {
  name: "text",
  command: "text?",
  variables: "object?",
  assert: "array?",
  expectFailures: "array?",
};
const ASSERT: FieldKinds = { condition: "text", message: "text" };
const MOCK: FieldKinds = { data: "object?", resource: "object?" };

/** Reports what is wrong with the tests of a module. */
export function checkTests(tests: unknown, module: TestedModule, problems: Problems): void {
  const path = `${module.name}.tests`;
  if (tests === undefined) return;
  if (!isRecord(tests)) {
    problems.add({
      code: "bad-definition",
      path,
      message: "`tests` must be an object with the test files by their names",
    });
    return;
  }
  const check = new TestCheck(module, problems);
  for (const [name, file] of Object.entries(tests)) {
    if (!/^[\w-]+$/.test(name))
      problems.add({
        code: "bad-name",
        path: `${path}.${name}`,
        message: `${JSON.stringify(name)} cannot be the name of a test file`,
        hint: "use letters, digits, `_` and `-`",
      });
    if (checkFields(file, FILE, { path: `${path}.${name}`, what: "a test file" }, problems))
      check.checkFile(file as unknown as TestFile, `${path}.${name}`);
  }
}

class TestCheck {
  readonly #module: TestedModule;
  readonly #problems: Problems;
  /** What each part is, for the names in a condition. */
  readonly #parts: { readonly counted: CountedParts; readonly attributes: KnownAttributes };
  readonly #addresses: readonly string[];
  /** What a condition that names no other run may refer to. */
  readonly #scope: NameScope;
  /** Addresses where something is checked. */
  readonly #checked: ReadonlySet<string>;

  constructor(module: TestedModule, problems: Problems) {
    this.#module = module;
    this.#problems = problems;
    const { variables, outputs, builder } = module;
    this.#parts = { counted: new CountedParts(builder), attributes: new KnownAttributes(builder) };
    this.#addresses = [
      ...variables.map(({ name }) => `var.${name}`),
      ...outputs.map(({ name }) => `output.${name}`),
      ...builder.addresses,
    ];
    this.#scope = new NameScope(this.#addresses, "in this module", this.#parts);
    this.#checked = checkedAddresses(module);
  }

  checkFile(file: TestFile, path: string): void {
    this.#checkProviders(file, path);
    this.#checkOverrides(file, path);
    this.#checkVariables(file.variables, path);
    if (file.runs.length === 0)
      this.#problems.add({
        code: "no-runs",
        path,
        message: "a test file without a run tests nothing",
        hint: 'runs: [{ name: "plan", assert: [{ condition: "...", message: "..." }] }]',
      });
    const before: string[] = [];
    for (const [index, run] of file.runs.entries()) {
      const place = { path: `${path}.runs[${index}]`, what: "a run" };
      if (!checkFields(run, RUN, place, this.#problems)) continue;
      const inner = `${path}.runs.${run.name}`;
      this.#checkName(run.name, before, inner);
      this.#checkRun(run, { path: inner, before });
      before.push(run.name);
    }
    this.#checkRequired(file, path);
  }

  /** A required variable that several runs do not set is one problem; one whose name is misspelled is reported already. */
  #checkRequired(file: TestFile, path: string): void {
    const names = this.#module.variables.map(({ name }) => name);
    const setIn = (given: object | undefined) => meantNames(Object.keys(given ?? {}), names);
    const given = setIn(file.variables);
    const runs = file.runs.flatMap((run) => (isRecord(run) ? [{ name: run.name, given: setIn(run.variables) }] : []));
    for (const { name, default: fallback } of this.#module.variables) {
      if (fallback !== undefined || given.has(name)) continue;
      const without = runs.filter((run) => !run.given.has(name)).map((run) => run.name);
      const [first, ...more] = without;
      if (first === undefined) continue;
      const isOne = more.length === 0;
      this.#problems.add({
        code: "missing-input",
        path: isOne ? `${path}.runs.${first}` : path,
        message: isOne
          ? `the run does not set the required variable \`${name}\``
          : `the runs ${without.join(", ")} do not set the required variable \`${name}\``,
        hint: "set it in the run, or in `variables` of the test file",
      });
    }
  }

  #checkName(name: string, before: readonly string[], path: string): void {
    if (!isIdentifier(name))
      this.#problems.add({
        code: "bad-name",
        path,
        message: `${JSON.stringify(name)} cannot be the name of a run`,
        hint: "use letters, digits, `_` and `-`, not starting with a digit",
      });
    if (before.includes(name))
      this.#problems.add({
        code: "duplicate-run",
        path,
        message: `two runs have the name \`${name}\``,
        hint: "give one of them another name",
      });
  }

  #checkRun(run: TestRun, { path, before }: { readonly path: string; readonly before: readonly string[] }): void {
    if (run.command !== undefined && run.command !== "plan" && run.command !== "apply")
      this.#problems.add({
        code: "bad-option",
        path,
        message: `\`command\` must be plan or apply, but is ${JSON.stringify(run.command)}`,
      });
    this.#checkVariables(run.variables, path);
    for (const [index, one] of (run.assert ?? []).entries()) {
      const place = `${path}.assert[${index}]`;
      if (checkFields(one, ASSERT, { path: place, what: "an assertion" }, this.#problems))
        this.#scopeFor(one.condition, before).checkText(
          one.condition,
          { path: place, what: "condition" },
          this.#problems,
        );
    }
    for (const [index, address] of (run.expectFailures ?? []).entries())
      this.#checkFailure(address, `${path}.expectFailures[${index}]`);
  }

  #scopeFor(condition: string, before: readonly string[]): NameScope {
    if (!/\brun\./.test(condition)) return this.#scope;
    const addresses = [...this.#addresses, ...before.map((name) => `run.${name}`)];
    const hint = before.length === 0 ? "a run may refer to runs above it: run.NAME.OUTPUT" : undefined;
    return new NameScope(addresses, "in this module", { ...this.#parts, hint });
  }

  #checkVariables(given: TestRun["variables"], path: string): void {
    const { variables } = this.#module;
    for (const [name, value] of Object.entries(given ?? {})) {
      const variable = variables.find((one) => one.name === name);
      if (variable === undefined) {
        this.#problems.add({
          code: "unknown-variable",
          path: `${path}.variables.${name}`,
          message: `the module has no variable \`${name}\``,
          hint: suggestName(
            name,
            variables.map((one) => one.name),
            "variables",
          ),
        });
        continue;
      }
      checkValue(value, variable.type, {
        path: `${path}.variables.${name}`,
        code: "input-type",
        what: `variable ${name}`,
        hint: "Terraform stops at a value of the wrong type, and `expectFailures` does not catch this",
        accepts: "converted",
        isClosed: false,
        problems: this.#problems,
      });
    }
  }

  /** What `expect_failures` names must be there, and must have something that can fail. */
  #checkFailure(address: unknown, path: string): void {
    const bare = typeof address === "string" ? address.replace(/\[[^\]]*\]$/, "") : "";
    if (this.#checked.has(bare)) return;
    const exists = this.#addresses.includes(bare);
    this.#problems.add({
      code: exists ? "cannot-fail" : "unknown-reference",
      path,
      message: exists
        ? `nothing can fail at \`${bare}\`: it has no ${bare.startsWith("var.") ? "validation" : "precondition or postcondition"}`
        : `${JSON.stringify(address)} is not an address in this module whose check can fail`,
      hint:
        suggestName(bare, [...this.#checked], "addresses with checks") ||
        "name a variable with a validation, or a resource or output with a precondition",
    });
  }

  #checkProviders({ providers, mocks }: TestFile, path: string): void {
    const known = this.#module.providers;
    for (const [field, given] of Object.entries({ providers, mocks })) {
      for (const [name, value] of Object.entries(given ?? {})) {
        const place = `${path}.${field}.${name}`;
        if (!known.includes(name.split(".")[0] as string))
          this.#problems.add({
            code: "unknown-provider",
            path: place,
            message: `the module has no provider \`${name}\``,
            hint: suggestName(name, known, "providers"),
          });
        if (field === "mocks") checkFields(value, MOCK, { path: place, what: "a mock" }, this.#problems);
      }
    }
  }

  /** Of a module that is called, only its call is known here. */
  #checkOverrides({ overrideData = {} }: TestFile, path: string): void {
    const known = this.#addresses.filter((address) => /^(?:data|module)\./.test(address));
    for (const address of Object.keys(overrideData)) {
      const steps = address.replace(/\[[^\]]*\]/g, "").split(".");
      if (known.includes(steps.slice(0, steps[0] === "module" ? 2 : 3).join("."))) continue;
      this.#problems.add({
        code: "unknown-reference",
        path: `${path}.overrideData`,
        message: `\`${address}\` is not a data source of this module`,
        hint: suggestName(address, known, "data sources"),
      });
    }
  }
}

/** Variables with a validation, and parts and outputs with a condition. */
function checkedAddresses({ variables, outputs, builder }: TestedModule): ReadonlySet<string> {
  return new Set([
    ...variables.flatMap(({ name, validations }) => (validations.length > 0 ? [`var.${name}`] : [])),
    ...outputs.flatMap(({ name, preconditions }) => (preconditions.length > 0 ? [`output.${name}`] : [])),
    ...builder.parts.flatMap((part) => {
      if (part.kind === "check") return [`check.${part.name}`];
      if (!isElement(part)) return [];
      const { lifecycle, config } = part;
      const rules = [...(lifecycle?.preconditions ?? []), ...(lifecycle?.postconditions ?? [])];
      // Of a construct that was made without `resource` it is not known.
      if (rules.length === 0 && config !== undefined) return [];
      return [addressOfPart(part)];
    }),
  ]);
}
