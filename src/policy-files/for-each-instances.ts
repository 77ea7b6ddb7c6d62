/** The instances of a block with a `for_each` that is known. */
import type { BlockSyntax } from "../hcl/read";
import { type Evaluator, roundsOf, type Scope } from "../terraform/evaluator";
import { objectValue, shownText } from "../terraform/value";

/** The names that hold in one instance. */
export interface BlockInstance {
  readonly scope: Scope;
  /** Its key; undefined where the block has no instances, or not known ones. */
  readonly round?: string;
}

/** More instances are read as one of which nothing is known. */
const MAX_INSTANCES = 100;

/** The instances; one without a key where the block has no `for_each`, or one that is not known. */
export function forEachInstances({ body }: BlockSyntax, scope: Scope, evaluator: Evaluator): readonly BlockInstance[] {
  const forEach = body.find((item) => item.kind === "attribute" && item.name === "for_each");
  if (forEach?.kind !== "attribute") return [{ scope }];
  const collection = evaluator.fold(forEach.value, scope);
  const at = scope.base + forEach.start;
  const rounds =
    collection.kind === "list" || collection.kind === "object"
      ? roundsOf(collection, { key: "each.key", value: "each.value", filter: undefined }, at)
      : [];
  if (rounds.length === 0 || rounds.length > MAX_INSTANCES) return [{ scope }];
  return rounds.map(({ key, value }, index) => {
    evaluator.spend(64);
    const each = objectValue(
      [
        { key: "key", at, value: key },
        { key: "value", at, value },
      ],
      at,
    );
    return {
      scope: { ...scope, names: new Map([...scope.names, ["each", each]]) },
      round: shownText(key) ?? String(index),
    };
  });
}
