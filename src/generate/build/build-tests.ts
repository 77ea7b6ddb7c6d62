/** A definition's tests as `*.tftest.hcl` files. */

import { attribute, type Body, type BodyItem, block } from "../../hcl/document";
import { jsonExpression } from "../../hcl/expression";
import type { Json } from "../../json/json-value";
import type { TestModel } from "../../render/model";
import type { Definition, Outputs, TestFile, TestRun, Variables } from "../dsl/definition";
import { toNode } from "../expr/to-node";

export function buildTests(definition: Definition<Variables, Outputs>): readonly TestModel[] {
  return Object.entries(definition.tests ?? {}).map(([name, file]) => ({ name, body: fileBody(file) }));
}

/** The providers of a test file, configured for it or mocked. */
export function providersOfTest(file: TestFile): readonly BodyItem[] {
  const items: BodyItem[] = [];
  for (const [name, config] of Object.entries(file.providers ?? {}))
    items.push(block("provider", [name], attributes(config)));
  for (const [name, mock] of Object.entries(file.mocks ?? {})) {
    const defaults = (type: "data" | "resource") =>
      Object.entries(mock[type] ?? {}).map(([element, values]) =>
        block(`mock_${type}`, [element], [attribute("defaults", jsonExpression(values))]),
      );
    items.push(block("mock_provider", [name], [...defaults("resource"), ...defaults("data")]));
  }
  return items;
}

function fileBody(file: TestFile): Body {
  const items = [...providersOfTest(file)];
  for (const [address, values] of Object.entries(file.overrideData ?? {})) {
    items.push(
      block(
        "override_data",
        [],
        [attribute("target", { kind: "reference", address }), attribute("values", jsonExpression(values as Json))],
      ),
    );
  }
  if (file.variables !== undefined) items.push(block("variables", [], variables(file.variables)));
  for (const run of file.runs) items.push(runBlock(run));
  return items;
}

function runBlock(run: TestRun): BodyItem {
  const items: BodyItem[] = [attribute("command", { kind: "reference", address: run.command ?? "plan" })];
  if (run.variables !== undefined) items.push(block("variables", [], variables(run.variables)));
  for (const { condition, message } of run.assert ?? []) {
    items.push(
      block(
        "assert",
        [],
        [
          attribute("condition", { kind: "raw", text: condition }),
          attribute("error_message", { kind: "literal", value: message }),
        ],
      ),
    );
  }
  if (run.expectFailures !== undefined) {
    items.push(
      { kind: "gap" },
      attribute("expect_failures", {
        kind: "tuple",
        items: run.expectFailures.map((address) => ({ kind: "reference", address })),
      }),
    );
  }
  return block("run", [run.name], items);
}

function attributes(values: { readonly [name: string]: Json }): Body {
  return Object.entries(values).map(([name, value]) => attribute(name, jsonExpression(value)));
}

function variables(values: { readonly [name: string]: unknown }): Body {
  return Object.entries(values).map(([name, value]) => attribute(name, toNode(value)));
}
