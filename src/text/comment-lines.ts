/** Comments and the lines that they may be about, alike for HCL and YAML. */

/** A comment and its position. */
export interface PlacedComment {
  /** Without the sign that starts it, such as `#`. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Whether only white space is in front of it on its line. */
  readonly isOnOwnLine: boolean;
}

/** The first and the last of some lines. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** The comments of a text, and the lines of what they may be about. */
export interface CommentLines {
  readonly comments: readonly PlacedComment[];
  /** The last line of the longest construct that starts on a line. */
  readonly ends: ReadonlyMap<number, number>;
  /** The lines of each statement of a policy, the innermost first. */
  readonly statements: readonly LineSpan[];
}
