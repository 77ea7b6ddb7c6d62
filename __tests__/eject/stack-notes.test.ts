import { StackFile } from "../../src/eject/stack-file";
import { pathsIn } from "../../src/eject/stack-notes";

function read(stack: object): StackFile {
  return StackFile.read("cdk.tf.json", JSON.stringify(stack));
}

function pathsOf(body: object): readonly string[] {
  const file = read({ terraform: { backend: { s3: {} } }, resource: { x_y: { z: body } } });
  return pathsIn(file).map(({ use, name, path }) => `${use} ${name} ${path}`);
}

describe("paths that do not lead to the same file from elsewhere", () => {
  test.each([
    [{ source: "/Users/me/a b/x.zip" }, ["file resource.x_y.z.source /Users/me/a b/x.zip"]],
    [{ source: "C:\\Users\\me\\x.zip" }, ["file resource.x_y.z.source C:\\Users\\me\\x.zip"]],
    [{ filename: "../../dist/x.zip" }, ["file resource.x_y.z.filename ../../dist/x.zip"]],
    [{ etag: '${filemd5("/home/me/a b.txt")}' }, ["file resource.x_y.z.etag /home/me/a b.txt"]],
    [{ etag: '${filemd5("C:\\\\a\\\\b.txt")}' }, ["file resource.x_y.z.etag C:\\a\\b.txt"]],
    [
      { a: '${templatefile("./t.tpl", {})}-${file("/x/y")}' },
      ["file resource.x_y.z.a ./t.tpl", "file resource.x_y.z.a /x/y"],
    ],
    [
      { provisioner: [{ "local-exec": { command: "x", working_dir: "../.." } }] },
      ["file resource.x_y.z.provisioner[0].local-exec.working_dir ../.."],
    ],
    [
      { a: '${file("x.json")}${file("sub/y.json")}' },
      ["file resource.x_y.z.a x.json", "file resource.x_y.z.a sub/y.json"],
    ],
    // Whether they are there is for the caller to see.
    [{ source: "assets/a/x.zip" }, ["asset resource.x_y.z.source assets/a/x.zip"]],
    [{ source: "./assets/a/x.zip" }, ["asset resource.x_y.z.source ./assets/a/x.zip"]],
    [
      { a: '${filemd5("assets/x")}${templatefile("./assets/y", { k = 1 })}' },
      ["asset resource.x_y.z.a assets/x", "asset resource.x_y.z.a ./assets/y"],
    ],
    // What may be a path of a container is for the caller to find here.
    [{ list: ["/home/me/x"] }, ["value resource.x_y.z.list[0] /home/me/x"]],
  ])("%j", (body, want) => {
    expect(pathsOf(body)).toEqual(want);
  });

  test.each([
    [{ source: "${path.module}/x.zip" }],
    [{ a: '${filemd5("${path.module}/x")}' }],
    [{ description: "assets/x" }],
    [{ public_key: '${file("~/.ssh/id_rsa.pub")}' }],
    [{ interpreter: ["/bin/bash", "-c"], a: "/usr/bin/env", b: "/etc/ecs/ecs.config", c: "/ is a path" }],
    [{ "//": { metadata: { source: "/a/b/c" } } }],
  ])("nothing is said of %j", (body) => {
    expect(pathsOf(body)).toEqual([]);
  });
});

test("a file without a folder is one of the stack's folder, where its type reads files", () => {
  const file = read({
    terraform: { backend: { s3: {} } },
    data: { archive_file: { a: { source_file: "index.js", output_path: "out.zip" } } },
    resource: {
      aws_lambda_function: {
        f: { filename: "lambda.zip", handler: "index.handler" },
        g: { filename: "${path.module}/l.zip" },
      },
      aws_s3_object: { o: { source: "dist/index.html", key: "index.html" }, h: { source: "~/x.html" } },
      cloudinit_config: { c: { part: { filename: "init.cfg" } } },
      aws_cloudwatch_event_rule: { r: { source: "aws.ec2" } },
    },
  });
  expect(pathsIn(file).map(({ use, name, path }) => `${use} ${name} ${path}`)).toEqual([
    "file data.archive_file.a.source_file index.js",
    "file resource.aws_lambda_function.f.filename lambda.zip",
    "file resource.aws_s3_object.o.source dist/index.html",
  ]);
});

test("what Terraform makes itself is no asset that is missing", () => {
  const zip = "assets/f/out.zip";
  const file = read({
    terraform: { backend: { s3: {} } },
    data: { archive_file: { f: { type: "zip", source_file: "assets/f/in.js", output_path: zip } } },
    resource: {
      aws_lambda_function: { f: { filename: zip } },
      local_file: { g: { filename: "assets/g", content: "" } },
    },
  });
  expect(pathsIn(file).map(({ use, path }) => `${use} ${path}`)).toEqual(["asset assets/f/in.js"]);
});

test("the source of a module is told once, paths in its inputs as those of others", () => {
  const file = read({
    terraform: { backend: { s3: {} } },
    module: { m: { source: "./modules/m", config_path: "../kube", inner: { source: "./x.json" } } },
  });
  expect(pathsIn(file).map(({ use, name, path }) => `${use} ${name} ${path}`)).toEqual([
    "module module.m.source ./modules/m",
    "file module.m.config_path ../kube",
    "file module.m.inner.source ./x.json",
  ]);
});
