import {
  codeSpan,
  escapeCell,
  escapeMarkdown,
  fenceBlock,
  listItem,
  passMarkdown,
} from "../../src/render/escape-markdown";

test.each<[(text: string) => string, string, string]>([
  [escapeMarkdown, "a *b* _c_ [d](e) `f` <g> \\ | ~", "a \\*b\\* \\_c\\_ \\[d\\](e) \\`f\\` &lt;g> \\\\ \\| \\~"],
  [escapeMarkdown, "# a\n- b\n1. c\n> d\n    e\n2) f", "\\# a\n\\- b\n1\\. c\n\\> d\ne\n2\\) f"],
  [escapeMarkdown, "R&D &amp; 1.5 a-b", "R&D &amp;amp; 1.5 a-b"],
  [passMarkdown, " *a* <!-- END_TF_DOCS --> \r\n", "*a* &lt;!-- END_TF_DOCS -->"],
  [passMarkdown, "```hcl\nx", "```hcl\nx\n```"],
  [passMarkdown, "````\n```\nx\n````", "````\n```\nx\n````"],
  [passMarkdown, "~~~\n```\n~~~", "~~~\n```\n~~~"],
  [codeSpan, "a", "`a`"],
  [codeSpan, "a `b`` c", "```a `b`` c```"],
  [codeSpan, "`a`", "`` `a` ``"],
  [codeSpan, "a\n  b", "`a b`"],
  [codeSpan, "", ""],
  [codeSpan, "<!-- END_TF_DOCS -->", "`\\u003c!-- END_TF_DOCS -->`"],
  [escapeCell, "a | b\nc \\| d \\\\| e", "a \\| b<br>c \\| d \\\\\\| e"],
  [(text) => fenceBlock(text, "hcl"), "a", "```hcl\na\n```"],
  [(text) => fenceBlock(text, "hcl"), "a ```` b\n", "`````hcl\na ```` b\n`````"],
  [listItem, "a\n\nb", "- a\n\n  b"],
])("%p: %j", (change, given, want) => {
  expect(change(given)).toBe(want);
});
