/** The text of a file as it is written. */
import { headerOf } from "./header";
import { messageText } from "./messages/message-text";
import type { ModuleModel } from "./model";

/**
 * The text with exactly one newline at its end; HCL also with LF only. In a README a carriage return stays, because
 * terraform-docs keeps it.
 */
export function finish(text: string, file: string): string {
  const lines = file.endsWith(".tf") ? text.replace(/\r\n?/g, "\n") : text;
  return `${lines.replace(/\n+$/, "")}\n`;
}

/** What a file without a block can say. */
type EmptyText = "no_main" | "no_variables" | "no_outputs" | "example_no_variables" | "example_no_outputs";

/** A file without a block: people and linters look for `main.tf`, `variables.tf` and `outputs.tf` in every module. */
export function emptyFile({ name, locale }: ModuleModel, says: EmptyText): string {
  return `# ${headerOf(name, locale)}\n\n# ${messageText(locale, says)}\n`;
}
