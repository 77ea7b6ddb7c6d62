import { createHash } from "node:crypto";
import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { writeWorkspace } from "../../src/workspace";
import { type Files, fileSet, makeFolder, plant, readFilesIn, readTree, refusals } from "./fixtures/folders";
import { recover } from "./recover-folder";

const JOURNAL = ".tfwright-journal";
const work = makeFolder();
let folders = 0;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

interface Step {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** A folder in which a run that would make these changes was killed right after its commit marker. */
function interrupt(steps: readonly Step[], others: Files = {}): string {
  const root = join(work, `${folders++}`, "out");
  plant(join(root, ".."), { outside: "1" });
  const hash = (text?: string) => (text === undefined ? null : sha256(text));
  const marker = steps.map(({ path, before, after }) => ({ path, before: hash(before), after: hash(after) }));
  plant(root, { [`${JOURNAL}/commit.json`]: JSON.stringify({ version: 1, steps: marker }) });
  steps.forEach(({ path, before, after }, index) => {
    if (before !== undefined) plant(root, { [path]: before });
    if (after !== undefined) plant(root, { [`${JOURNAL}/staged-${index}`]: after });
  });
  plant(root, others);
  return root;
}

const STEPS: Step[] = [
  { path: "gone", before: "1" },
  { path: "m/a", before: "1", after: "2" },
  { path: "m/b", after: "2" },
];

test("it makes the changes that were recorded, once", () => {
  const root = interrupt(STEPS);
  expect(recover(root)).toBe(true);
  expect(readTree(root)).toEqual({ "m/a": "2", "m/b": "2" });
  expect(recover(root)).toBe(false);
});

test("it discards what was staged without a commit marker, and whatever else lies in the journal", () => {
  const root = interrupt(STEPS, { [`${JOURNAL}/commit.json.tmp`]: "{", [`${JOURNAL}/deep/x`]: "" });
  rmSync(join(root, JOURNAL, "commit.json"));
  expect(recover(root)).toBe(true);
  expect(readTree(root)).toEqual({ gone: "1", "m/a": "1" });
});

test("it removes the folders that a removal left empty, where that was begun", () => {
  const root = interrupt([{ path: "deep/deeper/gone", before: "1" }]);
  rmSync(join(root, "deep/deeper"), { recursive: true });
  expect(recover(root)).toBe(true);
  expect(readTree(root)).toEqual({});
});

const edits: [string, Files, string[], Files][] = [
  ["a file to replace", { "m/a": "mine" }, ["edited-by-hand m/a"], { "m/a": "2", "m/b": "2" }],
  ["a file to remove", { gone: "mine" }, ["edited-by-hand gone"], { "m/a": "2", "m/b": "2" }],
  ["a file to create", { "m/b": "mine" }, ["edited-by-hand m/b"], { "m/a": "2", "m/b": "2" }],
];

test.each(edits)("a hand edit after the interruption is not lost: %s", (_, edit, want, forced) => {
  const root = interrupt(STEPS, edit);
  const before = readTree(root);
  expect(refusals(() => writeWorkspace(root, fileSet({})))).toEqual(want);
  expect(readTree(root)).toEqual(before);
  expect(recover(root, { force: true })).toBe(true);
  expect(readFilesIn(root)).toEqual(forced);
  const again = interrupt(STEPS, edit);
  expect(writeWorkspace(again, fileSet(forced), { force: true })).toMatchObject({ recovered: true, written: [] });
});

test("a change that was made before the interruption may be edited after it", () => {
  const root = interrupt(STEPS, { "m/a": "mine" });
  rmSync(join(root, JOURNAL, "staged-1"));
  expect(recover(root)).toBe(true);
  expect(readTree(root)).toEqual({ "m/a": "mine", "m/b": "2" });
});

const marker = (steps: unknown, version = 1): Files => ({
  [`${JOURNAL}/commit.json`]: JSON.stringify({ version, steps }),
});
const bad: [string, Files, string][] = [
  ["is not JSON", { [`${JOURNAL}/commit.json`]: "{" }, "is not JSON"],
  ["is null", { [`${JOURNAL}/commit.json`]: "null" }, "version 1"],
  ["is of another version", marker([], 2), "version 1"],
  ["has no steps", marker(null), "a step"],
  ["has a step that is null", marker([null]), "a step"],
  ["removes a file outside", marker([{ path: "../outside", before: sha256("1"), after: null }]), "a step"],
  ["writes into the journal", marker([{ path: `${JOURNAL}/x`, before: null, after: sha256("2") }]), "a step"],
  ["has a hash of another form", marker([{ path: "a", before: "x", after: null }]), "a step"],
  ["has staged content that was changed", { [`${JOURNAL}/staged-1`]: "mine" }, "the new content of m/a"],
];

test.each(bad)("it refuses a journal that %s", (_, change, message) => {
  const root = interrupt(STEPS, change);
  const before = readTree(join(root, ".."));
  for (const task of [() => recover(root), () => recover(root, { force: true })]) {
    expect(refusals(task)).toEqual([`bad-journal ${JOURNAL}`]);
    expect(task).toThrow(message);
  }
  expect(readTree(join(root, ".."))).toEqual(before);
});

const links: [string, string, string][] = [
  ["a folder on the way", "m", ".."],
  ["a file", "gone", "../outside"],
  ["staged content", `${JOURNAL}/staged-2`, "../../outside"],
  ["the commit marker", `${JOURNAL}/commit.json`, "../../outside"],
];

test.each(links)("it follows no symbolic link: %s", (_, path, target) => {
  const root = interrupt(STEPS);
  rmSync(join(root, path), { recursive: true });
  symlinkSync(target, join(root, path));
  const before = readTree(join(root, ".."));
  expect(refusals(() => recover(root, { force: true }))).toContain(`symlink ${path}`);
  expect(readTree(join(root, ".."))).toEqual(before);
});
