import { createHash } from "node:crypto";

/** SHA-256 of a file's bytes, in lower-case hexadecimal digits. */
export function hashContent(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Whether a value read from outside has the form of such a hash. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
