/** Files to write: path relative to the output folder, with `/` between its segments, to content. */
export type FileSet = ReadonlyMap<string, string>;
