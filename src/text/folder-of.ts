/** The folder of a path, with a slash at its end; empty if the path has none. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
