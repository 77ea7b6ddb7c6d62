/** The examples of a definition: root modules, which may refer only to what they declare. */
import type { Problems } from "../../errors";
import type { Expression } from "../../hcl/expression";
import { walkExpression } from "../../hcl/expression";
import { type BodySyntax, readHcl, type Syntax } from "../../hcl/read";
import { isIdentifier } from "../../hcl/text";
import type { VariableModel } from "../../render/model";
import { meantNames, suggestName } from "../../text/suggest-name";
import type { Example } from "../dsl/definition";
import type { ModuleBuilder } from "../dsl/module-builder";
import { toNode } from "../expr/to-node";
import { checkFields, type FieldKinds } from "./check-fields";
import { checkValue } from "./check-value";
import { checkGivenFiles } from "./module-files";
import { NameScope } from "./name-scope";
import { namesIn, readNames } from "./read-hcl-names";

/** The module that an example calls. */
interface ShownModule {
  readonly name: string;
  readonly variables: readonly VariableModel[];
  readonly builder: ModuleBuilder;
}

const EXAMPLE: FieldKinds = {
  description: "local text",
  inputs: "object",
  declares: "text?",
  files: "object?",
  moved: "array?",
  call: "text?",
};
const MOVED: FieldKinds = { from: "text", to: "text" };

/** Reports what is wrong with the examples of a module. */
export function checkExamples(examples: unknown, module: ShownModule, problems: Problems): void {
  const path = `${module.name}.examples`;
  if (examples === undefined) return;
  if (typeof examples !== "object" || examples === null || Array.isArray(examples)) {
    problems.add({
      code: "bad-definition",
      path,
      message: "`examples` must be an object with the examples by their names",
    });
    return;
  }
  for (const [name, example] of Object.entries(examples)) {
    const place = `${path}.${name}`;
    if (!/^[\w-]+$/.test(name))
      problems.add({
        code: "bad-name",
        path: place,
        message: `${JSON.stringify(name)} cannot be the name of an example`,
        hint: "use letters, digits, `_` and `-`, because the name is also the name of a folder",
      });
    if (checkFields(example, EXAMPLE, { path: place, what: "an example" }, problems))
      checkExample(example as unknown as Example<never>, place, module, problems);
  }
}

type GivenExample = Omit<Example<never>, "inputs"> & { readonly inputs: Readonly<Record<string, unknown>> };

function checkExample(example: GivenExample, path: string, module: ShownModule, problems: Problems): void {
  checkInputs(example, path, module, { scope: scopeOf(example, path, problems), problems });
  if (example.call !== undefined && !isIdentifier(example.call))
    problems.add({
      code: "bad-name",
      path,
      message: `${JSON.stringify(example.call)} cannot be the name of a module call`,
      hint: "use letters, digits, `_` and `-`, not starting with a digit",
    });
  const hint = "use a path below the example's folder, such as `scripts/orders.py`; main.tf is the example itself";
  checkGivenFiles(example.files, { path, of: "an example", isTaken: (file) => file === "main.tf", hint }, problems);
  checkMoved(example, path, module, problems);
}

/** The names that the example has: what it declares, and its call of the module. What it declares is checked, too. */
function scopeOf(example: GivenExample, path: string, problems: Problems): NameScope {
  const declared = declaredIn(example.declares ?? "", path, problems);
  const scope = new NameScope(
    [...(declared?.addresses ?? []), ...(example.call === undefined ? [] : [`module.${example.call}`])],
    "in this example",
    { hint: (address) => `declare it in the example: declares: \`${declarationOf(address)}\`` },
  );
  for (const { syntax, bound } of declared?.values ?? []) {
    const isFree = ([root = ""]: readonly string[]) => !bound.has(root);
    const { references, untilFirstIndex, functions } = namesIn(syntax);
    const free = { references: references.filter(isFree), untilFirstIndex: untilFirstIndex.filter(isFree), functions };
    scope.checkNames(free, `${path}.declares`, problems);
  }
  return scope;
}

function checkInputs(
  { inputs }: GivenExample,
  path: string,
  { variables }: ShownModule,
  { scope, problems }: { readonly scope: NameScope; readonly problems: Problems },
): void {
  const names = variables.map((variable) => variable.name);
  for (const [name, value] of Object.entries(inputs)) {
    const variable = variables.find((one) => one.name === name);
    const place = `${path}.inputs.${name}`;
    if (variable === undefined)
      problems.add({
        code: "unknown-variable",
        path: place,
        message: `the example sets \`${name}\`, which is not a variable of the module`,
        hint: suggestName(name, names, "variables"),
      });
    else
      checkValue(value, variable.type, {
        path: place,
        code: "input-type",
        what: `input ${name}`,
        hint: "change the example, or the type of the variable",
        accepts: "converted",
        isClosed: true,
        problems,
      });
    const node = problems.attempt(() => toNode(value));
    if (node !== undefined) checkReferencesOf(node, { path: place, scope, problems });
  }
  // A name that is only misspelled is reported above.
  const meant = meantNames(Object.keys(inputs), names);
  for (const variable of variables)
    if (variable.default === undefined && !(variable.name in inputs) && !meant.has(variable.name))
      problems.add({
        code: "missing-input",
        path,
        message: `the example does not set the required variable \`${variable.name}\``,
        hint: "set it in `inputs` of the example",
      });
}

