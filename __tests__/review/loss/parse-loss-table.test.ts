/** The form of the tables. */

import { AWS_DATA_STORES } from "../../../src/review/loss/aws-data-stores";
import { AWS_EMPTY } from "../../../src/review/loss/aws-empty";
import { AWS_GAPS } from "../../../src/review/loss/aws-gaps";
import { AWS_NETWORK_OUTAGES } from "../../../src/review/loss/aws-network-outages";
import { AWS_OUTAGES } from "../../../src/review/loss/aws-outages";
import { AZURE_DATA_STORES } from "../../../src/review/loss/azure-data-stores";
import { AZURE_EMPTY } from "../../../src/review/loss/azure-empty";
import { AZURE_GAPS } from "../../../src/review/loss/azure-gaps";
import { AZURE_OUTAGES } from "../../../src/review/loss/azure-outages";
import { lossByName } from "../../../src/review/loss/empty-names";
import { GOOGLE_DATA_STORES } from "../../../src/review/loss/google-data-stores";
import { GOOGLE_EMPTY } from "../../../src/review/loss/google-empty";
import { GOOGLE_GAPS } from "../../../src/review/loss/google-gaps";
import { GOOGLE_OUTAGES } from "../../../src/review/loss/google-outages";
import { lossOfType } from "../../../src/review/loss/loss-of-type";
import { OTHER_TYPES } from "../../../src/review/loss/other-types";
import { parseLossTable } from "../../../src/review/loss/parse-loss-table";

const EMPTY_TABLES = { AWS_EMPTY, AZURE_EMPTY, GOOGLE_EMPTY };
const TABLES = {
  ...EMPTY_TABLES,
  AWS_DATA_STORES,
  AWS_OUTAGES,
  AWS_NETWORK_OUTAGES,
  AWS_GAPS,
  AZURE_DATA_STORES,
  AZURE_OUTAGES,
  AZURE_GAPS,
  GOOGLE_DATA_STORES,
  GOOGLE_OUTAGES,
  GOOGLE_GAPS,
  OTHER_TYPES,
};

test("a table gives each type what stands above it", () => {
  const table = "# data danger\nit goes\n  a_b a_c\n  a_d\nit goes too\n  a_e\n\n# empty\nit is a link\n  a_f\n";
  expect([...parseLossTable(table)].map(([type, { kind, level, lost }]) => `${type} ${kind} ${level} ${lost}`)).toEqual(
    [
      "a_b data danger it goes",
      "a_c data danger it goes",
      "a_d data danger it goes",
      "a_e data danger it goes too",
      "a_f empty note it is a link",
    ],
  );
});

test.each([
  ["a type twice", "# empty\nit is a link\n  a_b a_b", "the type stands here twice: a_b"],
  ["no heading", "it goes\n  a_b", "the line is under no heading: it goes"],
  ["nothing that is lost", "# empty\n  a_b", "it is not told what is lost with a_b"],
  ["nothing that is lost below a second heading", "# empty\nit is a link\n  a_b\n# outage\n  a_c", "lost with a_c"],
  ["an unknown kind", "# datum danger\nit goes\n  a_b", "not a heading of losses: # datum danger"],
  ["data without a level", "# data\nit goes\n  a_b", "not a heading of losses: # data"],
])("refuses %s", (_name, table, message) => {
  expect(() => parseLossTable(table)).toThrow(message);
});

test("no type stands in two tables", () => {
  expect(() => parseLossTable(Object.values(TABLES).join("\n"))).not.toThrow();
});

test.each(Object.entries(TABLES))("%s is sentences and types", (_name, table) => {
  for (const [type, { lost }] of parseLossTable(table)) {
    expect(type).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
    expect(lost).toMatch(/^(?:[a-z]|Terraform )[^.]{8,}[^.\s]$/);
  }
});

test.each(Object.entries(TABLES))("%s says a reason once below a heading, and its types are sorted", (_name, table) => {
  for (const section of table.split(/^# /m)) {
    const [, ...rows] = section.split(/^(?=\S)/m);
    const reasons = rows.map((row) => row.split("\n", 1)[0]);
    expect(reasons).toEqual([...new Set(reasons)]);
    for (const row of rows) {
      const types = row.split(/\s+/).filter((word) => word.includes("_"));
      expect(types).toEqual([...types].sort());
    }
  }
});

test.each(Object.entries(TABLES))("each type of %s has its loss from there", (_name, table) => {
  const losses = [...parseLossTable(table)];
  expect(losses.map(([type]) => [type, lossOfType(type, "")])).toEqual(losses);
});

test.each(Object.entries(EMPTY_TABLES))("%s does not repeat what a name tells", (_name, table) => {
  const repeated = [...parseLossTable(table)].filter(([type, { lost }]) => lossByName(type, "")?.lost === lost);
  expect(repeated.map(([type]) => type)).toEqual([]);
});
