/** What keeps the project `unit` quick. The name is put together: a file that imports the module is no unit test. */
const MODULE = "child_process";

test.each([MODULE, `node:${MODULE}`])("no unit test starts a process by %s", (name) => {
  const { execFileSync, spawn } = require(name) as typeof import("node:child_process");
  expect(() => spawn("true")).toThrow("a unit test starts a process");
  expect(() => execFileSync("true")).toThrow("a unit test starts a process");
});

test("nor does a package that it uses", async () => {
  const { build } = require("esbuild") as typeof import("esbuild");
  await expect(async () => build({ stdin: { contents: "" } })).rejects.toThrow("a unit test starts a process");
});
