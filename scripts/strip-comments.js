/** Takes the comments out of compiled modules that are published: they stand in the declarations beside them. */
const { readFileSync, writeFileSync } = require("node:fs");
const { transformSync } = require("esbuild");

/** @param files paths of compiled modules */
function stripComments(files) {
  for (const path of files) {
    const text = readFileSync(path, "utf8");
    // What esbuild has bundled keeps the names of its modules alone.
    if (/^ *(?:\/\/|\/\*)/m.test(text) && !text.includes("__toCommonJS"))
      writeFileSync(path, transformSync(text, { target: "es2022" }).code);
  }
}

module.exports = { stripComments };
