/** Files that a module brings and reads. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { fn, output, pathModule, resource, string } from "tfwright";
import { codesOf, defineOne, filesOf } from "../one-module";

/** A module that reads `a.tftpl` and `data/b.json`. */
const moduleWith = (files?: object) =>
  defineOne({
    ...(files !== undefined && { files: files as never }),
    variables: { name: string() },
    build(scope, v) {
      const policy = fn.templatefile(`${pathModule()}/a.tftpl`, { name: v.name });
      const queue = resource(scope, SqsQueue, "this", { name: fn.file(`${pathModule()}/${v.name}`), policy });
      const elsewhere = fn.file(v.name);
      return { arn: output(queue.arn), data: output([fn.filesha256(`${pathModule()}/data/b.json`), elsewhere]) };
    },
  });

test("files are written as they are, and what is not there is known", () => {
  const some = moduleWith({ "a.tftpl": "name = ${name}\n", "data/c.txt": "c" });
  expect(filesOf(some).get("a.tftpl")).toBe("name = ${name}\n");
  expect(filesOf(some).get("data/c.txt")).toBe("c\n");
  const missing = ({ generate }: ReturnType<typeof moduleWith>) => generate().missingFiles?.map(({ path }) => path);
  expect(missing(some)).toEqual(["data/b.json"]);
  expect(missing(moduleWith())).toEqual(["a.tftpl", "data/b.json"]);
  expect(moduleWith({ "a.tftpl": "a", "data/b.json": "{}" }).generate().missingFiles).toBeUndefined();
});

test.each([
  "main.tf",
  "more.tf.json",
  "README.md",
  "examples/basic/a.txt",
  "tests/a.tftest.hcl",
  "../a",
  "/a",
  "versions.tofu",
])("%s cannot be a file of a module", (file) => {
  expect(codesOf(moduleWith({ [file]: "a" }), false)).toEqual(["bad-name sample.files"]);
});

test("the content is text", () => {
  expect(codesOf(moduleWith({ "a.tftpl": 1 }), false)).toEqual(["bad-definition sample.files.a.tftpl"]);
});
