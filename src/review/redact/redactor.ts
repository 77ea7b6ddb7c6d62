/**
 * The redactor of a plan's secrets. Three things hide a value: Terraform marks it as sensitive; it contains the text of a sensitive
 * value, also inside JSON, a URL or base64; or it looks like a credential. If this is uncertain, the value is hidden.
 */

import type { Json, ValuePath } from "../../json/json-value";
import type { Plan } from "../../terraform/plan/plan";
import { checkOptions, type OptionKinds } from "../../text/check-options";
import { LineIndex } from "../../text/line-index";
import { checkPlans } from "../check-plans";
import { mergeRanges, type Range, replaceRanges, SENSITIVE } from "./ranges";
import { SecretScan } from "./secret-scan";
import { likelyShapes, sureShapes } from "./secret-shapes";
import { secretValues } from "./secret-values";
import { showValue } from "./show-value";
import { isKnownWord, type Vocabulary, vocabularyOf } from "./vocabulary";

/** A secret that is still in a finished text: its position, but not its text. */
export interface Leak {
  /** `value`: a sensitive value of the plan. `shape`: a text that looks like a credential. */
  readonly kind: "value" | "shape";
  readonly start: number;
  readonly end: number;
  /** From 1. */
  readonly line: number;
}

interface RedactorOptions {
  /** Words of the report itself, such as headings and rule codes. They are not hidden. @default none */
  readonly words?: Iterable<string>;
}

/** Hides the secrets of one or more plans. */
export interface Redactor {
  /**
   * Returns the value with its secrets replaced by `(sensitive)`; the same object if there are none. `marks` are Terraform's
   * sensitive marks for the value (`before_sensitive`, `after_sensitive`). `path` is its path in the resource.
   */
  show(value: Json | undefined, marks?: Json, path?: ValuePath): Json;
  /** Returns the text with its secrets replaced. Names and addresses of the plan are kept, even if a secret has the same text. */
  text(text: string): string;
  /** Finds secrets in a finished text. A text that consists only of results of {@link show} and {@link text} has none. */
  scan(finished: string): readonly Leak[];
}

/** Creates a redactor for the plans. Its search index is built on first use. */
export function createRedactor(plans: readonly Plan[], options: RedactorOptions = {}): Redactor {
  checkPlans(plans, "createRedactor(plans)");
  checkOptions(options, { words: "any" } satisfies OptionKinds<RedactorOptions>, { place: "createRedactor(options)" });
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
    const values = this.#findValues(text, { finished: false });
    const shapes = likelyShapes(text).filter((range) => !isKnownWord(text, range, this.#vocabulary));
    return replaceVisible(text, [...values, ...shapes]);
  }

  scan(finished: string): readonly Leak[] {
    const values = mergeRanges(this.#findValues(finished, { finished: true })).map((range) => ({
      kind: "value" as const,
      ...range,
    }));
    const shapes = mergeRanges(sureShapes(finished).filter((range) => !isInsideSensitive(finished, range)));
    const all = [...values, ...shapes.map((range) => ({ kind: "shape" as const, ...range }))];
    const lines = new LineIndex(finished);
    return all.sort((a, b) => a.start - b.start).map((leak) => ({ ...leak, line: lines.at(leak.start).line }));
  }

  #hide(text: string): string {
    return replaceVisible(text, [...this.#secretScan.find(text, { finished: false }), ...likelyShapes(text)]);
  }

  #findValues(text: string, { finished }: { readonly finished: boolean }): readonly Range[] {
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

/** Replaces the ranges, except those that are already inside `(sensitive)`. */
function replaceVisible(text: string, ranges: readonly Range[]): string {
  return ranges.length === 0
    ? text
    : replaceRanges(
        text,
        ranges.filter((range) => !isInsideSensitive(text, range)),
      );
}

/** Whether the range lies inside an existing `(sensitive)`. */
function isInsideSensitive(text: string, { start, end }: Range): boolean {
  const from = Math.max(0, start - SENSITIVE.length);
  const at = text.slice(from, end + SENSITIVE.length).indexOf(SENSITIVE);
  return at >= 0 && from + at <= start && end <= from + at + SENSITIVE.length;
}
