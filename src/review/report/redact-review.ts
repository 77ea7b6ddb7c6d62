/** Everything that a review says goes through the redactor: every value, address and name. */
import { getOrInsert } from "../../text/group-by";
import type { Message, MessagePart } from "../../text/message";
import { SENSITIVE } from "../redact/ranges";
import type { Redactor } from "../redact/redactor";
import type { ChangeRow, Origin, OutputRow, PlanAddress, PlanSummary, Review, Row, SuppressedRow } from "./report";
import type { ValueChange } from "./value-changes";

/** The part of {@link Redactor} that a finished review needs. */
type FinishedRedactor = Pick<Redactor, "show" | "text">;

/** The review without secrets. The name of the plan file is kept: it comes from the caller, not from the plan. */
export function hideSecrets(review: Review, redactor: FinishedRedactor): Review {
  return new ReviewRedactor(redactor).redact(review);
}

/** Copies the parts of a review, without secrets. */
class ReviewRedactor {
  readonly #redactor: FinishedRedactor;
  /** Addresses and names occur many times in a review; each text is searched for secrets once. */
  readonly #texts = new Map<string, string>();

  constructor(redactor: FinishedRedactor) {
    this.#redactor = redactor;
  }

  redact({ plans, rows, suppressed, notices, changes, outputs, drift }: Review): Review {
    return {
      plans: plans.map((plan) => this.#plan(plan)),
      rows: rows.map((row) => this.#row(row)),
      suppressed: suppressed.map((row) => this.#suppressed(row)),
      notices: notices.map((notice) => this.#message(notice)),
      changes: changes.map((row) => this.#change(row)),
      outputs: outputs.map((row) => this.#output(row)),
      drift: drift.map((row) => this.#change(row)),
    };
  }

  #text(text: string): string {
    return getOrInsert(this.#texts, text, () => this.#redactor.text(text));
  }

  #message(message: Message): Message {
    return message.map((part) => this.#messagePart(part));
  }

  #messagePart(part: MessagePart): MessagePart {
    if (typeof part === "string") return part;
    const shown = part.path === undefined ? part.value : this.#redactor.show(part.value, undefined, part.path);
    return { value: this.#text(typeof shown === "string" ? shown : JSON.stringify(shown)) };
  }

  #plan(plan: PlanSummary): PlanSummary {
    const { where, terraformVersion } = plan;
    return {
      ...plan,
      where: { ...where, accounts: this.#whole(where.accounts), regions: this.#whole(where.regions) },
      ...(terraformVersion !== undefined && { terraformVersion: this.#text(terraformVersion) }),
    };
  }

  /** The rest of a partly hidden account ID would reveal most of it, so the whole text is hidden. */
  #whole(texts: readonly string[]): readonly string[] {
    return [...new Set(texts.map((text) => (this.#text(text) === text ? text : SENSITIVE)))];
  }

  #row<T extends Row>(row: T): T {
    return {
      ...row,
      message: this.#message(row.message),
      details: row.details.map((detail) => this.#message(detail)),
      places: row.places.map((place) => this.#place(place)),
      origins: row.origins.map((origin) => this.#origin(origin)),
      ...(row.levelReason !== undefined && { levelReason: this.#text(row.levelReason) }),
    };
  }

  #suppressed(row: SuppressedRow): SuppressedRow {
    return { ...this.#row(row), reason: this.#text(row.reason) };
  }

  #place(place: PlanAddress): PlanAddress {
    return {
      ...place,
      address: this.#text(place.address),
      ...(place.name !== undefined && { name: this.#text(place.name) }),
    };
  }

  #origin({ call, source, version, definition, folder }: Origin): Origin {
    return {
      call: this.#text(call),
      source: this.#text(source),
      ...(version !== undefined && { version: this.#text(version) }),
      ...(definition !== undefined && { definition: this.#text(definition) }),
      ...(folder !== undefined && { folder: this.#text(folder) }),
    };
  }

  #change<T extends ChangeRow>(row: T): T {
    return {
      ...row,
      kind: this.#text(row.kind),
      attributes: row.attributes.map((attribute) => this.#text(attribute)),
      values: row.values.map((change) => this.#valueChange(change)),
      places: row.places.map((place) => this.#place(place)),
    };
  }

  #output(row: OutputRow): OutputRow {
    return { ...row, name: this.#text(row.name), values: row.values.map((change) => this.#valueChange(change)) };
  }

  #valueChange(change: ValueChange): ValueChange {
    const { path, before, after, lines } = change;
    return {
      ...change,
      path: this.#text(path),
      ...(before !== undefined && { before: this.#text(before) }),
      ...(after !== undefined && { after: this.#text(after) }),
      lines: lines.map((line) => this.#text(line)),
    };
  }
}
