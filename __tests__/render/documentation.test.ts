import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TEMPLATES } from "../../src/render/context-schema";
import { MESSAGE_NAMES } from "../../src/render/messages/message-text";
import type { Schema } from "../../src/render/schema";
import { BLOCK_HELPERS, HELPERS } from "../../src/render/template-helpers";

const DOC = readFileSync(join(__dirname, "../../docs/templates.md"), "utf8");

function kindOf(schema: Schema): string {
  if (schema.kind === "list") return `list of ${kindOf(schema.of)}`;
  return "optional" in schema && schema.optional ? `${schema.kind}, may be absent` : schema.kind;
}

/** The rows of the table that documents a context. */
function rowsOf(schema: Schema, prefix = ""): string[] {
  if (schema.kind === "list")
    return rowsOf(
      schema.of,
      prefix.replace(/\.$/, () => "[]."),
    );
  if (schema.kind !== "object") return [];
  return Object.entries(schema.fields).flatMap(([name, field]) => [
    `| \`${prefix}${name}\` | ${kindOf(field)} | ${field.doc} |`,
    ...rowsOf(field, `${prefix}${name}.`),
  ]);
}

test.each(Object.entries(TEMPLATES))("docs/templates.md has every field of %s", (name, schema) => {
  const rows = new Set(DOC.split("\n"));
  expect(rowsOf(schema).filter((row) => !rows.has(row))).toEqual([]);
  expect(DOC).toContain(`| \`${name}.hbs\` |`);
});

test("docs/templates.md has every helper", () => {
  expect(Object.keys(HELPERS).filter((name) => !DOC.includes(`| \`{{${name} `))).toEqual([]);
  expect(BLOCK_HELPERS.filter((name) => !DOC.includes(`\`{{#${name}}}\``))).toEqual([]);
});

test("docs/templates.md names every fixed text", () => {
  expect(MESSAGE_NAMES.filter((name) => !DOC.includes(`\`${name}\``))).toEqual([]);
});

test("no field hides a helper", () => {
  const names = Object.values(TEMPLATES).flatMap((schema) =>
    rowsOf(schema).map((row) => /(\w+)` \|/.exec(row)?.[1] ?? ""),
  );
  expect(names.filter((name) => Object.hasOwn(HELPERS, name) || BLOCK_HELPERS.some((block) => block === name))).toEqual(
    [],
  );
});
