/**
 * `node --require` of this file runs any program of the project on cdktn: whoever asks for `cdktf` or one of its provider
 * packages that cdktn has too gets cdktn's. Packages that have no twin here (`@cdktf/provider-time`) stay, and get cdktn as
 * their `cdktf`. `constructs` needs no alias: cdktn's packages find the root's copy, the only one.
 */
const { existsSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");

/** The name that a request has on cdktn, undefined where it has no twin here. */
function nameOnCdktn(request) {
  if (request === "cdktf" || request.startsWith("cdktf/")) return `cdktn${request.slice("cdktf".length)}`;
  const provider = /^@cdktf\/(provider-[^/]+)/.exec(request)?.[1];
  if (provider === undefined || !existsSync(join(__dirname, "node_modules", "@cdktn", provider))) return undefined;
  return `@cdktn${request.slice("@cdktf".length)}`;
}

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, parent, isMain, options) {
  const name = nameOnCdktn(request);
  return name === undefined
    ? resolveFilename.call(this, request, parent, isMain, options)
    : resolveFilename.call(this, name, parent, isMain, { paths: [__dirname] });
};
