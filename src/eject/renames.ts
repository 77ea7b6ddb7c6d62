/** Short names in place of those that CDKTF makes unique by a hash: `queue` for `queue_B1C2D3E4`. */
import type { Problems } from "../errors";
import type { Expression } from "../hcl/expression";
import type { Syntax } from "../hcl/read";
import { traversal } from "../hcl/read/same-syntax";
import { isIdentifier } from "../hcl/text";
import type { RootBlock, StackFile } from "./stack-file";

/** An address before and after. */
export interface Rename {
  /** `aws_sqs_queue.jobs_B1C2D3E4` */
  readonly from: string;
  readonly to: string;
  /** Whether Terraform keeps state of it, so that it is moved. */
  readonly isMoved: boolean;
}

/** CDKTF appends the first eight digits of a hash of the construct's path. */
const HASHED = /^(.+)_[0-9A-F]{8}$/;

/** Blocks whose last label is a name that only this configuration knows. */
const NAMED: ReadonlySet<string> = new Set(["resource", "data", "ephemeral", "action", "module"]);

export class Renames {
  /** The new name by the address. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #first: ReadonlySet<string>;

  constructor(readonly all: readonly Rename[]) {
    this.#names = new Map(all.map(({ from, to }) => [from, to.slice(to.lastIndexOf(".") + 1)]));
    this.#first = new Set(all.map(({ from }) => from.slice(0, from.indexOf("."))));
  }

  static readonly none = new Renames([]);

  /** Problems are two names that would become one. */
  static of(file: StackFile, problems: Problems): Renames {
    const named = file.blocks.filter(({ type }) => NAMED.has(type));
    const taken = new Map<string, RootBlock[]>();
    for (const one of named) {
      const address = addressOf(one, shortNameOf(one));
      taken.set(address, [...(taken.get(address) ?? []), one]);
    }
    for (const [address, blocks] of taken) {
      if (blocks.length < 2 || blocks.every((one) => addressOf(one) === address)) continue;
      const addresses = blocks.map((one) => `\`${addressOf(one)}\``).join(" and ");
      problems.add({
        code: "same-name",
        path: file.place(blocks[1]?.start ?? 0),
        message: `${addresses} would both be \`${address}\``,
        hint: 'name one of them in the program by `overrideLogicalId("...")`, or eject without `--rename`',
      });
    }
    const all = named.flatMap((one): readonly Rename[] => {
      const [from, to] = [addressOf(one), addressOf(one, shortNameOf(one))];
      return from === to ? [] : [{ from, to, isMoved: one.type === "resource" || one.type === "module" }];
    });
    return new Renames([...all, ...localsOf(file)]);
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
    if (names === undefined || !this.#first.has(names[0] as string)) return undefined;
    const name = this.#names.get(names.join("."));
    return name === undefined ? undefined : [...names.slice(0, -1), name];
  };
}

/** Locals that get a new name. Nothing outside of the configuration knows them: two that would be one keep their names. */
function localsOf(file: StackFile): readonly Rename[] {
  const names = file.blocks.flatMap(({ type, body }) => (type === "locals" ? body.members.map(({ key }) => key) : []));
  const shorts = names.map(withoutHash);
  return names.flatMap((name, index): readonly Rename[] => {
    const short = shorts[index] ?? name;
    const isFree = short !== name && shorts.indexOf(short) === shorts.lastIndexOf(short);
    return isFree ? [{ from: `local.${name}`, to: `local.${short}`, isMoved: false }] : [];
  });
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
