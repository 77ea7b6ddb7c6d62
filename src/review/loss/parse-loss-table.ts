/** Reads the tables of types. They are text, so that a review that destroys nothing makes no objects of a thousand types. */
import { type Level, levels } from "../rule";
import { type Loss, type LossKind, lossKinds } from "./loss";

/** The level of a kind that a heading names without one. */
const LEVELS: Partial<Readonly<Record<LossKind, Level>>> = { outage: "attention", empty: "note" };

/**
 * The losses of a table, by type. Below a heading, `# KIND LEVEL`, stands what is lost, and below that, indented, the types with
 * which it is lost:
 *
 *     # data danger
 *     the snapshot goes
 *       aws_db_snapshot aws_ebs_snapshot
 *
 * @throws Error if the table has another form, or names a type twice
 */
export function parseLossTable(table: string): ReadonlyMap<string, Loss> {
  const losses = new Map<string, Loss>();
  let heading: Omit<Loss, "lost"> | undefined;
  let loss: Loss | undefined;
  for (const line of table.split("\n")) {
    if (line === "") continue;
    if (line.startsWith("# ")) {
      heading = parseHeading(line);
      loss = undefined;
    } else if (!line.startsWith(" ")) {
      if (heading === undefined) throw new Error(`the line is under no heading: ${line}`);
      loss = { ...heading, lost: line };
    } else {
      for (const type of line.trim().split(" ")) {
        if (loss === undefined) throw new Error(`it is not told what is lost with ${type}`);
        if (losses.has(type)) throw new Error(`the type stands here twice: ${type}`);
        losses.set(type, loss);
      }
    }
  }
  return losses;
}

function parseHeading(line: string): Omit<Loss, "lost"> {
  const [, kindName, levelName] = line.split(" ");
  const kind = lossKinds.find((one) => one === kindName);
  const level = kind === undefined ? undefined : (LEVELS[kind] ?? levels.find((one) => one === levelName));
  if (kind === undefined || level === undefined) throw new Error(`not a heading of losses: ${line}`);
  return { kind, level };
}
