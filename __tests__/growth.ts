/** Whether work grows in proportion to its input, measured so that a busy machine does not matter. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
/**
 * What came before would be collected in the middle of a measurement. Only what is young is collected: all of the heap of a worker, which
 * holds the modules of all test files, takes 0.2 s each time.
 */
const collectGarbage = runInNewContext("() => gc({ type: 'minor' })") as () => void;

/** The most that twice the input may cost: work in proportion costs 2 times, work that grows with the square 4 times. */
export const PROPORTIONAL = 2.5;

/** How often an input is measured before a larger one is: the shortest time counts. */
const TRIES = 10;

/**
 * The ratio of the shortest times for twice the input and for the input. What grows faster than its input never comes near 2, however
 * large the input is. What a busy machine or a cold function slows down does after some tries; where a cache or the young generation
 * of the heap takes the input and not twice the input, it does with inputs of twice and four times the size.
 */
export function growth<T>(make: (size: number) => T, work: (input: T) => void, size: number): number {
  let ratio = Number.POSITIVE_INFINITY;
  for (const factor of [1, 2, 4]) {
    ratio = Math.min(ratio, growthAt(make(factor * size), make(2 * factor * size), work));
    if (ratio <= PROPORTIONAL) break;
  }
  return ratio;
}

function growthAt<T>(input: T, twice: T, work: (input: T) => void): number {
  let large = Number.POSITIVE_INFINITY;
  let small = Number.POSITIVE_INFINITY;
  let tries = 0;
  do {
    large = Math.min(
      large,
      processorTime(() => work(twice)),
    );
    // What a collection adds to the time of the larger input only makes the ratio greater; to that of the smaller one it must add nothing.
    collectGarbage();
    small = Math.min(
      small,
      Math.max(
        1,
        processorTime(() => work(input)),
      ),
    );
    tries++;
    // The first time of the smaller input may have been disturbed, which would hide what grows with the square.
  } while (tries < 2 || (large > PROPORTIONAL * small && tries < TRIES));
  return large / small;
}

/** Microseconds for which a processor works on it, however busy the machine is. */
export function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
