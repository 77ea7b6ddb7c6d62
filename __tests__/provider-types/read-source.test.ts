/** The table of arguments that force replacement is made from the source of a provider, here a small one. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWithProgram } from "../support/find-program";

const SCRIPT = join(__dirname, "..", "..", "scripts", "replacement-table.js");
const SOURCE = join(__dirname, "fixtures", "provider-source");

describeWithProgram("go", "the source of a provider", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tfwright-source-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function run(source: string) {
    const target = join(folder, "table.json");
    const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, source, target], { encoding: "utf8" });
    return { status, stdout, stderr, table: existsSync(target) ? JSON.parse(readFileSync(target, "utf8")) : undefined };
  }

  test("what forces replacement, and what is not known", () => {
    const { status, stdout, table } = run(SOURCE);
    expect(status).toBe(0);
    expect(table).toMatchObject({
      provider: "hashicorp/aws",
      version: "1.2.3",
      date: "2026-03-09",
      license: "MPL-2.0",
    });
    expect(table.types).toEqual({
      alpha: {
        "": "name partly+(a) rule(port) whole* zone",
        any_key: "?name",
        conditional: "block(~port) ~engine ~from_environment name ~of_another_module ~version",
        copied: "name partly+(a) rule+(port) whole* zone",
        helped: "first_document id_prefix tree(leaf tree(leaf))",
      },
      beta: {
        embedded: "?group",
        plain: "configured fixed* name objects* ~own ~planned rule(~planned port) ~sometimes",
      },
    });
    expect(stdout).toContain("7 of 8 types; 29 arguments force replacement, of 9 it is not known\n");
    expect(stdout).toContain("  left out: aws_alpha_environment: a condition that is not known\n");
  });

  test("the same source again changes nothing; another one says what changes", () => {
    const copy = join(folder, "source");
    cpSync(SOURCE, copy, { recursive: true });
    expect(run(copy).stdout).toContain("  changed: aws_alpha_helped: none -> ");
    expect(run(copy).stdout).not.toContain("changed:");
    const file = join(copy, "internal", "service", "alpha", "helped.go");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"comment":   stringSchema(false)', '"comment":   stringSchema(true)'),
    );
    const changed = run(copy)
      .stdout.split("\n")
      .filter((line) => line.includes("changed:"));
    expect(changed).toEqual([
      "  changed: aws_alpha_helped: first_document id_prefix tree(leaf tree(leaf)) -> comment first_document id_prefix tree(leaf tree(leaf))",
    ]);
  });

  test("a folder that is not a provider's source", () => {
    const { status, stderr, table } = run(folder);
    expect({ status, table }).toEqual({ status: 2, table: undefined });
    expect(stderr).toContain("is not the source of hashicorp/aws");
  });
});
