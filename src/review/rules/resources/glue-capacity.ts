/**
 * What a run of a Glue job may take at most: DPUs, and hours until its timeout.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/worker-types.html
 */
import type { Marked } from "../../../terraform/plan/plan";
import { fieldAt, numberIn, stringIn } from "../../field";

export interface Capacity {
  readonly dpus: number | undefined;
  /** Undefined for a streaming job without a timeout. */
  readonly minutes: number | undefined;
  /** Undefined where it has no end or is not known. */
  readonly dpuHours: number | undefined;
}

/** The most that one run takes; undefined where something that it depends on is not known, or may not be told: the sum would tell it. */
export function capacityOf(job: Marked): Capacity | undefined {
  const fields = ["worker_type", "number_of_workers", "max_capacity", "timeout", "glue_version"].map((name) =>
    fieldAt(job, [name]),
  );
  const [worker, workers, capacity, timeout, version] = fields as [
    (typeof fields)[0],
    (typeof fields)[0],
    (typeof fields)[0],
    (typeof fields)[0],
    (typeof fields)[0],
  ];
  const command = stringIn(fieldAt(job, ["command", 0, "name"])) ?? "glueetl";
  const dpus = dpusOf(stringIn(worker), numberIn(workers), numberIn(capacity), command);
  // The provider writes 0 into the state where no timeout is set.
  const minutes = numberIn(timeout) || defaultTimeout(command, stringIn(version));
  if (fields.some(({ secret }) => secret)) return undefined;
  if (dpus === undefined && fields.some(({ unknown }) => unknown)) return undefined;
  const hours = dpus === undefined || minutes === undefined ? undefined : (dpus * minutes) / 60;
  return { dpus, minutes, dpuHours: hours };
}

/** `G.025X` is a quarter, `G.1X` and `R.1X` one, `G.16X` sixteen, `Z.2X` two; `Standard` one. */
export function dpusOfWorker(type: string): number | undefined {
  if (type === "Standard") return 1;
  const digits = /^[A-Z]\.(\d+)X$/.exec(type)?.[1];
  if (digits === undefined) return undefined;
  return digits === "025" ? 0.25 : Number(digits);
}

function dpusOf(
  type: string | undefined,
  workers: number | undefined,
  capacity: number | undefined,
  command: string,
): number | undefined {
  if (type !== undefined && workers !== undefined) {
    const each = dpusOfWorker(type);
    return each === undefined ? undefined : each * workers;
  }
  if (capacity !== undefined) return capacity;
  return command === "pythonshell" ? 0.0625 : undefined;
}

/**
 * Minutes: 480 from Glue 5.0, 2,880 before; a streaming job has none.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/add-job.html Job timeout
 */
function defaultTimeout(command: string, version: string | undefined): number | undefined {
  if (command === "gluestreaming") return undefined;
  return Number.parseFloat(version ?? "0") >= 5 ? 480 : 2880;
}

/** What a version of Glue runs on. @see https://docs.aws.amazon.com/glue/latest/dg/release-notes.html */
export const RUNTIMES: Readonly<Record<string, string>> = {
  "0.9": "Spark 2.2, Python 2.7",
  "1.0": "Spark 2.4, Python 3.6",
  "2.0": "Spark 2.4, Python 3.7",
  "3.0": "Spark 3.1, Python 3.7",
  "4.0": "Spark 3.3, Python 3.10",
  "5.0": "Spark 3.5, Python 3.11",
  "5.1": "Spark 3.5, Python 3.11",
};
