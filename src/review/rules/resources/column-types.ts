/** Names and types of columns as the catalog stores them, and which type can hold all values of another. */

/** The name in lower case, as the catalog stores it. @see https://docs.aws.amazon.com/athena/latest/ug/tables-databases-columns-names.html */
export function foldName(name: string): string {
  return name.toLowerCase();
}

/** The type in lower case and without blanks, with `int` for `integer`: two ways to write one type become equal. */
export function foldType(type: string): string {
  return type
    .toLowerCase()
    .replace(/\s+/g, "")
    .replace(/\binteger\b/g, "int");
}

const WIDTHS = ["tinyint", "smallint", "int", "bigint"];

/**
 * Whether the new type can hold every value of the old one: a wider integer, double instead of float, longer text, a
 * decimal with more digits. Both types are folded.
 */
export function widens(from: string, to: string): boolean {
  const [left, right] = [WIDTHS.indexOf(from), WIDTHS.indexOf(to)];
  if (left >= 0 && right >= 0) return right > left;
  if (from === "float" && to === "double") return true;
  const [old, now] = [sizedType(from), sizedType(to)];
  if (old === undefined) return false;
  if (old.name === "varchar" || old.name === "char") {
    return to === "string" || (now?.name === old.name && now.size >= old.size);
  }
  return old.name === "decimal" && now?.name === "decimal" && hasRoom(old, now);
}

interface SizedType {
  readonly name: string;
  readonly size: number;
  readonly scale: number;
}

/** `varchar(10)`, `decimal(10,2)`; a decimal without a size is `decimal(10,0)`, as in Hive. */
function sizedType(type: string): SizedType | undefined {
  const match = /^([a-z]+)(?:\((\d+)(?:,(\d+))?\))?$/.exec(type);
  const name = match?.[1] ?? "";
  if (match === null || (match[2] === undefined && name !== "decimal")) return undefined;
  return { name, size: Number(match[2] ?? 10), scale: Number(match[3] ?? 0) };
}

/** Whether the new type has at least as many digits on both sides of the point. */
function hasRoom(old: SizedType, now: SizedType): boolean {
  return now.scale >= old.scale && now.size - now.scale >= old.size - old.scale;
}
