/** Finds the author's code that caused a problem. */
import type { Problem, Problems } from "../../errors";
import { callAt, stackOfCall } from "../dsl/author-call";
import type { Outputs, Variables } from "../dsl/definition";
import type { ModuleBuilder } from "../dsl/module-builder";

/** What is needed to find the author's code that caused a problem. */
interface AuthorStacks {
  readonly builder: ModuleBuilder;
  /** The `defineModule` call, for problems that have no more exact position. */
  readonly definedAt: Error | undefined;
  /** What the author makes outside of the builder, by the names in the paths of its problems. */
  readonly made: { readonly variables: Variables; readonly outputs: Outputs };
}

/**
 * Returns the problems, each with a path that starts with the module's name and with the author's calls that led to it. Only here,
 * where there are problems, a stack trace is written as text.
 */
export function locateProblems(problems: Problems, { builder, definedAt, made }: AuthorStacks): readonly Problem[] {
  const { definitionName: name } = builder;
  return problems.all.map(({ stack: thrownAt, calls: known, ...problem }) => {
    const isLocated = problem.path === name || problem.path.startsWith(`${name}.`);
    // A problem that an expression reports has no module in its path, but its stack trace contains the author's line.
    const path = isLocated ? problem.path : [name, problem.path].filter(Boolean).join(".");
    const inner = path.slice(name.length + 1);
    const [named = "", kind = "", part = ""] = /^(variables|outputs)[.]([^.[]+)/.exec(inner) ?? [];
    const found = Object.entries(made[kind as keyof typeof made] ?? {}).find(([key]) => key === part);
    const calls = [
      // What the problem names itself comes first: of two parts with one address the second.
      ...(known ?? []),
      ...(isLocated ? [builder.callOf(inner)] : []),
      ...(known === undefined ? [callAt(thrownAt)] : []),
      callAt(stackOfCall(found?.[1]), inner.slice(named.length)),
      // What `build` returned without `output` has no call of its own: the key stands in what `build` returns.
      callAt(definedAt?.stack, inner.replace(/^outputs\b/, "build")),
    ];
    return { ...problem, path, calls: calls.filter((call) => call !== undefined) };
  });
}
