/**
 * One file of what `tfwright lint` needs, beside the compiled modules: reading sixty small files takes longer than
 * linting a policy. The other commands stay files of their own, and so do the errors, of which there must be one class,
 * and the data, which is read as it is asked for. The licences of the packages in it stand beside it.
 */
const { build } = require("esbuild");
const { readFileSync, writeFileSync } = require("node:fs");
const { join, relative, resolve } = require("node:path");

const APART = /^(?:errors|sources|cli\/(?:explain|generate|grant|lint-fix|lint-sarif|load-config|review))$|\.json$/;

const root = join(__dirname, "..");
const source = join(root, "src");

/** What is left outside of the bundle is asked for by its path from the bundle. */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const target = resolve(resolveDir, path);
      const name = relative(source, target).replaceAll("\\", "/");
      if (kind === "entry-point" || !APART.test(name)) return undefined;
      return { path: name.startsWith("cli/") ? `./${name.slice("cli/".length)}` : `../${name}`, external: true };
    });
  },
};

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

async function bundle() {
  const outfile = join(root, "dist", "src", "cli", "command.js");
  const { metafile } = await build({
    entryPoints: [join(source, "cli", "main.ts")],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    metafile: true,
    plugins: [apart, lazy],
  });
  writeFileSync(`${outfile}.LICENSE.txt`, licences(Object.keys(metafile.inputs)));
}

/** The licences of the packages that were bundled, as theirs demand. */
function licences(inputs) {
  const packages = new Set(inputs.flatMap((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const texts = [...packages].sort().map((name) => {
    const text = readFileSync(join(root, "node_modules", name, "LICENSE"), "utf8");
    return `command.js contains ${name}:\n\n${text.trim()}\n`;
  });
  return texts.join("\n---\n\n");
}

bundle().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
