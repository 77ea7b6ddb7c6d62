import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { checkWorkspace, writeWorkspace } from "../../src/workspace";
import { type Files, fileSet, makeFolder, plant, readTree, refusals } from "./fixtures/folders";

const work = makeFolder();
const OLD = { "m/a": "1", "m/b": "1", r: "1" };
let folders = 0;

function prepareFolder(): string {
  const root = join(work, `${folders++}`, "out");
  writeWorkspace(root, fileSet(OLD));
  plant(join(root, ".."), { "outside/a": "1", "outside.txt": "1" });
  return root;
}

interface Case {
  /** What happens to the folder after a first run. */
  readonly change?: (root: string) => void;
  readonly files?: Files;
  readonly want: readonly string[];
  /** @default any */
  readonly message?: string;
}

/** Refused whether forced or not, and by a check too. */
const never: [string, Case][] = [
  ...(
    [
      ["the empty path", "", "empty segment"],
      ["..", "../outside.txt", "segment . or .."],
      [".. inside", "m/../../outside.txt", "segment . or .."],
      [".. alone", "..", "segment . or .."],
      [".", "m/./a", "segment . or .."],
      ["an absolute path", "/tmp/a", "is absolute"],
      ["a backslash", "m\\a", "contains a backslash"],
      [".. by backslash", "..\\outside.txt", "contains a backslash"],
      ["a drive letter", "C:/a", "contains a colon"],
      ["a drive letter without a slash", "c:a", "contains a colon"],
      ["a NUL", "m/a\0.tf", "control character"],
      ["a newline", "m/a\n.tf", "control character"],
      ["a lone surrogate", "m/\ud800", "control character"],
      ["an empty segment", "m//a", "empty segment"],
      ["a slash at the end", "m/", "empty segment"],
      [".. and a space, which Windows drops", ".. /outside.txt", "ends with a dot or a space"],
      ["dots at the end", "m/...", "ends with a dot or a space"],
    ] as const
  ).map(([name, path, message]): [string, Case] => [
    `a path with ${name}`,
    { files: { [path]: "2" }, want: [`path-outside ${JSON.stringify(path)}`], message },
  ]),
  [
    "the journal's name",
    { files: { ".tfwright-journal": "2" }, want: ["path-clash .tfwright-journal"], message: "reserved for tfwright" },
  ],
  ["a file in the journal", { files: { ".tfwright-journal/x": "2" }, want: ["path-clash .tfwright-journal/x"] }],
  ["the journal in capitals", { files: { ".TFWRIGHT-journal/x": "2" }, want: ["path-clash .TFWRIGHT-journal/x"] }],
  ["the manifest's name", { files: { ".tfwright-manifest.json": "2" }, want: ["path-clash .tfwright-manifest.json"] }],
  [
    "paths that differ in case",
    { files: { "m/A": "2", "m/a": "1" }, want: ["path-clash m/a"], message: "differ only in case" },
  ],
  ["folders that differ in case", { files: { "M/x": "2", "m/y": "1" }, want: ["path-clash m/y"] }],
  [
    "paths that differ in Unicode form",
    { files: { "m/e\u0301": "2", "m/\u00e9": "1" }, want: ["path-clash m/\u00e9"] },
  ],
  [
    "a file that is another's folder",
    { files: { "m/a": "2", "m/a/b": "1" }, want: ["path-clash m/a/b"], message: "both a file and a folder" },
  ],
  [
    "many bad paths at once",
    { files: { "../x": "", "/y": "", "m/a": "2" }, want: ['path-outside "../x"', 'path-outside "/y"'] },
  ],
  [
    "a file that is a symbolic link",
    { change: (root) => relink(root, "m/a", "../../outside.txt"), want: ["symlink m/a"] },
  ],
  ["a file that is a dangling link", { change: (root) => relink(root, "m/a", "nowhere"), want: ["symlink m/a"] }],
  ["a folder that is a symbolic link", { change: (root) => relink(root, "m", "../outside"), want: ["symlink m"] }],
  ["an orphan that is a symbolic link", { change: (root) => relink(root, "r", "../outside.txt"), want: ["symlink r"] }],
  [
    "a manifest that is a symbolic link",
    { change: (root) => relink(root, ".tfwright-manifest.json", "m/a"), want: ["symlink .tfwright-manifest.json"] },
  ],
  [
    "a journal that is a symbolic link",
    { change: (root) => relink(root, ".tfwright-journal", "../outside"), want: ["symlink .tfwright-journal"] },
  ],
  [
    "a foreign folder where a file goes",
    { change: (root) => plant(root, { "m/c/mine": "" }), want: ["path-clash m/c"] },
  ],
  ["an empty folder where a file goes", { change: (root) => mkdirSync(join(root, "m/c")), want: ["path-clash m/c"] }],
  ["a foreign file where a folder goes", { change: (root) => plant(root, { n: "" }), want: ["path-clash n/a"] }],
  ["a pipe", { change: (root) => execFileSync("mkfifo", [join(root, "m/c")]), want: ["path-clash m/c"] }],
  [
    "a journal that is a file",
    { change: (root) => plant(root, { ".tfwright-journal": "" }), want: ["bad-journal .tfwright-journal"] },
  ],
  [
    "an orphan's folder with a foreign file where a file goes",
    {
      change: (root) => {
        writeWorkspace(root, fileSet({ ...OLD, "m/c/ours": "1" }));
        plant(root, { "m/c/mine": "1" });
      },
      want: ["path-clash m/c"],
    },
  ],
];

