/** Lines up equals signs the way `terraform fmt` does. */
import { displayWidth, printComment } from "./text";

/** A name and the text behind its equals sign; the value may have several lines, already indented. */
export interface AlignedPair {
  readonly key: string;
  readonly value: string;
  /** Comment lines above, without `#`. They end a run of aligned lines. */
  readonly comments?: readonly string[];
}

/** `key = value` for each pair. Neighbouring pairs of one line each have their equals signs in the same column. */
export function alignPairs(pairs: readonly AlignedPair[]): readonly string[] {
  const lines: string[] = [];
  let run: AlignedPair[] = [];
  const closeRun = () => {
    const width = Math.max(0, ...run.map((pair) => displayWidth(pair.key)));
    for (const pair of run) lines.push(`${pair.key}${" ".repeat(width - displayWidth(pair.key))} = ${pair.value}`);
    run = [];
  };
  for (const pair of pairs) {
    if (pair.comments !== undefined && pair.comments.length > 0) {
      closeRun();
      lines.push(...printComment(pair.comments));
    }
    // A heredoc opens no bracket on its first line: for `terraform fmt` it is a line like any other.
    if (pair.value.includes("\n") && !pair.value.startsWith("<<")) {
      closeRun();
      lines.push(`${pair.key} = ${pair.value}`);
    } else {
      run.push(pair);
    }
  }
  closeRun();
  return lines;
}
