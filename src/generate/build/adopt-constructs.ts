/** What the author made with `new` in `build`: what has a place in a module is taken in, anything else is refused. */
import {
  Aspects,
  annotationsOf,
  brokenValidationsOf,
  type Construct,
  overridesOf,
  TerraformAsset,
  TerraformBackend,
  TerraformDataSource,
  TerraformElement,
  TerraformHclModule,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformProvider,
  TerraformRemoteState,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
} from "../../cdk";
import { type Problem, TfwrightError } from "../../errors";
import { walkExpression } from "../../hcl/expression";
import { callAt } from "../dsl/author-call";
import { addressOfPart, isElement, type ModuleBuilder } from "../dsl/module-builder";
import { referenceNode } from "../expr/build";
import { replaceCdktfTokens } from "../expr/expr";
import { insideCdktf } from "../expr/inside-cdktf";
import { describedBy, type PlainElement } from "./plain-element";
import { plainNode } from "./plain-text";

/** Takes in the resources, data sources and remote states that the author made with `new`; reports what has no place in a module. */
export function adoptConstructs(builder: ModuleBuilder): void {
  const { scope } = builder;
  const known = new Set(builder.parts.flatMap((part) => (isElement(part) ? [part.construct] : [])));
  for (const construct of constructsOf(builder)) {
    reportNotes(construct, builder);
    if (construct === scope) {
      for (const name of Object.keys(overridesOf(scope)))
        report(scope, builder, {
          code: "no-place-in-module",
          message: `\`addOverride("${name}...")\` of the stack has no place in a module`,
          hint:
            name === "moved"
              ? "use `moved(scope, from, to)`"
              : "use the fields of the definition, and what tfwright exports",
        });
    } else if (isPlainElement(construct)) {
      if (!known.has(construct)) adopt(construct, builder);
    } else refuse(construct, builder);
  }
}

/** Reports only what has no place in a module: after `build` has failed, the rest may be incomplete. */
export function refuseConstructs(builder: ModuleBuilder): void {
  for (const construct of constructsOf(builder))
    if (construct !== builder.scope && !isPlainElement(construct)) refuse(construct, builder);
}

/** Without what is in a stack of its own. */
function constructsOf({ scope }: ModuleBuilder): readonly Construct[] {
  const isOurs = (one: Construct) => one instanceof TerraformStack || TerraformStack.of(one) === scope;
  return scope.node.findAll().filter(isOurs);
}

function report(construct: Construct, builder: ModuleBuilder, problem: Omit<Problem, "path" | "calls">): void {
  builder.problems.add(located(construct, builder, problem));
}

function located(construct: Construct, builder: ModuleBuilder, problem: Omit<Problem, "path" | "calls">): Problem {
  const isScope = construct === builder.scope;
  const made = isScope ? undefined : builder.placeOf(construct);
  const calls = [callAt(made?.stack)].filter((call) => call !== undefined);
  const inner = isScope ? "" : `.${construct.node.path}`;
  return { ...problem, path: `${builder.definitionName}${inner}`, calls };
}

/** What a construct says of itself, and what it does only when cdktf synthesizes. */
function reportNotes(construct: Construct, builder: ModuleBuilder): void {
  for (const message of annotationsOf(construct, "error")) report(construct, builder, { code: "annotation", message });
  for (const message of annotationsOf(construct, "warn"))
    builder.warnings.add(located(construct, builder, { code: "annotation", message }));
  for (const message of brokenValidationsOf(construct))
    report(construct, builder, {
      code: "validation-failed",
      message,
      hint: "a validation of a construct sees references in place of the values of `v`: a rule on them is `validate` of the variable, or a precondition",
    });
  if (Aspects.of(construct).all.length > 0)
    report(construct, builder, {
      code: "aspect-in-build",
      message: "an Aspect visits nothing of a module, because a definition is not synthesized",
      hint: "give what it sets as an argument; an Aspect of a stack visits what `inline` makes there",
    });
}

interface Refused {
  readonly type: abstract new (...given: never[]) => Construct;
  readonly hint: string;
}

