import { rmSync } from "node:fs";
import { join } from "node:path";
import { applyPatch } from "diff";
import { checkWorkspace, type WorkspaceState, writeWorkspace } from "../../src/workspace";
import { processorTime } from "../growth";
import { type Files, fileSet, makeFolder, plant, readTree } from "./fixtures/folders";

const work = makeFolder();
let folders = 0;

interface Given {
  readonly old?: Files;
  readonly user?: Files;
  readonly lost?: readonly string[];
  readonly files: Files;
  readonly partial?: readonly string[];
}

const handEdit = (path: string): string => `${path}: this generated file was edited by hand
  put the edit into the definition; \`--force\` overwrites the file, or removes it if it is no longer generated`;

const table: [string, Given, Partial<WorkspaceState>][] = [
  ["a folder as it should be", { old: { "m/a": "1\n" }, files: { "m/a": "1\n" } }, { clean: true }],
  ["no folder and no files", { files: {} }, { clean: true }],
  ["foreign files", { old: { "m/a": "1\n" }, user: { "m/mine": "" }, files: { "m/a": "1\n" } }, { clean: true }],
  [
    "line ends that Git has changed",
    { old: { a: "1\n2\n" }, user: { a: "1\r\n2\r\n" }, files: { a: "1\n2\n" } },
    { clean: true },
  ],
  [
    "a change in such a file",
    { old: { a: "1\n2\n" }, user: { a: "1\r\n2\r\n" }, files: { a: "1\n3\n" } },
    { diff: "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n 1\n-2\n+3\n" },
  ],
  ["a new file", { files: { "m/a": "1\n2\n" } }, { diff: "--- /dev/null\n+++ b/m/a\n@@ -0,0 +1,2 @@\n+1\n+2\n" }],
  ["a new empty file", { files: { a: "" } }, { diff: "--- /dev/null\n+++ b/a\n" }],
  [
    "a changed file",
    { old: { a: "1\n2\n3\n4\n5\n6\n" }, files: { a: "1\n2\n3\n4\n5\nsix" } },
    { diff: "--- a/a\n+++ b/a\n@@ -3,4 +3,4 @@\n 3\n 4\n 5\n-6\n+six\n\\ No newline at end of file\n" },
  ],
  [
    "an orphan",
    { old: { a: "1\n", b: "1\n" }, files: { b: "1\n" } },
    { diff: "--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n" },
  ],
  [
    "files of every kind, sorted",
    { old: { b: "1\n", c: "1\n" }, files: { c: "2\n", a: "2\n" } },
    {
      diff:
        "--- /dev/null\n+++ b/a\n@@ -0,0 +1,1 @@\n+2\n" +
        "--- a/b\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n" +
        "--- a/c\n+++ b/c\n@@ -1,1 +1,1 @@\n-1\n+2\n",
    },
  ],
  [
    "a deleted file",
    { old: { a: "1\n", b: "1\n" }, lost: ["a"], files: { a: "1\n", b: "1\n" } },
    { diff: "--- /dev/null\n+++ b/a\n@@ -0,0 +1,1 @@\n+1\n" },
  ],
  [
    "a hand edit",
    { old: { a: "1\n" }, user: { a: "mine\n" }, files: { a: "1\n" } },
    { diff: "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-mine\n+1\n", notes: [handEdit("a")] },
  ],
  [
    "a hand-edited orphan",
    { old: { a: "1\n", b: "" }, user: { a: "mine\n" }, files: { b: "" } },
    { diff: "--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-mine\n", notes: [handEdit("a")] },
  ],
  [
    "a foreign file in the way",
    { user: { a: "mine\n" }, files: { a: "1\n" } },
    {
      diff: "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-mine\n+1\n",
      notes: [
        "a: this file was not written by tfwright, and differs from the generated one\n" +
          "  move it to another folder, or use `--force` to overwrite it",
      ],
    },
  ],
  [
    "only the manifest",
    { user: { a: "" }, files: { a: "" } },
    {
      diff:
        "--- /dev/null\n+++ b/.tfwright-manifest.json\n@@ -0,0 +1,6 @@\n" +
        '+{\n+  "version": 1,\n+  "files": [\n' +
        '+    { "path": "a", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }\n+  ]\n+}\n',
    },
  ],
  [
    "a part of the modules",
    { old: { "m/a": "1\n", "n/a": "1\n" }, user: { "n/a": "mine" }, files: { "m/a": "1\n" }, partial: ["m"] },
    { clean: true },
  ],
];

test.each(table)("%s", (_, { old, user, lost = [], files, partial }, want) => {
  const parent = join(work, `${folders++}`);
  const root = join(parent, "out");
  plant(parent, { beside: "" });
  if (old !== undefined) writeWorkspace(root, fileSet(old));
  plant(root, user ?? {});
  for (const path of lost) rmSync(join(root, path));
  const before = readTree(parent);
  const result = checkWorkspace(root, fileSet(files), { partial });
  expect(result).toEqual({ clean: false, diff: "", notes: [], ...want });
  expect(readTree(parent)).toEqual(before);
  // It says what a run then does.
  const { written, removed } = writeWorkspace(root, fileSet(files), { partial, force: true });
  expect(written.length + removed.length > 0 || want.diff?.includes("manifest") === true).toBe(!result.clean);
});

test("a diff of files that have little in common is found in time, and applies", () => {
  const parent = join(work, `${folders++}`);
  const number = (age: string): string => Array.from({ length: 10_000 }, (_, line) => `${age} ${line}`).join("\n");
  const [before, after] = [`${number("old")}\n`, number("new")];
  writeWorkspace(join(parent, "out"), fileSet({ "m/a": before }));
  let diff = "";
  const time = processorTime(() => {
    ({ diff } = checkWorkspace(join(parent, "out"), fileSet({ "m/a": after })));
  });
  expect(time / 1e6).toBeLessThan(5);
  expect(diff.split("\n", 4)).toEqual(["--- a/m/a", "+++ b/m/a", "@@ -1,10000 +1,10000 @@", "-old 0"]);
  expect(applyPatch(before, diff)).toBe(after);
});
