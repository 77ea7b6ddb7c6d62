/** The bytes of a file as text, and files that are no text. */
import { isUtf8 } from "node:buffer";
import { fail } from "../errors";

/** How far a text is searched for what only binary files have. */
const LOOKED_AT = 4096;

/** A decompressed plan is not larger. */
const MOST_BYTES = 2 ** 30;

/** UTF-8, or UTF-16 where a mark says so; decompressed if it is gzip. */
export function decodeText(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0x1f && second === 0x8b) return decodeText(decompress(bytes));
  if (first === 0xff && second === 0xfe) return bytes.toString("utf16le");
  if (first === 0xfe && second === 0xff)
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  return bytes.toString("utf8");
}

/** Whether bytes that are read as UTF-8 are something else: each byte that is none would become `\ufffd` without a word. */
export function isInvalidUtf8(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isOther =
    (first === 0x1f && second === 0x8b) || (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isOther && !isUtf8(bytes);
}

function decompress(bytes: Buffer): Buffer {
  const { gunzipSync } = require("node:zlib") as typeof import("node:zlib");
  return gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
}

/** Whether a decoded text is that of a binary file, or of one in UTF-16 without its mark. */
export function isBinary(text: string): boolean {
  return text.slice(0, LOOKED_AT).includes("\u0000");
}

/** @throws TfwrightError that says what the file is, and what to do if it is meant as text */
export function refuseBinary(path: string): never {
  return fail({
    code: "binary-file",
    path,
    message: "is a binary file",
    hint: "if it is text in UTF-16, write it as UTF-8: in PowerShell `Get-Content -Encoding Unicode FILE | Set-Content -Encoding utf8 NEW`, elsewhere `iconv -f UTF-16 -t UTF-8 FILE > NEW`",
  });
}
