/** What is known of the bodies of a stack: by the schemas that are given, else by the tables that ship. */

import { type JsonObject, memberIn, oneOrMore, textIn } from "../json/json-node";
import { fullSource, providerNameOf, shortSource } from "../terraform/schema/provider-source";
import { readConstraint } from "../terraform/version-constraint";
import { compareBytes } from "../text/compare-bytes";
import { listWords } from "../text/list-words";
import { Memo } from "../text/memo";
import type { ProviderShapes, ShapeKind } from "./body-shape";
import type { KnownShape } from "./convert-body";
import { DOCUMENTS_PROVIDER, documentArguments } from "./document-arguments";
import { type BlockGrammar, BUILTIN, ROOT, resourceWithDocuments } from "./grammar";
import { shippedShapes } from "./shipped-shapes";
import type { RootBlock, StackFile } from "./stack-file";

/** A provider that a stack requires. */
export interface RequiredProvider {
  /** The name by which the stack calls it. */
  readonly localName: string;
  /** `hashicorp/aws` */
  readonly source: string;
  /** The exact version of the lock file, else the constraint. */
  readonly versions?: string;
}

/** Where the schemas of a stack come from. */
export interface ShapeSources {
  /** The exact schema of a provider, by its source; undefined where there is none. */
  readonly exact: (source: string) => ProviderShapes | undefined;
  /** Versions of the lock file by full source. */
  readonly locked: ReadonlyMap<string, string>;
}

export class StackShapes {
  readonly #sources: ShapeSources;
  readonly #required: ReadonlyMap<string, RequiredProvider>;
  readonly #providers = new Map<string, { readonly shapes: ProviderShapes; readonly isExact: boolean } | undefined>();
  readonly #found = new Memo<string, KnownShape | undefined>();

  constructor(file: StackFile, sources: ShapeSources) {
    this.#sources = sources;
    this.#required = new Map(requiredIn(file).map((one) => [one.localName, one]));
  }

  /** Where what was asked for came from, sorted. */
  get origins(): readonly string[] {
    return originsOf([...this.#providers.values()].flatMap((one) => (one === undefined ? [] : [one.shapes])));
  }

  /** Providers of which nothing is known. */
  get unknown(): readonly RequiredProvider[] {
    return [...this.#providers].flatMap(([name, one]) => (one === undefined ? [this.#requirementOf(name)] : []));
  }

  /** What is known of a body. */
  readonly find = (kind: ShapeKind, type: string, body: JsonObject<number>): KnownShape | undefined => {
    const localName = kind === "provider" ? type : localNameOf(type, body);
    if (localName === "terraform") return { shape: BUILTIN, isExact: false };
    return this.#found.get(`${localName} ${kind} ${type}`, () => this.#find(localName, kind, type));
  };

  /** The grammar of a block at the root. */
  readonly grammarOf = ({ type, labels: [label = ""], body }: RootBlock): BlockGrammar => {
    const grammar = ROOT[type] as BlockGrammar;
    if (type !== "resource") return grammar;
    const { source, versions } = this.#requirementOf(localNameOf(label, body));
    if (shortSource(fullSource(source)) !== DOCUMENTS_PROVIDER) return grammar;
    const version = this.#sources.locked.get(fullSource(source)) ?? versions;
    const [major] = (version === undefined ? undefined : readConstraint(version)?.lowest) ?? [0];
    const names = documentArguments(label, major);
    return names.length === 0 ? grammar : resourceWithDocuments(names);
  };

  #find(localName: string, kind: ShapeKind, type: string): KnownShape | undefined {
    const provider = this.#provider(localName);
    const shape = provider?.shapes.shape(kind, kind === "provider" ? "" : type);
    return provider === undefined || shape === undefined ? undefined : { shape, isExact: provider.isExact };
  }

  #provider(localName: string) {
    if (!this.#providers.has(localName)) this.#providers.set(localName, this.#load(this.#requirementOf(localName)));
    return this.#providers.get(localName);
  }

  #load({ source, versions }: RequiredProvider) {
    const exact = this.#sources.exact(source);
    if (exact !== undefined) return { shapes: exact, isExact: true };
    const shapes = shippedShapes(source, this.#sources.locked.get(fullSource(source)) ?? versions);
    return shapes === undefined ? undefined : { shapes, isExact: false };
  }

  #requirementOf(localName: string): RequiredProvider {
    return this.#required.get(localName) ?? { localName, source: `hashicorp/${localName}` };
  }
}

/** The providers that a stack requires by `required_providers`, or by the `version` of their configuration. */
function requiredIn(file: StackFile): readonly RequiredProvider[] {
  return file.blocks.flatMap(({ type, body }) => {
    if (type !== "terraform") return [];
    return oneOrMore(memberIn(body, "required_providers")).flatMap((object) =>
      object.kind === "object"
        ? object.members.map(({ key, value }) => {
            const text = (name: string) => textIn(memberIn(value, name));
            const versions = value.kind === "string" ? value.value : text("version");
            return {
              localName: key,
              source: shortSource(text("source") ?? `hashicorp/${key}`),
              ...(versions !== undefined && { versions }),
            };
          })
        : [],
    );
  });
}

/** The providers that a stack requires, and those that it uses without a word. */
export function providersIn(file: StackFile): readonly RequiredProvider[] {
  const required = requiredIn(file);
  const names = new Set(required.map(({ localName }) => localName));
  const used = new Set(
    file.blocks.flatMap(({ type, labels: [label = ""], body }) => {
      if (type === "provider") return [label];
      return type === "resource" || type === "data" || type === "ephemeral" ? [localNameOf(label, body)] : [];
    }),
  );
  const implied = [...used].filter((name) => !names.has(name) && name !== "terraform");
  return [...required, ...implied.map((localName) => ({ localName, source: `hashicorp/${localName}` }))];
}

/** The provider of a type, by its first word where the body names none. */
function localNameOf(type: string, body: JsonObject<number>): string {
  return providerIn(body) ?? providerNameOf(type);
}

/** `aws` of `"provider": "aws.west"`. */
function providerIn(body: JsonObject<number>): string | undefined {
  return textIn(memberIn(body, "provider"))
    ?.replace(/^\$\{|\}$/g, "")
    .split(".")[0];
}

/** Tables of the right version are told together. */
function originsOf(shapes: readonly ProviderShapes[]): readonly string[] {
  const named = (some: readonly ProviderShapes[]) => [...new Set(some.map(({ origin }) => origin))].sort(compareBytes);
  const tables = named(shapes.filter(({ isTable, isOlder }) => isTable === true && isOlder !== true));
  const older = named(shapes.filter(({ isOlder }) => isOlder === true));
  return [
    ...named(shapes.filter(({ isTable }) => isTable !== true)),
    ...(tables.length === 0 ? [] : [shippedInWords(tables)]),
    ...older.map(
      (origin) =>
        `${shippedInWords([origin])} (older than what the stack requires: let Terraform validate, or give \`--schema\`)`,
    ),
  ];
}

function shippedInWords(tables: readonly string[]): string {
  if (tables.length === 1) return `the table of ${tables[0]} that ships with tfwright`;
  return `the tables of ${listWords(tables)} that ship with tfwright`;
}
