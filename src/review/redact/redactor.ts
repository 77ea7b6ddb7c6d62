/**
 * The redactor of a plan's secrets. A value is hidden by its mark, by its value where a secret turns up elsewhere, also in
 * JSON, URLs or base64, and by its shape. In doubt it is hidden.
 */

import type { Json, ValuePath } from "../../json/json-value";
import type { Plan } from "../../terraform/plan/plan";
import { checkArgument } from "../../text/check-argument";
import { LineIndex } from "../../text/line-index";
import { mergeRanges, type Range, replaceRanges, SENSITIVE } from "./ranges";
import { SecretScan } from "./secret-scan";
import { likelyShapes, sureShapes } from "./secret-shapes";
import { secretValues } from "./secret-values";
import { showValue } from "./show-value";
import { isKnownWord, type Vocabulary, vocabularyOf } from "./vocabulary";

/** A secret in a finished text; it says where, and never what. */
export interface Leak {
  /** Whether a value of the plan was found, or something that looks like a credential. */
  readonly kind: "value" | "shape";
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

export interface RedactorOptions {
  /** Words of the report itself, which are no secrets: headings, rule codes. @default none */
  readonly words?: Iterable<string>;
}

/** Hides what is secret in one or more plans. */
export interface Redactor {
  /**
   * The value with its secrets replaced by `(sensitive)`; the same object if there are none. `path` is its path in the resource.
   */
  show(value: Json | undefined, marks?: Json, path?: ValuePath): Json;
  /** A text that holds names, addresses or messages of the plan, with secrets replaced; names and addresses of the plan stay. */
  text(text: string): string;
  /** The secrets that a finished text still contains. Empty for every text made of what {@link show} and {@link text} give. */
  scan(finished: string): readonly Leak[];
}

/** Gathers the secrets of the plans; the search for them is built when something is shown. */
export function createRedactor(plans: readonly Plan[], options: RedactorOptions = {}): Redactor {
  checkArgument(plans, "list", "createRedactor(plans)");
  return new PlanRedactor(plans, [...(options.words ?? [])]);
}

class PlanRedactor implements Redactor {
  readonly #plans: readonly Plan[];
  readonly #words: readonly string[];

  #cachedScan: SecretScan | undefined;
  #cachedVocabulary: Vocabulary | undefined;

  constructor(plans: readonly Plan[], words: readonly string[]) {
    this.#plans = plans;
    this.#words = words;
  }

  show(value: Json | undefined, marks?: Json, path: ValuePath = []): Json {
    return showValue(value, marks, path, (text) => this.#hide(text));
  }

  text(text: string): string {
    const values = this.#findValues(text, false);
    const shapes = likelyShapes(text).filter((range) => !isKnownWord(text, range, this.#vocabulary));
    return replaceVisible(text, [...values, ...shapes]);
  }

  scan(finished: string): readonly Leak[] {
    const values = mergeRanges(this.#findValues(finished, true)).map((range) => ({ kind: "value" as const, ...range }));
    const shapes = mergeRanges(sureShapes(finished).filter((range) => !isInsideSensitive(finished, range)));
    const all = [...values, ...shapes.map((range) => ({ kind: "shape" as const, ...range }))];
    const lines = new LineIndex(finished);
    return all.sort((a, b) => a.start - b.start).map((leak) => ({ ...leak, line: lines.at(leak.start).line }));
  }

  #hide(text: string): string {
    return replaceVisible(text, [...this.#secretScan.find(text, { finished: false }), ...likelyShapes(text)]);
  }

  #findValues(text: string, finished: boolean): readonly Range[] {
    const isAllowed = (inside: string, range: Range) =>
      isInsideSensitive(inside, range) || isKnownWord(inside, range, this.#vocabulary);
    return this.#secretScan.find(text, { finished, isAllowed });
  }

  get #secretScan(): SecretScan {
    this.#cachedScan ??= new SecretScan(secretValues(this.#plans));
    return this.#cachedScan;
  }

  get #vocabulary(): Vocabulary {
    this.#cachedVocabulary ??= vocabularyOf(this.#plans, this.#words);
    return this.#cachedVocabulary;
  }
}

/** What is hidden already is left as it is. */
function replaceVisible(text: string, ranges: readonly Range[]): string {
  return ranges.length === 0
    ? text
    : replaceRanges(
        text,
        ranges.filter((range) => !isInsideSensitive(text, range)),
      );
}

function isInsideSensitive(text: string, { start, end }: Range): boolean {
  const from = Math.max(0, start - SENSITIVE.length);
  const at = text.slice(from, end + SENSITIVE.length).indexOf(SENSITIVE);
  return at >= 0 && from + at <= start && end <= from + at + SENSITIVE.length;
}
