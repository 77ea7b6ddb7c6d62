/** Compares two texts for a sort, as `<` does: by their UTF-16 units. Terraform's own order is that of `compareBytes`. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
