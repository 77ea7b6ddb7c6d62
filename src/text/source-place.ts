/** A position in a source file. */
export interface SourcePlace {
  /** JSON pointer into the document: `/Statement/0/Action/1`. */
  readonly pointer: string;
  /** Line of the text, from 1; absent if no text came in. */
  readonly line?: number;
  /** Column of the text, from 1, in UTF-16 units; absent if no text came in. */
  readonly column?: number;
  /** The file, where it is another than that of the document around it. */
  readonly file?: string;
}
