import { ejectStack } from "../../src/eject/eject-stack";
import { TfwrightError } from "../../src/errors";

const OPTIONS = { exact: () => undefined, locked: new Map<string, string>() };

/** The problems of a stack, each with its place. */
function problemsOf(text: string): readonly string[] {
  try {
    ejectStack("cdk.tf.json", text, OPTIONS);
    return [];
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

describe("what Terraform itself refuses", () => {
  const queue = (inner: string) => `{"resource":{"aws_sqs_queue":{"q":${inner}}}}`;
  const group = (inner: string) => `{"resource":{"aws_security_group":{"q":${inner}}}}`;

  test.each([
    ["two resources in one object", '{"resource":{"aws_a":{"q":{},"q":{}}}}', ["1:30: `aws_a.q` is there twice"]],
    ["two in a list", '{"resource":[{"aws_a":{"q":{}}},{"aws_a":{"q":{}}}]}', ["1:43: `aws_a.q` is there twice"]],
    ["two locals", '{"locals":[{"a":1},{"a":2}]}', ["1:21: `local.a` is there twice"]],
    ["two outputs", '{"output":{"a":{"value":1},"a":{"value":2}}}', ["1:28: `output.a` is there twice"]],
    ["a provider twice", '{"provider":{"aws":[{},{}]}}', ["1:14: `provider.aws` is there twice"]],
    ["an alias twice", '{"provider":{"aws":[{"alias":"a"},{"alias":"a"}]}}', ["1:14: `provider.aws.a` is there twice"]],
    [
      "two backends",
      '{"terraform":{"backend":{"local":{},"remote":{}}}}',
      ["1:37: `backend.remote` is a second backend, and a stack has one"],
    ],
    [
      "a backend and a cloud",
      '{"terraform":[{"backend":{"local":{}}},{"cloud":{}}]}',
      ["1:41: `cloud` is a second backend, and a stack has one"],
    ],
    [
      "a dynamic block without content",
      group('{"dynamic":{"ingress":{"for_each":[1]}}}'),
      ["1:52: `resource.aws_security_group.q.dynamic.ingress` has no `content`, which a dynamic block needs"],
    ],
    [
      "a dynamic block that is a text",
      group('{"dynamic":{"ingress":"x"}}'),
      ["1:62: `resource.aws_security_group.q.dynamic.ingress` must be an object, or a list of objects"],
    ],
    [
      "depends_on as a text",
      queue('{"depends_on":"a.b"}'),
      ["1:49: `resource.aws_sqs_queue.q.depends_on` must be a list"],
    ],
    [
      "several providers",
      queue('{"provider":["aws.a"]}'),
      ["1:47: `resource.aws_sqs_queue.q.provider` must name one provider"],
    ],
    [
      "an object in the place of a reference",
      queue('{"lifecycle":{"replace_triggered_by":[{"a_b.c":"x"}]}}'),
      [
        "1:73: `resource.aws_sqs_queue.q.lifecycle.replace_triggered_by[0]` is an object, where Terraform takes a reference",
      ],
    ],
    [
      "an object in `moved`",
      '{"moved":[{"from":{"a_b":"c"},"to":"a_b.d"}]}',
      ["1:19: `moved.from` is an object, where Terraform takes a reference"],
    ],
    [
      "half of a character",
      queue('{"name":"a\\ud800b"}'),
      ["1:43: a text holds half of a character (a surrogate without its pair), which HCL cannot hold"],
    ],
    [
      "half of a character in a key",
      '{"locals":{"m":{"a\\udc00":1,"\\ud83d\\ude00":2}}}'.replace("\\udc00", "\\ud800"),
      ["1:17: a text holds half of a character (a surrogate without its pair), which HCL cannot hold"],
    ],
  ])("%s", (_name, text, want) => {
    expect(problemsOf(text)).toEqual(want.map((one) => `cdk.tf.json:${one}`));
  });

  test.each([
    ["a resource", '{"resource":{"aws_a":{"1q":{}}}}', "1q"],
    ["a text with a hole", '{"data":{"aws_a":{"e${x}":{}}}}', "e${x}"],
    ["an output", '{"output":{"a b":{"value":1}}}', "a b"],
    ["a module", '{"module":{"":{"source":"./x"}}}', ""],
    ["a local value", '{"locals":{"a.b":1}}', "a.b"],
  ])("the name of %s", (_name, text, name) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(`Terraform refuses the name ${JSON.stringify(name)}: `)]);
  });

  test("a provider may be there for each alias, and everything that has no name", () => {
    const text =
      '{"provider":{"null":[{},{"alias":"a"},{"alias":"b"}]},"moved":[{"from":"a.b","to":"a.c"},{"from":"a.d","to":"a.e"}]}';
    expect(problemsOf(text)).toEqual([]);
  });
});

describe("what is no stack is named", () => {
  test.each([
    ['{"format_version":"1.2","resource_changes":[]}', "is a plan or a state of Terraform, not a stack"],
    ['{"version":4,"lineage":"x","resources":[]}', "is a state of Terraform, not a stack"],
    ['{"format_version":"1.0","provider_schemas":{}}', "is the schema of providers, not a stack"],
    ['{"version":"0.21.0","stacks":{}}', "is the manifest of `cdktf synth`, not a stack"],
    ['{"name":"x","version":"1","main":"y"}', "is no stack: Terraform has no block `name`, nor `version`"],
    ['{"resources":{}}', "is no stack: Terraform has no block `resources`"],
    ["[1]", "is not an object: a stack is what `cdktf synth` writes"],
  ])("%s", (text, want) => {
    expect(problemsOf(text)).toEqual([`cdk.tf.json: ${want}`]);
  });

  test("one unknown block among known ones is told at its place", () => {
    expect(problemsOf('{"resources":{},"output":{}}')).toEqual(["cdk.tf.json:1:2: Terraform has no block `resources`"]);
  });

  test("a text that is nested too deep is told without a word of policies", () => {
    const text = `{"locals":{"x":${"[".repeat(300)}1${"]".repeat(300)}}}`;
    expect(problemsOf(text).join()).toMatch(/^cdk\.tf\.json:1:\d+: the text is nested deeper than 200$/);
    expect(() => ejectStack("cdk.tf.json", text, OPTIONS)).not.toThrow(/policy/);
  });
});

test.each([
  ["a directive", "100 %{x}", "for the text `%{` the program writes `%%{`\n"],
  [
    "a variable of a policy",
    "b/${aws:username}/*",
    "for the text `${aws:username}` the program writes `$${aws:username}`\n",
  ],
  [
    "a key of another service",
    "${cognito-identity.amazonaws.com:sub}",
    "for the text `${cognito-identity.amazonaws.com:sub}` the program writes `$${cognito-identity.amazonaws.com:sub}`\n",
  ],
  ["a variable beside an escaped one", "$${aws:a} ${aws:PrincipalTag/b}", "for the text `${aws:PrincipalTag/b}` the"],
  ["neither", "a ${", "a ${"],
])("a text that looks like %s is told with what the program should write", (_what, name, hint) => {
  try {
    ejectStack("cdk.tf.json", JSON.stringify({ resource: { aws_sqs_queue: { q: { name } } } }), OPTIONS);
    throw new Error("it was ejected");
  } catch (error) {
    if (!(error instanceof TfwrightError)) throw error;
    expect(error.problems[0]?.hint?.startsWith(hint)).toBe(true);
    expect(error.problems[0]?.hint?.endsWith(name)).toBe(true);
  }
});
