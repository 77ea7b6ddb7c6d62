/**
 * A file of the shipped tables, unpacked. Names, versions and bodies stand apart, each kind of text in a row of its own, so that
 * they compress well:
 *
 *     names    aresource_aws_instance bami        the first letter says how many words are those of the name before: a for none
 *     masks    7 3,4                              for each name, which providers and versions have it, as bits
 *     texts    ebs_block_device;timeouts|         for each name and each of its masks the text of the body
 */
import type { BodyShape, ShapeKind } from "./body-shape";
import { readTableBody } from "./table-body";

interface TableFile {
  readonly names: string;
  readonly masks: string;
  readonly texts: string;
  readonly shared: readonly string[];
}

/** The text of a body, and the providers and versions that have it. */
interface BodyRow {
  readonly mask: number;
  readonly text: string;
}

/** The types of a file, by kind and name: `resource_aws_instance`. */
export class ShippedTable {
  readonly rows: ReadonlyMap<string, readonly BodyRow[]>;
  readonly shared: readonly string[];

  /** @param json of the file, unpacked */
  constructor(json: string) {
    const { names, masks, texts, shared } = JSON.parse(json) as TableFile;
    const [maskOf, textOf] = [masks.split(" "), texts.split(";")];
    this.rows = new Map(namesIn(names).map((name, index) => [name, rowsOf(maskOf[index], textOf[index])]));
    this.shared = shared;
  }

  /** @param bit of the provider and version in the masks */
  shape(kind: ShapeKind, type: string, bit: number): BodyShape | undefined {
    const row = this.rows.get(`${kind}_${type}`)?.find(({ mask }) => (mask >> bit) % 2 === 1);
    return row && readTableBody(row.text, this.shared);
  }
}

function namesIn(text: string): readonly string[] {
  let words: readonly string[] = [];
  return text.split(" ").map((entry) => {
    words = [...words.slice(0, entry.charCodeAt(0) - "a".charCodeAt(0)), ...entry.slice(1).split("_")];
    return words.join("_");
  });
}

function rowsOf(masks = "", texts = ""): readonly BodyRow[] {
  const textOf = texts.split("|");
  return masks.split(",").map((mask, index) => ({ mask: Number(mask), text: textOf[index] ?? "" }));
}
