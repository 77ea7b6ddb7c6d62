/** One stack of CDKTF as a root module of plain HCL. */
import { Problems } from "../errors";
import { attribute, type BlockItem, type Body, block } from "../hcl/document";
import { readHclExpression, type Syntax } from "../hcl/read";
import { toExpression } from "../hcl/read/to-expression";
import { writeBody } from "../hcl/write";
import { type JsonObject, memberIn, textIn } from "../json/json-node";
import { arrangeFiles } from "./arrange-files";
import { checkStack } from "./check-stack";
import { BodyConverter, type Undecided } from "./convert-body";
import { ValueConverter } from "./convert-value";
import { withoutDefaultProvider } from "./default-provider";
import { ROOT } from "./grammar";
import { findDifference } from "./prove";
import { writeRemaining } from "./remaining-json";
import { addressOf, type KeptNames, type Rename, Renames } from "./renames";
import { type RootBlock, StackFile } from "./stack-file";
import { type RequiredProvider, type ShapeSources, StackShapes } from "./stack-shapes";

/** How to eject a stack. */
export interface EjectOptions extends ShapeSources {
  /** Drops the hashes of names, and writes where each was. @default false */
  readonly rename?: boolean;
  /** Writes the path of the construct above each element. @default false */
  readonly comments?: boolean;
}

/** Something that could not be expressed in HCL, and stays JSON. */
export interface RemainingElement {
  /** `aws_x.name` */
  readonly address: string;
  /** The names that could not be decided, with their places: `cdk.tf.json:12:5`. */
  readonly names: readonly { readonly path: string; readonly place: string; readonly reason: Undecided["reason"] }[];
}

/** The files of a stack, and what is to be said of them. */
export interface EjectedStack {
  /** By name. */
  readonly files: ReadonlyMap<string, string>;
  readonly remaining: readonly RemainingElement[];
  readonly renames: readonly Rename[];
  /** Names that keep their hashes though `rename` is asked for. */
  readonly keptNames: readonly KeptNames[];
  /** Where it was looked up what is a block, sorted. */
  readonly origins: readonly string[];
  /** Providers of which nothing is known. */
  readonly unknownProviders: readonly RequiredProvider[];
  /** How many blocks the stack has, by type. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The file that holds what stays JSON. */
export const REMAINING = "remaining.tf.json";

/**
 * @param path of the file, for messages
 * @param text what `cdktf synth` wrote
 * @throws TfwrightError with every problem: `stack-not-json`, `not-a-stack`, `not-terraform`, `bad-expression`, `bad-name`,
 * `twice`, `half-character`, `schema-of-other-version`; any other error is a fault of tfwright
 */
export function ejectStack(path: string, text: string, options: EjectOptions): EjectedStack {
  const problems = new Problems();
  const file = StackFile.read(path, text);
  checkStack(file);
  const renames = options.rename === true ? Renames.of(file) : Renames.none;
  const shapes = new StackShapes(file, options);
  const bodies = new BodyConverter(file, new ValueConverter(file, renames, problems), shapes.find, problems);

  const written: BlockItem[] = [];
  const expressed: RootBlock[] = [];
  const remaining: (RemainingElement & { readonly block: RootBlock })[] = [];
  for (const given of file.blocks) {
    const one = withoutDefaultProvider(given);
    const address = addressOf(one);
    const { body, undecided } = bodies.convert(
      one,
      shapes.grammarOf(one),
      one.type === "resource" ? `resource.${address}` : address,
    );
    if (undecided.length > 0) {
      const names = undecided.map(({ path: name, start, reason }) => ({
        path: name,
        place: file.place(start),
        reason,
      }));
      remaining.push({ address, names, block: given });
      continue;
    }
    expressed.push(one);
    const named = one.type === "locals" ? body.map((item) => withLocalName(item, renames)) : body;
    written.push(block(one.type, renames.labelsOf(one), named, commentsOf(one, options.comments === true)));
  }
  problems.throwIfAny();

  const files = new Map(arrangeFiles(merged(written), remaining.length > 0 ? REMAINING : undefined));
  const moves = renames.all.filter(({ isMoved }) => isMoved);
  if (moves.length > 0) files.set("moves.tf", `${writeBody(moves.map(moveOf))}\n`);
  const difference = findDifference({ file, blocks: expressed, renames, grammarOf: shapes.grammarOf }, [
    ...files.values(),
  ]);
  if (difference !== undefined) throw new Error(`what was written for ${path} differs from the stack at ${difference}`);
  if (remaining.length > 0)
    files.set(
      REMAINING,
      writeRemaining(
        file,
        remaining.map((one) => one.block),
        renames,
      ),
    );
  return {
    files,
    remaining: remaining.map(({ address, names }) => ({ address, names })),
    renames: renames.all,
    keptNames: renames.kept,
    origins: shapes.origins,
    unknownProviders: shapes.unknown,
    counts: countsOf(file.blocks),
  };
}

/** `terraform` and `locals` are one block each, however many the stack has. */
function merged(blocks: readonly BlockItem[]): readonly BlockItem[] {
  const first = new Map<string, BlockItem>();
  const result: BlockItem[] = [];
  for (const one of blocks) {
    const before = first.get(one.type);
    if (one.type !== "terraform" && one.type !== "locals") result.push(one);
    else if (before === undefined) {
      first.set(one.type, one);
      result.push(one);
    } else {
      const both = { ...before, body: [...before.body, ...one.body] };
      first.set(one.type, both);
      result[result.indexOf(before)] = both;
    }
  }
  return result;
}

function withLocalName(item: Body[number], renames: Renames): Body[number] {
  return item.kind === "attribute" ? { ...item, name: renames.localName(item.name) } : item;
}

function moveOf({ from, to }: Rename): BlockItem {
  const body: Body = [
    attribute("from", toExpression(readHclExpression(from) as Syntax)),
    attribute("to", toExpression(readHclExpression(to) as Syntax)),
  ];
  return block("moved", [], body);
}

/** A comment of a person's, and where the construct is, if that is asked for. */
function commentsOf({ body }: RootBlock, withPath: boolean): readonly string[] | undefined {
  const note = memberIn(body, "//");
  if (note === undefined) return undefined;
  if (note.kind === "string") return note.value.split("\n");
  if (note.kind === "array") {
    const lines = note.items.flatMap((item) => (item.kind === "string" ? item.value.split("\n") : []));
    return lines.length === 0 ? undefined : lines;
  }
  const path = note.kind === "object" && withPath ? constructPath(note) : undefined;
  return path === undefined ? undefined : [`Construct: ${path}`];
}

function constructPath(note: JsonObject<number>): string | undefined {
  return textIn(memberIn(memberIn(note, "metadata"), "path"));
}

function countsOf(blocks: readonly RootBlock[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const type of Object.keys(ROOT)) {
    const count = blocks.filter((one) => one.type === type).length;
    if (count > 0) counts[type] = count;
  }
  return counts;
}
