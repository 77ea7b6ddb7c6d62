import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { allServices, serviceData, typesOfArn } from "../../../src/iam/data/authorization-data";
import { dataSource } from "../../../src/iam/data/data-source";

const folder = join(__dirname, "..", "..", "..", "src", "iam", "data");

test("every file of a service is in the list, and says what it is", () => {
  const files = readdirSync(join(folder, "services")).map((name) => name.replace(".json", ""));
  expect([...allServices()].sort()).toEqual(files.sort());
  for (const service of files) expect(serviceData(service)?.service).toBe(service);
});

test("all services, all names", () => {
  expect(allServices()).toHaveLength(456);
  const count = allServices().reduce((sum, service) => sum + (serviceData(service)?.actionNames.length ?? 0), 0);
  expect(count).toBe(22_091);
  for (const name of ["toString", "../services", "", "S3"]) expect(serviceData(name)).toBeUndefined();
});

test("every action of every service can be read, with keys that have a type", () => {
  for (const service of allServices()) {
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
  expect(serviceData("mediapackage")?.action("createharvestjob")?.resourceTypes).toEqual([]);
  expect(serviceData("mediapackage")?.types.get("harvest_jobs")?.name).toBe("harvest_jobs");
  expect(serviceData("lex")?.types.get("bot")).toMatchObject({
    arn: "arn:${Partition}:lex:${Region}:${Account}:bot/${BotId}",
    otherArns: ["arn:${Partition}:lex:${Region}:${Account}:bot:${BotName}"],
  });
});

test("types by the service that their ARNs name", () => {
  const ownersOf = (prefix: string) => [...new Set(typesOfArn(prefix).map(({ service }) => service))];
  expect(ownersOf("glue")).toEqual(["glue"]);
  expect(ownersOf("iam")).toEqual(expect.arrayContaining(["iam", "sts", "ssm"]));
  expect(ownersOf("catalog")).toEqual(["servicecatalog"]);
  expect(ownersOf("nothing")).toEqual([]);
});

test("keys that no action has", () => {
  expect(serviceData("states")?.isKeyOfSome("states:HTTPMethod")).toBe(false);
  expect(serviceData("s3")?.isKeyOfSome("s3:ExistingObjectTag/<key>")).toBe(true);
  expect(serviceData("ec2")?.isKeyOfSome("ec2:Vpc")).toBe(true);
});

test("the data says where it comes from, and brings its licence", () => {
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  const version = expect.stringMatching(/^@cloud-copilot\/iam-data \d/);
  expect(dataSource().originOf("s3")).toEqual({ name: expect.stringMatching(/^the data of \d/), version, day });
  expect(JSON.parse(readFileSync(join(folder, "services.json"), "utf8"))).toMatchObject({
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
    const fs = require("node:fs");
    const { readFileSync } = fs;
    const read = [];
    fs.readFileSync = (file, ...more) => {
      if (file.endsWith(".json")) read.push(require("node:path").basename(file));
      return readFileSync(file, ...more);
    };
    findAction("glue:GetTable");
    console.log(read.join());
  `;
  const run = spawnSync(process.execPath, ["-e", script], { cwd: join(__dirname, "..", "..", ".."), encoding: "utf8" });
  const read = run.stdout.trim().split(",");
  expect(read).toEqual(["services.json", "glue.json"]);
});
