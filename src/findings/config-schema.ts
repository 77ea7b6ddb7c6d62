/** The JSON schema of a configuration of rules: what `read-config.ts` takes, for editors. */
import type { Json } from "../json/json-value";
import type { RuleSet } from "./rule-set";

/** What a schema needs to know beside the rules. */
interface ConfigSchemaInput<L extends string> {
  /** Name of the file. */
  readonly title: string;
  readonly rules: RuleSet<L>;
  /** The title of a rule. */
  readonly titleOf: (code: string) => string;
  /** The fields that say where a suppression holds, each with what is expected. */
  readonly places: Readonly<Record<string, string>>;
  /** The schemas of the settings beside `rules` and `suppressions`, by name. */
  readonly settings: Readonly<Record<string, Json>>;
}

const REASON = { description: "Why it is fine.", type: "string", pattern: "\\S" };
const ANY_REASON = { description: "Why it is fine.", type: "string" };

/** The schema of a configuration. */
export function configSchema<L extends string>(input: ConfigSchemaInput<L>): Json {
  const { title, rules, titleOf, places, settings } = input;
  const ruleEntries = rules.codes.map(
    (code) => [code, { description: titleOf(code), $ref: `#/$defs/${settingName(rules, code)}` }] as const,
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { description: "The address of this schema, for editors." },
      rules: {
        description: `The ${rules.levelKey} of a rule, or \`off\` with a reason.`,
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(ruleEntries),
      },
      suppressions: {
        description: "Findings that are accepted.",
        type: "array",
        items: { $ref: "#/$defs/suppression" },
      },
      ...settings,
    },
    $defs: {
      ...settingSchemas(rules),
      suppression: suppressionSchema(rules.codes, places),
    },
  };
}

/** A suppression: the rule, why, where it holds, and until when. */
function suppressionSchema(codes: readonly string[], places: ConfigSchemaInput<string>["places"]): Json {
  const placeEntries = Object.entries(places).map(
    ([name, what]) => [name, { description: `Only here: ${what}.`, type: "string" }] as const,
  );
  return {
    type: "object",
    required: ["rule", "reason"],
    additionalProperties: false,
    properties: {
      rule: { description: "Code of the rule.", enum: [...codes] },
      reason: REASON,
      ...Object.fromEntries(placeEntries),
      until: {
        description: "The last day on which it holds.",
        type: "string",
        format: "date",
        pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      },
    },
  };
}

/** The schemas of settings: one for all rules, or one for each level where lowering it needs a reason. */
function settingSchemas<L extends string>(rules: RuleSet<L>): Readonly<Record<string, Json>> {
  const schemas = rules.codes.flatMap((code) => {
    const level = rules.levelOf(code);
    return level === undefined ? [] : [[settingName(rules, code), settingSchema(rules, level)] as const];
  });
  return Object.fromEntries(schemas);
}

function settingName<L extends string>({ needsReason, levelOf }: RuleSet<L>, code: string): string {
  return needsReason === "off" ? "setting" : `setting-${levelOf(code)}`;
}

/** The levels that a rule may get. A level that needs a reason is allowed only in an object with a reason. */
function settingSchema<L extends string>({ levelKey, levels, needsReason }: RuleSet<L>, level: L): Json {
  const last = needsReason === "off" ? levels.length : levels.indexOf(level) + 1;
  const free = levels.slice(0, last);
  return {
    anyOf: [
      { enum: free },
      objectSchema(levelKey, free, ANY_REASON, [levelKey]),
      objectSchema(levelKey, [...levels.slice(last), "off"], REASON, [levelKey, "reason"]),
    ],
  };
}

function objectSchema(levelKey: string, levels: readonly string[], reason: Json, required: readonly string[]): Json {
  return {
    type: "object",
    required,
    additionalProperties: false,
    properties: { [levelKey]: { enum: levels }, reason },
  };
}
