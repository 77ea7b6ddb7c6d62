/** HCL that an author wrote as text: what it refers to, or why it cannot be read. */
import { partsOf, readHclExpression, type Syntax } from "../../hcl/read";
import { FUNCTIONS, factsOf } from "../../terraform/functions";
import { nearestName } from "../../text/suggest-name";

/** What an expression says, as far as names go. */
export interface HclNames {
  /** `["var", "name"]`, without indexes and splats. Names that a `for` gives are none. */
  readonly references: readonly (readonly string[])[];
  /** The same, each only up to its first index or splat: `["aws_sqs_queue", "failed"]` of `aws_sqs_queue.failed[0].arn`. */
  readonly untilFirstIndex: readonly (readonly string[])[];
  /** Functions that are called. */
  readonly functions: readonly string[];
}

/** What is wrong with a text. */
export interface HclFault {
  /** Lower case, no full stop. */
  readonly message: string;
  readonly hint?: string;
}

/** The names in an expression, or why it is none. */
export function readNames(text: string): HclNames | HclFault {
  const syntax = readHclExpression(text);
  if ("kind" in syntax) return namesIn(syntax);
  const { message, hint, line, column } = syntax;
  const place = text.includes("\n") ? `line ${line}, column ${column}` : `column ${column}`;
  return {
    message: `${message} (${place} of ${JSON.stringify(abbreviate(text))})`,
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
  const functions: string[] = [];
  const visit = (node: Syntax, bound: ReadonlySet<string>): void => {
    if (node.kind === "call") functions.push(node.name);
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
    // The keys of `a[b].c` are expressions of their own; `a` was told with its steps.
    if (path !== undefined) for (const key of indexKeysOf(operandOf(node))) visit(key, bound);
  };
  visit(syntax, new Set());
  return { references, untilFirstIndex, functions };
}

/** What a step is taken of. */
function operandOf(node: Syntax): Syntax | undefined {
  return node.kind === "attribute" || node.kind === "index" || node.kind === "splat" ? node.of : undefined;
}

/** The names from a reference on, or undefined for what starts with anything else. */
function referencePath(node: Syntax): readonly string[] | undefined {
  if (node.kind === "reference") return [node.name];
  const operand = operandOf(node);
  const path = operand === undefined ? undefined : referencePath(operand);
  if (path === undefined) return undefined;
  if (node.kind === "splat") return [...path, ...node.steps.filter((step) => typeof step === "string")];
  return node.kind === "attribute" ? [...path, node.name] : path;
}

/** The names from a reference on, up to its first index or splat. */
function pathUntilFirstIndex(node: Syntax): { readonly path: readonly string[]; readonly hasNoIndex: boolean } {
  if (node.kind === "reference") return { path: [node.name], hasNoIndex: true };
  const operand = operandOf(node);
  const { path, hasNoIndex } = operand === undefined ? { path: [], hasNoIndex: false } : pathUntilFirstIndex(operand);
  return node.kind === "attribute" && hasNoIndex
    ? { path: [...path, node.name], hasNoIndex }
    : { path, hasNoIndex: false };
}

function indexKeysOf(node: Syntax | undefined): readonly Syntax[] {
  if (node === undefined) return [];
  return [...(node.kind === "index" ? [node.key] : []), ...indexKeysOf(operandOf(node))];
}

/** What is wrong with a function's name. Functions of providers, and those that no known one is near to, pass. */
export function faultOfFunction(name: string): HclFault | undefined {
  if (name.includes("::") || factsOf(name) !== undefined) return undefined;
  const nearest = nearestName(name, Object.keys(FUNCTIONS));
  if (nearest === undefined) return undefined;
  return { message: `Terraform has no function \`${name}\``, hint: `did you mean \`${nearest}\`?` };
}
