/** Numbers as they are written: HCL has 512 bits for them, JavaScript 64. */

/** Whether JavaScript prints a number with the value that was written. */
export function isExactNumber(written: string, value: number): boolean {
  // Nearly all numbers are short, and need no comparison.
  if (/^-?\d{1,15}$/.test(written)) return true;
  return Number.isFinite(value) && normalised(written) === normalised(String(value));
}

/** A decimal number as its digits without zeros at both ends, and the power of ten behind them. */
function normalised(written: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
