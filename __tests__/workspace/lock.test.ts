import { spawn } from "node:child_process";
import fs, { existsSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkspace, writeWorkspace } from "../../src/workspace";
import { nameLock, withLock } from "../../src/workspace/with-lock";
import { compileWorkspace } from "./fixtures/compile-workspace";
import { fileSet, makeFolder, plant, readFilesIn, readTree, refusals } from "./fixtures/folders";

const JOURNAL = ".tfwright-journal";
const work = makeFolder();
let folders = 0;
const nameFolder = (): string => join(work, `${folders++}`);
const onLinux = process.platform === "linux" ? test : test.skip;

test("a run is refused while another one that is alive holds the folder", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ a: "1" }));
  plant(root, { [`${JOURNAL}/${nameLock(process.ppid)}`]: "" });
  const before = readTree(root);
  const task = () => writeWorkspace(root, fileSet({ a: "2" }));
  expect(refusals(task)).toEqual([`locked ${JOURNAL}`]);
  expect(task).toThrow("another run is writing to this output folder");
  expect(checkWorkspace(root, fileSet({ a: "1" }))).toEqual({
    clean: false,
    diff: "",
    notes: ["another run is writing to this output folder; wait until it ends"],
  });
  expect(readTree(root)).toEqual(before);
});

onLinux("a run is refused within the lock of its own process", () => {
  const root = nameFolder();
  mkdirSync(root);
  withLock(root, () =>
    expect(refusals(() => writeWorkspace(root, fileSet({ a: "1" })))).toEqual([`locked ${JOURNAL}`]),
  );
  expect(existsSync(join(root, JOURNAL))).toBe(false);
});

const stale: [string, () => string][] = [
  ["a dead process", () => `lock-${2 ** 22 + 1}-1`],
  ["something else", () => "lock-of-mine"],
];
const staleOnLinux: [string, () => string][] = [
  ["an earlier process with the id of a living one", () => `lock-${process.ppid}-1`],
  ["an earlier process with the id of this one", () => `lock-${process.pid}-1`],
];

test.each([...stale, ...(process.platform === "linux" ? staleOnLinux : [])])(
  "the lock of %s is taken over",
  (_, name) => {
    const root = nameFolder();
    plant(root, { [`${JOURNAL}/${name()}`]: "" });
    expect(checkWorkspace(root, fileSet({})).notes).toEqual([
      "an interrupted run left a journal; run the command without `--check` to recover",
    ]);
    expect(writeWorkspace(root, fileSet({ a: "1" }))).toMatchObject({ written: ["a"], recovered: false });
    expect(readFilesIn(root)).toEqual({ a: "1" });
  },
);

describe("two runs that start at the same time", () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  function meet(other: string, onWait: (file: string) => void): { waits: number; refused: string[] } {
    const root = nameFolder();
    const file = join(root, JOURNAL, other);
    plant(root, { [`${JOURNAL}/${other}`]: "" });
    jest.spyOn(process, "kill").mockReturnValue(true);
    const wait = jest.spyOn(Atomics, "wait").mockImplementation(() => {
      onWait(file);
      return "timed-out";
    });
    const refused = refusals(() => writeWorkspace(root, fileSet({ a: "1" })));
    return { waits: wait.mock.calls.length, refused };
  }

  test("the one that sorts last gives way at once", () => {
    expect(meet("lock-1-0", () => {})).toEqual({ waits: 0, refused: [`locked ${JOURNAL}`] });
  });

  test("the one that sorts first goes on when the other has given way", () => {
    expect(meet("lock-9999999999-0", (file) => rmSync(file))).toEqual({ waits: 1, refused: [] });
  });

  test("the one that sorts first gives way to one that had begun", () => {
    const { waits, refused } = meet("lock-9999999999-0", () => {});
    expect(waits).toBeGreaterThan(5);
    expect(refused).toEqual([`locked ${JOURNAL}`]);
  });

  test("one makes the journal folder again that the other has just removed", () => {
    const root = nameFolder();
    const original = fs.openSync;
    let removals = 0;
    jest.spyOn(fs, "openSync").mockImplementation((...args) => {
      if (args[1] === "wx" && removals++ === 0) rmdirSync(join(root, JOURNAL));
      return original(...args);
    });
    expect(writeWorkspace(root, fileSet({ a: "1" })).written).toEqual(["a"]);
    expect(removals).toBeGreaterThan(0);
  });
});

test("the lock goes when the task fails", () => {
  const root = nameFolder();
  mkdirSync(root);
  const task = () =>
    withLock(root, () => {
      throw new Error("mine");
    });
  expect(task).toThrow("mine");
  expect(readTree(root)).toEqual({});
});

test("of runs at the same time each is whole or is refused", async () => {
  const compiled = compileWorkspace(join(work, "compiled"));
  const ages = ["x", "y", "z"].map((age) =>
    Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`m/${i}`, age.repeat(5000)])),
  );
  const tasks = ages.map((files, index) => {
    const task = join(work, `${index}.json`);
    writeFileSync(task, JSON.stringify(files));
    return task;
  });
  let refused = 0;
  for (let round = 0; round < 10; round++) {
    const root = nameFolder();
    const printed = await Promise.all(tasks.map((task) => runChild([compiled, root, task])));
    const locked = printed.filter((text) => text === "locked").length;
    refused += locked;
    expect(locked).toBeLessThan(tasks.length);
    expect(ages).toContainEqual(readFilesIn(root));
  }
  expect(refused).toBeGreaterThan(0);
});

function runChild(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(__dirname, "fixtures/killed-run.js"), ...args]);
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`the run ended with ${code}`))));
  });
}
