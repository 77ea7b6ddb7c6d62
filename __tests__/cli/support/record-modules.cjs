// Loaded before the command: at its end this writes the paths of all loaded modules, one a line, to the file that LOADED names.
const { writeFileSync } = require("node:fs");

process.on("exit", () => writeFileSync(process.env.LOADED, Object.keys(require.cache).join("\n")));
