import { StackFile } from "../../src/eject/stack-file";
import { pathsIn, secretsIn } from "../../src/eject/stack-notes";

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
    // What may be a path of a container is for the caller to find here.
    [{ list: ["/home/me/x"] }, ["value resource.x_y.z.list[0] /home/me/x"]],
  ])("%j", (body, want) => {
    expect(pathsOf(body)).toEqual(want);
  });

  test.each([
    [{ source: "assets/a/x.zip" }],
    [{ source: "./assets/a/x.zip" }],
    [{ source: "${path.module}/x.zip" }],
    [{ a: '${filemd5("assets/x")}${filemd5("./assets/x")}${filemd5("${path.module}/x")}' }],
    [{ interpreter: ["/bin/bash", "-c"], a: "/usr/bin/env", b: "/etc/ecs/ecs.config", c: "/ is a path" }],
    [{ "//": { metadata: { source: "/a/b/c" } } }],
  ])("nothing is said of %j", (body) => {
    expect(pathsOf(body)).toEqual([]);
  });
});

describe("secrets as text", () => {
  test("of providers and backends are found", () => {
    const file = read({
      provider: {
        aws: [
          { secret_key: "x", access_key: "", region: "y" },
          { alias: "b", token: "${var.t}" },
        ],
        x: { auth: [{ password: "p" }] },
      },
      terraform: { backend: { s3: { access_key: "AKIA", key: "state" } } },
      resource: { x_y: { z: { password: "p" } } },
    });
    expect(secretsIn(file).map(({ name }) => name)).toEqual([
      "provider.aws.secret_key",
      "provider.x.auth.password",
      "terraform.backend.s3.access_key",
    ]);
  });
});
