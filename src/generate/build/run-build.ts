/** Runs the `build` of a definition over references, and gathers what it makes. */
import { refuseChildren } from "../../cdk";
import { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { checkKinds } from "../check/check-kinds";
import type { Definition, Outputs, Variables } from "../dsl/definition";
import { type ConditionNodes, type ModuleBuilder, refuseAfterBuild } from "../dsl/module-builder";
import { referenceNode } from "../expr/build";
import { adoptConstructs, refuseConstructs } from "./adopt-constructs";
import { kindRules } from "./kind-rules";
import { buildMainBody } from "./main-body";
import { namedValues } from "./named-values";
import { readOutputs } from "./read-outputs";
import { guardByResource } from "./renamed-required";
import { addRenamedLocals, renamingsOf, rulesOfRequired } from "./renamed-variables";

/** What `build` made beside the parts that the builder has. */
export interface BuildResult {
  /** Undefined if `build` failed. */
  readonly outputs: Outputs | undefined;
  readonly body: Body;
  /** The problems of the body. */
  readonly bodyProblems: Problems;
  /** Rules on variables that no resource holds yet, because none is there for each caller. */
  readonly rulesLeft: readonly ConditionNodes[];
  readonly hasKinds: boolean;
}

/** Runs `build` once. Problems that it finds are those of the builder, too. */
export function runBuild(
  definition: Definition<Variables, Outputs>,
  builder: ModuleBuilder,
  problems: Problems,
): BuildResult {
  const { name, variables } = definition;
  const renamed = new Set(renamingsOf(variables).map(({ to }) => to));
  const nodeOf = (variable: string) => referenceNode(`${renamed.has(variable) ? "local" : "var"}.${variable}`);
  const hasKinds = checkKinds(definition, problems);
  addRenamedLocals(builder, variables);
  builder.traceConstructs();
  const outputs = attemptBuild(builder, problems, () => {
    const returned = callBuild(builder, () =>
      definition.build(builder.scope, namedValues(definition, nodeOf) as never),
    );
    adoptConstructs(builder);
    return readOutputs(returned, name);
  });
  builder.end();
  // A class of a provider that is made with `new` does not ask the builder.
  refuseChildren(builder.scope, () => refuseAfterBuild(name));
  problems.add(...builder.problems.all);
  const rules = [...rulesOfRequired(variables), ...(hasKinds ? kindRules(definition, nodeOf) : [])];
  const rulesLeft = guardByResource(builder, rules) ? [] : rules;
  const bodyProblems = new Problems();
  return { outputs, body: buildMainBody(builder, bodyProblems), bodyProblems, rulesLeft, hasKinds };
}

/**
 * What has no place in a module is told where `build` fails too. cdktf itself fails on some of it, such as a module with a path: that
 * is said in place of its error.
 */
function callBuild(builder: ModuleBuilder, build: () => unknown): unknown {
  try {
    return build();
  } catch (error) {
    refuseConstructs(builder);
    throw error;
  }
}

/** Runs `build`. What JavaScript itself throws after a problem was found is mostly its consequence, and is left out then. */
function attemptBuild<T>(builder: ModuleBuilder, problems: Problems, build: () => T): T | undefined {
  try {
    return problems.attempt(build);
  } catch (error) {
    if (builder.problems.size === 0) throw error;
    return undefined;
  }
}
