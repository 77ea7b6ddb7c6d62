/** The only place that writes files: an output folder is brought to a set of files, all or nothing. */
export { type CheckOptions, checkWorkspace, type WorkspaceState } from "./check-workspace";
export type { FileSet } from "./file-set";
export { writeNewFiles } from "./write-new-files";
export { type WorkspaceOptions, type WriteResult, writeWorkspace } from "./write-workspace";
