import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { checkWorkspace, writeWorkspace } from "../../src/workspace";
import { fileSet, makeFolder, plant, readTree, refusals } from "./fixtures/folders";

const MANIFEST = ".tfwright-manifest.json";
const work = makeFolder();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test("it lists the files by path with their hashes, whatever the order they come in", () => {
  const want = `{
  "version": 1,
  "files": [
    { "path": "10", "sha256": "${sha256("c")}" },
    { "path": "9", "sha256": "${sha256("d")}" },
    { "path": "B", "sha256": "${sha256("b")}" },
    { "path": "__proto__", "sha256": "${sha256("e")}" },
    { "path": "a/\\"é\\"", "sha256": "${sha256("a")}" }
  ]
}
`;
  const files: [string, string][] = [
    ['a/"é"', "a"],
    ["B", "b"],
    ["10", "c"],
    ["9", "d"],
    ["__proto__", "e"],
  ];
  for (const [name, entries] of [
    ["one", files],
    ["two", files.toReversed()],
  ] as const) {
    const root = join(work, name);
    writeWorkspace(root, new Map(entries));
    expect(Buffer.from(readTree(root)[MANIFEST]!, "latin1").toString()).toBe(want);
    expect(writeWorkspace(root, new Map(entries)).written).toEqual([]);
  }
});

const hash = sha256("1");
const bad: [string, string, RegExp][] = [
  ["empty", "", /it is not JSON/],
  ["a merge conflict", "<<<<<<< HEAD\n{}", /it is not JSON/],
  ["a list", "[]", /it is not a JSON object/],
  ["null", "null", /it is not a JSON object/],
  ["another version", '{"version":2,"files":[]}', /its version is 2, not 1/],
  ["no version", '{"files":[]}', /its version is undefined, not 1/],
  ["no files", '{"version":1}', /`files` is not a list/],
  ["an entry that is null", '{"version":1,"files":[null]}', /an entry has no valid path or sha256/],
  ["an entry without a hash", '{"version":1,"files":[{"path":"a"}]}', /an entry has no valid path or sha256/],
  ["a hash of another form", '{"version":1,"files":[{"path":"a","sha256":"x"}]}', /an entry has no valid path/],
  ["a path outside", `{"version":1,"files":[{"path":"../outside","sha256":"${hash}"}]}`, /names "\.\.\/outside"/],
  ["an absolute path", `{"version":1,"files":[{"path":"/outside","sha256":"${hash}"}]}`, /names "\/outside"/],
  ["itself", `{"version":1,"files":[{"path":"${MANIFEST}","sha256":"${hash}"}]}`, /this name is reserved for tfwright/],
  ["the journal", `{"version":1,"files":[{"path":".tfwright-journal/x","sha256":"${hash}"}]}`, /this name is reserved/],
  [
    "a path twice",
    `{"version":1,"files":[{"path":"a","sha256":"${hash}"},{"path":"a","sha256":"${hash}"}]}`,
    /names a twice/,
  ],
];

test.each(bad)("it is refused when it holds %s", (name, text, message) => {
  const root = join(work, "bad", name, "out");
  plant(root, { [MANIFEST]: text, "../outside": "1", a: "1" });
  const before = readTree(join(root, ".."));
  for (const task of [
    () => writeWorkspace(root, fileSet({ b: "2" })),
    () => writeWorkspace(root, fileSet({ b: "2" }), { force: true }),
    () => checkWorkspace(root, fileSet({ b: "2" })),
  ]) {
    expect(refusals(task)).toEqual([`bad-manifest ${MANIFEST}`]);
    expect(task).toThrow(message);
    expect(task).toThrow(/restore it from version control/);
  }
  expect(readTree(join(root, ".."))).toEqual(before);
});

test("it is refused when it is a folder", () => {
  const root = join(work, "folder");
  mkdirSync(join(root, MANIFEST), { recursive: true });
  expect(refusals(() => writeWorkspace(root, fileSet({ b: "2" })))).toEqual([`bad-manifest ${MANIFEST}`]);
});
