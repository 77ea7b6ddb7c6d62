/** Every reference must lead to something of this module, and every variable must have an effect. */
import type { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import type { OutputModel, VariableModel } from "../../render/model";
import { suggestName } from "../../text/suggest-name";
import type { ProviderRequirement } from "../dsl/definition";
import type { ModuleBuilder } from "../dsl/module-builder";
import { RENAMED_CHECK } from "../dsl/renamed-from";
import { checkUnicode, textsOf } from "./check-unicode";
import { CountedParts } from "./counted-parts";
import { findSecret, type Secrets } from "./find-secret";
import { KnownAttributes } from "./known-attributes";
import { faultOfFunction, readNames } from "./read-hcl-names";
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

/** What references may begin with besides what the module itself has. */
const BUILT_IN = new Set(["path", "terraform", "each", "count", "self"]);
/** Kinds of blocks whose addresses begin with the kind. */
const THREE_NAMES = new Set(["data", "ephemeral", "action"]);
const NAMES_OF_BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  path: ["module", "root", "cwd"],
  terraform: ["workspace", "applying"],
  each: ["key", "value"],
  count: ["index"],
};
const INSIDE_ONLY = new Set(["each", "count", "self"]);
export function checkReferences(module: ReferencingModule, problems: Problems): void {
  const { name, variables, renamed, outputs, main, builder, secrets } = module;
  const declared = new Set(variables.map((variable) => variable.name));
  const used = new Set<string>();
  const types = new Set(
    builder.parts.flatMap((part) => (part.kind === "resource" || part.kind === "data" ? [part.type] : [])),
  );
  // These use both variables, whether or not anything uses the local; and a rule on a value is no use of the value.
  const renamedPaths = new Set([
    ...renamed.map(({ to }) => `${name}.locals.${to}`),
    `${name}.check.${RENAMED_CHECK}.assert.condition`,
  ]);
  const prefixes = Object.keys(module.providers);
  const seen = new Set<string>();
  const report = (code: string, path: string, message: string, hint: string) => {
    if (seen.has(path + message)) return;
    seen.add(path + message);
    problems.add({ code, path, message, hint });
  };

  const visitAddress = (address: string, path: string, where: "inside" | "outside" = "inside") => {
    const [root = "", second = "", third = ""] = address.split(/[.[]/);
    const renaming = root === "local" ? renamed.find(({ to }) => to === second) : undefined;
    if (renaming !== undefined) used.add(renaming.to).add(renaming.from);
    if (root === "var") {
      if (!renamedPaths.has(path)) used.add(second);
      if (!declared.has(second)) {
        report(
          "unknown-variable",
          path,
          `\`var.${second}\` is not a variable of this module`,
          `its variables are ${[...declared].join(", ") || "none"}`,
        );
      }
    } else if (root === "local" || root === "module") {
      if (!builder.hasAddress(`${root}.${second}`))
        report(
          "unknown-reference",
          path,
          `\`${root}.${second}\` does not exist in this module`,
          "create it with `local` or `moduleCall`",
        );
    } else if (THREE_NAMES.has(root) || types.has(root) || prefixes.some((prefix) => root.startsWith(`${prefix}_`))) {
      const target = THREE_NAMES.has(root) ? `${root}.${second}.${third}` : `${root}.${second}`;
      if (!builder.hasAddress(target))
        report(
          "unknown-reference",
          path,
          `\`${target}\` does not exist in this module`,
          `create it with \`${root === "ephemeral" || root === "action" ? root : "resource"}\`, or correct the address`,
        );
    } else if (!BUILT_IN.has(root) || (where === "outside" && INSIDE_ONLY.has(root))) {
      report(
        "unknown-reference",
        path,
        `\`${address}\` refers to nothing in this module`,
        INSIDE_ONLY.has(root)
          ? `\`${root}\` is known only inside a resource or module call`
          : "references start with var, local, module, data, ephemeral, path, terraform or a resource of this module",
      );
    } else if (NAMES_OF_BUILT_IN[root]?.includes(second) === false) {
      report(
        "unknown-reference",
        path,
        `Terraform has no \`${root}.${second}\``,
        suggestName(second, NAMES_OF_BUILT_IN[root] ?? [], `names after \`${root}.\``),
      );
    }
  };
  const counted = new CountedParts(builder);
  const attributes = new KnownAttributes(builder);
  const visitRaw = (text: string, path: string) => {
    const names = readNames(text);
    if ("message" in names) {
      report("not-hcl", path, `this is not valid HCL: ${names.message}`, names.hint ?? "correct the text of `raw`");
      return;
    }
    for (const name of names.functions) {
      const fault = faultOfFunction(name);
      if (fault !== undefined) report("unknown-function", path, fault.message, fault.hint ?? "");
    }
    for (const steps of names.untilFirstIndex) {
      const fault = counted.faultOf(steps);
      if (fault !== undefined) report("no-single-instance", path, fault.message, fault.hint ?? "");
    }
    for (const steps of names.beforeSplats) {
      const fault = counted.faultOfSplat(steps);
      if (fault !== undefined) report("no-single-instance", path, fault.message, fault.hint ?? "");
    }
    for (const steps of names.references) {
      if (steps.length > 1) visitAddress(steps.join("."), path);
      const fault = attributes.faultOf(steps);
      if (fault !== undefined) report("unknown-attribute", path, fault.message, fault.hint ?? "");
    }
  };
  const visit = (value: Expression, path: string, where: "inside" | "outside" = "inside") =>
    walkExpression(value, (node) => {
      checkUnicode(textsOf(node), path, problems);
      if (node.kind === "reference") visitAddress(node.address, path, where);
      if (node.kind === "raw") visitRaw(node.text, path);
    });

  const isAddress = (address: string) =>
    address.startsWith("var.") ? declared.has(address.slice(4)) : builder.hasAddress(address);
  const warned = new Set<string>();
  const warn = (reference: string, path: string) => {
    if (warned.has(path + reference)) return;
    warned.add(path + reference);
    builder.warnings.add({
      code: "reference-in-text",
      path,
      message: `\`\${${reference}}\` is a text here, which Terraform does not read as a reference`,
      hint: `give the value in a template string: \`\${${reference === "path.module" ? "pathModule()" : `ref("${reference}")`}}/...\``,
    });
  };
  walkBody(main, name, visit);
  walkBody(main, name, (value, path) =>
    walkExpression(value, (node) => {
      for (const reference of referencesInText(node, isAddress)) warn(reference, path);
    }),
  );
  for (const output of outputs) {
    const path = `${name}.outputs.${output.name}`;
    visit(output.value, path, "outside");
    const secret = output.sensitive ? undefined : findSecret(output.value, secrets);
    if (secret !== undefined) {
      report(
        "sensitive-output",
        path,
        `the output shows \`${secret}\`, which is sensitive`,
        "set `sensitive: true`, or pass the value through `fn.nonsensitive`",
      );
    }
    for (const rule of output.preconditions) {
      visit(rule.condition, path);
      visit(rule.message, path);
    }
    for (const address of output.dependsOn) visitAddress(address, path);
  }
  for (const variable of variables) {
    const path = `${name}.variables.${variable.name}`;
    for (const rule of variable.validations) {
      const inner = new Set<string>();
      walkExpression(rule.condition, (node) => {
        if (node.kind === "reference" && node.address.startsWith("var.")) inner.add(node.address.slice(4));
      });
      if (!inner.has(variable.name) && rule.condition.kind !== "raw") {
        report(
          "validation-without-value",
          path,
          "a validation must refer to its own variable",
          "use the value that `condition` is called with",
        );
      }
      for (const other of inner)
        if (!declared.has(other))
          report(
            "unknown-variable",
            path,
            `\`var.${other}\` is not a variable of this module`,
            `its variables are ${[...declared].join(", ")}`,
          );
    }
    if (module.isComplete && !used.has(variable.name)) {
      report(
        "unused-variable",
        path,
        `nothing in the module uses \`var.${variable.name}\``,
        "use it in `build`, or remove it; `if (v.x)`, `v.x ? a : b` and `v.x && y` do not use it, because JavaScript decides them before Terraform runs: write `when`, `and`, `or`, `blockIf` or `count`",
      );
    }
  }
}
