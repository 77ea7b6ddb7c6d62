/** Which types of a provider are meant: `aws_glue_job`, `data.aws_region`, `aws_glue_*`. */
import type { Problem } from "../errors";
import type { ProviderSchema, SchemaKind } from "../terraform/schema/provider-schema";
import { nearestName } from "../text/suggest-name";
import type { WrittenKind } from "./type-names";
import { KIND_PREFIX } from "./write-type";

const KINDS: readonly WrittenKind[] = ["resource", "data", "ephemeral"];
const KIND_NAMES: Readonly<Record<SchemaKind, string>> = {
  resource: "resource",
  data: "data source",
  ephemeral: "ephemeral resource",
  action: "action",
  list: "list resource",
};

interface TypePattern {
  readonly kind: WrittenKind;
  /** With `*` for any letters. */
  readonly name: string;
}

/** What a schema has and what gets no class, and how a module uses it. */
const WITHOUT_CLASS = {
  action: {
    kind: "action",
    use: "write its class with `actionType`, as in docs/authoring.md#actions-imports-deprecations",
  },
  function: { kind: "function", use: "write it with `providerFunction`, as in docs/authoring.md#renamed-variables" },
  list: { kind: "list resource", use: "a module has no place for it: only files of `terraform query` have" },
} as const;
type WithoutClass = keyof typeof WITHOUT_CLASS;

/** What the text names if that gets no class: `action.aws_lambda_invoke`, `function.arn_parse`, `provider::aws::arn_parse`. */
function withoutClass(text: string): { readonly kind: WithoutClass; readonly name: string } | undefined {
  const [, kind = "function", name = ""] = /^(?:(action|function|list)\.|provider::[\w-]+::)(.+)$/.exec(text) ?? [];
  return name === "" ? undefined : { kind: kind as WithoutClass, name };
}

/** How much of a provider gets no class; nothing where only some of its types are wanted. */
export function countWithoutClass(
  patterns: readonly string[],
  { names, functions }: ProviderSchema,
): readonly UnwrittenKind[] {
  if (patterns.length > 0) return [];
  const counts = { action: names.action.length, function: functions.length, list: names.list.length };
  const kinds = Object.keys(WITHOUT_CLASS) as WithoutClass[];
  return kinds.flatMap((one) => (counts[one] === 0 ? [] : [{ ...WITHOUT_CLASS[one], count: counts[one] }]));
}

/** What of a provider gets no class. */
export interface UnwrittenKind {
  /** `list resource` */
  readonly kind: string;
  readonly count: number;
  /** How a module uses it. */
  readonly use: string;
}

/** @throws never; a text that is no pattern names a resource that there is not */
function readPattern(text: string): TypePattern {
  const kind = KINDS.find((one) => one !== "resource" && text.startsWith(KIND_PREFIX[one])) ?? "resource";
  return { kind, name: text.slice(KIND_PREFIX[kind].length) };
}

/** Whether a type is meant by one of the patterns; any is where there are none. */
export function isChosen(patterns: readonly string[], kind: SchemaKind, type: string): boolean {
  if (!KINDS.some((one) => one === kind)) return false;
  return patterns.length === 0 || patterns.map(readPattern).some((one) => one.kind === kind && matches(one, type));
}

function matches({ name }: Pick<TypePattern, "name">, type: string): boolean {
  if (!name.includes("*")) return name === type;
  const parts = name.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(type);
}

/** What is wrong with patterns: a type that the provider does not have, with the nearest name. */
export function checkPatterns(patterns: readonly string[], schema: ProviderSchema): readonly Problem[] {
  const { address, names } = schema;
  return patterns.flatMap((text) => {
    const other = withoutClass(text);
    if (other !== undefined) return [refuseWithoutClass(text, other, schema)];
    const pattern = readPattern(text);
    if (names[pattern.kind].some((type) => matches(pattern, type))) return [];
    const others = (Object.keys(names) as SchemaKind[]).filter((kind) =>
      names[kind].some((one) => matches(pattern, one)),
    );
    return [
      {
        code: "unknown-type",
        path: text,
        message: `${address} has no such ${KIND_NAMES[pattern.kind]}`,
        hint: others.length > 0 ? otherKind(others, pattern.name) : nearest(pattern, names),
      },
    ];
  });
}

function refuseWithoutClass(
  text: string,
  { kind, name }: { readonly kind: WithoutClass; readonly name: string },
  { address, names, functions }: ProviderSchema,
): Problem {
  const known = kind === "function" ? functions.map((one) => one.name) : names[kind];
  const isThere = known.some((one) => matches({ name }, one));
  const near = isThere ? undefined : nearestName(name, known);
  const { kind: word, use } = WITHOUT_CLASS[kind];
  return {
    code: "unknown-type",
    path: text,
    message: isThere ? `${word === "action" ? "an" : "a"} ${word} gets no class` : `${address} has no such ${word}`,
    hint: near === undefined ? use : `did you mean \`${near}\`? ${use}`,
  };
}

function otherKind(kinds: readonly SchemaKind[], name: string): string {
  const written = kinds.filter((kind): kind is WrittenKind => KINDS.some((one) => one === kind));
  const [first] = written;
  if (first === undefined) {
    const { kind, use } = WITHOUT_CLASS[kinds[0] as "action" | "list"];
    return `it is the name of ${kind === "action" ? "an" : "a"} ${kind}, which gets no class: ${use}`;
  }
  return `there is a ${KIND_NAMES[first]} of this name: write \`${KIND_PREFIX[first]}${name}\``;
}

function nearest({ kind, name }: TypePattern, names: ProviderSchema["names"]): string {
  if (names[kind].length === 0) return `it has no ${KIND_NAMES[kind]}s`;
  const near = nearestName(name, names[kind]);
  if (near !== undefined) return `did you mean \`${KIND_PREFIX[kind]}${near}\`?`;
  return `it has ${names[kind].length} of them, such as \`${KIND_PREFIX[kind]}${names[kind][0]}\``;
}
