/** Compares two texts by their bytes in UTF-8, as Go sorts strings: Terraform the keys of a map, terraform-docs its rows. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
