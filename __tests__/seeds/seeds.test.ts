/** The same cases in each run, and other ones in `npm run fuzz`, whose failures can be repeated. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";

const ROOT = join(__dirname, "../..");
const FAILING = join("__tests__", "seeds", "failing");

function casesOf(parameters: fc.Parameters<[number]>): readonly number[] {
  const seen: number[] = [];
  fc.assert(
    fc.property(fc.nat(), (value) => void seen.push(value)),
    parameters,
  );
  return seen;
}

test("the cases of a property and of a sample are the same in each run", () => {
  expect(casesOf({ numRuns: 5 })).toEqual([772547827, 192107652, 26, 808472546, 9]);
  expect(fc.sample(fc.nat(), 5)).toEqual(casesOf({ numRuns: 5 }));
  expect(casesOf({})).toHaveLength(100);
});

interface Ran {
  readonly status: number | null;
  readonly text: string;
}

function run(command: string, args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: "utf8" });
  return { status, text: `${stdout}${stderr}` };
}

/** The smallest counterexample; the sample. */
const found = (text: string) => [/Counterexample: (.*)/.exec(text)?.[1], text.match(/(?<=^ *\+ {3})\d+,/gm)];

describe("npm run fuzz", () => {
  let ran: Ran;
  beforeAll(() => {
    const args = ["scripts/fuzz-rounds.js", "--seed", "7", "--times", "100"];
    ran = run(process.execPath, [...args, "--config", join(FAILING, "jest.config.js"), join(FAILING, "failing.ts")]);
  });

  test("runs each property more often, and tells each test that failed", () => {
    expect(ran.status).toBe(1);
    expect(ran.text).toContain("round 1, seed 7: 1 passed, 2 failed");
    expect(ran.text.match(/^FAILED .*/gm)?.sort()).toEqual([
      "FAILED __tests__/seeds/failing/failing.ts: a sample that fails",
      'FAILED __tests__/seeds/failing/failing.ts: fails for few: it\'s "quoted" `and` ${more}',
    ]);
    expect(ran.text).toContain("Counterexample: [991,3]");
  });

  test("the commands that it prints repeat the failures", () => {
    const commands = ran.text.match(/^ {2}FUZZ_SEED.*/gm) ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) {
      const part = ran.text.slice(0, ran.text.indexOf(command)).split("\nFAILED ").at(-1) as string;
      const again = run("sh", ["-c", command]);
      expect(again.status).toBe(1);
      expect(again.text).toContain("1 failed, 2 skipped");
      expect(found(again.text)).toEqual(found(part));
    }
  });

  test("another number of minutes is refused", () => {
    expect(run(process.execPath, ["scripts/fuzz-rounds.js", "--minutes", "soon"])).toEqual({
      status: 2,
      text: '--minutes must be a number above 0, but was "soon"\n',
    });
  });
});
