/** How the context of a template is described: plain data, from which its TypeScript type and its check follow. */

/**
 * What a text may hold.
 *
 * - `plain`: letters, digits and marks that mean nothing in HCL or Markdown; allowed everywhere
 * - `text`: what an author wrote; in HCL only through a helper
 * - `hcl`: HCL, unchanged; further lines are indented as if the first began at column 1
 * - `markdown`: Markdown, unchanged
 */
export type TextKind = "plain" | "text" | "hcl" | "markdown";

interface TextSchema {
  readonly kind: TextKind;
  readonly doc: string;
  /** May be absent: null. */
  readonly optional: boolean;
}

interface ScalarSchema {
  readonly kind: "bool" | "number";
  readonly doc: string;
}

interface ListSchema {
  readonly kind: "list";
  readonly doc: string;
  readonly of: Schema;
}

interface ObjectSchema {
  readonly kind: "object";
  readonly doc: string;
  readonly fields: { readonly [name: string]: Schema };
}

export type Schema = TextSchema | ScalarSchema | ListSchema | ObjectSchema;

/** The value that a schema describes. */
export type ValueOf<S> = S extends { readonly kind: "object"; readonly fields: infer F }
  ? { readonly [K in keyof F]: ValueOf<F[K]> }
  : S extends { readonly kind: "list"; readonly of: infer E }
    ? readonly ValueOf<E>[]
    : S extends { readonly kind: "bool" }
      ? boolean
      : S extends { readonly kind: "number" }
        ? number
        : S extends { readonly optional: true }
          ? string | null
          : string;

const make = <K extends TextKind>(kind: K, doc: string) => ({ kind, doc, optional: false }) as const;
const makeOptional = <K extends TextKind>(kind: K, doc: string) => ({ kind, doc, optional: true }) as const;

export const plain = (doc: string) => make("plain", doc);
export const text = (doc: string) => make("text", doc);
export const hcl = (doc: string) => make("hcl", doc);
export const markdown = (doc: string) => make("markdown", doc);
export const optionalText = (doc: string) => makeOptional("text", doc);
export const optionalHcl = (doc: string) => makeOptional("hcl", doc);
export const bool = (doc: string) => ({ kind: "bool", doc }) as const;

export function listOf<S extends Schema>(doc: string, of: S) {
  return { kind: "list", doc, of } as const;
}

export function object<F extends { readonly [name: string]: Schema }>(doc: string, fields: F) {
  return { kind: "object", doc, fields } as const;
}

/** The words for a value of this kind in messages. */
export function nameKind(schema: Schema): string {
  switch (schema.kind) {
    case "list":
      return "a list";
    case "object":
      return "an object";
    case "bool":
      return "true or false";
    case "number":
      return "a number";
    default:
      return "a text";
  }
}
