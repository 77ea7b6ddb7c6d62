/** Values of JSON as expressions of HCL. */
import type { Problems } from "../errors";
import type { Expression, ObjectEntry } from "../hcl/expression";
import { isExactNumber } from "../hcl/number";
import {
  type HclProblem,
  isHclProblem,
  readHclExpression,
  readHclTemplate,
  type Syntax,
  withoutQuotes,
} from "../hcl/read";
import { toExpression } from "../hcl/read/to-expression";
import { type JsonNode, type JsonObject, memberIn, membersOf, textIn } from "../json/json-node";
import { bootTextIn } from "./boot-text";
import { documentCall, exactCall } from "./convert-document";
import type { ValueMode } from "./grammar";
import { holdsJson, linesOf } from "./json-lines";
import type { Renames } from "./renames";
import { withoutRepeatedSet } from "./repeated-set";
import type { StackFile } from "./stack-file";

/** A reference to an argument of a resource: `aws_iam_policy.read.policy`. */
const ARGUMENT = /\b([a-z]\w*\.[\w-]+)(?:\[[^\]]*\])?(\.[a-z]\w*)/g;

export class ValueConverter {
  readonly #file: StackFile;
  readonly #renames: Renames;
  readonly #problems: Problems;
  readonly #textVariables: ReadonlySet<string>;
  readonly #referred: ReadonlySet<string>;

  constructor(file: StackFile, renames: Renames, problems: Problems) {
    this.#file = file;
    this.#renames = renames;
    this.#problems = problems;
    this.#textVariables = textVariablesOf(file);
    this.#referred = new Set([...file.text.matchAll(ARGUMENT)].map(([, resource, name]) => `${resource}${name}`));
  }

  /** @param path for messages: `resource.aws_sqs_queue.jobs.name` */
  convert(node: JsonNode<number>, mode: ValueMode, path: string): Expression {
    switch (mode) {
      case "expression":
        return this.#expression(node, path);
      case "document":
        return (
          this.#document(node, path) ??
          (node.kind === "string" ? this.#template(node, path, { isJson: true }) : this.#expression(node, path))
        );
      case "literal":
        return this.#literal(node);
      case "address-map":
        return this.#addressMap(node, path);
      case "requirement":
        return this.#requirement(node, path);
      case "state-address":
        return this.#stateAddress(node, path);
      case "ignored":
        return this.#address(
          node.kind === "array" && isStar(node.items) ? (node.items[0] as JsonNode<number>) : node,
          path,
        );
      default:
        return this.#address(node, path);
    }
  }

