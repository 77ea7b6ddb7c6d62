/** What `~` takes away: in quotes all space beside it, elsewhere only on its own line. The results are Terraform's. */
import { readHclExpression, readHclTemplate, type Syntax } from "../../src/hcl/read";

/** The text with each hole and directive as `|`. */
function textOf(read: ReturnType<typeof readHclTemplate>): string {
  if (!("kind" in read)) throw new Error(read.message);
  const { kind } = read as Syntax;
  if (kind !== "template") throw new Error(`a ${kind} is no template`);
  return (read as Syntax & { kind: "template" }).parts.map((part) => (part.kind === "text" ? part.text : "|")).join("");
}

test.each([
  ["a\n%{ if x ~}\n  b\n%{ endif ~}\nc\n", "a\n|  b\n|c\n"],
  ["a \n  %{~ if x ~}  \n  b\n%{~ endif }\nc\n", "a \n|  b|\nc\n"],
  ["x \n ${~ y ~} \n\n z", "x \n|\n z"],
  ["x \r\n ${~ y ~} \r\n\r\n z", "x \r\n|\r\n z"],
  ["  ${~ y ~}  ${~ z ~}\t\n", "||"],
  ["a \n${~ x ~}\n${~ y}\n ${z}", "a||\n |"],
  ["a \n\n${~ x }", "a \n|"],
])("in a whole text: %j", (text, want) => {
  expect(textOf(readHclTemplate(text))).toBe(want);
});

test.each([
  ["<<EOT\na\n%{ if x ~}\n  b\n%{ endif ~}\nc\nEOT\n", "a\n|  b\n|c\n"],
  ["<<EOT\nx \n ${~ y ~} \n\n z\nEOT\n", "x \n|\n z\n"],
  ["<<-EOT\n    a\n    %{ if x ~}\n      b\n    %{ endif ~}\n    c\n    EOT\n", "a\n|      b\n|    c\n"],
  ["<<-EOT\n    a\n      ${~ x }\n    b\n    EOT\n", "    a\n|\n    b\n"],
  ["<<-EOT\n    ${ x ~}\n\n      b\n        c\n    EOT\n", "|\n  b\n    c\n"],
  ["<<-EOT\n    a ${ x ~}\n  b\n    c\n    EOT\n", "a |  b\nc\n"],
])("in a heredoc: %j", (text, want) => {
  expect(textOf(readHclExpression(text))).toBe(want);
});

test.each([
  ['"a\\n%{ if x ~}\\n  b\\n%{ endif ~}\\nc\\n"', "a\n|b\n|c\n"],
  ['"x \\n ${~ y ~} \\n\\n z"', "x|z"],
])("in quotes: %j", (text, want) => {
  expect(textOf(readHclExpression(text))).toBe(want);
});
