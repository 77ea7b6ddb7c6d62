/** Files that a module brings, and files that it reads. */
import type { Problems } from "../../errors";
import type { Body } from "../../hcl/document";
import { type Expression, walkExpression } from "../../hcl/expression";
import { compareBytes } from "../../text/compare-bytes";
import { walkBody } from "./walk-body";

type GivenFiles = Readonly<Record<string, unknown>>;

/** Names that are those of other files of a module. */
const TAKEN = /^(?:README\.md|index\.ts|(?:examples|tests)\/.*|[^/]*\.(?:tf|tofu|tf\.json|tofu\.json))$/;

/** Reports files that cannot stand in the folder of a module. */
export function checkModuleFiles(name: string, files: GivenFiles | undefined, problems: Problems): void {
  checkGivenFiles(files, { path: name, of: "a module", isTaken: (file) => TAKEN.test(file), hint: HINT }, problems);
}

const HINT =
  "use a path below the module's folder, such as `templates/settings.ini.tftpl`, and none that Terraform reads or tfwright writes";

/** Reports paths that are none below a folder, or are those of other files, and contents that are no text. */
export function checkGivenFiles(
  files: GivenFiles | undefined,
  {
    path,
    of,
    isTaken,
    hint,
  }: {
    readonly path: string;
    readonly of: string;
    readonly isTaken: (file: string) => boolean;
    readonly hint: string;
  },
  problems: Problems,
): void {
  for (const [file, text] of Object.entries(files ?? {})) {
    if (!/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(file) || isTaken(file))
      problems.add({
        code: "bad-name",
        path: `${path}.files`,
        message: `${JSON.stringify(file)} cannot be a file of ${of}`,
        hint,
      });
    else if (typeof text !== "string")
      problems.add({ code: "bad-definition", path: `${path}.files.${file}`, message: "the content must be text" });
  }
}

/** Functions whose first argument is the path of a file that must be there. */
const READERS = /^(?:templatefile|file|filebase64|file(?:base64)?(?:sha256|sha512)|file(?:md5|sha1))$/;

/**
 * The files below `path.module` that the module reads, as far as their paths are written out, each with the place of the first
 * expression that reads it: `aws_sqs_queue.this.policy`.
 */
export function filesRead(
  main: Body,
  outputs: readonly { readonly value: Expression }[],
): readonly (readonly [file: string, place: string])[] {
  const found = new Map<string, string>();
  const visit = (value: Expression, place: string) =>
    walkExpression(value, (node) => {
      const path = node.kind === "call" && READERS.test(node.name) ? pathBelowModule(node.args[0]) : undefined;
      if (path !== undefined) found.set(path, found.get(path) ?? place);
    });
  walkBody(main, "", (value, place) => visit(value, place.slice(1)));
  for (const { value } of outputs) visit(value, "");
  return [...found].sort(([a], [b]) => compareBytes(a, b));
}

/** The path of a file of the module, where it is written out behind `path.module`. */
export function pathBelowModule(path: Expression | undefined): string | undefined {
  if (path?.kind !== "template" || path.parts.length !== 2) return undefined;
  const [root, rest] = path.parts;
  const isModule = typeof root === "object" && root.kind === "reference" && root.address === "path.module";
  return isModule && typeof rest === "string" && /^\/[^/]/.test(rest) ? rest.slice(1) : undefined;
}
