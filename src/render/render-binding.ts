/** A published binding: a typed class that calls the generated module, for stacks whose authors have no definitions. */

import { normaliseText } from "../hcl/text";
import type { TypeConstraint } from "../hcl/type";
import { capitalize } from "../text/capitalize";
import { chooseText, type Locale } from "../text/locale";
import { ITEMS, ITEMS_TYPE, KEYS_AND_TEXTS, TEXTS, TEXTS_TYPE } from "./binding-source";
import { headerOf } from "./header";
import type { ModuleModel, OutputModel, VariableModel } from "./model";
import type { Runtime } from "./runtime";

/** The text of `index.ts`; it needs the runtime, constructs and nothing of ours. */
export function renderBinding(model: ModuleModel, runtime: Runtime): string {
  const name = pascalCase(model.name);
  const outputs = model.outputs.map((output) => printOutput(output, `${model.name}.outputs.${output.name}`)).join("\n");
  const types = [
    ...(outputs.includes("Items<") ? [ITEMS_TYPE] : []),
    ...(outputs.includes("Texts") ? [TEXTS_TYPE] : []),
  ].join("");
  return `// ${headerOf(model.name, model.locale)}
import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import * as cdktf from ${JSON.stringify(runtime)};
import type * as constructs from "constructs";

${printInterfaces(name, model, outputs)}

${printClass(name, model)}
${types}
${printFolderFrom(model.name)}

${KEYS_AND_TEXTS}`;
}

/** What a caller gives and gets. */
function printInterfaces(name: string, model: ModuleModel, outputs: string): string {
  const inputs = model.variables.map((variable) => printInput(variable, model)).join("\n");
  return `/** Inputs of the module. Every value, and each part of it, can be a token. */
export interface ${name}Inputs {
${inputs}
}

/** Outputs of the module. */
export interface ${name}Outputs {
${outputs}
}

/** Inputs of the module, and options of the module call. */
export interface ${name}Config extends ${name}Inputs {
  /** Address of the module. @default the folder of this file */
  readonly source?: string;
  /** Only for sources in a registry. @default none */
  readonly version?: string;
  readonly providers?: cdktf.TerraformHclModuleConfig["providers"];
  readonly dependsOn?: cdktf.TerraformHclModuleConfig["dependsOn"];
  readonly forEach?: cdktf.TerraformHclModuleConfig["forEach"];
  readonly count?: number | cdktf.IResolvable;
}`;
}

/** The class of the call. */
function printClass(name: string, { name: moduleName, title, description, outputs }: ModuleModel): string {
  const lines = [normaliseText(title, moduleName), "", ...normaliseText(description, moduleName).trim().split("\n")];
  return `${doc(lines, "")}
export class ${name} extends cdktf.TerraformHclModule {
  constructor(scope: constructs.Construct, id: string, config: ${name}Config) {
    const { source, version, providers, dependsOn, forEach, count, ...variables } = config;
    super(scope, id, {
      source: source ?? folderFrom(scope),
      skipAssetCreationFromLocalModules: true,
      variables: escapeTexts(variables) as { [name: string]: unknown },
      ...(version === undefined ? {} : { version }),
      ...(providers === undefined ? {} : { providers }),
      ...(dependsOn === undefined ? {} : { dependsOn }),
      ...(forEach === undefined ? {} : { forEach }),
    });
    if (count !== undefined) this.addOverride("count", count);
    this.isRepeated = forEach !== undefined || count !== undefined;
  }

  private readonly isRepeated: boolean;

  /** The module's outputs as tokens. With \`forEach\` or \`count\` use \`at\` instead. */
  get outputs(): ${name}Outputs {
    if (this.isRepeated)
      throw new Error(\`\${this.node.path}: a call with forEach or count has no single outputs: use \\\`.at(key)\\\`\`);
    return this.outputsOf("");
  }

  /** With \`forEach\` or \`count\`: the outputs of one call. */
  at(key: string | number): ${name}Outputs {
    return this.outputsOf(indexOf(key));
  }

${printOutputsOf(name, outputs)}
}`;
}

