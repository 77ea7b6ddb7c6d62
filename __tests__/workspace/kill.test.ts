import { type ChildProcess, spawn } from "node:child_process";
import fs, { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkWorkspace, writeWorkspace } from "../../src/workspace";
import { compileWorkspace } from "./fixtures/compile-workspace";
import { type Files, fileSet, MEMORY, makeFolder, plant, readFilesIn } from "./fixtures/folders";
import { recover } from "./recover-folder";

jest.setTimeout(240_000);

const JOURNAL = ".tfwright-journal";
const MODULES = Array.from({ length: 6 }, (_, index) => `modules/m${index}`);

/** Every kind of change: contents that change and that do not, new files, orphans, a file that becomes a folder and back. */
function writeModules(age: "old" | "new"): Files {
  const files: Record<string, string> = { "README.md": `# ${age}\n` };
  MODULES.forEach((module, index) => {
    files[`${module}/main.tf`] = `# ${age} main of ${index}\n`.repeat(20);
    files[`${module}/variables.tf`] = index % 2 === 0 ? `# ${age} variables of ${index}\n` : "# the same\n";
    files[`${module}/versions.tf`] = "# the same\n";
    if (index % 3 === 0) files[`${module}/${age}.tf`] = `# only ${age}\n`;
    if (index % 5 === 1) files[`${module}/tests/${age}/plan.tftest.hcl`] = `# only ${age}\n`;
  });
  files[age === "old" ? "modules/m4/extra" : "modules/m4/extra/main.tf"] = `# ${age}\n`;
  files[age === "old" ? "modules/m5/extra/main.tf" : "modules/m5/extra"] = `# ${age}\n`;
  if (age === "old") files["modules/gone/main.tf"] = "# old\n";
  return files;
}

const OLD = writeModules("old");
const NEW = writeModules("new");
const FOREIGN: Files = {
  "notes.txt": "mine\n",
  "modules/m0/override.tf": "# mine\n",
  "modules/m1/tests/old/mine.txt": "mine\n",
  "modules/gone/.terraform.lock.hcl": "# mine\n",
};

const work = makeFolder(MEMORY);
const compiled = compileWorkspace(join(work, "compiled"));
const newFiles = join(work, "new.json");
writeFileSync(newFiles, JSON.stringify(NEW));
const start = join(work, "start");
plant(start, FOREIGN);
writeWorkspace(start, fileSet(OLD));

interface Kill {
  readonly at: number;
  readonly when: "before" | "half" | "after";
  readonly failAt?: number;
}

interface Outcome {
  readonly operations: readonly string[];
  readonly signal: NodeJS.Signals | null;
}

function runChild(root: string, task: string, kill?: Kill): Promise<Outcome> {
  const env = kill === undefined ? {} : { KILL_AT: `${kill.at}`, KILL_WHEN: kill.when, FAIL_AT: `${kill.failAt ?? 0}` };
  const child: ChildProcess = spawn(
    process.execPath,
    [join(__dirname, "fixtures/killed-run.js"), compiled, root, task],
    { env, stdio: ["ignore", "pipe", "inherit"] },
  );
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    printed += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code !== 0 && signal !== "SIGKILL") reject(new Error(`the run ended with ${code ?? signal}`));
      else resolve({ operations: printed.split(" ").filter((name) => name !== ""), signal });
    });
  });
}

// The disk need not have the bytes when a process is killed, and waiting for it is slow.
beforeEach(() => {
  jest.spyOn(fs, "fsyncSync").mockImplementation(() => undefined);
});

afterEach(() => {
  jest.restoreAllMocks();
});

let copies = 0;

function copyFolder(from: string): string {
  const to = join(work, `copy-${copies++}`);
  cpSync(from, to, { recursive: true });
  return to;
}

/** The files of one module, or those outside of all modules, of the given ones. */
function pickModule(files: Files, module: string): Files {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => path.replace(/^(modules\/[^/]+|).*$/, "$1") === module),
  );
}

/** What a folder held before the run, and what it holds after it. */
interface Ages {
  readonly old: Files;
  readonly new: Files;
}

/** Which age each module has; anything in between fails, and so does a change in foreign files. */
function findAges(root: string, ages: Ages): string[] {
  const files = readFilesIn(root);
  const changing = ["", "modules/gone", ...MODULES].filter(
    (module) => !isSame(pickModule(ages.old, module), pickModule(ages.new, module)),
  );
  const found = changing.map((module) => {
    const actual = pickModule(files, module);
    const age = (["old", "new"] as const).find((name) => isSame(actual, pickModule(ages[name], module)));
    if (age === undefined) expect(actual).toEqual(pickModule(ages.new, module));
    return age ?? "";
  });
  return [...new Set(found)];
}

function isSame(a: Files, b: Files): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([path, text]) => b[path] === text);
}

function expectWholeNextRun(root: string, ages: Ages, recovered: boolean): void {
  expect(writeWorkspace(root, fileSet(NEW)).recovered).toBe(recovered);
  expect(readFilesIn(root)).toEqual(ages.new);
  expect(checkWorkspace(root, fileSet(NEW))).toEqual({ clean: true, diff: "", notes: [] });
  expect(existsSync(join(root, JOURNAL))).toBe(false);
}

/**
 * Recovers the folder alone, tells its age and then runs on. Of every second place, a copy of the folder is given to a
 * whole run that is to recover it by itself.
 */
