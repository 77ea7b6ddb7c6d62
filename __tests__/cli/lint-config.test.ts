import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLintConfig } from "../../src/cli/lint/lint-config";
import { TfwrightError } from "../../src/errors";

const folder = mkdtempSync(join(tmpdir(), "tfwright-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The settings that are refused. */
function refused(config: object): readonly string[] {
  const file = join(folder, "c.json");
  writeFileSync(file, JSON.stringify(config));
  try {
    readLintConfig(file);
  } catch (error) {
    if (error instanceof TfwrightError) return error.problems.map(({ path }) => path.replace(`${file}: `, ""));
    throw error;
  }
  return [];
}

test("all that is wrong in a config is told at once", () => {
  const config = {
    rules: { "secret-suffix": "off", "redundnt-action": "error" },
    suppressions: [{ rule: "wildcard-resource", reason: " " }, { rul: "x" }],
    failOn: ["errors"],
    account: 12,
    constructor: [],
  };
  expect(refused(config)).toEqual([
    "constructor",
    "failOn",
    "account",
    "rules.secret-suffix",
    "rules.redundnt-action",
    "suppressions[0].reason",
    "suppressions[1].rul",
  ]);
});

test("a config that is right", () => {
  expect(refused({ rules: { "secret-suffix": "info" }, failOn: ["error"], readsOnly: ["s3://raw"] })).toEqual([]);
});
