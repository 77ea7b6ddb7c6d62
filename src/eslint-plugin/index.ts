/** The ESLint plugin, `tfwright/eslint`. It needs what the user's ESLint has, and nothing else. */
import type { ESLint, Linter } from "eslint";
import { noConditionOnExpression } from "./no-condition-on-expression";

const meta = { name: "tfwright" } as const;
const rules = { "no-condition-on-expression": noConditionOnExpression };
const configs: {
  /** The plugin and its rule, as errors; the parser and its types are the user's. */
  readonly recommended: Linter.Config;
} = {
  recommended: {
    plugins: {
      // ESLint refuses two objects under one name, so it must be the one that the user imports.
      get tfwright(): ESLint.Plugin {
        return module.exports as ESLint.Plugin;
      },
    },
    rules: { "tfwright/no-condition-on-expression": "error" },
  },
};

// `import tfwright from "tfwright/eslint"` and `require("tfwright/eslint")` give the same. A literal of names, so that
// Node finds them for `import { configs } from "tfwright/eslint"`.
export = { meta, rules, configs };
