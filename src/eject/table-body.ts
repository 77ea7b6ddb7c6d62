/**
 * The text of a body in the shipped tables: the names of its blocks, each with what it holds.
 *
 *     timeouts           a block without blocks
 *     rule(action)       a block that holds others
 *     rule@12            the same, where the text stands in the table's list of shared bodies
 *     =ingress(...)      an attribute whose elements Terraform takes as blocks too
 *     ~definition        not known
 *
 * Every other name is an attribute.
 */
import type { BodyMember, BodyShape } from "./body-shape";

const ATTRIBUTE: BodyMember = { kind: "attribute" };

/** @param shared bodies, which texts refer to by number; a body may hold itself */
export function readTableBody(text: string, shared: readonly string[]): BodyShape {
  const members = new Map<string, BodyMember | undefined>();
  for (const entry of entriesOf(text)) {
    const [, mark, name = "", inner] = /^([=~]?)(\w+)(.*)$/.exec(entry) ?? [];
    if (mark === "~") members.set(name, undefined);
    else members.set(name, memberOf(mark, lazyBody(inner ?? "", shared)));
  }
  return { member: (name) => (members.has(name) ? members.get(name) : ATTRIBUTE) };
}

function memberOf(mark: string | undefined, shape: BodyShape): BodyMember {
  if (mark === "=") return { kind: "attribute", elements: shape };
  return { kind: "block", shape, hasLabel: false };
}

/** Most of a large body is never asked for, and one that holds itself has no end. */
function lazyBody(suffix: string, shared: readonly string[]): BodyShape {
  let body: BodyShape | undefined;
  return {
    member(name) {
      body ??= readTableBody(
        suffix.startsWith("@") ? (shared[Number(suffix.slice(1))] ?? "") : suffix.slice(1, -1),
        shared,
      );
      return body.member(name);
    },
  };
}

/** The entries of one level. */
function entriesOf(text: string): readonly string[] {
  const entries: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const char = text[index];
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (char !== undefined && (char !== " " || depth > 0)) continue;
    if (index > start) entries.push(text.slice(start, index));
    start = index + 1;
  }
  return entries;
}
