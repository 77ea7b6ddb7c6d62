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

function matches({ name }: TypePattern, type: string): boolean {
  if (!name.includes("*")) return name === type;
  const parts = name.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(type);
}

/** What is wrong with patterns: a type that the provider does not have, with the nearest name. */
export function checkPatterns(patterns: readonly string[], { address, names }: ProviderSchema): readonly Problem[] {
  return patterns.flatMap((text) => {
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

function otherKind(kinds: readonly SchemaKind[], name: string): string {
  const written = kinds.filter((kind): kind is WrittenKind => KINDS.some((one) => one === kind));
  const [first] = written;
  if (first === undefined)
    return `it is a type of ${KIND_NAMES[kinds[0] as SchemaKind]}, for which there are no classes`;
  return `there is a ${KIND_NAMES[first]} of this name: write \`${KIND_PREFIX[first]}${name}\``;
}

function nearest({ kind, name }: TypePattern, names: ProviderSchema["names"]): string {
  if (names[kind].length === 0) return `it has no ${KIND_NAMES[kind]}s`;
  const near = nearestName(name, names[kind]);
  if (near !== undefined) return `did you mean \`${KIND_PREFIX[kind]}${near}\`?`;
  return `it has ${names[kind].length} of them, such as \`${KIND_PREFIX[kind]}${names[kind][0]}\``;
}
