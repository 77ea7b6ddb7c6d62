/** Comments `tfwright:ignore`: which findings they suppress, and which of them suppress none. */
import { type Finding, findRule } from "../../iam/lint";
import type { SourcePolicy, SourceReading, SourceSuppression } from "../found";

/** The comments of the files of a reading. */
export class CommentSuppressions {
  readonly #reading: Pick<SourceReading, "suppressions" | "unread">;
  readonly #used = new Set<SourceSuppression>();

  constructor(reading: Pick<SourceReading, "suppressions" | "unread">) {
    this.#reading = reading;
  }

  /** Whether a comment suppresses a finding. One beside the statement counts, also where what is wrong stands in a local. */
  suppress(finding: Finding, policy?: SourcePolicy): boolean {
    const { suppressions } = this.#reading;
    if (suppressions.length === 0) return false;
    const statement = policy?.document.statements.find(({ index }) => index === finding.statement?.index);
    // What is wrong may stand in another file than its statement.
    const places = [finding, { file: statement?.file ?? policy?.file ?? finding.file, line: statement?.line }];
    const fitting = suppressions.filter(
      (one) => one.rule === finding.rule && (places.some((place) => isBeside(one, place)) || isWhereRead(one, policy)),
    );
    for (const one of fitting) this.#used.add(one);
    return fitting.length > 0;
  }

  /**
   * The comments that suppressed nothing. A rule that does not exist is a mistake of its own, and where a policy could not be read,
   * nobody knows what there is to suppress.
   */
  get unused(): readonly SourceSuppression[] {
    const { suppressions, unread } = this.#reading;
    return suppressions.filter(
      (one) =>
        !this.#used.has(one) &&
        findRule(one.rule) !== undefined &&
        !unread.some(({ file, line = 0 }) => file === one.file && isWithin(one, line)),
    );
  }
}

function isWithin({ from, to }: SourceSuppression, line: number): boolean {
  return from <= line && line <= to;
}

function isBeside(suppression: SourceSuppression, { file, line = 0 }: Pick<Finding, "file" | "line">): boolean {
  return suppression.file === file && isWithin(suppression, line);
}

/** A comment beside `file("x.json")` speaks of the policy in that file, which may have no comments. */
function isWhereRead(suppression: SourceSuppression, policy: SourcePolicy | undefined): boolean {
  const readAt = policy?.readAt;
  return readAt !== undefined && suppression.file === readAt.file && isWithin(suppression, readAt.line);
}
