/** Tests that need what not every machine has. Where it is missing they are skipped, and the summary of the run says so. */

export interface Need {
  /** As in "terraform-docs is not available". */
  readonly what: string;
  /** How to get it. */
  readonly how: string;
}

/** The name by which `scripts/summary-reporter.js` knows a test that was skipped for a need. */
const nameOf = ({ what, how }: Need): string => `needs ${what}: ${how}`;

/** `describe` where nothing is missing, else a skipped test in its place. */
export function describeUnless(missing: Need | undefined, title: string, tests: () => void): void {
  if (missing === undefined) describe(title, tests);
  else describe.skip(title, () => test(nameOf(missing), () => {}));
}

/** `test` where nothing is missing, else a skipped one. */
export function testUnless(missing: Need | undefined, title: string, body: jest.ProvidesCallback): void {
  if (missing === undefined) test(title, body);
  else test.skip(`${title}: ${nameOf(missing)}`, () => {});
}
