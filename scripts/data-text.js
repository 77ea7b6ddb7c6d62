/** How the scripts that take snapshots write them: sorted, one line an entry, so that a diff shows what has changed. */

/** Compares two texts for a sort. */
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An object of JSON with one line for each entry, and without an end of line. */
function objectText(entries) {
  return `{\n${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",\n")}\n}`;
}

module.exports = { compareTexts, objectText };
