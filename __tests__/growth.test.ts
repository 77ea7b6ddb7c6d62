/** The measure that the tests of hostile input trust, on a clock that only the work moves. */
import { growth, PROPORTIONAL } from "./growth";

// Garbage is not collected: that takes no time of this clock, and seconds of the other.
jest.mock("node:vm", () => ({ runInNewContext: () => () => undefined }));

let now = 0;
beforeEach(() => {
  jest.spyOn(process, "cpuUsage").mockImplementation((since) => ({ user: now - (since?.user ?? 0), system: 0 }));
});
afterEach(() => jest.restoreAllMocks());

/** Work of so much time; every third piece of it takes another `more`, as on a busy machine. */
function workOf(time: (size: number) => number, more: number): (size: number) => void {
  let pieces = 0;
  return (size) => {
    pieces += 1;
    now += time(size) * (pieces % 3 === 0 ? 1 + more : 1);
  };
}

test.each<[what: string, time: (size: number) => number, isProportional: boolean]>([
  ["in proportion to the input", (size) => 10 * size, true],
  ["with the input and its logarithm", (size) => size * Math.log2(size), true],
  ["with the square of the input", (size) => size * size, false],
  ["with the square, beside a part in proportion", (size) => size * size + 100 * size, false],
])("work that grows %s", (_, time, isProportional) => {
  for (const more of [0, 0.5, 5])
    expect([more, growth((size) => size, workOf(time, more), 1000) < PROPORTIONAL]).toEqual([more, isProportional]);
});
