/** The ESLint plugin, `tfwright/eslint`. It needs what the user's ESLint has, and nothing else. */
import type { ESLint, Linter } from "eslint";
import { noConditionOnExpression } from "./no-condition-on-expression";

interface Plugin extends ESLint.Plugin {
  readonly configs: {
    /** The plugin and its rule, as errors; the parser and its types are the user's. */
    readonly recommended: Linter.Config;
  };
}

const base: ESLint.Plugin = {
  meta: { name: "tfwright" },
  rules: { "no-condition-on-expression": noConditionOnExpression },
};

const plugin: Plugin = Object.assign(base, {
  configs: {
    recommended: { plugins: { tfwright: base }, rules: { "tfwright/no-condition-on-expression": "error" } } as const,
  },
});

// `import tfwright from "tfwright/eslint"` and `require("tfwright/eslint")` give the same.
export = plugin;
