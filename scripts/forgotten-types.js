/**
 * `node scripts/forgotten-types.js FOLDER`: the types of hashicorp/aws whose delete does nothing in AWS, read from the provider's Go
 * source in a folder. `__tests__/review/loss/forgotten-types.test.ts` holds the list.
 */
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** The functions and methods of a package, by name or by `Receiver.name`, and the structs by name. */
function readPackage(folder) {
  const declarations = new Map();
  const files = readdirSync(folder).filter((name) => name.endsWith(".go") && !name.endsWith("_test.go"));
  for (const file of files) {
    const text = readFileSync(join(folder, file), "utf8");
    const functions = /^func (?:\(\w+ \*?(\w+)(?:\[[^\]]*\])?\) )?(\w+)[^\n]*\{\n[\s\S]*?^\}/gm;
    for (const [body, receiver, name] of text.matchAll(functions)) {
      declarations.set(receiver === undefined ? name : `${receiver}.${name}`, body);
    }
    for (const [body, name] of text.matchAll(/^type (\w+)[^\n]* struct \{\n[\s\S]*?^\}/gm))
      declarations.set(name, body);
  }
  return declarations;
}

/** Whether the resource that a factory makes is only taken out of the state. A function that gets no context calls nothing. */
function isForgotten(factory, declarations) {
  const body = declarations.get(factory) ?? "";
  const sdk = /Delete(?:WithoutTimeout|Context)?:\s*(schema\.Noop\w*|\w+),/.exec(body)?.[1];
  if (sdk?.startsWith("schema.")) return true;
  const struct = /&(\w+)(?:\[[^\]]*\])?\{/.exec(body)?.[1] ?? "";
  const deletion = declarations.get(sdk ?? `${struct}.Delete`);
  if (deletion === undefined) return (declarations.get(struct) ?? "").includes("WithNoOpDelete");
  const statements = deletion.replace(/^[^\n]*\n/, "").replace(/\/\/[^\n]*/g, "");
  return !/\(ctx\b/.test(statements);
}

const [folder] = process.argv.slice(2);
const services = join(folder ?? "", "internal", "service");
if (folder === undefined || !existsSync(services)) {
  process.stderr.write("usage: node scripts/forgotten-types.js FOLDER, the folder of the provider's source\n");
  process.exit(2);
}
const forgotten = readdirSync(services).flatMap((service) => {
  const list = join(services, service, "service_package_gen.go");
  if (!existsSync(list)) return [];
  const declarations = readPackage(join(services, service));
  const resources = [...declarations].filter(([name]) => /^servicePackage\.(?:SDK|Framework)Resources$/.test(name));
  const entries = resources.flatMap(([, body]) => [...body.matchAll(/Factory:\s+(\w+),\s+TypeName:\s+"(\w+)"/g)]);
  return entries.filter(([, factory]) => isForgotten(factory, declarations)).map(([, , type]) => type);
});
process.stdout.write(`${forgotten.sort().join("\n")}\n`);
