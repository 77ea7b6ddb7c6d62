/**
 * The command line in a few files, beside the compiled modules: finding and reading sixty small files takes longer than
 * linting a policy. What is asked for late stays outside, so that no command reads another's code; so do the errors, of
 * which there must be one class, and the data, which is read through one module. The licences of the packages in a file stand
 * beside it.
 */
const { build } = require("esbuild");
const ts = require("typescript");
const { readFileSync, writeFileSync } = require("node:fs");
const { dirname, join, relative, resolve } = require("node:path");

const RENDERERS = ["json", "markdown", "sarif"].map((format) => `review/report/${format}`);

/** Each is bundled as `NAME.bundle.js`, and asked for by that name from the others. */
const COMMANDS = [
  "cli/main",
  "cli/lint",
  "cli/lint/fix-in-place",
  "cli/lint/lint-sarif",
  "cli/review",
  "cli/explain",
  "cli/load/load-config",
  "cli/generate",
];
const BUNDLED = [
  ...COMMANDS,
  "render/index",
  "render/render-worker",
  "policy-files/json-file",
  "review/run-rules",
  "review/permissions/find-permissions",
  "review/network/find-network",
  ...RENDERERS,
];

/** What definitions import: each takes the place of its compiled module. The engine is one copy in each process. */
const ENTRIES = ["index", "entries/iam", "entries/internal", "entries/review"];

const WITH_LINES = [...ENTRIES, "cli/load/load-config", "cli/generate"];

/** Large, and of our own modules alone: short names save a tenth of what Node has to do to read them. */
const SHORT = [
  "cli/lint",
  "cli/review",
  "review/run-rules",
  "review/permissions/find-permissions",
  "review/network/find-network",
];

/** What stays a module of its own. */
const APART =
  /^(?:errors|index|iam\/data\/data-source|eject\/shipped-shapes|provider-types\/replacement-table|policy-files\/(?:cloudformation\/cdk-grants|cloudformation\/cloudformation|plan\/plan|plan\/terraform-output|terraform\/terraform|terraform\/variable-defaults|yaml-file)|render\/precompiled-templates|review\/rules\/resources\/aws-settings|workspace\/print-diff|yaml\/read-yaml|cli\/(?:eject|eject\/eject-confirm|eject\/print-eject|grant|init|provider|provider\/print-provider|review\/prevent-destroy|review\/removed-provisioners|use-data-folder))$|\.json$/;

/** Packages that are not bundled: large, needed in one command, or the user's own. */
const PACKAGES = ["cdktf", "cdktn", "constructs", "diff", "esbuild", "handlebars", "ignore", "yaml"];

const root = join(__dirname, "..");
const source = join(root, "src");

const isApart = (name) => APART.test(name) || BUNDLED.includes(name);

/** What is left outside of a bundle is asked for by its path from the bundle. */
const apart = (entry) => ({
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const name = relative(source, resolve(resolveDir, path)).replaceAll("\\", "/");
      if (kind === "entry-point" || !isApart(name)) return undefined;
      const target = BUNDLED.includes(name) ? `${name}.bundle.js` : name;
      const way = relative(dirname(entry), target).replaceAll("\\", "/");
      return { path: way.startsWith(".") ? way : `./${way}`, external: true };
    });
  },
});

/** Commander loads what starts processes, for a way of commands that is not ours: only where it is asked for. */
const lazy = {
  name: "lazy",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: "child_process", namespace: "lazy" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "lazy" }, () => ({
      contents: 'exports.spawn = (...given) => require("node:child_process").spawn(...given);',
    }));
  },
};

/** The fields of a rule that SARIF has, and all that a page of `tfwright explain` has. */
const FIELDS_OF_SARIF = ["code", "title", "what", "why", "severity", "level", "section", "source", "accessAnalyzer"];
const FIELDS_OF_PAGE = [...FIELDS_OF_SARIF, "bad", "good"];

/** Bundles that say what rules are, and run none, have a table of these fields in place of the modules of rules. */
const FIELDS_OF_RULES = {
  "review/report/sarif": FIELDS_OF_SARIF,
  "cli/lint/lint-sarif": FIELDS_OF_SARIF,
  "cli/explain": FIELDS_OF_PAGE,
  "entries/review": FIELDS_OF_PAGE,
};

