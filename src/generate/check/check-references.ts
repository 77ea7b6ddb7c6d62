/** Every reference must lead to something of this module, and every variable must have an effect. */
import type { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { OutputModel, VariableModel } from "../../render/model";
import type { ProviderRequirement } from "../dsl/definition";
import type { ModuleBuilder } from "../dsl/module-builder";
import { RENAMED_CHECK } from "../dsl/renamed-from";
import { checkUnicode, textsOf } from "./check-unicode";
import { CountedParts } from "./counted-parts";
import { findSecret, type Secrets } from "./find-secret";
import { KnownAttributes } from "./known-attributes";
import { type AddressContext, ModuleAddresses, type ReferenceFault } from "./module-addresses";
import { faultOfFunction, type HclFault, type HclNames, readNames } from "./read-hcl-names";
import { referencesInText } from "./references-in-text";
import { walkBody } from "./walk-body";

interface ReferencingModule {
  readonly name: string;
  readonly variables: readonly VariableModel[];
  /** Each has a local by its new name, through which the module uses both variables. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly outputs: readonly OutputModel[];
  readonly main: Body;
  /** Whether all of it could be built; else a variable may be used by what is missing. */
  readonly isComplete: boolean;
  readonly builder: ModuleBuilder;
  readonly secrets: Secrets;
  readonly providers: Readonly<Record<string, ProviderRequirement>>;
}

export function checkReferences(module: ReferencingModule, problems: Problems): void {
  const checker = new ReferenceChecker(module, problems);
  checker.checkBody();
  for (const output of module.outputs) checker.checkOutput(output);
  for (const variable of module.variables) checker.checkVariable(variable);
  checker.warnOfUnusedLocals();
}

/** Checks one module. What is wrong several times at one place is reported once. */
class ReferenceChecker {
  readonly #module: ReferencingModule;
  readonly #problems: Problems;
  readonly #addresses: ModuleAddresses;
  readonly #counted: CountedParts;
  readonly #attributes: KnownAttributes;
  /** Where both variables of a renaming stand, whether or not anything uses them; and a rule on a value is no use of the value. */
  readonly #renamedPaths: ReadonlySet<string>;
  readonly #used = new Set<string>();
  readonly #usedLocals = new Set<string>();
  readonly #reported = new Set<string>();

  constructor(module: ReferencingModule, problems: Problems) {
    const { name, builder, variables, providers, renamed } = module;
    this.#module = module;
    this.#problems = problems;
    this.#addresses = new ModuleAddresses(builder, variables, Object.keys(providers));
    this.#counted = new CountedParts(builder);
    this.#attributes = new KnownAttributes(builder);
    this.#renamedPaths = new Set([
      ...renamed.map(({ to }) => `${name}.locals.${to}`),
      `${name}.check.${RENAMED_CHECK}.assert.condition`,
    ]);
  }

  checkBody(): void {
    const { main, name } = this.#module;
    walkBody(main, name, (value, path) => {
      this.#checkExpression(value, path, "block");
      this.#warnOfTexts(value, path);
    });
  }

  checkOutput({ name, value, sensitive, preconditions, dependsOn }: OutputModel): void {
    const path = `${this.#module.name}.outputs.${name}`;
    this.#checkExpression(value, path, "output");
    const secret = sensitive ? undefined : findSecret(value, this.#module.secrets);
    if (secret !== undefined)
      this.#report(path, {
        code: "sensitive-output",
        message: `the output shows \`${secret}\`, which is sensitive`,
        hint: "set `sensitive: true`, or pass the value through `fn.nonsensitive`",
      });
    for (const rule of preconditions) {
      this.#checkExpression(rule.condition, path, "block");
      this.#checkExpression(rule.message, path, "block");
    }
    for (const address of dependsOn) this.#checkAddress(address, path, "block");
  }

  /** Checks the validations of a variable, and whether anything uses it. The body and the outputs come first. */
  checkVariable({ name, validations }: VariableModel): void {
    const path = `${this.#module.name}.variables.${name}`;
    for (const { condition } of validations) {
      const variables = variablesIn(condition);
      if (!variables.has(name) && condition.kind !== "raw")
        this.#report(path, {
          code: "validation-without-value",
          message: "a validation must refer to its own variable",
          hint: "use the value that `condition` is called with",
        });
      walkExpression(condition, (node) => this.#noteLocals(node));
      for (const other of variables) this.#report(path, this.#addresses.faultOfVariable(other));
    }
    if (this.#module.isComplete && !this.#used.has(name))
      this.#report(path, {
        code: "unused-variable",
        message: `nothing in the module uses \`var.${name}\``,
        hint: "use it in `build`, or remove it; `if (v.x)`, `v.x ? a : b` and `v.x && y` do not use it, because JavaScript decides them before Terraform runs: write `when`, `and`, `or`, `blockIf` or `count`",
      });
  }

  /** Warns of locals that nothing reads. All references come first. */
  warnOfUnusedLocals(): void {
    const { main, name, isComplete, renamed, builder } = this.#module;
    if (!isComplete) return;
    const locals = main.flatMap((item) => (item.kind === "block" && item.type === "locals" ? item.body : []));
    for (const item of locals) {
      if (item.kind !== "attribute" || this.#usedLocals.has(item.name)) continue;
      if (renamed.some(({ to }) => to === item.name)) continue;
      builder.warnings.add({
        code: "unused-local",
        path: `${name}.locals.${item.name}`,
        message: `nothing in the module uses \`local.${item.name}\``,
        hint: "use what `local` returns, or remove it",
      });
    }
  }

  #checkExpression(value: Expression, path: string, context: AddressContext): void {
    walkExpression(value, (node) => {
      checkUnicode(textsOf(node), path, this.#problems);
      if (node.kind === "reference") this.#checkAddress(node.address, path, context);
      if (node.kind === "raw") this.#checkHcl(node.text, path);
    });
  }

  #checkAddress(address: string, path: string, context: AddressContext): void {
    this.#noteUse(address, path);
    this.#report(path, this.#addresses.faultOf(address, context));
  }

  #noteUse(address: string, path: string): void {
    const [root, name = ""] = address.split(/[.[]/);
    if (root === "var" && !this.#renamedPaths.has(path)) this.#used.add(name);
    if (root === "local") this.#usedLocals.add(name);
    const renaming = root === "local" ? this.#module.renamed.find(({ to }) => to === name) : undefined;
    if (renaming !== undefined) this.#used.add(renaming.to).add(renaming.from);
  }

  /** What a rule on a variable reads, which is no use of a variable. */
  #noteLocals(node: Expression): void {
    const text = node.kind === "reference" ? node.address : node.kind === "raw" ? node.text : "";
    for (const [, name = ""] of text.matchAll(/\blocal\.([\w-]+)/g)) this.#usedLocals.add(name);
  }

  /** Checks HCL that the author wrote as text. */
  #checkHcl(text: string, path: string): void {
    const names = readNames(text);
    if ("message" in names) {
      const { message, hint = "correct the text of `raw`" } = names;
      this.#report(path, { code: "not-hcl", message: `this is not valid HCL: ${message}`, hint });
    } else this.#checkNames(names, path);
  }

  #checkNames({ functions, untilFirstIndex, beforeSplats, references }: HclNames, path: string): void {
    const report = (code: string, fault: HclFault | undefined) =>
      this.#report(path, fault && { code, message: fault.message, hint: fault.hint ?? "" });
    for (const name of functions) report("unknown-function", faultOfFunction(name));
    for (const steps of untilFirstIndex) report("no-single-instance", this.#counted.faultOf(steps));
    for (const steps of beforeSplats) report("no-single-instance", this.#counted.faultOfSplat(steps));
    for (const steps of references) {
      if (steps.length > 1) this.#checkAddress(steps.join("."), path, "block");
      report("unknown-attribute", this.#attributes.faultOf(steps));
    }
  }

  /** Warns of references that stand in texts, where Terraform does not read them. */
  #warnOfTexts(value: Expression, path: string): void {
    walkExpression(value, (node) => {
      for (const reference of referencesInText(node, (address) => this.#addresses.has(address))) {
        if (this.#isRepeated(path, reference)) continue;
        const written = reference === "path.module" ? "pathModule()" : `ref("${reference}")`;
        this.#module.builder.warnings.add({
          code: "reference-in-text",
          path,
          message: `\`\${${reference}}\` is a text here, which Terraform does not read as a reference`,
          hint: `give the value in a template string: \`\${${written}}/...\``,
        });
      }
    });
  }

  #report(path: string, fault: ReferenceFault | undefined): void {
    if (fault !== undefined && !this.#isRepeated(path, fault.message)) this.#problems.add({ path, ...fault });
  }

  #isRepeated(path: string, what: string): boolean {
    const key = path + what;
    const isRepeated = this.#reported.has(key);
    this.#reported.add(key);
    return isRepeated;
  }
}

/** The variables that an expression refers to. */
function variablesIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  walkExpression(expression, (node) => {
    if (node.kind === "reference" && node.address.startsWith("var.")) names.add(node.address.slice(4));
  });
  return names;
}
