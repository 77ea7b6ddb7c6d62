/** Reads the references and the called functions of HCL that an author wrote as text, or says why the text is not valid. */
import { partsOf, readHclExpression, type Syntax } from "../../hcl/read";
import { FUNCTIONS, factsOf } from "../../terraform/functions";
import { nearestName } from "../../text/suggest-name";

/** The references and functions that an expression uses. */
export interface HclNames {
  /**
   * Each reference as a list of names, without indexes and splats: `["var", "name"]` for `var.name[0]`. Variables of a `for`
   * expression are left out.
   */
  readonly references: readonly (readonly string[])[];
  /** Each reference up to its first index or splat: `["aws_sqs_queue", "failed"]` for `aws_sqs_queue.failed[0].arn`. */
  readonly untilFirstIndex: readonly (readonly string[])[];
  /** What stands before a splat without an index: `["aws_sqs_queue", "failed"]` of `aws_sqs_queue.failed.*.arn`. */
  readonly beforeSplats: readonly (readonly string[])[];
  /** Functions that are called. */
  readonly functions: readonly string[];
}

/** Why a text is not a valid HCL expression, or calls a function that does not exist. */
export interface HclFault {
  /** Lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
}

/** Reads the names in an expression, or says why the text is not a valid expression. */
export function readNames(text: string): HclNames | HclFault {
  const syntax = readHclExpression(text);
  if ("kind" in syntax) return namesIn(syntax);
  const { message, hint, line, column } = syntax;
  return {
    message: `${message} (at ${line}:${column} of ${JSON.stringify(abbreviate(text))})`,
    ...(hint !== undefined && { hint }),
  };
}

function abbreviate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The names in an expression that was read. */
export function namesIn(syntax: Syntax): HclNames {
  const references: (readonly string[])[] = [];
  const untilFirstIndex: (readonly string[])[] = [];
  const beforeSplats: (readonly string[])[] = [];
  const functions: string[] = [];
  const visit = (node: Syntax, bound: ReadonlySet<string>): void => {
    if (node.kind === "call") functions.push(node.name);
    if (node.kind === "splat") {
      const { path, hasNoIndex } = pathUntilFirstIndex(node.of);
      if (hasNoIndex && !bound.has(path[0] as string)) beforeSplats.push(path);
    }
    const path = referencePath(node);
    if (path !== undefined && !bound.has(path[0] as string)) {
      references.push(path);
      untilFirstIndex.push(pathUntilFirstIndex(node).path);
    }
    if (node.kind === "for") {
      visit(node.collection, bound);
      const inner = new Set([...bound, node.value, ...(node.key === undefined ? [] : [node.key])]);
      for (const part of [node.resultKey, node.result, node.condition]) if (part !== undefined) visit(part, inner);
      return;
    }
    for (const part of partsOf(node)) if (path === undefined || part !== operandOf(node)) visit(part, bound);
    // `b` in `a[b].c` is an expression of its own and is visited here. `a` is already in `references`.
    if (path !== undefined) for (const key of indexKeysOf(operandOf(node))) visit(key, bound);
  };
  visit(syntax, new Set());
  return { references, untilFirstIndex, beforeSplats, functions };
}

/** The operand of an attribute, index or splat: `a` of `a.b`. */
function operandOf(node: Syntax): Syntax | undefined {
  return node.kind === "attribute" || node.kind === "index" || node.kind === "splat" ? node.of : undefined;
}

/**
 * The names of a reference in order: `["var", "job", "name"]` for `var.job[0].name`. Undefined if the expression does not start
 * with a reference.
 */
function referencePath(node: Syntax): readonly string[] | undefined {
  if (node.kind === "reference") return [node.name];
  const operand = operandOf(node);
  const path = operand === undefined ? undefined : referencePath(operand);
  if (path === undefined) return undefined;
  if (node.kind === "splat") return [...path, ...node.steps.filter((step) => typeof step === "string")];
  return node.kind === "attribute" ? [...path, node.name] : path;
}

/** The names of a reference before its first index or splat. `hasNoIndex` is true if there is no index or splat so far. */
function pathUntilFirstIndex(node: Syntax): { readonly path: readonly string[]; readonly hasNoIndex: boolean } {
  if (node.kind === "reference") return { path: [node.name], hasNoIndex: true };
  const operand = operandOf(node);
  const { path, hasNoIndex } = operand === undefined ? { path: [], hasNoIndex: false } : pathUntilFirstIndex(operand);
  return node.kind === "attribute" && hasNoIndex
    ? { path: [...path, node.name], hasNoIndex }
    : { path, hasNoIndex: false };
}

/** The index expressions in a reference: `b` of `a[b].c`. */
function indexKeysOf(node: Syntax | undefined): readonly Syntax[] {
  if (node === undefined) return [];
  return [...(node.kind === "index" ? [node.key] : []), ...indexKeysOf(operandOf(node))];
}

/**
 * Says why a function name is wrong, with the nearest known name. Provider functions (`provider::x::y`), and names that resemble no
 * known function, are accepted, because a newer Terraform may have them.
 */
export function faultOfFunction(name: string): HclFault | undefined {
  if (name.includes("::") || factsOf(name) !== undefined) return undefined;
  const nearest = nearestName(name, Object.keys(FUNCTIONS));
  if (nearest === undefined) return undefined;
  return { message: `Terraform has no function \`${name}\``, hint: `did you mean \`${nearest}\`?` };
}
