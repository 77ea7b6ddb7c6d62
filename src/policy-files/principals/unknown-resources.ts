/** What is known only after apply in the statements of an `aws_iam_policy_document`: how it is called, and what it refers to. */
import { type Fields, fieldsIn, isFields, isList, type Json } from "../../json/json-value";
import { markOf } from "../../terraform/plan/marks";
import type { ConfiguredResource } from "../../terraform/plan/plan";
import { sameToken, type UnknownTokens } from "../plan/plan-arguments";
import type { Instance } from "./instances";
import type { Meant, References } from "./references";

/** The resources of a statement that are known only after apply. */
export interface UnknownResources {
  /** The text that stands for them in the statement, once. */
  readonly text: string;
  /** How many there are. */
  readonly count: number;
  /** What the expression of the argument refers to. */
  readonly meant: Meant;
}

/** The unknown resources of static statements, by the index of the statement. */
export function unknownResourcesOf(data: Instance, references: References): ReadonlyMap<number, UnknownResources> {
  const statements = statementsOf(data);
  const marks = markOf(data.after.unknown, "statement");
  const configured = references.configured(data);
  const found = new Map<number, UnknownResources>();
  for (const [index, item] of statements.entries()) {
    const unknowns = markOf(markOf(marks, index), "resources");
    const count = isList(unknowns) ? unknowns.filter((mark) => mark === true).length : 0;
    const place = placeOf(fieldsIn(item), index, statements.length, configured);
    if (count === 0 || place === undefined) continue;
    const argument = `statement.${place}.resources`;
    const text = unknownText(configured?.references.get(argument) ?? []);
    found.set(index, { text, count, meant: references.unknownOf(data, argument) });
  }
  return found;
}

function statementsOf({ after: { value } }: Instance): readonly Json[] {
  return isFields(value) && isList(value.statement) ? value.statement : [];
}

/**
 * The place of a static statement in the configuration, found by its Sid. The plan does not have `dynamic` ones there, so that a
 * statement without a Sid is found by its index only where all statements are static.
 */
function placeOf(
  { sid }: Fields,
  index: number,
  statements: number,
  configured: ConfiguredResource | undefined,
): number | undefined {
  const at = (place: number) => configured?.constants.get(`statement.${place}.sid`);
  const count = [...(configured?.references.keys() ?? []), ...(configured?.constants.keys() ?? [])]
    .map((path) => /^statement\.(\d+)\./.exec(path)?.[1])
    .reduce((most, place) => Math.max(most, place === undefined ? 0 : Number(place) + 1), 0);
  const found = Array.from({ length: count }, (_, place) => place).find((place) => at(place) === sid && sid);
  const isAlone = count === statements && at(index) === undefined && (sid === undefined || sid === null);
  return found ?? (isAlone ? index : undefined);
}

const ANYTHING = "${known after apply}";

/** The arguments that tell blocks of one type apart, and the one whose values may be known only after apply. */
const TOLD_APART: Readonly<Record<string, { readonly by: readonly string[]; readonly values: string }>> = {
  condition: { by: ["test", "variable"], values: "values" },
  principals: { by: ["type"], values: "identifiers" },
  not_principals: { by: ["type"], values: "identifiers" },
};

/** An unknown value of a static statement is named after the references of its expression. */
export function tokensOf(data: Instance, references: References): UnknownTokens {
  const nothing = sameToken(ANYTHING);
  const configured = references.configured(data);
  const { length } = statementsOf(data);
  const named = (path: string) => unknownText(configured?.references.get(path) ?? []);
  const inStatement = (place: number): UnknownTokens => ({
    of: (argument) => named(`statement.${place}.${argument}`),
    inBlock(type, block) {
      const path = pathOfBlock(`statement.${place}.${type}`, TOLD_APART[type], block, configured);
      return path === undefined ? nothing : { ...nothing, of: (argument) => named(`${path}.${argument}`) };
    },
  });
  return {
    ...nothing,
    inBlock(type, block, index) {
      const place = type === "statement" ? placeOf(block, index, length, configured) : undefined;
      return place === undefined ? nothing : inStatement(place);
    },
  };
}

/** The only block of a type that has these arguments and values that refer to something. Blocks come in another order than they are written in. */
function pathOfBlock(
  type: string,
  told: (typeof TOLD_APART)[string] | undefined,
  block: Fields,
  configured: ConfiguredResource | undefined,
): string | undefined {
  if (told === undefined || configured === undefined) return undefined;
  const paths = [...configured.references.keys()].flatMap((path) => {
    const end = `.${told.values}`;
    return path.startsWith(`${type}.`) && path.endsWith(end) ? [path.slice(0, -end.length)] : [];
  });
  const [found, ...others] = paths.filter((path) =>
    told.by.every((name) => configured.constants.get(`${path}.${name}`) === block[name]),
  );
  return others.length === 0 ? found : undefined;
}

/**
 * Shown unchanged; the longest name is the one that the expression has. Names of resources come first: a long text is cut at its end,
 * and variables and data sources are mostly known.
 */
function unknownText(names: readonly string[]): string {
  const all = [...new Set(names)].filter((name) => !names.some((other) => other !== name && other.startsWith(name)));
  const isMostlyKnown = (name: string) => /^(?:var|local|data|each|count|path|terraform)\./.test(name);
  const longest = [...all.filter((name) => !isMostlyKnown(name)), ...all.filter(isMostlyKnown)];
  return longest.length === 0 ? ANYTHING : `\${known after apply: ${longest.join(", ")}}`;
}
