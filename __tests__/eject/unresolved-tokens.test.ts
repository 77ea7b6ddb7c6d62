import { StackFile } from "../../src/eject/stack-file";
import { unresolvedTokensIn } from "../../src/eject/unresolved-tokens";

function tokensOf(body: object): readonly string[] {
  const file = StackFile.read("cdk.tf.json", JSON.stringify({ resource: { a_b: { c: body } } }));
  return unresolvedTokensIn(file).map(({ name, token }) => `${name.replace("resource.a_b.c.", "")} ${token}`);
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

test.each<[string, object, readonly string[]]>([
  [
    "in a script that the program encoded",
    { user_data: base64("#!/bin/sh\naws s3 cp s3://${TfToken[TOKEN.3]}/x .\n") },
    ["user_data ${TfToken[TOKEN.3]}"],
  ],
  ["a list", { tags: { a: ["#{TfToken[TOKEN.1]}"] } }, ["tags.a[0] #{TfToken[TOKEN.1]}"]],
  ["a key", { tags: { "${TfToken[TOKEN.9]}": "x" } }, ["tags ${TfToken[TOKEN.9]}"]],
  ["a number in a text", { name: "q--8.109562212591388e+298" }, ["name -8.109562212591388e+298"]],
  ["a number", { port: -1.8881545897087503e289 }, ["port -1.8881545897087503e+289"]],
])("%s", (_name, body, want) => {
  expect(tokensOf(body)).toEqual(want);
});

test.each<[string, object]>([
  ["metadata", { "//": { a: "${TfToken[TOKEN.3]}" } }],
  ["references and numbers", { a: "${var.TfToken}", b: -1.5e20, c: "-1.5e+20", d: base64("${TfToken[TOKEN.3]}") }],
])("none: %s", (_name, body) => {
  expect(tokensOf(body)).toEqual([]);
});
