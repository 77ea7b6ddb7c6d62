/** When rules can read from an element of a list: if nothing that they read is null, and there is an object where one is wanted. */
import { isReadable } from "../../../src/generate/build/null-rules";
import { attributeNode, referenceNode } from "../../../src/generate/expr/build";
import { printExpression } from "../../../src/hcl/print-expression";
import type { TypeConstraint } from "../../../src/hcl/type";

const element = referenceNode("job");
const name = attributeNode(element, "name");
const job: TypeConstraint = { kind: "object", attributes: { name: { type: { kind: "string" } } } };

test.each<[string, TypeConstraint, Parameters<typeof isReadable>[2], string]>([
  ["an object", job, [element, name], "job == null ? false : job.name != null"],
  ["an object of which nothing is read", job, [], "true"],
  ["a text", { kind: "string" }, [element], "job != null"],
])("%s", (_, type, read, expected) => {
  expect(printExpression(isReadable(type, element, read))).toBe(expected);
});

test("an element of a loose type is asked whether it is an object, whatever is read", () => {
  const texts = [[], [element], [element, name]].map((read) =>
    printExpression(isReadable({ ...job, isLoose: true }, element, read)),
  );
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toBe("can(keys(job))");
});
