/** The JSON of a stack, with the places that problems are told at. */

import { fail, Problems } from "../errors";
import type { JsonMember, JsonNode, JsonObject } from "../json/json-node";
import { readJson } from "../json/read-json";
import { LineIndex } from "../text/line-index";
import { lookUp } from "../text/look-up";
import { ROOT } from "./grammar";

/** A block at the root: `resource "aws_sqs_queue" "jobs"` and its body. */
export interface RootBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: JsonObject<number>;
  /** Where its last label, or its type, stands. */
  readonly start: number;
}

/** A file of a stack that was read. */
export class StackFile {
  readonly #lines: LineIndex;

  constructor(
    /** As messages name it. */
    readonly path: string,
    readonly text: string,
    /** In the order of the text. */
    readonly blocks: readonly RootBlock[],
  ) {
    this.#lines = new LineIndex(text);
  }

  /** @throws TfwrightError `stack-not-json`, `not-a-stack` */
  static read(path: string, text: string): StackFile {
    const problems = new Problems();
    const { value, problems: found } = readJson(text);
    for (const { line, column, message, hint, kind } of found)
      if (kind !== "duplicate-key")
        problems.add({
          code: "stack-not-json",
          path: `${path}:${line}:${column}`,
          message,
          // The reader of JSON speaks of policies there.
          ...(hint !== undefined && kind !== "too-deep" && { hint }),
        });
    const lines = new LineIndex(text);
    const at = (offset: number) => `${path}:${lines.at(offset).line}:${lines.at(offset).column}`;
    const roots = value === undefined ? [] : objectsIn(value);
    if (value !== undefined && roots === undefined)
      problems.add({
        code: "not-a-stack",
        path,
        message: "is not an object: a stack is what `cdktf synth` writes",
        hint: WHAT_TO_GIVE,
      });
    refuseHalfCharacters({ text, value, at, problems });
    const keys = (roots ?? []).flatMap(({ members }) => members.map(({ key }) => key)).filter((key) => key !== "//");
    if (keys.length > 0 && !keys.some((key) => Object.hasOwn(ROOT, key)))
      fail({ code: "not-a-stack", path, message: nameOther(keys), hint: WHAT_TO_GIVE });
    const blocks = (roots ?? []).flatMap((root) =>
      root.members.flatMap((member) => (member.key === "//" ? [] : rootBlocks(member, at, problems))),
    );
    problems.throwIfAny();
    return new StackFile(path, text, blocks);
  }

  /** `cdk.tf.json:12:5` */
  place(offset: number): string {
    const { line, column } = this.#lines.at(offset);
    return `${this.path}:${line}:${column}`;
  }

  /** The text of a node as it was written. */
  textOf({ start, end }: { readonly start: number; readonly end: number }): string {
    return this.text.slice(start, end);
  }
}

/** What is ejected, for hints. */
export const WHAT_TO_GIVE =
  "give the folder that `cdktf synth` writes (cdktf.out), the folder of one stack, or its cdk.tf.json";

/** What a JSON file is that has no block of Terraform. */
function nameOther(keys: readonly string[]): string {
  const has = (...names: readonly string[]) => names.every((name) => keys.includes(name));
  if (has("provider_schemas")) return "is the schema of providers, not a stack";
  if (has("format_version")) return "is a plan or a state of Terraform, not a stack";
  if (has("version", "lineage")) return "is a state of Terraform, not a stack";
  if (has("version", "stacks")) return "is the manifest of `cdktf synth`, not a stack";
  const [first, ...rest] = keys;
  return `is no stack: Terraform has no block \`${first}\`${rest.length > 0 ? `, nor \`${rest[0]}\`` : ""}`;
}

/** HCL is UTF-8, which cannot hold half of a surrogate pair. */
function refuseHalfCharacters({
  text,
  value,
  at,
  problems,
}: {
  readonly text: string;
  readonly value: JsonNode<number> | undefined;
  readonly at: (offset: number) => string;
  readonly problems: Problems;
}): void {
  if (value === undefined || !/\\u[dD][89a-fA-F]|[\ud800-\udfff]/.test(text)) return;
  const check = (part: string, offset: number) => {
    if (part.isWellFormed()) return;
    const message = "a text holds half of a character (a surrogate without its pair), which HCL cannot hold";
    problems.add({ code: "half-character", path: at(offset), message });
  };
  const go = (node: JsonNode<number>): void => {
    if (node.kind === "string") check(node.value, node.start);
    if (node.kind === "array") for (const item of node.items) go(item);
    if (node.kind === "object")
      for (const { key, keyStart, value: inner } of node.members) {
        check(key, keyStart);
        if (key !== "//") go(inner);
      }
  };
  go(value);
}

function rootBlocks(
  { key, keyStart, value }: JsonMember<number>,
  at: (offset: number) => string,
  problems: Problems,
): readonly RootBlock[] {
  const grammar = lookUp(ROOT, key);
  if (grammar === undefined) {
    problems.add({
      code: "not-a-stack",
      path: at(keyStart),
      message: `Terraform has no block \`${key}\``,
      hint: WHAT_TO_GIVE,
    });
    return [];
  }
  const found: RootBlock[] = [];
  const go = (node: JsonNode<number>, labels: readonly string[], start: number): void => {
    if (node.kind === "null") return;
    const objects = objectsIn(node);
    if (objects === undefined) {
      const path = [key, ...labels].join(".");
      problems.add({ code: "not-a-stack", path: at(node.start), message: `\`${path}\` must be an object` });
      return;
    }
    for (const object of objects) {
      if (labels.length === grammar.labels) found.push({ type: key, labels, body: object, start });
      else
        for (const member of object.members)
          if (member.key !== "//") go(member.value, [...labels, member.key], member.keyStart);
    }
  };
  go(value, [], keyStart);
  return found;
}

/** An object, or a list of objects. Undefined for anything else. */
export function objectsIn(node: JsonNode<number>): readonly JsonObject<number>[] | undefined {
  if (node.kind === "object") return [node];
  if (node.kind !== "array") return undefined;
  const objects = node.items.filter((item) => item.kind === "object");
  return objects.length === node.items.length ? objects : undefined;
}
