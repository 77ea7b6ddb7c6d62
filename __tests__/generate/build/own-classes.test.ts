/** `terraform_data`, whose class is cdktf's own: it tells no types of its arguments. */
import { DataResource } from "cdktf";
import { add, number, output, resource, string } from "tfwright";
import { defineOne, mainOf } from "../one-module";

const variables = { name: string(), size: number() };

test("all of its arguments are attributes", () => {
  const module = defineOne({
    providers: {},
    variables,
    build(scope, v) {
      const input = { name: v.name, value: add(v.size, 1), isBlock: true, nested: [{ size: v.size }] };
      const triggersReplace = { size: v.size };
      const lifecycle = { ignoreChanges: ["input"] } as const;
      const one = resource(scope, DataResource, "this", { input, triggersReplace }, { lifecycle });
      return { id: output(one.id, { description: "Id." }) };
    },
  });
  expect(mainOf(module)).toBe(`resource "terraform_data" "this" {
  input = {
    name    = var.name
    value   = var.size + 1
    isBlock = true
    nested  = [{ size = var.size }]
  }
  triggers_replace = { size = var.size }

  lifecycle {
    ignore_changes = [input]
  }
}
`);
});

test("left out, or made without `resource`", () => {
  const module = defineOne({
    providers: {},
    variables,
    build(scope, v) {
      resource(scope, DataResource, "none", {});
      resource(scope, DataResource, "changed", {
        triggersReplace: { name: v.name },
      });
      new DataResource(scope, "plain", {
        input: { size: 1 },
        triggersReplace: {},
      });
      resource(scope, DataResource, "sized", { input: { size: v.size } });
      return {};
    },
  });
  expect(mainOf(module)).toMatchInlineSnapshot(`
    "resource "terraform_data" "none" {}

    resource "terraform_data" "changed" {
      triggers_replace = { name = var.name }
    }

    resource "terraform_data" "sized" {
      input = { size = var.size }
    }

    resource "terraform_data" "plain" {
      input            = { size = 1 }
      triggers_replace = {}
    }
    "
  `);
});
