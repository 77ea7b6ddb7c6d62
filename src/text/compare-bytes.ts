/** Compares two texts by their bytes in UTF-8, as Terraform sorts the keys of a map. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
