/** What is read and written again means the same. */
import { printExpression } from "../../src/hcl/print-expression";
import { readHclExpression, readHclTemplate, type Syntax } from "../../src/hcl/read";
import { toExpression } from "../../src/hcl/read/to-expression";

function rewritten(text: string): string {
  return printExpression(toExpression(readHclExpression(text) as Syntax));
}

test.each([
  ["var . x", "var.x"],
  ["x.*.a[0]", "(x[*].a)[0]"],
  ["x[*].a[0]", "x[*].a[0]"],
  ["x.*.a.b", "x[*].a.b"],
  ["x.*[1]", "(x[*])[1]"],
  ["x.0.y", "x[0].y"],
  ["12345678901234567890", "12345678901234567890"],
  ["-12345678901234567890", "-12345678901234567890"],
  ["0.1", "0.1"],
  ["1.50", "1.5"],
  ["9007199254740993", "9007199254740993"],
  ["3.14159265358979323846", "3.14159265358979323846"],
  ["1e400", "1e400"],
  [
    '{"a"=1,(var.k)=2,c:3}',
    "{\n  a         = 1\n  (var.k) = 2\n  c         = 3\n}"
      .replace("a         ", "a       ")
      .replace("c         ", "c       "),
  ],
  ['[for k, v in var.m : v.x if k != ""]', '[for k, v in var.m : v.x if k != ""]'],
  ["{for v in var.l : v => v...}", "{ for v in var.l : v => v... }"],
  ["[for v in var.l : [for v in v : v]]", "[for v in var.l : [for v_2 in v : v_2]]"],
  ["f(a...)", "f(a...)"],
  ["provider::time::rfc3339_parse(var.t)", "provider::time::rfc3339_parse(var.t)"],
  ['"a${ - 1 }b"', '"a${- 1}b"'],
  ['"%{ if var.a ~} x %{ else }y%{ endif }"', '"%{if var.a}x %{else}y%{endif}"'],
  ['"%{ for k,v in var.m }${k}=${v},%{ endfor }"', '"%{for k, v in var.m}${k}=${v},%{endfor}"'],
  ['[for v in var.l : "%{ for v in v }${v}%{ endfor }"]', '[for v in var.l : "%{for v in v}${v}%{endfor}"]'],
  ['"a$${b}%%{c}$"', '"a$${b}%%{c}$"'],
  ['"$$$${a}"', '"$$$${a}"'],
])("%s", (text, want) => {
  expect(rewritten(text)).toBe(want);
});

test.each([
  ["a\n${var.x}\n", "<<-EOT\n  a\n  ${var.x}\nEOT"],
  ["${var.x}\n  b\n", "<<-EOT\n  ${var.x}\n    b\nEOT"],
  ["a $${x} ${var.x}\n\nb\n", "<<-EOT\n  a $${x} ${var.x}\n\n  b\nEOT"],
  ["a\n%{ if var.x }b\n%{ endif }", '"a\\n%{if var.x}b\\n%{endif}"'],
  ["a\n%{ if var.x }b\n%{ endif }\n", "<<-EOT\n  a\n  %{if var.x}b\n  %{endif}\nEOT"],
  ["a\n${var.x}", '"a\\n${var.x}"'],
  ["a\n\t${var.x}\n", '"a\\n\\t${var.x}\\n"'],
  [" a\n ${var.x}\n", '" a\\n ${var.x}\\n"'],
  ['say "x"\n\\${var.x}\n', '<<-EOT\n  say "x"\n  \\${var.x}\nEOT'],
])("the template %j", (text, want) => {
  expect(printExpression(toExpression(readHclTemplate(text) as Syntax))).toBe(want);
});

test("references are replaced, but for names that a `for` binds", () => {
  const replace = (node: Syntax) =>
    node.kind === "attribute" && node.of.kind === "reference" && node.of.name === "aws_x"
      ? ({ kind: "reference", address: `aws_x.new_${node.name}` } as const)
      : undefined;
  const node = readHclExpression("[for aws_x in aws_x.a.list : aws_x.b]") as Syntax;
  expect(printExpression(toExpression(node, { replace }))).toBe("[for aws_x in aws_x.new_a.list : aws_x.b]");
});
