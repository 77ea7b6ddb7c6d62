/** The shapes of a real schema: the tables that ship say the same of every name that it has. */
import type { BodyMember, BodyShape, ShapeKind } from "../../src/eject/body-shape";
import { schemaShapes } from "../../src/eject/schema-shapes";
import { shippedShapes } from "../../src/eject/shipped-shapes";
import type { BlockSchema, ValueType } from "../../src/terraform/schema/provider-schema";
import { readProviderSchema } from "../../src/terraform/schema/read-provider-schema";
import { describeWithProviders } from "./support/find-terraform";
import { readSchemas, SCHEMAS } from "./support/provider-schema";
import { PATIENCE } from "./support/terraform";

const KINDS: readonly string[] = ["resource", "data", "ephemeral"] satisfies readonly ShapeKind[];

describeWithProviders("terraform", SCHEMAS, "blocks of real providers", () => {
  let text = "";

  beforeAll(async () => {
    text = await readSchemas();
  }, PATIENCE);

  test.each([
    ["hashicorp/aws", "6.34.0", 2200, 49_000],
    ["hashicorp/time", "0.14.2", 4, 0],
    ["kreuzwerker/docker", "4.6.0", 20, 60],
  ])(
    "%s",
    (source, version, leastTypes, leastBlocks) => {
      const schema = readProviderSchema(text, "schema.json", { source, isWanted: (kind) => KINDS.includes(kind) });
      const exact = schemaShapes(schema, "the schema");
      const table = shippedShapes(source, version);
      const comparison = new Comparison();
      const bodies = [
        ...schema.types.map(({ kind, type, block }) => ({ kind: kind as ShapeKind, type, block })),
        { kind: "provider" as const, type: "", block: schema.configuration },
      ];
      for (const { kind, type, block } of bodies)
        comparison.compare(`${kind} ${type}`, namesOfBlock(block), exact.shape(kind, type), table?.shape(kind, type));
      process.stdout.write(`${source}: ${bodies.length} bodies, ${comparison.blocks} blocks\n`);
      expect(comparison.differences).toEqual([]);
      expect(bodies.length).toBeGreaterThan(leastTypes);
      expect(comparison.blocks).toBeGreaterThanOrEqual(leastBlocks);
    },
    PATIENCE,
  );
});

/** Every name of a body, with those below it. */
type Names = ReadonlyMap<string, () => Names>;

function namesOfBlock({ attributes, blocks }: BlockSchema): Names {
  return new Map([
    ...attributes.map(({ name, type }) => [name, () => namesOfType(type)] as const),
    ...blocks.map(({ name, block }) => [name, () => namesOfBlock(block)] as const),
  ]);
}

function namesOfType(type: ValueType | undefined): Names {
  if (type === undefined || typeof type === "string") return new Map();
  if (type[0] === "object")
    return new Map(Object.entries(type[1]).map(([name, one]) => [name, () => namesOfType(one)]));
  return type[0] === "list" || type[0] === "set" ? namesOfType(type[1]) : new Map();
}

class Comparison {
  readonly differences: string[] = [];
  blocks = 0;

  compare(path: string, names: Names, exact: BodyShape | undefined, table: BodyShape | undefined): void {
    if (exact === undefined || table === undefined) {
      this.differences.push(`${path}: ${exact === undefined ? "no schema" : "not in the table"}`);
      return;
    }
    for (const [name, below] of names) {
      const at = `${path}.${name}`;
      const [left, right] = [exact.member(name), table.member(name)];
      if (describeMember(left) !== describeMember(right))
        this.differences.push(`${at}: ${describeMember(left)} by the schema, ${describeMember(right)} by the table`);
      else if (left?.kind === "block" && right?.kind === "block") {
        this.blocks += 1;
        this.compare(at, below(), left.shape, right.shape);
      } else if (left?.kind === "attribute" && right?.kind === "attribute" && left.elements !== undefined)
        this.compare(at, below(), left.elements, right.elements);
    }
  }
}

function describeMember(member: BodyMember | undefined): string {
  if (member === undefined) return "unknown";
  if (member.kind === "attribute") return member.elements === undefined ? "an attribute" : "an attribute with elements";
  return `a block${member.hasLabel ? " with a label" : ""}`;
}
