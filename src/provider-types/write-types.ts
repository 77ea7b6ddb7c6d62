/** The types of a provider as a set of files, one for each. */
import type { TypeSchema } from "../terraform/schema/provider-schema";
import type { ReplacementLookup } from "./replacement-table";
import { type TypeFile, type WrittenProvider, type WrittenType, writeType } from "./write-type";

/** The files of the types, and what has no place in them. */
interface TypeFiles {
  /** Content by path, in the order of the types. */
  readonly files: ReadonlyMap<string, string>;
  readonly omitted: readonly { readonly type: string; readonly name: string; readonly reason: string }[];
}

/** @param types of the kinds that are written; others are left out */
export function writeTypes(
  types: readonly TypeSchema[],
  provider: WrittenProvider,
  replaces: ReplacementLookup,
): TypeFiles {
  const written: { readonly type: string; readonly file: TypeFile }[] = types.filter(isWritten).map((schema) => ({
    type: schema.type,
    file: writeType(schema, provider, replaces),
  }));
  return {
    files: new Map(written.map(({ file }) => [file.path, file.text])),
    omitted: written.flatMap(({ type, file }) => file.omitted.map((one) => ({ type, ...one }))),
  };
}

function isWritten(schema: TypeSchema): schema is WrittenType {
  return schema.kind === "resource" || schema.kind === "data" || schema.kind === "ephemeral";
}
