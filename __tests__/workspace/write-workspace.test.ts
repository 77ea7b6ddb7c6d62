import { mkdirSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { writeWorkspace } from "../../src/workspace";
import { processorTime } from "../growth";
import { type Files, fileSet, makeFolder, plant, readFilesIn, readTree, refusals } from "./fixtures/folders";

const work = makeFolder();
let folders = 0;
const nameFolder = (): string => join(work, `${folders++}`);

interface Given {
  /** What an earlier run wrote. */
  readonly old?: Files;
  /** What a user wrote since. */
  readonly user?: Files;
  readonly files: Files;
  readonly force?: boolean;
  readonly partial?: readonly string[];
}

interface Want {
  readonly folder: Files;
  readonly written?: readonly string[];
  readonly unchanged?: readonly string[];
  readonly removed?: readonly string[];
}

const table: [string, Given, Want][] = [
  ["writes new files", { files: { "b/x": "1", a: "2" } }, { folder: { a: "2", "b/x": "1" }, written: ["a", "b/x"] }],
  ["writes nothing where there is nothing to write", { user: { mine: "1" }, files: {} }, { folder: { mine: "1" } }],
  [
    "replaces what changed and leaves the rest",
    { old: { a: "1", b: "1" }, files: { a: "2", b: "1" } },
    { folder: { a: "2", b: "1" }, written: ["a"], unchanged: ["b"] },
  ],
  [
    "keeps foreign files in a folder of ours",
    { old: { "m/a": "1" }, user: { "m/mine": "1", "m/deep/mine": "1" }, files: { "m/a": "2" } },
    { folder: { "m/a": "2", "m/mine": "1", "m/deep/mine": "1" }, written: ["m/a"] },
  ],
  [
    "adopts a foreign file with our content",
    { user: { a: "1" }, files: { a: "1" } },
    { folder: { a: "1" }, unchanged: ["a"] },
  ],
  [
    "removes an orphan and the folders that it leaves empty",
    { old: { a: "1", "m/x/y/z": "1", "n/x": "1" }, files: { a: "1", "n/y": "1" } },
    { folder: { a: "1", "n/y": "1" }, written: ["n/y"], unchanged: ["a"], removed: ["m/x/y/z", "n/x"] },
  ],
  [
    "keeps a folder with foreign files when its orphans go",
    { old: { "m/x/a": "1", "m/x/y/b": "1" }, user: { "m/x/mine": "1" }, files: { a: "1" } },
    { folder: { a: "1", "m/x/mine": "1" }, written: ["a"], removed: ["m/x/a", "m/x/y/b"] },
  ],
  ["removes the manifest with the last file", { old: { "m/a": "1" }, files: {} }, { folder: {}, removed: ["m/a"] }],
  [
    "turns a file into a folder",
    { old: { "m/a": "1" }, files: { "m/a/b": "1" } },
    { folder: { "m/a/b": "1" }, written: ["m/a/b"], removed: ["m/a"] },
  ],
  [
    "turns a folder into a file",
    { old: { "m/a/b/c": "1", "m/a/d": "1" }, files: { "m/a": "1" } },
    { folder: { "m/a": "1" }, written: ["m/a"], removed: ["m/a/b/c", "m/a/d"] },
  ],
  [
    "writes a file again that was edited back to what is generated now",
    { old: { a: "1" }, user: { a: "2" }, files: { a: "2" } },
    { folder: { a: "2" }, unchanged: ["a"] },
  ],
  [
    "overwrites a hand edit with force",
    { old: { a: "1" }, user: { a: "mine" }, files: { a: "2" }, force: true },
    { folder: { a: "2" }, written: ["a"] },
  ],
  [
    "overwrites a foreign file with force",
    { user: { a: "mine" }, files: { a: "2" }, force: true },
    { folder: { a: "2" }, written: ["a"] },
  ],
  [
    "removes an edited orphan with force",
    { old: { a: "1" }, user: { a: "mine" }, files: {}, force: true },
    { folder: {}, removed: ["a"] },
  ],
  [
    "touches only files below the prefixes and at the root when partial",
    {
      old: { "m/a/x": "1", "m/a/y": "1", "m/ab/x": "1", "m/b/x": "1", r: "1", s: "1" },
      files: { "m/a/x": "2", "m/ab/x": "2", "m/b/x": "2", r: "2" },
      partial: ["m/a"],
    },
    {
      folder: { "m/a/x": "2", "m/ab/x": "1", "m/b/x": "1", r: "2", s: "1" },
      written: ["m/a/x", "r"],
      removed: ["m/a/y"],
    },
  ],
  [
    "does not look at hand edits elsewhere when partial",
    { old: { "m/a/x": "1", "m/b/x": "1" }, user: { "m/b/x": "mine" }, files: { "m/a/x": "2" }, partial: ["m/a/"] },
    { folder: { "m/a/x": "2", "m/b/x": "mine" }, written: ["m/a/x"] },
  ],
  [
    "leaves a file whose line ends Git has changed",
    { old: { a: "é\n2\n", b: "1" }, user: { a: "é\r\n2\r\n" }, files: { a: "é\n2\n", b: "2" } },
    { folder: { a: Buffer.from("é\r\n2\r\n").toString("latin1"), b: "2" }, written: ["b"], unchanged: ["a"] },
  ],
  [
    "replaces and removes such files as if they were as it wrote them",
    { old: { a: "1\n", b: "1\n" }, user: { a: "1\r\n", b: "1\r\n" }, files: { a: "2\n" } },
    { folder: { a: "2\n" }, written: ["a"], removed: ["b"] },
  ],
  [
    "writes line ends of Windows where they are meant",
    { old: { a: "1\r\n" }, files: { a: "1\n2\r\n" } },
    { folder: { a: "1\n2\r\n" }, written: ["a"] },
  ],
  [
    "writes text as UTF-8",
    { files: { a: "é\u{1f600}\r\n" } },
    { folder: { a: Buffer.from("é\u{1f600}\r\n").toString("latin1") }, written: ["a"] },
  ],
];

test.each(table)("%s", (_, { old, user, files, ...options }, want) => {
  const root = nameFolder();
  if (old !== undefined) writeWorkspace(root, fileSet(old));
  plant(root, user ?? {});
  mkdirSync(root, { recursive: true });
  const result = writeWorkspace(root, fileSet(files), options);
  const { folder, ...lists } = want;
  expect(readFilesIn(root)).toEqual(folder);
  expect(result).toEqual({ written: [], unchanged: [], removed: [], recovered: false, ...lists });
  // The manifest now knows these files: the same run again has nothing to do.
  const again = writeWorkspace(root, fileSet(files), { partial: options.partial });
  expect(again).toMatchObject({ written: [], removed: [] });
});

test("a file of ours that was deleted by hand is written again", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ "m/a": "1", b: "1" }));
  const moved = nameFolder();
  plant(moved, { b: "1", ".tfwright-manifest.json": readTree(root)[".tfwright-manifest.json"]! });
  expect(writeWorkspace(moved, fileSet({ "m/a": "1", b: "1" }))).toMatchObject({ written: ["m/a"], unchanged: ["b"] });
  expect(readTree(moved)).toEqual(readTree(root));
});

