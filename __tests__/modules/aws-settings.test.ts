/** Every row of the table of settings names an argument that the AWS provider has, of the kind that its test compares. */
import { AWS_SETTINGS } from "../../src/review/rules/resources/aws-settings";
import type { Setting } from "../../src/review/rules/resources/setting-tests";
import { settingsFor, typesWithSettings } from "../../src/review/rules/resources/settings";
import type { AttributeSchema, BlockSchema, ValueType } from "../../src/terraform/schema/provider-schema";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { describeWithProviders } from "./support/find-terraform";
import { readSchemas, SCHEMAS } from "./support/provider-schema";
import { PATIENCE } from "./support/terraform";

describeWithProviders("terraform", SCHEMAS, "the table of settings", () => {
  test(
    "every argument is one of the provider's",
    async () => {
      const { types } = readProviderSchema(await readSchemas(), "schema.json", {
        source: "hashicorp/aws",
        isWanted: (kind) => kind === "resource",
      });
      const blocks = new Map(types.map(({ type, block }) => [type, block]));
      const rules = Object.keys(AWS_SETTINGS) as readonly (keyof typeof AWS_SETTINGS)[];
      const rows = rules.flatMap((rule) =>
        typesWithSettings(rule)
          .filter((type) => type.startsWith("aws_"))
          .flatMap((type) => settingsFor(rule, type).map((setting) => ({ rule, type, setting }))),
      );
      const wrong = rows.flatMap(({ rule, type, setting }) => {
        const ofText = setting.path.findIndex((step) => step.endsWith("@"));
        const kind = kindIn(
          blocks.get(type),
          setting.path.slice(0, ofText + 1 || undefined).map((step) => step.replace(/\{.*\}$|@$/, "")),
        );
        // What is inside of a text of JSON is in no schema.
        const inText = kind === "string" ? undefined : "is no text";
        const problem = kind === undefined ? "is no argument" : ofText < 0 ? problemOf(kind, setting) : inText;
        return problem === undefined ? [] : [`${rule}: ${type} ${setting.path.join(".")} ${problem}`];
      });
      expect(wrong).toEqual([]);
      process.stdout.write(`${rows.length} settings of ${new Set(rows.map(({ type }) => type)).size} types\n`);
    },
    PATIENCE,
  );
});

/** What stands at a path: a block, or an argument of a type. */
function kindIn(
  block: BlockSchema | undefined,
  [name = "", ...rest]: readonly string[],
): ValueType | "block" | undefined {
  const inner = block?.blocks.find((one) => one.name === name);
  if (inner !== undefined) return rest.length === 0 ? "block" : kindIn(inner.block, rest);
  return kindOf(
    block?.attributes.find((one) => one.name === name && (one.optional || one.required)),
    rest,
  );
}

function kindOf(attribute: AttributeSchema | undefined, rest: readonly string[]): ValueType | "block" | undefined {
  if (attribute?.nested !== undefined) {
    if (rest.length === 0) return "block";
    return kindIn({ attributes: attribute.nested.attributes, blocks: [] }, rest);
  }
  return attribute?.type === undefined ? undefined : typeIn(attribute.type, rest);
}

function typeIn(type: ValueType, [name, ...rest]: readonly string[]): ValueType | undefined {
  if (name === undefined) return type;
  if (typeof type === "string") return undefined;
  if (type[0] === "object") return type[1][name] === undefined ? undefined : typeIn(type[1][name], rest);
  // A map has the names that its author gives it.
  return type[0] === "map" ? typeIn(type[1], rest) : type[0] === "tuple" ? undefined : typeIn(type[1], [name, ...rest]);
}

/** Numbers and durations that the provider has as text. */
const AMOUNTS: ReadonlySet<string> = new Set(["limit_amount", "session_duration"]);

function problemOf(kind: ValueType | "block", { test, values, path }: Setting): string | undefined {
  const isFlag = values.includes("true") || values.includes("false");
  const isAmount = kind === "number" || (kind === "string" && AMOUNTS.has(path.join(".")));
  if ((test === "less" || test === "more") && !isAmount) return "is no number";
  if (isFlag && kind !== "bool" && kind !== "string") return `is no flag but ${JSON.stringify(kind)}`;
  const isNumber = kind === "number" && values.every((value) => value === "-" || /^-?\d+$/.test(value));
  if (test === "is" && !isFlag && !isNumber && values.some((value) => value !== "-") && kind !== "string")
    return `has no such value, as it is ${JSON.stringify(kind)} at ${path.join(".")}`;
  return undefined;
}
