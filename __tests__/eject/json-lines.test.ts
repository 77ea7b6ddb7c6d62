/** Long JSON that must stay the very text: its lines in a heredoc, which `replace` joins again. */

import { type BlockGrammar, ROOT } from "../../src/eject/grammar";
import { findDifference } from "../../src/eject/prove";
import { Renames } from "../../src/eject/renames";
import { StackFile } from "../../src/eject/stack-file";
import { filesOf } from "./eject-support";

const MACHINE = {
  StartAt: "Load",
  Comment: "Loads the orders of a day",
  States: {
    Load: {
      Type: "Task",
      Resource: "${aws_lambda_function.load.arn}",
      Retry: [{ ErrorEquals: ["States.ALL"] }],
      End: true,
    },
  },
};

/** The HCL of one argument. */
function written(type: string, args: object): string {
  const { "main.tf": main = "" } = filesOf({ resource: { [type]: { x: args } } });
  return main
    .replace(/^resource .*\n/, "")
    .replace(/\n\}$/, "")
    .replace(/^ {2}/gm, "");
}

/** As `json.dumps` of Python writes it. */
function inPython(value: unknown): string {
  return JSON.stringify(value).replace(/([:,])(?=["[{\dtfn])/g, "$1 ");
}

const LINES = `{
    "StartAt":"Load",
    "Comment":"Loads the orders of a day",
    "States":{
      "Load":{
        "Type":"Task",
        "Resource":"\${aws_lambda_function.load.arn}",
        "Retry":[
          {"ErrorEquals":["States.ALL"]}
        ],
        "End":true
      }
    }
  }`;

test("a state machine has its lines", () => {
  expect(written("aws_sfn_state_machine", { definition: JSON.stringify(MACHINE) })).toBe(
    `definition = replace(<<-EOT\n  ${LINES}\nEOT\n, "/\\n\\\\s*/", "")`,
  );
});

test("so has one of Python, with a space behind each comma", () => {
  const spaced = LINES.replace(/":/g, '": ');
  expect(written("aws_sfn_state_machine", { definition: inPython(MACHINE) })).toBe(
    `definition = replace(replace(<<-EOT\n  ${spaced}\nEOT\n, "/,\\n\\\\s*/", ", "), "/\\n\\\\s*/", "")`,
  );
});

const LONG = { zeta: "a text that is long enough to be read in lines of its own", alpha: [1, 2, 3], beta: { c: true } };

test.each<[string, string, object, boolean]>([
  ["an argument of which nothing is known", "local_file", { content: JSON.stringify(LONG) }, true],
  ["one with an ARN", "local_file", { content: JSON.stringify({ ...LONG, a: "${aws_s3_bucket.b.arn}/*" }) }, true],
  [
    "one with a value that may have a line break",
    "local_file",
    { content: JSON.stringify({ ...LONG, a: "${var.x}" }) },
    false,
  ],
  [
    "JSON for AWS with any value",
    "aws_cloudwatch_event_target",
    { input: JSON.stringify({ ...LONG, a: "${var.x}" }) },
    true,
  ],
  [
    "a policy that is no `jsonencode`",
    "aws_sqs_queue",
    { policy: JSON.stringify({ ...LONG, a: "${var.x}", n: 1.5 }).replace("1.5", "1.50") },
    true,
  ],
  ["a text in a list", "helm_release", { values: [JSON.stringify(LONG)] }, true],
  [
    "what `jsonencode` writes in it",
    "aws_sfn_state_machine",
    { definition: JSON.stringify(LONG).replace("true", "${jsonencode(var.x)}") },
    true,
  ],
  [
    "a value outside of quotes",
    "aws_sfn_state_machine",
    { definition: JSON.stringify(LONG).replace("true", "${var.x}") },
    false,
  ],
  [
    "a directive",
    "aws_sfn_state_machine",
    { definition: JSON.stringify({ ...LONG, a: "%{if var.x}a%{endif}" }) },
    false,
  ],
  ["a short text", "local_file", { content: '{"zeta":1,"alpha":2}' }, false],
  ["no JSON", "local_file", { content: JSON.stringify(LONG).slice(0, -1) }, false],
  ["spaces that are not of one kind", "local_file", { content: JSON.stringify(LONG).replace(",", ", ") }, false],
  ["spaces in the brackets", "local_file", { content: JSON.stringify(LONG).replace("{", "{ ") }, false],
  ["sorted keys", "local_file", { content: JSON.stringify({ a: LONG.zeta, b: LONG.alpha, c: "x".repeat(40) }) }, false],
])("%s", (_name, type, args, isInLines) => {
  expect(written(type, args).includes("replace(")).toBe(isInLines);
});

describe("the proof", () => {
  const text = JSON.stringify(LONG);
  const file = StackFile.read("cdk.tf.json", JSON.stringify({ resource: { local_file: { x: { content: text } } } }));
  const expected = { file, blocks: file.blocks, renames: Renames.none, grammarOf: () => ROOT.resource as BlockGrammar };
  const hcl = filesOf({ resource: { local_file: { x: { content: text } } } })["main.tf"] ?? "";

  test.each<[string, string, boolean]>([
    ["what was written", hcl, true],
    ["another value", hcl.replace("true", "false"), false],
    ["a space more", hcl.replace('"alpha":', '"alpha": '), false],
    ["a space at the end of a line", hcl.replace(/,\n/, ", \n"), false],
    ["another pattern", hcl.replace("\\\\s*", "\\\\s"), false],
    ["another replacement", hcl.replace(/""\)/, '" ")'), false],
    ["no call", hcl.replace("replace(", "chomp(").replace(/,\s*"\/.*\)/, ")"), false],
  ])("%s", (_name, other, isSame) => {
    expect(findDifference(expected, [other]) === undefined).toBe(isSame);
  });
});
