/** When two expressions mean the same: what the renames and the proof of `eject` ask. */
import { isHclProblem, readHclExpression, type Syntax } from "../../src/hcl/read";
import { isSameSyntax, traversal } from "../../src/hcl/read/same-syntax";

function read(text: string): Syntax {
  const syntax = readHclExpression(text);
  if (isHclProblem(syntax)) throw new Error(`${text}: ${syntax.message}`);
  return syntax;
}

test.each([
  ["(a)+ 1 # one", "a + 1"],
  ['"${a}b"', '"${(a)}${"b"}"'],
  ['"\\u00e9"', '"e\\u0301"'],
  ["{ (1) = a }", '{ "1" = a }'],
  ["[for a in list : a.id if a.on]", "[for b in list : b.id if b.on]"],
  ["[for a in list : [for a in a : a]]", "[for b in list : [for c in b : c]]"],
  ["{ for k, v in map : k => v }", "{ for a, b in map : a => b }"],
  ["list[*].id", "list[*].id"],
])("%s is %s", (a, b) => {
  expect([isSameSyntax(read(a), read(b)), isSameSyntax(read(b), read(a))]).toEqual([true, true]);
});

test.each([
  ["a + 1", "a + 1.0000001"],
  ["a - b", "b - a"],
  ["f(a)", "f(a...)"],
  ["f(a)", "f(a, b)"],
  ["a.b", 'a["b"]'],
  ["list[*].id", "list[*].arn"],
  ['"${a}"', '"a"'],
  ["[for a in list : b]", "[for b in list : b]"],
  ["[for a in list : a]", "[for b in list : a]"],
  ["{ for k, v in map : k => v }", "{ for k, v in map : v => k }"],
  ["{ for k, v in map : k => v }", "{ for k, v in map : k => v... }"],
  ["[for a in list : a]", "[for a in list : a if a]"],
  ["[for k, v in map : v]", "[for v in map : v]"],
  ['"%{ if a }x%{ endif }"', '"%{ if b }x%{ endif }"'],
  ['"%{ for a in list }${a}%{ endfor }"', '"%{ for b in list }${a}%{ endfor }"'],
])("%s is not %s", (a, b) => {
  expect([isSameSyntax(read(a), read(b)), isSameSyntax(read(b), read(a))]).toEqual([false, false]);
});

test("a traversal may have another name in the second, where no `for` binds its first name", () => {
  const renamed = (node: Syntax) => (traversal(node)?.join(".") === "local.a" ? ["local", "b"] : undefined);
  const isSame = (a: string, b: string) => isSameSyntax(read(a), read(b), { renamed });
  expect(isSame("f(local.a)", "f(local.b)")).toBe(true);
  expect(isSame("f(local.a)", "f(local.a)")).toBe(false);
  expect(isSame("[for local in list : local.a]", "[for local in list : local.a]")).toBe(true);
});
