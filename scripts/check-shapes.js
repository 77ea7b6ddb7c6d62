/**
 * Holds the shapes and words of our code: `node scripts/check-shapes.js [FOLDER...]` prints what is against them in `src/`
 * and `modules/`, each with its file and line, and ends with 1 where there is something.
 *
 * - Functions take at most four parameters; more are an object with names.
 * - Nobody pushes into an array of the caller: results come back, problems are collected by `Problems`.
 * - Identifiers and comments use the field's words.
 * - A type has its name to itself.
 * - A private member is a `#member`.
 * - A file over 400 lines says in its first comment why.
 */
const { readdirSync, readFileSync } = require("node:fs");
const { join, relative } = require("node:path");
const ts = require("typescript");

const root = join(__dirname, "..");
const MOST_PARAMETERS = 4;
const MOST_LINES = 400;

/** Words that we invented, and what the field says in their place. */
const WORDS = {
  veil: "redactor",
  guardtext: "replaceLeaks",
  hunt: "secretScan",
  silence: "suppression",
  strange: "elementIssue",
  slip: "recoverableError",
  doubtful: "unresolved",
  atom: "PolicyEntry",
  clause: "NormalizedStatement",
  demand: "ConditionConstraint",
  misfit: "PlanFormatError",
  brokentext: "JsonSyntaxError",
  doors: "externalAccess",
  powers: "privilegeEscalation",
  misnomers: "actionAliases",
  holdings: "dataStores",
  whereabouts: "AwsLocation",
  lift: "toNode",
  airy: "withBlankLines",
  folding: "Evaluator",
  recorder: "ModuleBuilder",
  carrier: "ExpressionToken",
  isset: "isNotNull",
  ifset: "ifNotNull",
  eachset: "eachNotNull",
};

/** Names that are too common as words, but are not ours as the names of types. */
const TYPE_NAMES = { Cover: "CoverageIndex", View: "ParsedStatement", Union: "AllowedResources" };

/** What stays, by file (or the start of its path), kind and name, and why. */
const ALLOWED = [
  { file: "src/iam/data/", kind: "word", why: "these are names of AWS" },
  {
    file: "src/generate/dsl/resource.ts",
    kind: "parameters",
    name: "resource",
    why: "public: scope, class, name and configuration are cdktf's own order; options come last and may be left out",
  },
  {
    file: "src/generate/dsl/ephemeral.ts",
    kind: "parameters",
    name: "ephemeral",
    why: "public: the same order as `resource`",
  },
  {
    file: "src/generate/dsl/action.ts",
    kind: "parameters",
    name: "action",
    why: "public: the same order as `resource`",
  },
  {
    file: "src/generate/module-call.ts",
    kind: "parameters",
    name: "moduleCall",
    why: "public: the same order as `resource`",
  },
];

const found = [];
const types = new Map();

function report(source, { at, kind, name, message }) {
  const file = relative(root, source.fileName).replaceAll("\\", "/");
  const isAllowed = ALLOWED.some(
    (one) => file.startsWith(one.file) && one.kind === kind && (one.name === undefined || one.name === name),
  );
  if (isAllowed) return;
  const line = source.getLineAndCharacterOfPosition(at).line + 1;
  found.push({ file, line, kind, message });
}

