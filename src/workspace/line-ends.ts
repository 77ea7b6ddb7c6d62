/** The content with the line ends that we write: Git may have changed them to those of Windows when it checked the file out. */
export function withOwnLineEnds(content: Buffer): Buffer {
  if (!content.includes("\r\n")) return content;
  // Latin-1 keeps each byte.
  return Buffer.from(content.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
