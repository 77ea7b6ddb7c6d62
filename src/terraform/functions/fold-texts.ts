/** Exact results of functions over texts. */
import type { Expression, Literal } from "../../hcl/expression";
import { literal, textOf } from "../known-values";
import type { Fold } from "./function-facts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is what is meant
const ASCII = /^[\x00-\x0c\x0e-\x7f]*$/;

/** Whether Terraform and JavaScript count and compare the characters of a text alike. */
export const isAscii = (value: string): boolean => ASCII.test(value);

/** Folds a call whose arguments are all texts in ASCII. */
export function onTexts(fold: (...texts: string[]) => Literal["value"] | undefined): Fold {
  return (args) => {
    const texts = args.map(textOf);
    if (args.length < fold.length || !texts.every((value) => value !== undefined && isAscii(value))) return undefined;
    const value = fold(...(texts as string[]));
    return value === undefined ? undefined : literal(value);
  };
}

/** `startswith` and `endswith`: of a template, the known text at that end may be enough. */
export function atEnd(end: "start" | "end"): Fold {
  const has = (text: string, part: string) => (end === "start" ? text.startsWith(part) : text.endsWith(part));
  return ([text, part]) => {
    const wanted = textOf(part);
    const known = knownAt(end, text);
    if (wanted === undefined || known === undefined || !isAscii(wanted) || !isAscii(known.text)) return undefined;
    // An accent at the start of what follows would change the last character that is known.
    const enough = wanted.length + (end === "start" ? 1 : 0);
    const isDecided = known.isWhole || known.text.length >= enough || !has(wanted, known.text);
    return isDecided ? literal(has(known.text, wanted)) : undefined;
  };
}

/** What is known of a text at its start or end; undefined if nothing is. */
function knownAt(end: "start" | "end", node: Expression | undefined) {
  const whole = textOf(node);
  if (whole !== undefined) return { text: whole, isWhole: true };
  const part = node?.kind === "template" ? node.parts.at(end === "start" ? 0 : -1) : undefined;
  return typeof part === "string" ? { text: part, isWhole: false } : undefined;
}

export function trimPrefix(str: string, prefix: string): string {
  return str.startsWith(prefix) ? str.slice(prefix.length) : str;
}

export function trimSuffix(str: string, suffix: string): string {
  return suffix !== "" && str.endsWith(suffix) ? str.slice(0, -suffix.length) : str;
}

export function replaceText(str: string, substr: string, replace: string): string | undefined {
  if (substr === "") return undefined;
  return /^\/.*\/$/.test(substr) ? replaceAtStart(str, substr.slice(1, -1), replace) : str.split(substr).join(replace);
}

/**
 * Replaces a pattern that matches once, at the start, and is made of letters, classes and their repetitions: there RE2
 * and JavaScript agree. They do not agree on where to go on after an empty match.
 */
function replaceAtStart(str: string, pattern: string, replace: string): string | undefined {
  if (replace.includes("$") || !/^\^(?:(?:[\w/-]|\[\^?[\w/.-]+\])[*+?]?)+$/.test(pattern)) return undefined;
  return str.replace(new RegExp(pattern, "u"), replace);
}

export const join: Fold = ([separator, list, ...more]) => {
  const between = textOf(separator);
  if (more.length > 0 || between === undefined || list?.kind !== "tuple") return undefined;
  const texts = list.items.map(textOf);
  return texts.includes(undefined) ? undefined : literal(texts.join(between));
};

export const split: Fold = ([separator, str]) => {
  const [between, whole] = [textOf(separator), textOf(str)];
  if (between === undefined || between === "" || whole === undefined) return undefined;
  return { kind: "tuple", items: whole.split(between).map(literal) };
};
