/**
 * Changes that a stack makes to an inlined element through its class: by setters, `put...` and `reset...`, most of all in
 * Aspects.
 */
import { splitTokens, type TerraformDataSource, type TerraformResource, Tokenization } from "../../cdk";
import { fail } from "../../errors";
import { walkExpression } from "../../hcl/expression";
import { ExpressionToken, NODE } from "../expr/expr";

type StackElement = TerraformResource | TerraformDataSource;
type ElementArguments = Readonly<Record<string, unknown>>;

/** Arguments that are not what they were, by their names in Terraform; undefined for one that was taken away. */
export function watchArguments(element: StackElement): () => ElementArguments {
  const { synthesizeAttributes } = Object.getPrototypeOf(element) as { synthesizeAttributes(): ElementArguments };
  const before = synthesizeAttributes.call(element);
  return () => {
    const after = synthesizeAttributes.call(element);
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return Object.fromEntries(
      names.filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
    );
  };
}

/** The element's JSON with what was changed: as cdktf would write it. @throws TfwrightError for what cannot be taken over */
export function withChanges(json: ElementArguments, changes: ElementArguments, address: string): ElementArguments {
  const dynamic: Record<string, unknown> = { ...(json.dynamic as object | undefined) };
  const result: Record<string, unknown> = { ...json };
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined && (name in dynamic || isComputedList(json[name], value) || refersToBlock(value))) {
      fail({
        code: "changed-dynamic",
        path: `${address}.${name}`,
        message: `the number of \`${name}\` blocks is known only when Terraform plans, so the stack cannot change single blocks`,
        hint: "change the module's inputs, or write Terraform's JSON with `addOverride`",
      });
    }
    refuseSpread(value, `${address}.${name}`);
    delete dynamic[name];
    delete result[name];
    if (value !== undefined) result[name] = value;
  }
  delete result.dynamic;
  return Object.keys(dynamic).length === 0 ? result : { ...result, dynamic };
}

/**
 * Meta-arguments that the stack set, for cdktf to put beside the module's own: lists are joined, the rest of a
 * `lifecycle` is the stack's where it says something.
 *
 * @throws TfwrightError for `count` and `for_each`, which would give all references another address
 */
export function metaChanges(element: StackElement, address: string): object {
  const { count, forEach, ...rest } = Reflect.get(
    Object.getPrototypeOf(element) as object,
    "terraformMetaArguments",
    element,
  ) as ElementArguments;
  if (count !== undefined || forEach !== undefined) {
    fail({
      code: "changed-address",
      path: address,
      message: `\`${count === undefined ? "forEach" : "count"}\` cannot be set on an inlined resource, because the module's references to it would have no key`,
      hint: "call the generated module with `.module`, which takes `count` and `forEach`",
    });
  }
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== null));
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Tokenization.isResolvable(a) || Tokenization.isResolvable(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as ElementArguments, b as ElementArguments];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}

/** Whether an expression makes the objects of a list, where the class has those that it was shown. */
function isComputedList(written: unknown, value: unknown): boolean {
  return (
    typeof written === "string" && Array.isArray(value) && value.some((one) => typeof one === "object" && one !== null)
  );
}

/** Whether a value is a variable of a `dynamic` block or of a `for` expression. It has no meaning outside of them. */
function refersToBlock(value: unknown): boolean {
  if (typeof value === "string")
    return splitTokens(value).some((part) => typeof part !== "string" && refersToBlock(part.token));
  if (typeof value !== "object" || value === null) return false;
  if (!(value instanceof ExpressionToken))
    return !Tokenization.isResolvable(value) && Object.values(value).some(refersToBlock);
  const used = new Set<number>();
  const bound = new Set<number>();
  walkExpression(ExpressionToken.exprOf(value)?.[NODE] ?? { kind: "literal", value: null }, (node) => {
    if (node.kind === "binding") used.add(node.id);
    if (node.kind === "for") for (const one of [node.key, node.value]) if (one !== undefined) bound.add(one.id);
  });
  return [...used].some((id) => !bound.has(id));
}

/** `{ ...node.tagsInput, Owner: "data" }` over a map that only Terraform knows holds nothing of it. */
function refuseSpread(value: unknown, path: string): void {
  if (typeof value !== "object" || value === null || Tokenization.isResolvable(value)) return;
  if ("creationStack" in value) {
    fail({
      code: "javascript-on-expression",
      path,
      message: "spreading (`{ ...map }`) does not work on a map that is known only at plan time",
      hint: "use `Fn.merge([node.tagsInput, { more }])`",
    });
  }
  for (const inner of Object.values(value)) refuseSpread(inner, path);
}
