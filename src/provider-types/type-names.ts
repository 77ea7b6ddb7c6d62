/** Names of what is written for a type of a provider: its class and its file. */
import type { SchemaKind } from "../terraform/schema/provider-schema";

/** The kinds of types for which there are classes. */
export type WrittenKind = Extract<SchemaKind, "resource" | "data" | "ephemeral">;

const PREFIX: Readonly<Record<WrittenKind, string>> = { resource: "", data: "data-", ephemeral: "ephemeral-" };

/** `glue-job` for `aws_glue_job`, `data-glue-script` for the data source `aws_glue_script`. */
export function fileNameOf(kind: WrittenKind, type: string): string {
  return `${PREFIX[kind]}${bareName(type).replaceAll("_", "-")}`;
}

/** `GlueJob` for `aws_glue_job`, `DataGlueScript` for the data source `aws_glue_script`. */
export function classNameOf(kind: WrittenKind, type: string): string {
  const name = pascalCase(fileNameOf(kind, type));
  // `docker_2x` has no letter to begin with, and TypeScript refuses a class `Object` in a module of CommonJS.
  return /^\d|^Object$/.test(name) ? `_${name}` : name;
}

/** The type without its first word, which is the provider's name; all of it where there is no second word. */
function bareName(type: string): string {
  const at = type.indexOf("_");
  return at < 0 || at === type.length - 1 ? type : type.slice(at + 1);
}

/** `fieldToMatch` for `field_to_match`. */
export function camelCase(name: string): string {
  return pascalCase(name).replace(/^./, (letter) => letter.toLowerCase());
}

/** `FieldToMatch` for `field_to_match`. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|[-_.]+)(.?)/g, (_, letter: string) => letter.toUpperCase());
}
