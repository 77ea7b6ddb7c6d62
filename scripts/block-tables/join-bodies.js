/** Bodies of several versions of a provider, one taken with the other. */

/**
 * Several sources of the same provider and major version as one: the newest has the most blocks, and a schema is exact for
 * what it has.
 */
function joinSources(sources) {
  const [newest, ...others] = [...sources].sort((a, b) => compareVersions(b.version, a.version));
  const types = new Map(newest.types);
  for (const older of others) {
    if (older.from !== "schema") throw new Error(`${older.from} adds nothing to ${newest.from}`);
    for (const [key, exact] of older.types) types.set(key, overlay(types.get(key) ?? new Map(), exact, new Map()));
  }
  const from = [newest.from, ...others.map((older) => `${older.from} of ${older.version}`)].join(", ");
  return { provider: newest.provider, version: newest.version, from, types };
}

function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** A body may hold itself, so that each pair is made once. */
function overlay(base, exact, made) {
  const known = made.get(exact)?.get(base);
  if (known !== undefined) return known;
  const body = new Map(base);
  made.set(exact, (made.get(exact) ?? new Map()).set(base, body));
  for (const [name, { mark, body: inner }] of exact)
    body.set(name, { mark, body: overlay(base.get(name)?.body ?? new Map(), inner, made) });
  return body;
}

/**
 * What the generator of a package left out, as another version of the provider has it: these are large trees of blocks, and no
 * version has turned one of them into an attribute.
 */
function completeBodies(sources) {
  for (const { provider, types } of sources)
    for (const other of sources.filter((one) => one.provider === provider).reverse())
      for (const [key, body] of types) complete(body, other.types.get(key), new Set());
}

function complete(body, other, done) {
  if (other === undefined || other === body || done.has(body)) return;
  done.add(body);
  for (const [name, one] of body) {
    const known = other.get(name);
    if (one.mark === "~" && known !== undefined) body.set(name, known);
    else complete(one.body, known?.body, done);
  }
}

module.exports = { completeBodies, joinSources };
