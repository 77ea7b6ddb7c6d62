/** Templates of a definition against what `templatefile` gives them: what Terraform would refuse. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { fn, list, map, output, pathModule, raw, resource, string } from "tfwright";
import { codesOf, defineOne, problemsOf } from "../one-module";

const moduleWith = (text: string, vars: object = {}) =>
  defineOne({
    files: { "a.tftpl": text },
    variables: { name: string(), names: list(string()), tags: map(string()) },
    build(scope, v) {
      const given = { name: v.name, names: v.names, tags: v.tags, ...vars };
      resource(scope, SqsQueue, "this", { policy: fn.templatefile(`${pathModule()}/a.tftpl`, given) });
      return {};
    },
  });

test.each([
  ["a name", "hello ${name}"],
  ["a part of a value", "${tags.Owner} ${names[0]} ${tags[name]}"],
  ["functions", "${upper(name)} ${jsonencode({ name = name, (name) = names })}"],
  ["a loop of the template", "%{ for key, value in tags ~}\n${key}=${value}\n%{ endfor ~}"],
  ["loops in loops", "%{ for one in names }%{ for key, two in tags }${one}${two}${key}%{ endfor }${one}%{ endfor }"],
  ["a condition", '%{ if name != "" }${name}%{ else }none%{ endif }'],
  ["a loop of an expression", '${join(",", [for one in names : upper(one) if one != name])}'],
  ["texts that look like names", "$${HOME} %%{ if } $HOME"],
])("%s: right", (_, text) => {
  expect(codesOf(moduleWith(text), false)).toEqual([]);
});

test.each<[string, string, string, string]>([
  ["a misspelt name", "${nam}", "`a.tftpl` uses `nam`, which `templatefile` does not give it", "did you mean `name`?"],
  ["behind its loop", "%{ for one in names }${one}%{ endfor }${one}", "uses `one`", "known names: name, names, tags"],
  ["in a condition", "%{ if size > 1 }a%{ endif }", "uses `size`", "known names"],
  ["a variable of the module", "${var.name}", "uses `var`", "known names"],
  ["of a shell", "cd ${HOME}", "uses `HOME`", "`$${HOME}`"],
])("%s: told", (_, text, message, hint) => {
  expect(problemsOf(moduleWith(text))).toEqual([
    {
      code: "bad-template",
      path: "sample.aws_sqs_queue.this.policy",
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    },
  ]);
});

test("a template that cannot be read is told", () => {
  expect(problemsOf(moduleWith("a\n${name"))).toEqual([
    expect.objectContaining({
      code: "bad-template",
      message: expect.stringMatching(/`a\.tftpl` is no template: .* \(at 2:/),
    }),
  ]);
});

test("what is not known is not judged", () => {
  const module = defineOne({
    files: { "a.tftpl": "${anything}", "b.txt": "${HOME}" },
    variables: { tags: map(string()) },
    build: (_scope, v) => ({
      open: output(fn.templatefile(`${pathModule()}/a.tftpl`, fn.merge(v.tags, v.tags))),
      elsewhere: output(fn.templatefile(`${pathModule()}/c.tftpl`, { name: "a" })),
      text: output(fn.file(`${pathModule()}/b.txt`)),
      more: output(raw('upper("a")')),
    }),
  });
  expect(codesOf(module, false)).toEqual([]);
});
