/** Terraform's language as JSON has it: what stands in each body, and how its values are read. */
import { lookUp } from "../text/look-up";
import type { BodyShape, ShapeKind } from "./body-shape";

/**
 * How Terraform reads a value of JSON:
 *
 * - `expression`: each string is a template;
 * - `literal`: no string is one;
 * - `address`: a string is a reference, or an expression, without `${}`; also in lists;
 * - `state-address`: the same, of a name in the state, which keeps it whatever the configuration calls it now;
 * - `address-map`: an object whose keys and values are references;
 * - `keyword`: a string is a word of the language, also in lists;
 * - `type`: a string is a type constraint;
 * - `ignored`: `all`, or attributes;
 * - `document`: the same as `expression`, but for a JSON document that the provider compares by its meaning;
 * - `requirement`: a requirement of a provider: literal but for `configuration_aliases`.
 */
export type ValueMode =
  | "expression"
  | "literal"
  | "address"
  | "state-address"
  | "address-map"
  | "keyword"
  | "type"
  | "ignored"
  | "document"
  | "requirement";

/** What may stand in a body. */
export interface BodyGrammar {
  readonly attributes: Readonly<Record<string, ValueMode>>;
  readonly blocks: Readonly<Record<string, BlockGrammar>>;
  /** What all other names are: attributes of this mode, what a provider says, or nothing that Terraform takes. */
  readonly rest: ValueMode | "provider" | "nothing";
}

/** A block, and what stands in it. */
export interface BlockGrammar {
  /** How many labels it has. */
  readonly labels: number;
  /** The body; for some it depends on the first label. */
  readonly body: BodyGrammar | ((label: string) => BodyGrammar);
  /** The kind of body, where a provider knows what else stands in it. */
  readonly shape?: ShapeKind;
}

/** Arguments that are lists of addresses, wherever they stand. */
export const ADDRESS_LISTS: readonly string[] = ["depends_on", "replace_triggered_by", "actions"];

const EMPTY = {};

/** A body of attributes of one mode, with these exceptions. */
function body(
  rest: BodyGrammar["rest"],
  attributes: Readonly<Record<string, ValueMode>> = EMPTY,
  blocks: Readonly<Record<string, BlockGrammar>> = EMPTY,
): BodyGrammar {
  return { attributes, blocks, rest };
}

function block(inner: BlockGrammar["body"], labels = 0, shape?: ShapeKind): BlockGrammar {
  return { labels, body: inner, ...(shape !== undefined && { shape }) };
}

const condition = block(body("nothing", { condition: "expression", error_message: "expression" }));
const connection = block(body("expression"));

const provisioner = block(body("expression", { when: "keyword", on_failure: "keyword" }, { connection }), 1);

const lifecycle = block(
  body(
    "literal",
    {
      ignore_changes: "ignored",
      replace_triggered_by: "address",
      enabled: "expression",
      prevent_destroy: "expression",
    },
    {
      precondition: condition,
      postcondition: condition,
      action_trigger: block(body("nothing", { events: "keyword", condition: "expression", actions: "address" })),
    },
  ),
);

const META = { count: "expression", for_each: "expression", provider: "address", depends_on: "address" } as const;

const element = body("provider", META, { lifecycle, provisioner, connection });
const dataSource = body("provider", META, { lifecycle });

/** Settings of these backends that are blocks. */
const BACKEND_BLOCKS: Readonly<Record<string, readonly string[]>> = {
  remote: ["workspaces"],
  kubernetes: ["exec"],
  oss: ["assume_role"],
  cos: ["assume_role"],
};

function backendBody(type: string): BodyGrammar {
  const names = lookUp(BACKEND_BLOCKS, type) ?? [];
  return body("literal", EMPTY, Object.fromEntries(names.map((name) => [name, block(body("literal"))])));
}

/** The blocks that stand in `terraform`. */
const TERRAFORM_BLOCKS: Readonly<Record<string, BlockGrammar>> = {
  backend: block(backendBody, 1),
  cloud: block(body("literal", EMPTY, { workspaces: block(body("literal")) })),
  required_providers: block(body("requirement")),
  provider_meta: block(body("expression"), 1),
  encryption: block(body("provider")),
};

/** The blocks at the root of a file. */
export const ROOT: Readonly<Record<string, BlockGrammar>> = {
  terraform: block(body("nothing", { required_version: "literal", experiments: "keyword" }, TERRAFORM_BLOCKS)),
  provider: block(body("provider", { alias: "literal", version: "literal", for_each: "expression" }), 1, "provider"),
  variable: block(body("literal", { type: "type" }, { validation: condition }), 1),
  locals: block(body("expression")),
  data: block(dataSource, 2, "data"),
  ephemeral: block(element, 2, "ephemeral"),
  resource: block(element, 2, "resource"),
  action: block(body("provider", META, { config: block(body("provider")) }), 2),
  module: block(
    body(
      "expression",
      {
        source: "literal",
        version: "literal",
        count: "expression",
        for_each: "expression",
        providers: "address-map",
        depends_on: "address",
      },
      { lifecycle },
    ),
    1,
  ),
  check: block(body("nothing", EMPTY, { data: block(dataSource, 2, "data"), assert: condition }), 1),
  moved: block(body("nothing", { from: "state-address", to: "state-address" })),
  removed: block(body("nothing", { from: "state-address" }, { lifecycle, provisioner, connection })),
  import: block(
    body("nothing", {
      to: "address",
      id: "expression",
      identity: "expression",
      for_each: "expression",
      provider: "address",
    }),
  ),
  output: block(
    body("literal", { value: "expression", depends_on: "address", type: "type" }, { precondition: condition }),
    1,
  ),
};

/** The body of a block with these labels. */
export function bodyOf({ body: inner }: BlockGrammar, [label = ""]: readonly string[]): BodyGrammar {
  return typeof inner === "function" ? inner(label) : inner;
}

/** How an attribute is read; undefined where a provider says what the name is, or where nothing may have it. */
export function modeOf({ attributes, rest }: BodyGrammar, name: string): ValueMode | undefined {
  return lookUp(attributes, name) ?? (rest === "provider" || rest === "nothing" ? undefined : rest);
}

/** The grammar of a resource some of whose arguments hold a document: `policy`, or `inline_policy.policy` in a nested block. */
export function resourceWithDocuments(names: readonly string[]): BlockGrammar {
  const documents: Record<string, ValueMode> = {};
  const blocks: Record<string, BlockGrammar> = {};
  for (const [outer = "", inner] of names.map((name) => name.split("."))) {
    if (inner === undefined) documents[outer] = "document";
    else blocks[outer] = block(body("provider", { [inner]: "document" }));
  }
  const attributes = { ...element.attributes, ...documents };
  return block({ ...element, attributes, blocks: { ...element.blocks, ...blocks } }, 2, "resource");
}

/** `content` of a `dynamic` block has the body of the block that it makes. */
export const DYNAMIC: Readonly<Record<string, ValueMode>> = {
  for_each: "expression",
  iterator: "keyword",
  labels: "expression",
};

/** The body of a block of a provider. */
export const PROVIDER_BODY: BodyGrammar = body("provider");

/** What Terraform itself provides: `terraform_remote_state`, `terraform_data`. All of their arguments are attributes. */
export const BUILTIN: BodyShape = { member: () => ({ kind: "attribute" }) };