/** What to write in its place. */
const REFUSED: readonly Refused[] = [
  { type: TerraformVariable, hint: "declare it in `variables`, and use `v.name`" },
  { type: TerraformOutput, hint: "return it from `build`: `return { name: output(value) }`" },
  { type: TerraformLocal, hint: "use `local(scope, name, value)`, whose result is the value" },
  {
    type: TerraformHclModule,
    hint: "use `moduleCall(scope, name, { source, version, inputs })`, whose result has the outputs",
  },
  {
    type: TerraformModule,
    hint: "use `moduleCall(scope, name, { source, version, inputs })`, whose result has the outputs",
  },
  {
    type: TerraformProvider,
    hint: "its caller configures it: declare it in `providers`, and a further configuration in `configurationAliases`, which `resource` takes as `provider`",
  },
  { type: TerraformBackend, hint: "a module has no state of its own: the backend stands in what calls it" },
  {
    type: TerraformAsset,
    hint: "a module reads its files from `pathModule()`: give their texts in `files`, or let the caller pass a path",
  },
  { type: TerraformStack, hint: "a definition is one module: make the resources in `scope`" },
  {
    type: TerraformElement,
    hint: "make it of resources, or use what tfwright exports: `local`, `moved`, `checkBlock`",
  },
];

function adopt(element: PlainElement, builder: ModuleBuilder): void {
  const path = `${builder.definitionName}.${element.node.path}`;
  try {
    insideCdktf(path, () => addElement(element, builder));
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    for (const { calls: _, stack: __, path: ___, ...problem } of error.problems) report(element, builder, problem);
  }
}

function refuse(construct: Construct, builder: ModuleBuilder): void {
  const refused = REFUSED.find(({ type }) => construct instanceof type);
  if (refused === undefined) return;
  report(construct, builder, {
    code: "no-place-in-module",
    message: `\`${construct.constructor.name}\` has no place in \`build\``,
    hint: refused.hint,
  });
}

function isPlainElement(construct: Construct): construct is PlainElement {
  return (
    construct instanceof TerraformResource ||
    construct instanceof TerraformDataSource ||
    construct instanceof TerraformRemoteState
  );
}

function addElement(element: PlainElement, builder: ModuleBuilder): void {
  const place = { made: builder.placeOf(element), isNested: element.node.scope !== builder.scope };
  const moves = element instanceof TerraformResource ? movesOf(element) : [];
  for (const { from, to } of moves) builder.addPart({ kind: "moved", from, to }, `moved.${from}`, place);
  const described = describedBy(element);
  if (described === undefined) return;
  const [type, schema] = described;
  const name = element.friendlyUniqueId;
  const part = {
    kind: element instanceof TerraformResource ? ("resource" as const) : ("data" as const),
    type,
    name,
    provider: type.split("_")[0] as string,
    construct: element,
    config: undefined,
    dependsOn: [],
    ...aliasOf(element),
    ...repetitionOf(schema, builder),
  };
  const address = addressOfPart(part);
  if (!builder.checkName(name, address)) return;
  builder.addPart(part, address, place);
  const imported = (element.toHclTerraform() as Tree).import ?? [];
  for (const { id } of imported)
    builder.addPart(
      { kind: "import", address, to: referenceNode(address), id: plainNode(id.value) },
      `import.${address}`,
      place,
    );
}

interface Tree {
  readonly import?: readonly { readonly id: { readonly value: unknown } }[];
  readonly moved?: readonly { readonly from: { readonly value: string }; readonly to: { readonly value: string } }[];
}

function movesOf(element: TerraformResource): readonly { readonly from: string; readonly to: string }[] {
  return ((element.toHclTerraform() as Tree).moved ?? []).map(({ from, to }) => ({ from: from.value, to: to.value }));
}

/** A construct of a provider has no place in a module; its name has one, by an override. */
function aliasOf(element: PlainElement) {
  const { provider } = overridesOf(element);
  return typeof provider === "string" ? { alias: provider, provider: provider.split(".")[0] as string } : {};
}

function repetitionOf(schema: object, { scope }: ModuleBuilder) {
  const { count, for_each } = schema as { readonly count?: unknown; readonly for_each?: unknown };
  const given = count ?? for_each;
  if (given === undefined) return {};
  const repeatedBy = count === undefined ? "forEach" : "count";
  const node = replaceCdktfTokens(plainNode(given), scope);
  let isRead = true;
  // What cdktf writes as text is Terraform's to judge.
  walkExpression(node, ({ kind }) => {
    isRead &&= kind !== "raw";
  });
  return { repeatedBy, ...(isRead && { [repeatedBy]: node }) } as const;
}