function relink(root: string, path: string, target: string): void {
  rmSync(join(root, path), { recursive: true, force: true });
  symlinkSync(target, join(root, path));
}

const WANTED = { "m/a": "2", "m/b": "2", "m/c": "2", "n/a": "2" };

test.each(never)("never: %s", (_, { change, files = WANTED, want, message = "" }) => {
  const root = prepareFolder();
  change?.(root);
  const before = readTree(join(root, ".."));
  expect(refusals(() => writeWorkspace(root, fileSet(files)))).toEqual(want);
  expect(() => writeWorkspace(root, fileSet(files))).toThrow(message);
  expect(refusals(() => writeWorkspace(root, fileSet(files), { force: true }))).toEqual(want);
  expect(refusals(() => checkWorkspace(root, fileSet(files)))).toEqual(want);
  expect(readTree(join(root, ".."))).toEqual(before);
});

const unforced: [string, Case][] = [
  ["a file edited by hand", { change: (root) => plant(root, { "m/a": "mine" }), want: ["edited-by-hand m/a"] }],
  ["an orphan edited by hand", { change: (root) => plant(root, { r: "mine" }), want: ["edited-by-hand r"] }],
  ["a foreign file", { change: (root) => plant(root, { "n/a": "mine" }), want: ["foreign-file n/a"] }],
];

test.each(unforced)("without force: %s", (_, { change, files = WANTED, want }) => {
  const root = prepareFolder();
  change?.(root);
  const before = readTree(root);
  expect(refusals(() => writeWorkspace(root, fileSet(files)))).toEqual(want);
  expect(readTree(root)).toEqual(before);
  writeWorkspace(root, fileSet(files), { force: true });
  expect(readTree(root)).toMatchObject(files);
});

test("a name that clashes with a file which a partial run keeps", () => {
  const root = prepareFolder();
  const before = readTree(root);
  const task = () => writeWorkspace(root, fileSet({ "M/a": "2" }), { partial: ["M"] });
  expect(refusals(task)).toEqual(["path-clash m/a", "path-clash m/b"]);
  expect(readTree(root)).toEqual(before);
});

test("names that belong to no one may begin as those of tfwright do, or lie deeper", () => {
  const files = { ".tfwright-journal.md": "1", "m/.tfwright-journal/x": "1", "m/..a": "1" };
  const root = join(work, "similar");
  writeWorkspace(root, fileSet(files));
  expect(readTree(root)).toMatchObject(files);
});
