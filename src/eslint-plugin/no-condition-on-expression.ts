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
    const { program, getTypeAtLocation } = context.sourceCode.parserServices as TypeServices;
    if (program === undefined || program === null || getTypeAtLocation === undefined) {
      throw new Error(
        "tfwright/no-condition-on-expression needs types: languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } }",
      );
    }
    return new FileChecker(context, program, getTypeAtLocation).listeners as Rule.RuleListener;
  },
};

/** Reports the conditions of one file. */
class FileChecker {
  readonly #context: Rule.RuleContext;
  readonly #typeOf: (node: SyntaxNode) => ts.Type;
  readonly #types: ExpressionTypes;
  readonly #texts: TextsWithHoles;
  readonly #reported = new Set<SyntaxNode>();

  constructor(context: Rule.RuleContext, program: ts.Program, typeOf: (node: SyntaxNode) => ts.Type) {
    this.#context = context;
    this.#typeOf = typeOf;
    this.#types = new ExpressionTypes(program);
    this.#texts = new TextsWithHoles(context.sourceCode, (node) => this.#types.mayBeExpression(typeOf(node)));
  }

  /** What is checked, by the selector of its nodes. */
  get listeners(): Readonly<Record<string, (node: SyntaxNode) => void>> {
    return {
      IfStatement: (node) => this.#checkCondition(node.test, "if"),
      ConditionalExpression: (node) => this.#checkCondition(node.test, "?:"),
      WhileStatement: (node) => this.#checkCondition(node.test, "while"),
      DoWhileStatement: (node) => this.#checkCondition(node.test, "while"),
      ForStatement: (node) => this.#checkCondition(node.test, "for"),
      SwitchStatement: (node) => this.#checkSwitch(node),
      'UnaryExpression[operator="!"]': (node) => this.#checkCondition(node.argument, "!"),
      "UnaryExpression[operator=/^[-+~]$/]": (node) => this.#checkText(node.argument, "Number()"),
      LogicalExpression: (node) => this.#checkOperator(node.operator as string, node.left as SyntaxNode),
      "AssignmentExpression[operator=/^(&&|\\|\\||\\?\\?)=$/]": (node) =>
        this.#checkOperator((node.operator as string).slice(0, 2), node.left as SyntaxNode),
      "BinaryExpression[operator=/^[!=]==?$/]": (node) => this.#checkEquality(node),
      "BinaryExpression[operator=/^[<>]=?$/]": (node) =>
        this.#checkText(
          operandsOf(node).find((side) => this.#texts.has(side)),
          "<",
        ),
      'BinaryExpression[operator="in"]': (node) => {
        if (this.#isExpression(node.right as SyntaxNode)) this.#report(node.right as SyntaxNode, "in");
      },
      MemberExpression: (node) => this.#checkText(node.object, "."),
      'CallExpression[callee.name="Boolean"]': (node) => this.#checkCondition(node.arguments?.[0], "Boolean()"),
      CallExpression: (node) => this.#checkCall(node),
    };
  }

  #isExpression(node: SyntaxNode): boolean {
    return this.#types.mayBeExpression(this.#typeOf(node)) || this.#texts.has(node);
  }

  #report(node: SyntaxNode, what: string): void {
    if (this.#reported.has(node)) return;
    this.#reported.add(node);
    const text = this.#context.sourceCode.getText(node as never).replace(/\s+/g, " ");
    const data = { text: text.length > 40 ? `${text.slice(0, 37)}...` : text, what, use: USE[what] as string };
    this.#context.report({ node: node as never, messageId: "decided", data });
  }

  /** `!`, `&&` and `||` in a condition report their own operands. */
  #checkCondition(given: SyntaxNode | null | undefined, what: string): void {
    const node = unwrap(given);
    if (node === undefined) return;
    if (node.type === "LogicalExpression") {
      if (node.operator === "??") this.#checkCondition(node.left, what);
      this.#checkCondition(node.right, what);
    } else if (this.#isExpression(node)) {
      this.#report(node, what);
    }
  }

  #checkSwitch(node: SyntaxNode): void {
    const discriminant = node.discriminant as SyntaxNode;
    if (this.#isExpression(discriminant)) this.#report(discriminant, "switch");
    else
      for (const one of node.cases ?? []) if (one.test && this.#isExpression(one.test)) this.#report(one.test, "case");
  }

  #checkOperator(operator: string, left: SyntaxNode): void {
    if (operator === "??") this.#checkDefault(left, "??");
    else this.#checkCondition(left, operator);
  }

  #checkDefault(left: SyntaxNode, what: string): void {
    const type = this.#typeOf(left);
    if (this.#types.mayBeExpression(type) && !this.#types.mayBeMissing(type)) this.#report(left, what);
  }

  #checkEquality(node: SyntaxNode): void {
    const [left, right] = operandsOf(node);
    const what = (node.operator as string).slice(0, 2);
    if (isNothing(left)) this.#checkDefault(right, what);
    else if (isNothing(right)) this.#checkDefault(left, what);
    else {
      const found = [left, right].find((side) => this.#isExpression(side));
      if (found !== undefined) this.#report(found, what);
    }
  }

  #checkText(node: SyntaxNode | null | undefined, what: string): void {
    if (this.#texts.has(node)) this.#report(node as SyntaxNode, what);
  }

  #checkCall({ callee, arguments: [first] = [] }: SyntaxNode): void {
    const method = callee?.property?.name;
    if (READERS.has(callee?.name ?? "")) this.#checkText(first, "Number()");
    const isPattern = unwrap(callee?.object)?.value instanceof RegExp;
    if (isPattern && (method === "test" || method === "exec")) this.#checkText(first, "RegExp");
    const found = callee?.object?.name === "JSON" && method === "stringify" ? this.#texts.findIn(first) : undefined;
    if (found !== undefined) this.#report(found, "JSON.stringify()");
  }
}

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
