/**
 * One file of what `tfwright lint` needs, beside the compiled modules: reading sixty small files takes longer than
 * linting a policy. The other commands stay files of their own, and so do the errors, of which there must be one class,
 * and the data, which is read as it is asked for.
 */
const { build } = require("esbuild");
const { join, relative, resolve } = require("node:path");

const APART = /^(?:errors|sources|cli\/(?:explain|generate|grant|lint-fix|lint-sarif|load-config|review))$|\.json$/;

const root = join(__dirname, "..");
const source = join(root, "dist", "src");
const folder = join(source, "cli");

/** What is left outside of the bundle is asked for by its path from the bundle. */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      const target = resolve(resolveDir, path);
      const name = relative(source, target).replaceAll("\\", "/");
      if (kind === "entry-point" || !APART.test(name)) return undefined;
      return { path: `./${relative(folder, target).replaceAll("\\", "/")}`.replace("./../", "../"), external: true };
    });
  },
};

build({
  entryPoints: [join(folder, "main.js")],
  outfile: join(folder, "command.js"),
  bundle: true,
  platform: "node",
  target: "node20",
  minifyWhitespace: true,
  packages: "external",
  plugins: [apart],
}).catch(() => process.exit(1));
