/** The rule `tfwright/no-condition-on-expression`. */
import type { Rule } from "eslint";
import type * as ts from "typescript";
import { ExpressionTypes } from "./expression-types";
import { type SyntaxNode, unwrap } from "./syntax";
import { TextsWithHoles } from "./texts-with-holes";

/** The services that `@typescript-eslint/parser` offers to rules. */
interface TypeServices {
  readonly program?: ts.Program | null;
  readonly getTypeAtLocation?: (node: unknown) => ts.Type;
}

const BRANCH = "`when(condition, a, b)` gives a value, `blockIf` or `optionalBlock` a block, `count` a resource";

const USE: Readonly<Record<string, string>> = {
  if: BRANCH,
  "?:": BRANCH,
  while: "`each`, `blocks` or `count` repeat",
  for: "`each`, `blocks` or `count` repeat",
  switch: "nest `when(eq(value, ...), ..., ...)`, or look the value up in `mapFrom`",
  case: "nest `when(condition, ..., ...)`",
  "!": "`not(condition)`",
  "&&": "`and(a, b)`, or `when(condition, value, null)`",
  "||": "`or(a, b)`, or `ifNotNull(value, (known) => known, other)`",
  "??": "`ifNotNull(value, (known) => known, other)` or `fn.coalesce`",
  "==": "`eq(a, b)`, `isNull(value)`; whether an argument of a function was given: its type must have `undefined` or `null`",
  "!=": "`ne(a, b)`, `isNotNull(value)`; whether an argument of a function was given: its type must have `undefined` or `null`",
  "<": "`lt(a, b)` and the other operators on numbers",
  ".": "Terraform's functions on the text: `fn.upper(text)`, `fn.length(text)`, `fn.replace(text, part, by)`",
  RegExp: "`fn.can(fn.regex(pattern, text))`",
  "JSON.stringify()": "`fn.jsonencode(value)`, which escapes what the value holds",
  "Number()": "the number itself, with `add`, `mul`, ...; `fn.tonumber(text)`",
  in: "`fn.contains(fn.keys(map), key)`",
  "Boolean()": "the condition itself, or `isNotNull(value)`",
};

/** Functions that read a text: of one with a hole, they read the token. */
const READERS = new Set(["Number", "parseInt", "parseFloat", "BigInt"]);

