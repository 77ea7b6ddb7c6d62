/** All rules, by family. */
import type { Rule } from "./rule";
import { actionRules } from "./rules/actions";
import { breadthRules } from "./rules/breadth";
import { conditionFormRules } from "./rules/condition-form";
import { conditionRules } from "./rules/conditions";
import { escalationRules } from "./rules/escalation";
import { principalRules } from "./rules/principals";
import { resourceRules } from "./rules/resources";
import { structureRules } from "./rules/structure";

/** Every rule, family by family. */
export const lintRules: readonly Rule[] = [
  ...structureRules,
  ...actionRules,
  ...resourceRules,
  ...breadthRules,
  ...escalationRules,
  ...principalRules,
  ...conditionRules,
  ...conditionFormRules,
];

const byCode = new Map(lintRules.map((rule) => [rule.code, rule]));

/** The rule of a code. */
export function findRule(code: string): Rule | undefined {
  return byCode.get(code);
}
