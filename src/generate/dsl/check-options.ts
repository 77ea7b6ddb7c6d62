/** Checks the options of a resource or of a module call, and reports what the TypeScript compiler would report. */
import { fail } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { TYPE_WORDS, type TypeConstraint } from "../../hcl/type";
import { suggestName } from "../../text/suggest-name";
import { Expr, TYPE } from "../expr/expr";
import { toTypedNode } from "../expr/to-node";
import { stackHere } from "./author-call";
import type { ModuleBuilder } from "./module-builder";

const FILE = /^[a-z][a-z0-9_-]*$/;
/** Files of a module that have other contents. */
const OTHER_FILES = ["variables", "outputs", "versions"];

/** What the options were given to. */
interface OptionsOwner {
  readonly builder: ModuleBuilder;
  readonly address: string;
  /** `a resource`, `a call` */
  readonly what: string;
  readonly known: readonly string[];
}

/** Reports options that there are not. */
export function refuseOptions(options: object, { builder, address, what, known }: OptionsOwner): void {
  if (typeof options !== "object" || options === null || options instanceof Expr)
    fail({
      code: "bad-option",
      path: `${builder.definitionName}.${address}`,
      message: `${what} takes its options as an object`,
      hint: `{ ${known[0]}: ... }`,
    });
  for (const option of Object.keys(options))
    if (!known.includes(option))
      builder.problems.add({
        code: "bad-option",
        path: `${builder.definitionName}.${address}`,
        message: `${what} has no option \`${option}\``,
        hint: suggestName(option, known, "options"),
        stack: stackHere(),
      });
}

/** Reports unknown options, and a `count` or `forEach` that cannot be one. Gives the node of `count`. */
export function checkOptions(options: object, owner: OptionsOwner): Expression | undefined {
  const { builder, address } = owner;
  refuseOptions(options, owner);
  const refuse = (message: string, hint?: string) =>
    builder.problems.add({
      code: "bad-option",
      path: `${builder.definitionName}.${address}`,
      message,
      ...(hint !== undefined && { hint }),
      stack: stackHere(),
    });
  const { count, forEach } = options as { readonly count?: unknown; readonly forEach?: unknown };
  if (count !== undefined && forEach !== undefined) refuse("`count` and `forEach` cannot be used together");
  if (forEach !== undefined && !(forEach instanceof Expr))
    refuse(
      "`forEach` takes a map or a set that is an expression",
      "use a variable that is a map, `mapFrom({ ... })`, or `toMap(list, ...)`",
    );
  if (forEach instanceof Expr) {
    const kind = forEach[TYPE]?.kind;
    if (kind === "string" || kind === "number" || kind === "bool")
      refuse(
        `\`forEach\` takes a map or a set, but was given ${TYPE_WORDS[kind]}`,
        kind === "bool" ? "for one or none: count: when(condition, 1, 0)" : "use `toMap` to make a map",
      );
  }
  const { provider, comment } = options as { readonly provider?: unknown; readonly comment?: unknown };
  if (comment !== undefined && typeof comment !== "string")
    fail({ code: "bad-option", path: `${builder.definitionName}.${address}`, message: "`comment` must be a text" });
  if (provider !== undefined && typeof provider !== "string")
    refuse(
      "`provider` takes the name of a configuration as text",
      'declare it in `configurationAliases`, and write { provider: "aws.west" }: the caller hands in the configuration',
    );
  const { file } = options as { readonly file?: string };
  if (file !== undefined && (!FILE.test(file) || OTHER_FILES.includes(file)))
    refuse(
      `\`file\` must be the name of a file without \`.tf\`, but was \`${file}\``,
      `write a name such as "tables": small letters, digits, - and _, and none of ${OTHER_FILES.join(", ")}`,
    );
  if (count === undefined) return undefined;
  const { node, type } = toTypedNode(count);
  const value = node.kind === "literal" ? node.value : undefined;
  const kind = type?.kind ?? (node.kind === "tuple" ? "list" : undefined);
  if (value === null) refuse("`count` must be a number, but is null", "leave it out, or use `when`");
  else if (kind !== undefined && kind !== "number" && kind !== "any")
    refuse(`\`count\` must be a number, but was given ${TYPE_WORDS[kind]}`, COUNT_HINTS[kind]);
  else if (typeof value === "number" && !(Number.isInteger(value) && value >= 0))
    refuse(`\`count\` must be 0 or a positive whole number, but is ${value}`);
  return node;
}

const BY_LENGTH = "count: fn.length(collection); or use `forEach`, which gives each instance a stable key";

const COUNT_HINTS: Readonly<Partial<Record<TypeConstraint["kind"], string>>> = {
  bool: "count: when(condition, 1, 0)",
  string: "make the variable a number",
  list: BY_LENGTH,
  set: BY_LENGTH,
  map: BY_LENGTH,
  tuple: BY_LENGTH,
  object: "for one or none: count: when(isNotNull(object), 1, 0)",
};
