/** Folder below the output folder that holds the lock and the record of a run that is under way. */
export const JOURNAL = ".tfwright-journal";

/** File at the root of the output folder that lists the files tfwright wrote, each with its hash. */
export const MANIFEST = ".tfwright-manifest.json";

/** Whether a path is one of these names, or lies below it, on some file system. */
export function isReserved(path: string): boolean {
  return [JOURNAL, MANIFEST].includes(path.split("/")[0]?.toLowerCase() ?? "");
}
