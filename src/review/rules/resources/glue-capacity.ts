/**
 * The maximum that one run of a Glue job can use: its DPUs, and the time until its timeout.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/worker-types.html
 */
import type { Marked } from "../../../terraform/plan/plan";
import { formatNumber, type Message, words } from "../../../text/message";
import { fieldAt, numberIn, stringIn } from "../../field";

/** The maximum that one run can use. */
export interface Capacity {
  readonly dpus: number | undefined;
  /** Undefined for a streaming job without a timeout. */
  readonly minutes: number | undefined;
  /** Undefined if the DPUs are not known, or if there is no timeout. */
  readonly dpuHours: number | undefined;
}

/**
 * The capacity of a job; undefined if an argument that it depends on is unknown, or is sensitive: the product would reveal the
 * sensitive number.
 */
export function capacityOf(job: Marked): Capacity | undefined {
  const workerType = fieldAt(job, ["worker_type"]);
  const workers = fieldAt(job, ["number_of_workers"]);
  const maxCapacity = fieldAt(job, ["max_capacity"]);
  const timeout = fieldAt(job, ["timeout"]);
  const version = fieldAt(job, ["glue_version"]);
  const fields = [workerType, workers, maxCapacity, timeout, version];
  const command = stringIn(fieldAt(job, ["command", 0, "name"])) ?? "glueetl";
  const dpus = dpusOf(stringIn(workerType), numberIn(workers), numberIn(maxCapacity), command);
  // The provider writes 0 into the state if no timeout is set.
  const minutes = numberIn(timeout) || defaultTimeout(command, stringIn(version));
  if (fields.some(({ secret }) => secret)) return undefined;
  if (dpus === undefined && fields.some(({ unknown }) => unknown)) return undefined;
  return { dpus, minutes, dpuHours: dpus === undefined || minutes === undefined ? undefined : (dpus * minutes) / 60 };
}

/** The DPUs of one worker: 0.25 for `G.025X`, 1 for `G.1X`, `R.1X` and `Standard`, 2 for `Z.2X`, 16 for `G.16X`. */
export function dpusOfWorker(type: string): number | undefined {
  if (type === "Standard") return 1;
  const digits = /^[A-Z]\.(\d+)X$/.exec(type)?.[1];
  if (digits === undefined) return undefined;
  return digits === "025" ? 0.25 : Number(digits);
}

function dpusOf(
  workerType: string | undefined,
  workers: number | undefined,
  maxCapacity: number | undefined,
  command: string,
): number | undefined {
  if (workerType !== undefined && workers !== undefined) {
    const each = dpusOfWorker(workerType);
    return each === undefined ? undefined : each * workers;
  }
  if (maxCapacity !== undefined) return maxCapacity;
  return command === "pythonshell" ? 0.0625 : undefined;
}

/**
 * Minutes: 480 from Glue 5.0 on, 2,880 before. A streaming job has no default.
 *
 * @see https://docs.aws.amazon.com/glue/latest/dg/add-job.html "Job timeout"
 */
function defaultTimeout(command: string, version: string | undefined): number | undefined {
  if (command === "gluestreaming") return undefined;
  return Number.parseFloat(version ?? "0") >= 5 ? 480 : 2880;
}

/** `20 DPU-hours`, or `10 DPUs without an end` where the DPU-hours are not known. */
export function showCapacity({ dpus, minutes, dpuHours }: Capacity): Message {
  if (dpuHours !== undefined) return words(`${formatNumber(dpuHours)} DPU-hours`);
  if (dpus === undefined) return words("a capacity that is not known");
  const time = minutes === undefined ? "without an end" : `for ${formatNumber(minutes)} minutes`;
  return words(`${formatNumber(dpus)} DPUs ${time}`);
}