function checkMoved({ moved = [] }: GivenExample, path: string, { builder }: ShownModule, problems: Problems): void {
  for (const [index, one] of moved.entries()) {
    const place = `${path}.moved[${index}]`;
    if (!checkFields(one, MOVED, { path: place, what: "what moves" }, problems)) continue;
    const target = one.to.replace(/\[[^\]]*\]/g, "");
    if (!builder.hasAddress(target.split(".").slice(0, 2).join(".")))
      problems.add({
        code: "unknown-reference",
        path: place,
        message: `\`${one.to}\` does not exist in the module`,
        hint: suggestName(target, builder.addresses, "addresses"),
      });
  }
}

/** The block that would declare an address. */
function declarationOf(address: string): string {
  const [root = "", name = "", type = ""] = address.split(".");
  if (root === "var") return `variable "${name}" {}`;
  if (root === "local") return `locals { ${name} = ... }`;
  if (root === "module") return `module "${name}" { source = ... }`;
  return root === "data" ? `data "${name}" "${type}" {}` : `resource "${root}" "${name}" {}`;
}

interface ReferencesPlace {
  readonly path: string;
  readonly scope: NameScope;
  readonly problems: Problems;
}

/** What the value of an input refers to. */
function checkReferencesOf(value: Expression, { path, scope, problems }: ReferencesPlace): void {
  walkExpression(value, (node) => {
    if (node.kind === "raw") scope.checkText(node.text, { path, what: "value" }, problems);
    if (node.kind !== "reference") return;
    const names = readNames(node.address);
    if (!("message" in names)) scope.checkNames(names, path, problems);
  });
}

interface Declared {
  readonly addresses: readonly string[];
  /** All expressions. */
  readonly values: readonly DeclaredValue[];
}

interface DeclaredValue {
  readonly syntax: Syntax;
  /** Roots of names that the blocks around it bind: `count`, `each`, `self`, and what a `dynamic` block walks by. */
  readonly bound: ReadonlySet<string>;
}

/** What the blocks of an example declare. */
function declaredIn(text: string, path: string, problems: Problems): Declared | undefined {
  const { body, problems: found } = readHcl(text);
  for (const { message, hint, line, column } of found)
    problems.add({
      code: "not-hcl",
      path: `${path}.declares:${line}:${column}`,
      message,
      ...(hint !== undefined && { hint }),
    });
  if (found.length > 0) return undefined;
  for (const item of body)
    if (item.kind === "attribute")
      problems.add({
        code: "not-hcl",
        path: `${path}.declares`,
        message: `\`${item.name}\` is outside a block`,
        hint: 'declare blocks: resource "aws_kms_key" "this" {}, data, variable, locals, provider',
      });
  return { addresses: body.flatMap(addressesOf), values: valuesIn(body) };
}

function addressesOf(item: BodySyntax[number]): readonly string[] {
  if (item.kind === "attribute") return [];
  const labels = item.labels.join(".");
  if (item.type === "resource") return [labels];
  if (item.type === "data" || item.type === "module" || item.type === "ephemeral") return [`${item.type}.${labels}`];
  if (item.type === "variable") return [`var.${labels}`];
  return item.type === "locals" ? item.body.flatMap((one) => ("name" in one ? [`local.${one.name}`] : [])) : [];
}

/** Meta-arguments whose values name something else than values. */
const NAMES_ONLY = new Set(["provider", "ignore_changes", "type", "iterator"]);

function valuesIn(body: BodySyntax, bound: ReadonlySet<string> = new Set()): readonly DeclaredValue[] {
  return body.flatMap((item) => {
    if (item.kind === "block") return item.type === "moved" ? [] : valuesIn(item.body, boundIn(item, bound));
    if (NAMES_ONLY.has(item.name)) return [];
    // `providers = { aws.west = aws.west }` names configurations.
    return item.name === "providers" ? [] : [{ syntax: item.value, bound }];
  });
}

type BlockInExample = Extract<BodySyntax[number], { kind: "block" }>;

/** The names that may stand in a block beside those of the example. */
function boundIn({ type, labels, body }: BlockInExample, outer: ReadonlySet<string>): ReadonlySet<string> {
  const has = (name: string) => body.some((item) => item.kind === "attribute" && item.name === name);
  if (type === "dynamic") return new Set([...outer, iteratorOf(body) ?? labels[0] ?? ""]);
  if (type === "postcondition" || type === "provisioner" || type === "connection") return new Set([...outer, "self"]);
  return new Set([...outer, ...(has("count") ? ["count"] : []), ...(has("for_each") ? ["each"] : [])]);
}

/** The name that a `dynamic` block gives to what it walks. */
function iteratorOf(body: BodySyntax): string | undefined {
  const item = body.find((one) => one.kind === "attribute" && one.name === "iterator");
  const [path] = item?.kind === "attribute" ? namesIn(item.value).references : [];
  return path?.[0];
}
