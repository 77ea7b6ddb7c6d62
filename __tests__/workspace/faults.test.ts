import fs, { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { TfwrightError } from "../../src/errors";
import { checkWorkspace, writeWorkspace } from "../../src/workspace";
import { fileSet, makeFolder, plant, readTree, refusals } from "./fixtures/folders";

const work = makeFolder();
let folders = 0;

afterEach(() => {
  jest.restoreAllMocks();
});

function catchError(task: () => unknown): unknown {
  try {
    task();
  } catch (error) {
    return error;
  }
  return undefined;
}

const places: [string, string, (parent: string) => void][] = [
  ["is a file", "out", (parent) => plant(parent, { out: "mine" })],
  ["lies below a file", "file/out", (parent) => plant(parent, { file: "mine" })],
  ["lies deep below a file", "file/a/b/out", (parent) => plant(parent, { file: "mine" })],
  [
    "is a link to a file",
    "out",
    (parent) => {
      plant(parent, { file: "mine" });
      symlinkSync("file", join(parent, "out"));
    },
  ],
  ["is a link to nowhere", "out", (parent) => symlinkSync("nowhere/deep", join(parent, "out"))],
];

test.each(places)("an output folder that %s", (_, out, prepare) => {
  const parent = join(work, `${folders++}`);
  mkdirSync(parent);
  prepare(parent);
  const before = readTree(parent);
  const root = join(parent, out);
  const error = catchError(() => writeWorkspace(root, fileSet({ a: "1" }), { force: true }));
  expect(error).toBeInstanceOf(TfwrightError);
  expect(error).toMatchObject({ code: "output-not-writable", problems: [{ path: root, hint: expect.anything() }] });
  expect((error as Error).message).toContain(`cannot write to the output folder ${root}: `);
  expect(readTree(parent)).toEqual(before);
});

test("a check refuses a file in place of the output folder too", () => {
  plant(work, { "a-file": "" });
  expect(refusals(() => checkWorkspace(join(work, "a-file"), fileSet({})))).toEqual([
    `output-not-writable ${join(work, "a-file")}`,
  ]);
});

type Operation = "openSync" | "writeFileSync" | "fsyncSync" | "renameSync" | "mkdirSync" | "rmSync" | "rmdirSync";

/** Makes the n-th call of the operation fail, and tells whether there was one. */
function breakOperation(operation: Operation, n: number, code: string): () => boolean {
  const original = fs[operation] as (...args: unknown[]) => unknown;
  let calls = 0;
  jest.spyOn(fs, operation).mockImplementation((...args: unknown[]) => {
    const isReading = operation === "openSync" && args[1] !== "wx";
    if (!isReading && ++calls === n)
      throw Object.assign(new Error(code), {
        code,
        syscall: operation,
        path: typeof args[0] === "string" ? args[0] : undefined,
      });
    return original(...args) as never;
  });
  return () => calls >= n;
}

const OLD = { "m/a": "1", "m/b": "1", "m/c/gone": "1", "n/a": "1", "n/a.txt": "1" };
const NEW = { "m/a": "2", "m/b": "2", "m/new/x": "2", "n/a/b": "2", "n/a.txt": "1" };

const faults: [Operation, string, string][] = [
  ["openSync", "EACCES", "permission denied (EACCES)"],
  ["writeFileSync", "ENOSPC", "the disk is full (ENOSPC)"],
  ["fsyncSync", "EIO", "the system reports EIO"],
  ["renameSync", "EXDEV", "a folder in it is on another file system (EXDEV)"],
  ["mkdirSync", "EROFS", "the file system is read-only (EROFS)"],
];

test.each(faults)("a fault in %s (%s) at any moment leaves the folder as it was", (operation, code, reason) => {
  let n = 1;
  for (; ; n++) {
    const root = join(work, `${folders++}`);
    writeWorkspace(root, fileSet(OLD));
    plant(root, { "m/mine": "mine" });
    const before = readTree(root);
    const isBroken = breakOperation(operation, n, code);
    const error = catchError(() => writeWorkspace(root, fileSet(NEW)));
    jest.restoreAllMocks();
    if (!isBroken()) break;
    expect(error).toMatchObject({ code: "output-not-writable" });
    expect((error as Error).message).toContain(`cannot write to the output folder ${root}: ${reason}`);
    expect({ n, tree: readTree(root) }).toEqual({ n, tree: before });
  }
  expect(n).toBeGreaterThan(3);
});

test.each(faults)("a fault in %s (%s) leaves no output folder where there was none", (operation, code) => {
  const parent = join(work, `${folders++}`);
  mkdirSync(parent);
  breakOperation(operation, 1, code);
  expect(refusals(() => writeWorkspace(join(parent, "a/b"), fileSet({ x: "1" })))).toHaveLength(1);
  jest.restoreAllMocks();
  expect(readTree(parent)).toEqual({});
});

test("a fault that cannot be undone either is mended by the next run", () => {
  const root = join(work, `${folders++}`);
  writeWorkspace(root, fileSet(OLD));
  const original = fs.renameSync;
  let calls = 0;
  jest.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    if (++calls > 2) throw Object.assign(new Error(), { code: "EBUSY", syscall: "rename", path: from, dest: to });
    original(from, to);
  });
  const task = () => writeWorkspace(root, fileSet(NEW));
  expect(refusals(task)).toEqual(["output-not-writable m/b"]);
  jest.restoreAllMocks();
  expect(existsSync(join(root, ".tfwright-journal/commit.json"))).toBe(true);
  expect(writeWorkspace(root, fileSet(NEW))).toMatchObject({ recovered: true, written: [], removed: [] });
  expect(readTree(root)).toMatchObject(NEW);
});

test("an error that is not of the file system passes as it is", () => {
  jest.spyOn(fs, "mkdirSync").mockImplementation(() => {
    throw new RangeError("ours");
  });
  expect(() => writeWorkspace(join(work, `${folders++}`), fileSet({ a: "1" }))).toThrow(RangeError);
});