test("files that a partial run leaves stay ours, and are orphans of the next whole run", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ "m/a/x": "1", "m/b/x": "1", r: "1" }));
  writeWorkspace(root, fileSet({ "m/a/x": "2" }), { partial: ["m/a"] });
  expect(writeWorkspace(root, fileSet({ "m/a/x": "2" })).removed).toEqual(["m/b/x", "r"]);
});

test("a run without a change touches neither a file nor a folder of a module", () => {
  const root = nameFolder();
  const files = fileSet({ a: "1", "m/b": "1" });
  writeWorkspace(root, files);
  const paths = ["a", "m", "m/b", ".tfwright-manifest.json"].map((path) => join(root, path));
  for (const path of paths) utimesSync(path, 1000, 1000);
  writeWorkspace(root, files);
  expect(paths.map((path) => statSync(path).mtimeMs)).toEqual(paths.map(() => 1_000_000));
});

test("a run with changes leaves the time of the files that did not change", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ a: "1", b: "1" }));
  utimesSync(join(root, "a"), 1000, 1000);
  writeWorkspace(root, fileSet({ a: "1", b: "2" }));
  expect(statSync(join(root, "a")).mtimeMs).toBe(1_000_000);
});

test("the output folder itself may be a symbolic link, and be made with the folders above it", () => {
  const real = nameFolder();
  mkdirSync(real);
  const link = nameFolder();
  symlinkSync(real, link);
  writeWorkspace(join(link), fileSet({ a: "1" }));
  writeWorkspace(join(link, "deep", "deeper"), fileSet({ b: "1" }));
  expect(readFilesIn(real)).toMatchObject({ a: "1", "deep/deeper/b": "1" });
});

test("an edit in a file whose line ends Git has changed is one", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ a: "1\n2\n" }));
  plant(root, { a: "1\r\nmine\r\n" });
  expect(refusals(() => writeWorkspace(root, fileSet({ a: "1\n2\n" })))).toEqual(["edited-by-hand a"]);
});

test("a manifest whose line ends Git has changed is the same", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ a: "1\n" }));
  const manifest = readTree(root)[".tfwright-manifest.json"]!.replaceAll("\n", "\r\n");
  plant(root, { a: "1\r\n", ".tfwright-manifest.json": manifest });
  expect(writeWorkspace(root, fileSet({ a: "1\n" }))).toMatchObject({ written: [], unchanged: ["a"] });
  expect(readTree(root)[".tfwright-manifest.json"]).toBe(manifest);
});

test("all problems are told together, in the order of their paths", () => {
  const root = nameFolder();
  writeWorkspace(root, fileSet({ b: "1", c: "1", d: "1" }));
  plant(root, { a: "mine", b: "mine", d: "mine" });
  const task = () => writeWorkspace(root, fileSet({ a: "2", b: "2", c: "2" }));
  expect(refusals(task)).toEqual(["foreign-file a", "edited-by-hand b", "edited-by-hand d"]);
  expect(task).toThrow(/use `--force` to overwrite it/);
});

test("a hundred files that did not change take less than 100 ms of a processor", () => {
  const root = nameFolder();
  const files = fileSet(
    Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`m/${i % 10}/${i}.tf`, `${i}\n`.repeat(1000)])),
  );
  writeWorkspace(root, files);
  const times = [1, 2, 3].map(() => processorTime(() => writeWorkspace(root, files)));
  expect(Math.min(...times) / 1000).toBeLessThan(100);
});
