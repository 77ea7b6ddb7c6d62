/**
 * Which arguments force replacement. A provider's schema does not say it: of hashicorp/aws there is a table, made from the
 * provider's source by `npm run data:replacement`; of other providers nothing is known.
 *
 * This module is in no bundle, so that it finds its file.
 */

import { createRequire } from "node:module";
import { fullSource, shortSource } from "../terraform/schema/provider-source";
import { lookUp } from "../text/look-up";
import { Memo } from "../text/memo";
import { ReplacedPaths } from "./replaced-paths";

/** In a module that a loader such as tsx reads, the own `require` of Node 20 may fail to load JSON. */
const load = createRequire(__filename);

const PROVIDER = "hashicorp/aws";
const PREFIX = "aws_";

/** What is read of the file, which is generated. It also names the provider's version, the day of its release and its licence. */
interface ReplacementFile {
  /** What holds for each type, in the form of its own text. */
  readonly all: string;
  /** First word of a type after `aws_` -> the rest of it -> text. `ReplacedPaths` reads the texts. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Whether another value of an argument, by its path in a type, makes a new resource.
 *
 * @returns true where it does, false where it is known not to, undefined where it is not known: it depends on the values,
 * or nobody has read the type or the provider
 */
export type ReplacementLookup = (type: string, path: readonly string[]) => boolean | undefined;

/** @param source of a provider: `hashicorp/aws`, or with its host */
export function replacesOf(source: string): ReplacementLookup {
  if (shortSource(fullSource(source)) !== PROVIDER) return () => undefined;
  const paths = new Memo<string, ReplacedPaths | undefined>();
  return (type, path) => paths.get(type, pathsOf)?.replaces(path);
}

function pathsOf(type: string): ReplacedPaths | undefined {
  if (!type.startsWith(PREFIX)) return undefined;
  const { types, all } = load("./data/aws-replacement.json") as ReplacementFile;
  const [word = "", ...rest] = type.slice(PREFIX.length).split("_");
  const text = lookUp(lookUp(types, word) ?? {}, rest.join("_"));
  return text === undefined ? undefined : new ReplacedPaths(text, all);
}
