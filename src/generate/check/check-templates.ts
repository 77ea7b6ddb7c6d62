/** Templates that a definition brings: `templatefile` must give every name that the template uses. */
import type { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { partsOf, readHclTemplate, type Syntax } from "../../hcl/read";
import { suggestName } from "../../text/suggest-name";
import { pathBelowModule } from "./module-files";
import { walkBody } from "./walk-body";

interface ModuleWithTemplates {
  readonly name: string;
  readonly files: Readonly<Record<string, unknown>> | undefined;
  readonly main: Body;
  readonly outputs: readonly { readonly name: string; readonly value: Expression }[];
}

/** Reports what Terraform refuses when it reads a template: its syntax, and a name that it is not given. */
export function checkTemplates({ name, files = {}, main, outputs }: ModuleWithTemplates, problems: Problems): void {
  const seen = new Set<string>();
  const visit = (value: Expression, path: string) =>
    walkExpression(value, (node) => {
      const file = node.kind === "call" && node.name === "templatefile" ? pathBelowModule(node.args[0]) : undefined;
      const text = file !== undefined && Object.hasOwn(files, file) ? files[file] : undefined;
      if (node.kind !== "call" || file === undefined || typeof text !== "string") return;
      for (const fault of faultsOf(file, text, node.args[1])) {
        if (seen.has(path + fault.message)) continue;
        seen.add(path + fault.message);
        problems.add({ code: "bad-template", path, ...fault });
      }
    });
  walkBody(main, name, visit);
  for (const output of outputs) visit(output.value, `${name}.outputs.${output.name}`);
}

interface Fault {
  readonly message: string;
  readonly hint: string;
}

function faultsOf(file: string, text: string, given: Expression | undefined): readonly Fault[] {
  const template = readHclTemplate(text);
  if (!("kind" in template)) {
    const { line, column, message, hint } = template;
    return [
      {
        message: `\`${file}\` is no template: ${message} (at ${line}:${column})`,
        hint: hint ?? "correct its text; `$${` and `%%{` are `${` and `%{` as text",
      },
    ];
  }
  const names = namesGiven(given);
  if (names === undefined) return [];
  const missing = [...namesUsed(template)].filter((name) => !names.includes(name));
  return missing.map((name) => ({
    message: `\`${file}\` uses \`${name}\`, which \`templatefile\` does not give it`,
    hint: `${suggestName(name, names, "names")}${/^[A-Z0-9_]+$/.test(name) ? `; a variable of a shell is written \`$\${${name}}\` in a template` : ""}`,
  }));
}

/** The names of an object that is written out. */
function namesGiven(given: Expression | undefined): readonly string[] | undefined {
  if (given?.kind !== "object") return undefined;
  const names = given.entries.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
  return names.length === given.entries.length ? names : undefined;
}

/** The names at the beginning of references, without those that loops bind. */
function namesUsed(template: Syntax): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (node: Syntax, bound: ReadonlySet<string>): void => {
    if (node.kind === "reference") {
      if (!bound.has(node.name)) used.add(node.name);
    } else if (node.kind === "for") {
      visit(node.collection, bound);
      const inner = new Set([...bound, node.value, ...(node.key === undefined ? [] : [node.key])]);
      for (const part of [node.resultKey, node.result, node.condition]) if (part !== undefined) visit(part, inner);
    } else if (node.kind === "template") {
      const scopes = [bound];
      for (const part of node.parts) {
        const scope = scopes.at(-1) ?? bound;
        if (part.kind === "text") continue;
        if (part.value !== undefined) visit(part.value, scope);
        if (part.kind === "directive" && part.keyword === "for") scopes.push(new Set([...scope, ...part.names]));
        if (part.kind === "directive" && part.keyword === "endfor") scopes.pop();
      }
    } else for (const part of partsOf(node)) visit(part, bound);
  };
  visit(template, new Set());
  return used;
}
