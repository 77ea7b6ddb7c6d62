/** Values of a stack that are easily changed on the way to HCL, written by hand as no program of cdktf writes all of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NESTED = [
  { a: ["x", "y"], c: { d: [{ e: 1 }, { e: 2 }] } },
  { a: ["z", "w"], c: { d: [{ e: 3 }, { e: 4 }] } },
];

/**
 * The value in the stack, and what Terraform makes of it. `#` marks a number that JavaScript would round; of such a value a
 * text is compared.
 */
const VALUES: Readonly<Record<string, readonly [value: unknown, wanted: unknown]>> = {
  quotes_beside_a_hole: ['{"R":"${var.word}/*"}', '{"R":"w/*"}'],
  no_final_newline: ['a "q"\nb', 'a "q"\nb'],
  final_newline: ["a\nb\n", "a\nb\n"],
  two_final_newlines: ["a\n\n", "a\n\n"],
  only_newlines: ["\n\n", "\n\n"],
  backslash: ["a\\d\n\\n\n", "a\\d\n\\n\n"],
  carriage_return: ["a\r\nb\r\n", "a\r\nb\r\n"],
  indented: ["  a\n b\n", "  a\n b\n"],
  marker: ["EOT\n  EOT\n", "EOT\n  EOT\n"],
  lines_with_holes: ["#!/bin/sh\necho ${var.word}\n  $HOME $${x}\n", "#!/bin/sh\necho w\n  $HOME ${x}\n"],
  hole_at_the_end: ["a\n${var.word}", "a\nw"],
  hole_at_the_start: ["${var.word}\nb\n", "w\nb\n"],
  hole_with_newline: ['a\n${"x\\ny"}\nb\n', "a\nx\ny\nb\n"],
  hole_with_heredoc: ["a ${<<-EOT\n  ${var.word}\n    x\n  EOT\n} b", "a w\n  x\n b"],
  indented_hole: ["  ${var.word}\n  b\n", "  w\n  b\n"],
  blank_lines: ["a\n\n  ${var.word}\n\nb\n", "a\n\n  w\n\nb\n"],
  directive: ["a\n%{ if true ~}\n  b\n%{ endif ~}\nc\n", "a\n  b\nc\n"],
  directive_with_both_strips: ["a \n  %{~ if true ~}\n  b\n%{~ endif }\nc\n", "a \n  b\nc\n"],
  directive_in_line: ["%{ for i, x in [1, 2] }${i}${x},%{ endfor }", "01,12,"],
  escapes: ["$${a} %%{b} $$ %% $$$${c}", "${a} %{b} $$ %% $$${c}"],
  dollar_before_a_hole: ['${"$"}${var.word}', "$w"],
  percent_before_a_hole: ["100%${var.word}%", "100%w%"],
  break_in_a_lone_hole: ['${true\n ? "x"\n : "y"}', "x"],
  comment_in_a_hole: ["${1 + # one\n 2 /* two */}", 3],
  number: [42, 42],
  zero: [0, 0],
  no: [false, false],
  digits: ["007", "007"],
  bracket: ["[x", "[x"],
  json_text: ['{"a":[1,null],"b":"<"}', '{"a":[1,null],"b":"<"}'],
  encoded_json: ['{"a":1,"b":"x"}', '{"a":1,"b":"x"}'],
  big: [
    ["#12345678901234567890", "${tostring(12345678901234567890)}"],
    [Number("12345678901234567890"), "12345678901234567890"],
  ],
  precise: ["${tostring(0.1234567890123456789)}", "0.1234567890123456789"],
  exponent: ["#1.50e+3", 1500],
  legacy_splat: ["${var.nested.*.a[0]}", ["x", "y"]],
  full_splat: ["${var.nested[*].a[0]}", ["x", "z"]],
  legacy_splat_of_two: ["${var.nested.*.c.d[1]}", [{ e: 3 }, { e: 4 }]],
  legacy_index: ["${var.nested.1.a.0}", "z"],
  computed_key: [
    { "${var.word}": [{ e: 1 }], "b-c": "1", "a:b": "x", "x y": [], "//": "kept" },
    { w: [{ e: 1 }], "b-c": "1", "a:b": "x", "x y": [], "//": "kept" },
  ],
  module_input: ["${module.m.c}", [{ w: [{ e: 1 }] }]],
  no_template: ["${var.text}", "x-${foo} $${y}"],
  digits_of_a_variable: ["${var.digits}", "012"],
  hole_in_quotes_in_a_hole: ['${upper("a${var.word}b")}', "AWB"],
  quotes_around_a_hole: ['${"${var.nested}"}', NESTED],
  unicode: ["\u00e9 \u{1f600} \u0001 \u2028", "\u00e9 \u{1f600} \u0001 \u2028"],
  precedence: ["${(1 + 2) * -3 == -9 && !(true && false) ? [for x in [3, 4] : x if x != 3] : []}", [4]],
  grouping: ['${{ for x in var.nested : x.a[0] => x.c.d[0].e... if x.a[0] != "" }}', { x: [1], z: [3] }],
};

/** What Terraform must give. */
export const WANTED: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(VALUES).map(([name, [, wanted]]) => [name, wanted]),
);

/** Writes the stack: each value as a local and as an output. */
export function writeDifficultValues(folder: string): void {
  mkdirSync(join(folder, "assets", "m"), { recursive: true });
  const module = 'variable "c" {\n  type = any\n}\n\noutput "c" {\n  value = var.c\n}\n';
  writeFileSync(join(folder, "assets", "m", "main.tf"), module);
  const names = Object.keys(VALUES);
  const locals = Object.fromEntries(names.map((name) => [name, VALUES[name]?.[0]]));
  const outputs = Object.fromEntries(names.map((name) => [name, { value: `\${local.${name}}` }]));
  const variables = {
    word: { default: "w", description: "$${y} ${z}" },
    text: { type: "string", default: "x-${foo} $${y}" },
    digits: { type: "string", default: "012" },
    nested: { default: NESTED },
  };
  const call = { m: { source: "./assets/m", c: [{ "${var.word}": [{ e: 1 }] }] } };
  const stack = {
    terraform: { required_version: ">= 1.5" },
    locals,
    variable: variables,
    module: call,
    output: outputs,
  };
  const text = JSON.stringify(stack, null, 2).replace(/"#([\d.e+]+)"/g, "$1");
  writeFileSync(join(folder, "cdk.tf.json"), text);
}