/** The parts of an identifier: `hasSilence` is `has` and `silence`. */
function wordsOf(name) {
  return name
    .split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

const singular = (word) => (Object.hasOwn(WORDS, word) ? word : word.replace(/(?:ed|ing|e?s)$/, ""));

function checkWords(source, text, at) {
  for (const name of new Set(text.match(/[A-Za-z]+/g))) {
    const whole = name.toLowerCase();
    const word = [whole, ...wordsOf(name).map(singular)].find((one) => Object.hasOwn(WORDS, one));
    if (word === undefined) continue;
    report(source, { at, kind: "word", name: word, message: `\`${name}\`: the field says ${WORDS[word]}` });
  }
}

function checkComments(source) {
  const seen = new Set();
  const visit = (node) => {
    for (const range of ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []) {
      if (seen.has(range.pos)) continue;
      seen.add(range.pos);
      checkWords(source, source.text.slice(range.pos, range.end), range.pos);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** The name of a parameter that is an array which may be written to. */
function arrayParameter({ name, type }) {
  if (!ts.isIdentifier(name) || type === undefined) return undefined;
  const isArray = ts.isArrayTypeNode(type) || (ts.isTypeReferenceNode(type) && type.typeName.getText() === "Array");
  return isArray ? name.text : undefined;
}

function checkFunction(source, node) {
  const name =
    node.name?.getText() ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "a function");
  const parameters = node.parameters.filter((one) => one.name.getText() !== "this");
  if (parameters.length > MOST_PARAMETERS) {
    const message = `\`${name}\` has ${parameters.length} parameters: take an object with names`;
    report(source, { at: node.getStart(), kind: "parameters", name, message });
  }
  const arrays = new Set(parameters.map(arrayParameter).filter((one) => one !== undefined));
  if (arrays.size > 0 && node.body !== undefined) checkPushes(source, node.body, arrays);
}

/** What a call adds to: `problems` of `problems.push(one)`. */
function pushedTo(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { name, expression } = node.expression;
  return /^(?:push|unshift|splice)$/.test(name.text) ? expression.getText() : undefined;
}

/** `place.problems.push(one)`: the array belongs to whoever made the object. */
function checkForeignProblems(source, node) {
  const target = pushedTo(node);
  if (target === undefined || !/(?<!this)\.problems$/.test(target)) return;
  const message = `\`${target}\` is the caller's array: collect problems by \`Problems\``;
  report(source, { at: node.getStart(), kind: "push", name: target, message });
}

function checkPushes(source, body, arrays) {
  const visit = (node) => {
    const name = pushedTo(node);
    if (name !== undefined && arrays.has(name)) {
      const message = `\`${name}\` is the caller's array: return what is found`;
      report(source, { at: node.getStart(), kind: "push", name, message });
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
}

function checkDeclaration(source, node) {
  const name = node.name.text;
  if (Object.hasOwn(TYPE_NAMES, name)) {
    const message = `type \`${name}\`: the field says ${TYPE_NAMES[name]}`;
    report(source, { at: node.getStart(), kind: "word", name, message });
  }
  types.set(name, [...(types.get(name) ?? []), { source, at: node.getStart() }]);
}

/** The reason begins with the words `Over 400 lines`, on one line of the comment or on two. */
function checkLength(source) {
  const lines = source.getLineAndCharacterOfPosition(source.end).line;
  const [first] = ts.getLeadingCommentRanges(source.text, 0) ?? [];
  const comment = first === undefined ? "" : source.text.slice(first.pos, first.end);
  if (lines <= MOST_LINES || new RegExp(`Over[\\s*]+${MOST_LINES} lines`).test(comment)) return;
  const message = `${lines} lines: split it, or say in its first comment why it is over ${MOST_LINES} lines`;
  report(source, { at: 0, kind: "length", message });
}

function checkSource(source) {
  const visit = (node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) checkWords(source, node.text, node.getStart());
    checkForeignProblems(source, node);
    if (node.kind === ts.SyntaxKind.PrivateKeyword)
      report(source, { at: node.getStart(), kind: "private", message: "`private`: write `#name`" });
    const isSignature = ts.isFunctionLike(node) && !ts.isFunctionTypeNode(node);
    if (isSignature) checkFunction(source, node);
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node))
      if (node.name !== undefined) checkDeclaration(source, node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  checkComments(source);
  checkLength(source);
}

function checkTypeNames() {
  for (const [name, places] of types) {
    if (new Set(places.map(({ source }) => source.fileName)).size < 2) continue;
    for (const { source, at } of places)
      report(source, { at, kind: "type", name, message: `type \`${name}\` is declared in another file too` });
  }
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && one.name.endsWith(".ts"))
    .map((one) => join(one.parentPath ?? one.path, one.name))
    .sort();
}

const folders = process.argv.length > 2 ? process.argv.slice(2) : ["src", "modules"];
for (const file of folders.flatMap((folder) => filesIn(join(root, folder))))
  checkSource(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
checkTypeNames();
for (const { file, line, message } of found) process.stdout.write(`${file}:${line}: ${message}\n`);
process.exitCode = found.length > 0 ? 1 : 0;
