/** Files to write: path relative to the output folder, with `/` between its segments, to text or bytes. */
export type FileSet = ReadonlyMap<string, string | Uint8Array>;
