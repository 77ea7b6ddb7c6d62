/** Short names in place of those that CDKTF makes unique by a hash: `queue` for `queue_B1C2D3E4`. */
import type { Expression } from "../hcl/expression";
import type { Syntax } from "../hcl/read";
import { traversal } from "../hcl/read/same-syntax";
import { isIdentifier } from "../hcl/text";
import { memberIn, textIn } from "../json/json-node";
import type { RootBlock, StackFile } from "./stack-file";

/** An address before and after. */
export interface Rename {
  /** `aws_sqs_queue.jobs_B1C2D3E4` */
  readonly from: string;
  readonly to: string;
  /** Whether Terraform keeps state of it, so that it is moved. */
  readonly isMoved: boolean;
}

/** Names that keep their hashes, because they would be one without. */
export interface KeptNames {
  readonly addresses: readonly string[];
  /** What they would be. */
  readonly wanted: string;
  /** `cdk.tf.json:12:5` */
  readonly place: string;
}

/** Something with a name, and where that stands. */
interface NamedAddress extends Rename {
  readonly start: number;
}

/** CDKTF appends the first eight digits of a hash of the construct's path. */
const HASHED = /^(.+)_[0-9A-F]{8}$/;

/** Blocks whose last label is a name that only this configuration knows. */
const NAMED: ReadonlySet<string> = new Set(["resource", "data", "ephemeral", "action", "module"]);

export class Renames {
  /** The new name by the address. */
  readonly #names: ReadonlyMap<string, string>;
  /** What the addresses begin with: types, `local`, `module`. */
  readonly #firstWords: ReadonlySet<string>;

  constructor(
    readonly all: readonly Rename[],
    /** Those that keep their hashes. */
    readonly kept: readonly KeptNames[] = [],
  ) {
    this.#names = new Map(all.map(({ from, to }) => [from, to.slice(to.lastIndexOf(".") + 1)]));
    this.#firstWords = new Set(all.map(({ from }) => from.slice(0, from.indexOf("."))));
  }

  static readonly none = new Renames([]);

  /** Names that would become one stay as they are. */
  static of(file: StackFile): Renames {
    const named = [...elementsOf(file), ...localsOf(file)];
    const taken = new Map<string, (NamedAddress | undefined)[]>();
    const take = (address: string, one: NamedAddress | undefined) =>
      taken.set(address, [...(taken.get(address) ?? []), one]);
    for (const one of named) take(one.to, one);
    // Terraform follows one `moved` after another: what left an address must not come back to it.
    for (const address of leftAddresses(file)) take(address, undefined);
    const isAlone = ({ to }: NamedAddress) => taken.get(to)?.length === 1;
    const all = named.filter((one) => one.from !== one.to && isAlone(one));
    const kept = [...taken].flatMap(([wanted, each]): readonly KeptNames[] => {
      const those = each.filter((one) => one !== undefined).filter(({ from, to }) => from !== to);
      const [first] = those;
      if (each.length < 2 || first === undefined) return [];
      return [{ addresses: those.map(({ from }) => from), wanted, place: file.place(first.start) }];
    });
    return new Renames(
      all.map(({ from, to, isMoved }) => ({ from, to, isMoved })),
      kept,
    );
  }

  /** The new name of a local. */
  localName(name: string): string {
    return this.#names.get(`local.${name}`) ?? name;
  }

  /** The labels of a block with its new name. */
  labelsOf(block: RootBlock): readonly string[] {
    const name = this.#names.get(addressOf(block));
    return name === undefined ? block.labels : [...block.labels.slice(0, -1), name];
  }

  /** What replaces a reference to something that has a new name. */
  readonly replace = (node: Syntax): Expression | undefined => {
    const names = this.renamed(node);
    return names === undefined ? undefined : { kind: "reference", address: names.join(".") };
  };

  /** The names of a traversal to something that has a new name. */
  readonly renamed = (node: Syntax): readonly string[] | undefined => {
    if (this.#names.size === 0) return undefined;
    const names = traversal(node);
    if (names === undefined || !this.#firstWords.has(names[0] as string)) return undefined;
    const name = this.#names.get(names.join("."));
    return name === undefined ? undefined : [...names.slice(0, -1), name];
  };
}

function elementsOf(file: StackFile): readonly NamedAddress[] {
  return file.blocks
    .filter(({ type }) => NAMED.has(type))
    .map((one) => ({
      from: addressOf(one),
      to: addressOf(one, shortNameOf(one)),
      isMoved: one.type === "resource" || one.type === "module",
      start: one.start,
    }));
}

/** Nothing outside of the configuration knows a local. */
function localsOf(file: StackFile): readonly NamedAddress[] {
  return file.blocks
    .filter(({ type }) => type === "locals")
    .flatMap(({ body }) => body.members.filter(({ key }) => key !== "//"))
    .map(({ key, keyStart }) => ({
      from: `local.${key}`,
      to: `local.${withoutHash(key)}`,
      isMoved: false,
      start: keyStart,
    }));
}

/** Addresses that the stack itself has moved something from. */
function leftAddresses(file: StackFile): readonly string[] {
  return file.blocks
    .filter(({ type }) => type === "moved")
    .flatMap(({ body }) => textIn(memberIn(body, "from"))?.replace(/\[.*$/, "") ?? []);
}

function shortNameOf({ labels }: RootBlock): string {
  return withoutHash(labels.at(-1) ?? "");
}

/** The name without its hash, where what is left is a name. */
function withoutHash(name: string): string {
  const short = HASHED.exec(name)?.[1];
  return short !== undefined && isIdentifier(short) ? short : name;
}

/** `aws_sqs_queue.jobs`, `data.aws_region.here`, `module.network`; `locals` for a block without labels. */
export function addressOf({ type, labels }: RootBlock, name = labels.at(-1) ?? ""): string {
  if (labels.length === 0) return type;
  return [...(type === "resource" ? [] : [type]), ...labels.slice(0, -1), name].join(".");
}