  #expression(node: JsonNode<number>, path: string): Expression {
    switch (node.kind) {
      case "string":
        return this.#template(node, path);
      case "array":
        return { kind: "tuple", items: node.items.map((item, index) => this.#expression(item, `${path}[${index}]`)) };
      case "object":
        return {
          kind: "object",
          entries: node.members.map(({ key, keyStart, keyEnd, value }) => {
            const read = this.#template({ kind: "string", value: key, start: keyStart, end: keyEnd }, `${path}.${key}`);
            const isText = read.kind === "literal" && typeof read.value === "string";
            return { key: isText ? String(read.value) : read, value: this.#expression(value, `${path}.${key}`) };
          }),
        };
      default:
        return this.#scalar(node);
    }
  }

  /**
   * A text with templates; JSON that Terraform would write in the same way becomes `jsonencode`, and other JSON lines.
   *
   * @param isJson whether it is known that what reads the text takes it for JSON
   */
  #template(
    node: JsonNode<number> & { readonly kind: "string" },
    path: string,
    { isJson = holdsJson(path) } = {},
  ): Expression {
    const { value } = node;
    const encoded = bootTextIn(value);
    if (encoded !== undefined) return this.#fromSyntax(callOf("base64encode", literalText(encoded)));
    const read = hasTemplate(value) ? readHclTemplate(value) : literalText(value);
    if (isHclProblem(read)) return this.#refuse(node, path, read);
    return this.#fromSyntax(exactCall(read) ?? linesOf(read, { isJson }) ?? withoutQuotes(read));
  }

  /** A call of `jsonencode`; undefined where the text is no JSON, or the call may give another. */
  #document(node: JsonNode<number>, path: string): Expression | undefined {
    // What refers to the text gets the very text.
    if (node.kind !== "string" || this.#referred.has(path.replace("resource.", ""))) return undefined;
    const read = readHclTemplate(node.value);
    const call = isHclProblem(read) ? undefined : documentCall(read, this.#textVariables);
    return call === undefined ? undefined : this.#fromSyntax(call);
  }

  #fromSyntax(node: Syntax): Expression {
    return toExpression(withoutRepeatedSet(node), { replace: this.#renames.replace, dropsQuotes: true });
  }

  #literal(node: JsonNode<number>): Expression {
    if (node.kind === "array") return { kind: "tuple", items: node.items.map((item) => this.#literal(item)) };
    if (node.kind === "object")
      return { kind: "object", entries: node.members.map(({ key, value }) => ({ key, value: this.#literal(value) })) };
    return node.kind === "string" ? { kind: "literal", value: node.value, isConstant: true } : this.#scalar(node);
  }

  #scalar(node: JsonNode<number>): Expression {
    if (node.kind === "array" || node.kind === "object") return { kind: "tuple", items: [] };
    if (node.kind !== "number") return { kind: "literal", value: node.value };
    const digits = this.#file.textOf(node);
    return { kind: "literal", value: node.value, ...(!isExactNumber(digits, node.value) && { digits }) };
  }

  /** A reference, an expression or a word, without `${}`; or several. */
  #address(node: JsonNode<number>, path: string): Expression {
    if (node.kind === "array")
      return { kind: "tuple", items: node.items.map((item, index) => this.#address(item, `${path}[${index}]`)) };
    if (node.kind === "object") return this.#refuseObject(node, path);
    if (node.kind !== "string") return this.#scalar(node);
    if (node.value === "*") return { kind: "reference", address: "all" };
    const read = readAddress(node.value);
    return isHclProblem(read) ? this.#refuse(node, path, read) : this.#fromSyntax(read);
  }

  #stateAddress(node: JsonNode<number>, path: string): Expression {
    if (node.kind !== "string") return this.#address(node, path);
    const read = readAddress(node.value);
    return isHclProblem(read) ? this.#refuse(node, path, read) : toExpression(read);
  }

  #addressMap(node: JsonNode<number>, path: string): Expression {
    if (node.kind !== "object") return this.#address(node, path);
    const entries = membersOf(node).map(({ key, keyStart, keyEnd, value }): ObjectEntry => {
      const name = this.#address({ kind: "string", value: key, start: keyStart, end: keyEnd }, path);
      return { key: name, value: this.#address(value, `${path}.${key}`), isAddress: true };
    });
    return { kind: "object", entries };
  }

  /** `{ source = "hashicorp/aws", configuration_aliases = [aws.src] }` */
  #requirement(node: JsonNode<number>, path: string): Expression {
    if (node.kind !== "object") return this.#literal(node);
    const entries = node.members.map(({ key, value }) => ({ key, value: this.#ofRequirement(key, value, path) }));
    return { kind: "object", entries };
  }

  /** CDKTF leaves the namespace of `hashicorp/aws` out. */
  #ofRequirement(key: string, node: JsonNode<number>, path: string): Expression {
    if (key === "configuration_aliases") return this.#address(node, `${path}.${key}`);
    const isName = key === "source" && node.kind === "string" && isProviderName(node.value);
    return isName ? { kind: "literal", value: `hashicorp/${node.value}` } : this.#literal(node);
  }

  #refuseObject(node: JsonObject<number>, path: string): Expression {
    this.#problems.add({
      code: "bad-expression",
      path: this.#file.place(node.start),
      message: `\`${path}\` is an object, where Terraform takes a reference`,
      hint: 'write the address as a text: "aws_sqs_queue.jobs"',
    });
    return { kind: "tuple", items: [] };
  }

  #refuse(node: JsonNode<number> & { readonly kind: "string" }, path: string, { message }: HclProblem): Expression {
    this.#problems.add({
      code: "bad-expression",
      path: this.#file.place(node.start),
      message: `\`${path}\` is no expression that Terraform reads: ${message}`,
      hint: `${escapesOf(node.value)}${shortened(node.value)}`,
    });
    return { kind: "literal", value: node.value };
  }
}

/** How the program writes what was meant as text: a directive, or a variable of a policy such as `${aws:username}`. */
function escapesOf(text: string): string {
  const directive = /%\{/.test(text) ? "for the text `%{` the program writes `%%{`\n" : "";
  const [variable] = /(?<!\$)\$\{[\w.-]+:[\w/.-]+\}/.exec(text) ?? [];
  return variable === undefined
    ? directive
    : `${directive}for the text \`${variable}\` the program writes \`$${variable}\`\n`;
}

/** Names of the variables that are texts. */
function textVariablesOf({ blocks }: StackFile): ReadonlySet<string> {
  const texts = blocks.filter(({ type, body }) => type === "variable" && textIn(memberIn(body, "type")) === "string");
  return new Set(texts.map(({ labels }) => labels[0] ?? ""));
}

/** Whether a text is a template: what is none is not read as one. */
function hasTemplate(text: string): boolean {
  return /[$%]\{/.test(text);
}

/** A text without holes as a template that was read. */
export function literalText(value: string): Syntax {
  return { kind: "literal", value, start: 0, end: value.length };
}

function callOf(name: string, arg: Syntax): Syntax {
  return { kind: "call", name, args: [arg], expand: false, start: arg.start, end: arg.end };
}

/** Whether a text is the source of a provider without its namespace. */
export function isProviderName(source: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(source);
}

/** Names, a word or an expression; in `${}` too. */
export function readAddress(text: string): Syntax | HclProblem {
  const inner = /^\$\{(.*)\}$/s.exec(text)?.[1];
  return readHclExpression(inner ?? text);
}

/** `["*"]`, the old form of `all`. */
function isStar(items: readonly JsonNode<number>[]): boolean {
  return items.length === 1 && items[0]?.kind === "string" && items[0].value === "*";
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
