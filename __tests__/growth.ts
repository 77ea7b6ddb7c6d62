/** Whether work grows in proportion to its input, measured so that a busy machine does not matter. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/** What earlier tests left behind would be collected in the middle of a measurement. */
const collectGarbage = runInNewContext("gc") as () => void;

/** The most that twice the input may cost: work in proportion costs 2 times, work that grows with the square 4 times. */
export const PROPORTIONAL = 2.5;

/**
 * The ratio of the shortest times for twice the input and for the input, over as many tries as it takes. What grows faster than
 * its input never comes near 2; what a busy machine or a cold function slows down does after some tries.
 */
export function growth(work: (size: number) => void, size: number, enough = PROPORTIONAL): number {
  let large = Number.POSITIVE_INFINITY;
  let small = Number.POSITIVE_INFINITY;
  let tries = 0;
  do {
    large = Math.min(
      large,
      processorTime(() => work(2 * size)),
    );
    // What a collection adds to the time of the larger input only makes the ratio greater; to that of the smaller one it must add nothing.
    collectGarbage();
    small = Math.min(
      small,
      Math.max(
        1,
        processorTime(() => work(size)),
      ),
    );
    tries++;
  } while (large > enough * small && tries < 30);
  return large / small;
}

/** Microseconds for which a processor works on it, however busy the machine is. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
