/** The arguments of a policy document in HCL, with their positions. */
import type { AttributeSyntax, BlockSyntax, BodySyntax, Syntax } from "../../hcl/read";
import { type Evaluator, roundsOf, type Scope, withElement } from "../../terraform/evaluator";
import { unknownValue } from "../../terraform/value";
import type { DocumentArguments, PlacedValue } from "../document-arguments";

/** Whether a block is there; where it is not known, its `dynamic` block may make none. */
type Presence = "there" | "perhaps";

/** The body of a block, and the names that hold in it. */
export class HclArguments implements DocumentArguments {
  readonly at: number;
  readonly #body: BodySyntax;
  readonly #scope: Scope;
  readonly #evaluator: Evaluator;
  readonly #presence: Presence;

  constructor(
    { body, start }: Pick<BlockSyntax, "body" | "start">,
    scope: Scope,
    evaluator: Evaluator,
    presence: Presence = "there",
  ) {
    this.at = scope.base + start;
    this.#body = body;
    this.#scope = scope;
    this.#evaluator = evaluator;
    this.#presence = presence;
  }

  get repeats(): boolean {
    return this.#presence === "perhaps";
  }

  argument(name: string): PlacedValue | undefined {
    const found = attributeIn(this.#body, name);
    if (found === undefined) return undefined;
    const value = this.#evaluator.fold(found.value, this.#scope);
    if (value.kind === "scalar" && value.value === null) return undefined;
    const at = this.#scope.base + found.start;
    // What decides whether there is such a block may be whether this list has elements.
    const isOpen = this.#presence === "perhaps" && value.kind === "list" && value.items.length === 0;
    return { at, value: isOpen ? unknownValue("...", at, undefined) : value };
  }

  /** Includes the blocks of `dynamic` blocks: one for each item, or one that represents all if the items are unknown. */
  blocks(type: string): readonly DocumentArguments[] {
    return this.#body.flatMap((item): readonly DocumentArguments[] => {
      if (item.kind !== "block") {
        const body = item.name === type ? bodyOf(item.value) : undefined;
        return body === undefined
          ? []
          : [new HclArguments({ body, start: item.start }, this.#scope, this.#evaluator, this.#presence)];
      }
      if (item.type === type) return [new HclArguments(item, this.#scope, this.#evaluator, this.#presence)];
      return item.type === "dynamic" && item.labels[0] === type ? this.#dynamicBlocks(item, type) : [];
    });
  }

  #dynamicBlocks({ body }: BlockSyntax, type: string): readonly DocumentArguments[] {
    const content = body.find((inner) => inner.kind === "block" && inner.type === "content");
    const each = attributeOf(body, "for_each");
    if (content?.kind !== "block" || each === undefined) return [];
    const at = this.#scope.base + content.start;
    const given = attributeOf(body, "iterator");
    const iterator = given?.kind === "reference" ? given.name : type;
    const collection = this.#evaluator.fold(each, this.#scope);
    const names = { key: `${iterator}.key`, value: `${iterator}.value`, filter: "" };
    return roundsOf(collection, names, at).map((round) => {
      this.#evaluator.spend(64);
      const inner = withElement(this.#scope, iterator, round, at);
      return new HclArguments(content, inner, this.#evaluator, round.isOne ? this.#presence : "perhaps");
    });
  }
}

/** Until version 0.11 Terraform took `principals = { ... }` for a block. */
function bodyOf(value: Syntax): BodySyntax | undefined {
  if (value.kind !== "object") return undefined;
  return value.entries.flatMap(({ key, value: given, start, end }): readonly AttributeSyntax[] =>
    key.kind === "literal" ? [{ kind: "attribute", name: String(key.value), value: given, start, end }] : [],
  );
}

/** An argument of a body. */
export function attributeIn(body: BodySyntax, name: string): AttributeSyntax | undefined {
  return body.find((item): item is AttributeSyntax => item.kind === "attribute" && item.name === name);
}

/** The expression of an argument. */
export function attributeOf(body: BodySyntax, name: string): Syntax | undefined {
  return attributeIn(body, name)?.value;
}
