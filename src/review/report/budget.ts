/** Selects the pieces of text that fit into a number of bytes, the riskiest first. */

/** One piece. Pieces are printed in their order and chosen by their rank. */
export interface Piece {
  /** Printed as it is; a piece is never cut in two. */
  readonly text: string;
  /** The lower, the sooner it is kept; ties by order. */
  readonly rank: number;
  /** Which list it belongs to; a list that is empty is not printed. */
  readonly list: string;
}

export interface Chosen {
  readonly kept: ReadonlySet<Piece>;
  /** How many of each list were left out. */
  readonly left: ReadonlyMap<string, number>;
}

/** Keeps what fits, the lowest rank first. From the first piece on that does not fit nothing more of its rank or worse is kept. */
export function choosePieces(pieces: readonly Piece[], bytes: number): Chosen {
  const order = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.rank - b.piece.rank || a.index - b.index);
  const kept = new Set<Piece>();
  const left = new Map<string, number>();
  let room = bytes;
  for (const { piece } of order) {
    const size = left.size === 0 ? byteLength(piece.text) + 1 : Number.POSITIVE_INFINITY;
    if (size <= room) {
      kept.add(piece);
      room -= size;
    } else left.set(piece.list, (left.get(piece.list) ?? 0) + 1);
  }
  return { kept, left };
}

/** In UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
