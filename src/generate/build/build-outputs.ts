/** From the outputs that `build` returns to those of the model. */
import type { Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { isIdentifier } from "../../hcl/text";
import type { OutputModel, RuleModel } from "../../render/model";
import { chooseText } from "../../text/locale";
import { findSecret, type Secrets } from "../check/find-secret";
import { likelySecret } from "../check/likely-secret";
import type { Outputs } from "../dsl/definition";
import { isElement, type ModuleBuilder } from "../dsl/module-builder";
import { addressesOf } from "../dsl/resource-references";
import { toCondition } from "../expr/condition";
import { replaceCdktfTokens } from "../expr/expr";
import { insideCdktf } from "../expr/inside-cdktf";
import { toNode } from "../expr/to-node";
import type { OutputTexts } from "./add-translations";
import { checkOutput } from "./check-output";
import { dropTrueRules } from "./main-body";
import { isOutput, notAnOutput } from "./read-outputs";

interface OutputScope {
  /** Name of the module. */
  readonly name: string;
  readonly builder: ModuleBuilder;
  readonly secrets: Secrets;
  /** Their descriptions. */
  readonly texts: OutputTexts;
  readonly problems: Problems;
}

function warnOfLikelySecret(value: Expression, path: string, builder: ModuleBuilder): void {
  const secret = likelySecret(value, builder.parts.filter(isElement));
  if (secret === undefined) return;
  builder.warnings.add({
    code: "likely-secret",
    path,
    message: `the output shows \`${secret}\`, a secret by its name: Terraform refuses it if the provider calls it sensitive, and prints it otherwise`,
    hint: "set `sensitive: true`, or `sensitive: false` if it is none",
  });
}

export function buildOutputs(outputs: Outputs, scope: OutputScope): readonly OutputModel[] {
  const { builder, secrets, texts, problems } = scope;
  return Object.entries(outputs).flatMap(([name, output]) => {
    const path = `${scope.name}.outputs.${name}`;
    if (!isIdentifier(name))
      problems.add({
        code: "bad-name",
        path,
        message: `${JSON.stringify(name)} is not a name that HCL allows`,
        hint: "use letters, digits, `_` and `-`, not starting with a digit",
      });
    if (!isOutput(output)) {
      problems.add(notAnOutput(path));
      return [];
    }
    const description = texts[name];
    const {
      // Terraform rejects an output that exposes a sensitive value unless the output is sensitive, too.
      sensitive = findSecret(output.value, secrets) !== undefined,
      ephemeral = false,
      deprecated,
      type: constraint,
      preconditions = [],
      dependsOn = [],
    } = output.options;
    checkOutput(output, path, problems);
    if (output.options.sensitive === undefined && !sensitive) warnOfLikelySecret(output.value, path, builder);
    const resolve = (node: Expression) => insideCdktf(path, () => replaceCdktfTokens(node, builder.scope));
    const rules = problems.attempt(() =>
      preconditions.map(({ condition, message }) => ({
        condition: resolve(toCondition(condition)),
        message: resolve(toNode(message)),
      })),
    );
    const value = problems.attempt(() => resolve(output.value));
    if (rules === undefined || value === undefined) return [];
    return [
      {
        name,
        ...(description !== undefined && { description: chooseText(description, builder.locale) }),
        type: output.type,
        value,
        sensitive,
        ephemeral,
        ...(deprecated !== undefined && { deprecated: chooseText(deprecated, builder.locale) }),
        ...(constraint !== undefined && { constraint: constraint.type }),
        preconditions: (problems.attempt(() => dropTrueRules(rules, path)) ?? []) as readonly RuleModel[],
        dependsOn: problems.attempt(() => addressesOf(dependsOn)) ?? [],
      },
    ];
  });
}