function expectSound(root: string, { at }: Kill, ages: Ages = UPDATE): string {
  const interrupted = existsSync(join(root, JOURNAL));
  if (interrupted) {
    const notes = ["an interrupted run left a journal; run the command without `--check` to recover"];
    expect(checkWorkspace(root, fileSet(NEW))).toEqual({ clean: false, diff: "", notes });
  }
  const copy = at % 2 === 0 ? undefined : copyFolder(root);
  const isBegun = interrupted && readdirSync(join(root, JOURNAL)).some((name) => !name.startsWith("lock-"));
  expect(recover(root)).toBe(isBegun);
  expect(existsSync(join(root, JOURNAL))).toBe(false);
  const found = findAges(root, ages);
  // More than each module by itself: all of them have the same age.
  expect(found).toHaveLength(1);
  expectWholeNextRun(root, ages, false);
  if (copy !== undefined) expectWholeNextRun(copy, ages, isBegun);
  for (const folder of [root, copy ?? root]) rmSync(folder, { recursive: true, force: true });
  return found[0] ?? "";
}

const UPDATE: Ages = { old: { ...OLD, ...FOREIGN }, new: { ...NEW, ...FOREIGN } };
const FIRST: Ages = { old: {}, new: NEW };

/** The operations of a run that is not killed. */
async function listOperations(from: string, task: string, failAt?: number): Promise<readonly string[]> {
  const kill: Kill | undefined = failAt === undefined ? undefined : { at: 0, when: "before", failAt };
  return (await runChild(copyFolder(from), task, kill)).operations;
}

/**
 * Each operation is a place to be killed at: before it, in the midst of a write, and after the last one. A kill after any
 * other leaves what one before the next operation does, and so it is not tried again.
 */
function listKills(operations: readonly string[]): Kill[] {
  const kills = operations.flatMap((name, index): Kill[] => {
    const at = index + 1;
    const half: Kill[] = name === "writeFileSync" ? [{ at, when: "half" }] : [];
    return [{ at, when: "before" }, ...half];
  });
  return [...kills, { at: operations.length, when: "after" }];
}

/** Kills a run in a copy of the folder at each of the places, two at a time, and counts what `examine` says of the copies. */
async function killEach(
  from: string,
  task: string,
  kills: readonly Kill[],
  examine: (root: string, kill: Kill) => string,
): Promise<Record<string, number>> {
  const queue = [...kills];
  const counts: Record<string, number> = {};
  const work = async (): Promise<void> => {
    for (let kill = queue.shift(); kill !== undefined; kill = queue.shift()) {
      const root = copyFolder(from);
      const { signal } = await runChild(root, task, kill);
      expect({ ...kill, signal }).toEqual({ ...kill, signal: "SIGKILL" });
      const finding = examine(root, kill);
      counts[finding] = (counts[finding] ?? 0) + 1;
    }
  };
  await Promise.all([work(), work()]);
  return counts;
}

test("a run killed at any operation leaves what the next one brings to wholly old or wholly new", async () => {
  const operations = await listOperations(start, newFiles);
  const kills = listKills(operations);
  const { old, new: next, ...others } = await killEach(start, newFiles, kills, expectSound);
  expect(others).toEqual({});
  expect(old! + next!).toBe(kills.length);
  // Both ages have many places: neither staging nor changing is over after a few operations.
  expect(old).toBeGreaterThan(40);
  expect(next).toBeGreaterThan(40);
});

test("so does a first run into a new folder", async () => {
  const empty = join(work, "empty");
  mkdirSync(empty);
  const kills = listKills(await listOperations(empty, newFiles)).filter((_, index) => index % 5 === 0);
  const counts = await killEach(empty, newFiles, kills, (root, kill) => expectSound(root, kill, FIRST));
  expect(Object.keys(counts).sort()).toEqual(["new", "old"]);
});

test.each([
  ["while it staged", 0.3, "old"],
  ["right after the commit", "commit", "new"],
  ["midway in its changes", 0.7, "new"],
  ["while it cleared the journal", 0.9, "new"],
] as const)("a recovery that is killed itself is taken up again: the run was killed %s", async (_, where, age) => {
  const operations = await listOperations(start, newFiles);
  const at = where === "commit" ? operations.indexOf("renameSync") + 1 : Math.round(operations.length * where);
  const interrupted = copyFolder(start);
  await runChild(interrupted, newFiles, { at, when: "after" });
  const kills = (await listOperations(interrupted, "recover"))
    .map((_, index): Kill => ({ at: index + 1, when: "before" }))
    .filter(({ at }, _, { length }) => at <= 3 || at % 3 === 0 || at >= length - 2);
  const counts = await killEach(interrupted, "recover", kills, expectSound);
  expect(counts).toEqual({ [age]: kills.length });
});

test("a run that is killed while it undoes its changes after a fault is finished by the next one", async () => {
  const operations = await listOperations(start, newFiles);
  const failAt = operations.lastIndexOf("renameSync") + 1;
  const all = listKills(await listOperations(start, newFiles, failAt));
  const kills = all.filter(({ at }, index) => at > failAt && index % 3 === 0).map((kill) => ({ ...kill, failAt }));
  const counts = await killEach(start, newFiles, kills, expectSound);
  expect(Object.keys(counts).sort()).toEqual(["new", "old"]);
});
