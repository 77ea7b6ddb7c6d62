/** The context that the test files of a worker share. */
import type { TestEnvironment } from "jest-environment-node";

type Environment = InstanceType<typeof TestEnvironment>;

const environmentOf = require("../../scripts/test-environment.js") as (config: object, context: object) => Environment;

const config = (id: string) => ({
  globalConfig: {},
  projectConfig: { id, globals: {}, testEnvironmentOptions: {}, fakeTimers: {} },
});
const make = (id: string) => environmentOf(config(id), { console });

test("files of a project have one context, those of another project have another one", () => {
  expect(make("one")).toBe(make("one"));
  expect(make("one")).not.toBe(make("two"));
});

test("what a file changed in the environment of the process is undone", async () => {
  const { process } = make("one").global;
  const before = { ...process.env };
  const { exit } = process;
  process.env.ADDED = "1";
  process.env.PATH = "elsewhere";
  delete process.env.HOME;
  process.exit = () => undefined as never;
  await make("one").teardown();
  expect({ ...process.env }).toEqual(before);
  expect(process.exit).toBe(exit);
});

test("what Jest keeps of a file goes, and what packages keep stays", async () => {
  const global = make("one").global as unknown as Record<symbol | string, unknown>;
  const [jests, packages] = [Symbol.for("EVENT_HANDLERS"), Symbol.for("a package's")];
  Object.assign(global, { [jests]: [], [packages]: 1, name: 2 });
  await make("one").teardown();
  expect([global[jests], global[packages], global.name]).toEqual([undefined, 1, 2]);
});