/** The method that makes tokens of the outputs, with the functions that it needs. */
function printOutputsOf(name: string, outputs: readonly OutputModel[]): string {
  const values = outputs
    .map(({ name: output, type }) => `      ${key(output)}: ${tokenOf(type, { rest: output }, "      ")},`)
    .join("\n");
  const helpers = [...(values.includes("items(") ? [ITEMS] : []), ...(values.includes("texts(") ? [TEXTS] : [])].join(
    "",
  );
  return `  private outputsOf(call: string): ${name}Outputs {
    const token = (path: string): cdktf.IResolvable =>
      cdktf.ref(\`module.\${this.friendlyUniqueId}\${call}.\${path}\`, cdktf.TerraformStack.of(this));
${helpers}    return {
${values}
    };
  }`;
}

/** The function that finds the module where the caller gives no source. */
function printFolderFrom(moduleName: string): string {
  return `/** From the folder of the stack's output to this one. */
function folderFrom(scope: constructs.Construct): string {
  if (typeof __dirname !== "string" || !existsSync(join(__dirname, "versions.tf")))
    throw new Error("${moduleName}: the module is not in the folder of this file: pass its \`source\`");
  const stack = cdktf.TerraformStack.of(scope);
  const { outdir = "cdktf.out" } = stack.node.root as { outdir?: string };
  const path = relative(resolve(outdir, "stacks", stack.node.id), __dirname).replace(/\\\\/g, "/");
  return path.startsWith(".") ? path : \`./\${path}\`;
}`;
}

function printInput(variable: VariableModel, { renamed = [], locale }: ModuleModel): string {
  const { name, description, type } = variable;
  const newName = renamed.find(({ from }) => from === name)?.to;
  // An old name has no `deprecated` in a module whose bound is below that of `deprecated`.
  const deprecated = variable.deprecated ?? (newName === undefined ? undefined : `Use \`${newName}\`.`);
  const fallback = variable.default;
  const lines = description === undefined ? [] : normaliseText(description, name).trim().split("\n");
  // Closed sets of values are part of the type.
  const rules = variable.validations.flatMap(({ message: { kind, ...message } }) =>
    kind === "literal" && "value" in message && !/ must be one of /.test(String(message.value))
      ? [normaliseText(String(message.value), name)]
      : [],
  );
  const note = fallback === undefined ? [] : [`@default ${JSON.stringify(fallback.value)}`];
  const parts = [...lines, ...rules, ...note, ...deprecation(deprecated, name)];
  const head = parts.length === 0 ? "" : `${doc(parts, "  ")}\n`;
  return `${head}  readonly ${key(name)}${fallback === undefined ? "" : "?"}: ${inputType(type, "  ", locale)}${variable.nullable === true || fallback !== undefined ? " | null" : ""};`;
}

function printOutput({ name, description, type, deprecated }: OutputModel, path: string): string {
  const lines = description === undefined ? [] : normaliseText(description, path).trim().split("\n");
  const parts = [...lines, ...deprecation(deprecated, path)];
  const head = parts.length === 0 ? "" : `${doc(parts, "  ")}\n`;
  return `${head}  readonly ${key(name)}: ${outputType(type, "  ")};`;
}

/** Editors strike out what has this tag. It ends with its line. */
function deprecation(deprecated: string | undefined, path: string): readonly string[] {
  return deprecated === undefined ? [] : [`@deprecated ${normaliseText(deprecated, path).replace(/\s+/g, " ").trim()}`];
}

