/** Names that every construct has, so that no attribute of a class can have them. A test holds the list against cdktf. */
export const RESERVED_ATTRIBUTES: ReadonlySet<string> = new Set([
  "connection",
  "count",
  "fqn",
  "lifecycle",
  "node",
  "provider",
  "provisioners",
  "with",
]);