export const noConditionOnExpression: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "JavaScript must not decide by a value that Terraform knows at plan time",
      url: "https://www.npmjs.com/package/tfwright",
    },
    schema: [],
    messages: {
      decided:
        "`{{text}}` is known only at plan time; JavaScript decides `{{what}}` before that, and always the same way. Use instead: {{use}}.",
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices as TypeServices;
    const { program, getTypeAtLocation } = services;
    if (program === undefined || program === null || getTypeAtLocation === undefined) {
      throw new Error(
        "tfwright/no-condition-on-expression needs types: languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } }",
      );
    }
    const typeOf: (node: SyntaxNode) => ts.Type = getTypeAtLocation;
    const types = new ExpressionTypes(program);
    const texts = new TextsWithHoles(context.sourceCode, (node) => types.mayBeExpression(typeOf(node)));
    const isExpression = (node: SyntaxNode) => types.mayBeExpression(typeOf(node)) || texts.has(node);

    const reported = new Set<SyntaxNode>();
    function report(node: SyntaxNode, what: string): void {
      if (reported.has(node)) return;
      reported.add(node);
      const text = context.sourceCode.getText(node as never).replace(/\s+/g, " ");
      const data = { text: text.length > 40 ? `${text.slice(0, 37)}...` : text, what, use: USE[what] as string };
      context.report({ node: node as never, messageId: "decided", data });
    }

    /** `!`, `&&` and `||` in a condition report their own operands. */
    function checkCondition(given: SyntaxNode | null | undefined, what: string): void {
      const node = unwrap(given);
      if (node === undefined) return;
      if (node.type === "LogicalExpression") {
        if (node.operator === "??") checkCondition(node.left, what);
        checkCondition(node.right, what);
      } else if (isExpression(node)) {
        report(node, what);
      }
    }

    function checkDefault(left: SyntaxNode, what: string): void {
      const type = typeOf(left);
      if (types.mayBeExpression(type) && !types.mayBeMissing(type)) report(left, what);
    }

    function checkOperator(operator: string, left: SyntaxNode): void {
      if (operator === "??") checkDefault(left, "??");
      else checkCondition(left, operator);
    }

    function checkEquality(node: SyntaxNode): void {
      const [left, right] = operandsOf(node);
      const what = (node.operator as string).slice(0, 2);
      if (isNothing(left)) checkDefault(right, what);
      else if (isNothing(right)) checkDefault(left, what);
      else {
        const found = [left, right].find(isExpression);
        if (found !== undefined) report(found, what);
      }
    }

    const listeners: Record<string, (node: SyntaxNode) => void> = {
      IfStatement: (node) => checkCondition(node.test, "if"),
      ConditionalExpression: (node) => checkCondition(node.test, "?:"),
      WhileStatement: (node) => checkCondition(node.test, "while"),
      DoWhileStatement: (node) => checkCondition(node.test, "while"),
      ForStatement: (node) => checkCondition(node.test, "for"),
      'UnaryExpression[operator="!"]': (node) => checkCondition(node.argument, "!"),
      LogicalExpression: (node) => checkOperator(node.operator as string, node.left as SyntaxNode),
      "AssignmentExpression[operator=/^(&&|\\|\\||\\?\\?)=$/]": (node) =>
        checkOperator((node.operator as string).slice(0, 2), node.left as SyntaxNode),
      "BinaryExpression[operator=/^[!=]==?$/]": checkEquality,
      "BinaryExpression[operator=/^[<>]=?$/]": (node) => {
        const found = operandsOf(node).find((side) => texts.has(side));
        if (found !== undefined) report(found, "<");
      },
      MemberExpression: (node) => {
        if (texts.has(node.object)) report(node.object as SyntaxNode, ".");
      },
      'BinaryExpression[operator="in"]': (node) => {
        if (isExpression(node.right as SyntaxNode)) report(node.right as SyntaxNode, "in");
      },
      SwitchStatement(node) {
        const discriminant = node.discriminant as SyntaxNode;
        if (isExpression(discriminant)) report(discriminant, "switch");
        else for (const one of node.cases ?? []) if (one.test && isExpression(one.test)) report(one.test, "case");
      },
      'CallExpression[callee.name="Boolean"]': (node) => {
        const [first] = node.arguments ?? [];
        if (first !== undefined) checkCondition(first, "Boolean()");
      },
      "UnaryExpression[operator=/^[-+~]$/]": (node) => {
        if (texts.has(node.argument)) report(node.argument as SyntaxNode, "Number()");
      },
      CallExpression: (node) => {
        const { callee, arguments: [first] = [] } = node;
        const method = callee?.property?.name;
        if (READERS.has(callee?.name ?? "") && texts.has(first)) report(first as SyntaxNode, "Number()");
        const isPattern = unwrap(callee?.object)?.value instanceof RegExp;
        if (isPattern && (method === "test" || method === "exec") && texts.has(first))
          report(first as SyntaxNode, "RegExp");
        const found = callee?.object?.name === "JSON" && method === "stringify" ? texts.findIn(first) : undefined;
        if (found !== undefined) report(found, "JSON.stringify()");
      },
    };
    return listeners as Rule.RuleListener;
  },
};

/** The two sides of a binary operator. */
function operandsOf({ left, right }: SyntaxNode): readonly [SyntaxNode, SyntaxNode] {
  return [left as SyntaxNode, right as SyntaxNode];
}

/** `null`, `undefined` or `void 0`. */
function isNothing(node: SyntaxNode): boolean {
  if (node.type === "Literal") return node.value === null && !("regex" in node) && !("bigint" in node);
  if (node.type === "Identifier") return node.name === "undefined";
  return node.type === "UnaryExpression" && node.operator === "void";
}