/** Renders a comment. The text cannot end the comment early. */
function doc(given: readonly string[], indent: string): string {
  const lines = given.map((line) => line.replaceAll("*/", "*\\/").trimEnd());
  if (lines.length === 1) return `${indent}/** ${lines[0]} */`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} *${line === "" ? "" : ` ${line}`}`), `${indent} */`].join(
    "\n",
  );
}

/** The type that a caller may pass: the value, or a token instead of the value or instead of any part of the value. */
function inputType(type: TypeConstraint, indent: string, locale: Locale): string {
  switch (type.kind) {
    case "string":
    case "number":
      return type.values === undefined
        ? type.kind
        : [...type.values.map((value) => JSON.stringify(value)), "cdktf.IResolvable"].join(" | ");
    case "bool":
      return "boolean | cdktf.IResolvable";
    case "any":
      return "unknown";
    case "list":
    case "set":
      return `readonly ${element(inputType(type.element, indent, locale))}[] | cdktf.IResolvable`;
    case "map":
      return `{ readonly [key: string]: ${inputType(type.element, indent, locale)} } | cdktf.IResolvable`;
    case "tuple":
      return `readonly [${type.elements.map((one) => inputType(one, indent, locale)).join(", ")}] | cdktf.IResolvable`;
    case "object": {
      const fields = Object.entries(type.attributes).map(([name, attribute]) => {
        const head =
          attribute.description === undefined
            ? ""
            : `${doc(chooseText(attribute.description, locale).trim().split("\n"), `${indent}  `)}\n`;
        const optional = attribute.optional === true ? "?" : "";
        const orNull = attribute.optional === true ? " | null" : "";
        return `${head}${indent}  readonly ${key(name)}${optional}: ${inputType(attribute.type, `${indent}  `, locale)}${orNull};`;
      });
      return `{\n${fields.join("\n")}\n${indent}} | cdktf.IResolvable`;
    }
  }
}

function element(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}

/** What an output is for a caller. */
function outputType(type: TypeConstraint | undefined, indent: string): string {
  switch (type?.kind) {
    case "string":
    case "number":
      return type.kind;
    case "list":
    case "set":
      return type.element.kind === "string" || type.element.kind === "number"
        ? `${type.element.kind}[]`
        : `Items<${outputType(type.element, indent)}>`;
    case "map":
      return type.element.kind === "string" ? "Texts" : `Items<${outputType(type.element, indent)}>`;
    case "object": {
      const fields = Object.entries(type.attributes).map(
        ([name, attribute]) => `${indent}  readonly ${key(name)}: ${outputType(attribute.type, `${indent}  `)};`,
      );
      return `{\n${fields.join("\n")}\n${indent}}`;
    }
    default:
      return "cdktf.IResolvable";
  }
}

/** Where a value lies below the call: `a.b` from its outputs, or from what a variable of the text holds. */
interface CodePlace {
  readonly base?: string;
  readonly rest: string;
}

function printPlace({ base, rest }: CodePlace): string {
  return base === undefined ? JSON.stringify(rest) : rest === "" ? base : `\`\${${base}}${rest}\``;
}

/** The token that has that type. */
function tokenOf(type: TypeConstraint | undefined, place: CodePlace, indent: string, depth = 1): string {
  const token = `token(${printPlace(place)})`;
  const items = (element: TypeConstraint) =>
    `items(${printPlace(place)}, (at${depth}) => (${tokenOf(element, { base: `at${depth}`, rest: "" }, indent, depth + 1)}))`;
  switch (type?.kind) {
    case "string":
      return `cdktf.Token.asString(${token})`;
    case "number":
      return `cdktf.Token.asNumber(${token})`;
    case "list":
    case "set":
      if (type.element.kind === "string") return `cdktf.Token.asList(${token})`;
      return type.element.kind === "number" ? `cdktf.Token.asNumberList(${token})` : items(type.element);
    case "map":
      return type.element.kind === "string" ? `texts(${printPlace(place)})` : items(type.element);
    case "object": {
      const fields = Object.entries(type.attributes).map(([name, attribute]) => {
        const inner = { ...place, rest: `${place.rest}.${name}` };
        return `${indent}  ${key(name)}: ${tokenOf(attribute.type, inner, `${indent}  `, depth)},`;
      });
      return `{\n${fields.join("\n")}\n${indent}}`;
    }
    default:
      return token;
  }
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

const TYPES = new Set([
  "Items",
  "Texts",
  "Fragments",
  "Partial",
  "Required",
  "Readonly",
  "Record",
  "Pick",
  "Omit",
  "Exclude",
  "Extract",
  "Awaited",
]);

/** `glue-job` is GlueJob. */
function pascalCase(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words.map(capitalize).join("");
  if (/^\d/.test(joined)) return `Module${joined}`;
  // A class of the language's own, or a type of it, would be hidden.
  return joined in globalThis || TYPES.has(joined) ? `${joined}Module` : joined;
}
