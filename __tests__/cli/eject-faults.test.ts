/** A stack at which tfwright itself fails does not hide the others of an app. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eject } from "../../src/cli/eject";
import * as ejectStack from "../../src/eject/eject-stack";

const { ejectStack: actual } = jest.requireActual<typeof ejectStack>("../../src/eject/eject-stack");
jest.mock("../../src/eject/eject-stack");

const QUEUE = '{"resource":{"aws_sqs_queue":{"q":{"name":"a"}}}}';
const BAD = '{"resource":{"aws_sqs_queue":{"q":{"name":"${"}}}}';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "eject-faults-"));
  jest.mocked(ejectStack.ejectStack).mockImplementation((file, ...rest) => {
    if (file.includes("broken")) throw new TypeError("no such place");
    return actual(file, ...rest);
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

function writeStacks(stacks: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(stacks)) {
    mkdirSync(join(folder, "cdktf.out/stacks", name), { recursive: true });
    writeFileSync(join(folder, "cdktf.out/stacks", name, "cdk.tf.json"), text);
  }
}

async function errorOf(): Promise<Error> {
  try {
    await eject("cdktf.out", {}, folder);
  } catch (error) {
    return error as Error;
  }
  throw new Error("no error");
}

test("it is named, with what is wrong in others and which can be ejected", async () => {
  writeStacks({ "a-broken": QUEUE, bad: BAD, fine: QUEUE, jobs: QUEUE });
  const error = await errorOf();
  expect(error.message.split("\n")).toEqual([
    "cdktf.out/stacks/a-broken/cdk.tf.json: no such place",
    expect.stringMatching(
      /^cdktf.out\/stacks\/bad\/cdk.tf.json:1:\d+: `resource.aws_sqs_queue.q.name` is no expression/,
    ),
    expect.any(String),
    "nothing was written; 2 other stacks can be ejected, each by the path of its folder",
  ]);
  expect(error.cause).toBeInstanceOf(TypeError);
  expect(existsSync(join(folder, "terraform"))).toBe(false);
});

test("two of them are named both", async () => {
  writeStacks({ "broken-1": QUEUE, "broken-2": QUEUE });
  expect((await errorOf()).message.split("\n")).toEqual([
    "cdktf.out/stacks/broken-1/cdk.tf.json: no such place",
    "cdktf.out/stacks/broken-2/cdk.tf.json: no such place",
    "nothing was written",
  ]);
});