/** The two modules that list rules, each with the name of its list. */
const LISTS_OF_RULES = { "src/review/rules/index.ts": "rules", "src/iam/lint/rules/index.ts": "lintRules" };

const rulesAsTable = (fields) => ({
  name: "rules-as-table",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/]index\.ts$/ }, ({ path }) => {
      const name = relative(root, path).replaceAll("\\", "/");
      const list = LISTS_OF_RULES[name];
      if (list === undefined) return undefined;
      const rules = require(join(root, "dist", name.replace(/\.ts$/, ".js")))[list];
      const table = rules.map((rule) => Object.fromEntries(fields.map((field) => [field, rule[field]])));
      const contents = [
        `export const ${list} = ${JSON.stringify(table)};`,
        `const byCode = new Map(${list}.map((rule) => [rule.code, rule]));`,
        "export const findRule = (code) => byCode.get(code);",
      ];
      return { contents: contents.join("\n"), loader: "js" };
    });
  },
});

/** What only the pages of rules have: `explain` reads these from the modules themselves. */
const PAGE = ["what", "why", "bad", "good", "source"];

/** Neither command reads the page of a rule, so that their bundles have none: they are a fifth of the rules of lint, and half of those of review. */
const withoutPages = {
  name: "without-pages",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:iam[\\/]lint|review)[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      const parts = [];
      const visit = (node) => {
        const isRule = ts.isCallExpression(node) && node.expression.getText() === "defineRule";
        if (!isRule) return ts.forEachChild(node, visit);
        for (const property of node.arguments[0].properties)
          if (ts.isPropertyAssignment(property) && PAGE.includes(property.name.getText())) parts.push(property);
      };
      visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
      const contents = parts.reduceRight(
        (rest, part) => rest.slice(0, part.getStart()) + rest.slice(part.getEnd()).replace(/^,/, ""),
        text,
      );
      return { contents, loader: "ts" };
    });
  },
};

async function bundle(entry) {
  const outfile = join(root, "dist", "src", ENTRIES.includes(entry) ? `${entry}.js` : `${entry}.bundle.js`);
  const isShort = SHORT.includes(entry);
  const fields = FIELDS_OF_RULES[entry];
  const ofRules = isShort ? [withoutPages] : fields === undefined ? [] : [rulesAsTable(fields)];
  const { metafile } = await build({
    entryPoints: [join(source, `${entry}.ts`)],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    // Where an author's code runs, the stack of an error should name a line. Elsewhere Node has less to read.
    minifyWhitespace: !WITH_LINES.includes(entry),
    minifyIdentifiers: isShort,
    minifySyntax: isShort,
    external: PACKAGES,
    allowOverwrite: true,
    metafile: true,
    plugins: [apart(entry), lazy, ...ofRules],
  });
  if (BUNDLED.includes(entry)) refuseLateModules(entry, metafile.inputs);
  const text = licences(Object.keys(metafile.inputs));
  if (text !== "") writeFileSync(`${outfile}.LICENSE.txt`, text);
}

/** A module that is required inside of a function: for it, esbuild wraps the modules that it imports, and Node reads each of them twice. */
function refuseLateModules(entry, inputs) {
  for (const [path, { imports }] of Object.entries(inputs)) {
    const late = imports.find((one) => one.kind === "require-call" && one.path.startsWith("src/"));
    if (late === undefined) continue;
    throw new Error(
      `bundle ${entry}: ${path} requires ${late.original} inside of a function; import it at the top, or name it in APART or BUNDLED`,
    );
  }
}

/** The licences of the packages that were bundled, as theirs demand. */
function licences(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const texts = [...packages].sort().map((name) => {
    const text = readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8");
    return `This bundle contains ${name}:\n\n${text.trim()}\n`;
  });
  return texts.join("\n---\n\n");
}

/** The templates that users have not replaced need no compiler. */
function precompileTemplates() {
  const { precompileTemplates } = require(join(root, "dist", "src", "render", "template-engine.js"));
  writeFileSync(join(root, "dist", "src", "render", "precompiled-templates.js"), precompileTemplates());
}

precompileTemplates();
Promise.all([...BUNDLED, ...ENTRIES].map(bundle)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
