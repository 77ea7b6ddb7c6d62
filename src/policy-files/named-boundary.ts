/** What in Terraform files is called a permissions boundary, or is compared with one. */
import { type BlockSyntax, type BodySyntax, type Syntax, walkSyntax } from "../hcl/read";

/** A word of a name: `deploy-boundary`, `iam_boundary_policy`, `Boundary`, `DeployBoundary`, `DEPLOY_BOUNDARY`. */
const BOUNDARY =
  /(?:^|[^a-z])boundar(?:y|ies)(?:[^a-z]|$)|Boundar(?:y|ies)(?![a-z])|(?<![A-Z])BOUNDAR(?:Y|IES)(?![A-Z])/;

/** Arguments of a policy that name it. */
const NAMES = /^name(?:_prefix)?$/;

/** Functions whose first argument is the name of a file. */
const READERS: readonly string[] = ["file", "templatefile"];

/** The key of conditions on the boundary that a new role or user gets. */
const KEY = /^iam:PermissionsBoundary$/i;

/** Whether a block, its name, its file or the file that it reads is called a boundary. */
export function isCalledBoundary({ labels, body }: BlockSyntax, path: string): boolean {
  const file = path.slice(path.lastIndexOf("/") + 1);
  if ([file, labels[1] ?? ""].some(hasBoundary)) return true;
  return body.some(
    (item) => item.kind === "attribute" && textsThatName(item.name, item.value).some((text) => hasBoundary(text)),
  );
}

/** Whether a name has the word. */
export function hasBoundary(name: string): boolean {
  return BOUNDARY.test(name);
}

/** The texts of an argument in which the name of a policy may stand, or that of the file that it reads. */
function textsThatName(argument: string, value: Syntax): readonly string[] {
  if (NAMES.test(argument)) return textsIn(value);
  const found: string[] = [];
  walkSyntax(value, (node) => {
    const [path] = node.kind === "call" && READERS.includes(node.name) ? node.args : [];
    if (path !== undefined) found.push(...textsIn(path).map((text) => text.slice(text.lastIndexOf("/") + 1)));
  });
  return found;
}

function textsIn(value: Syntax): readonly string[] {
  if (value.kind === "literal") return typeof value.value === "string" ? [value.value] : [];
  return value.kind === "template" ? value.parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])) : [];
}

/** The expressions that a body compares with `iam:PermissionsBoundary`, in `condition` blocks and in objects. */
export function comparedWithBoundary(body: BodySyntax): readonly Syntax[] {
  return body.flatMap((item): readonly Syntax[] => {
    if (item.kind === "attribute") return inObjects(item.value);
    const isCompared = item.body.some(
      (part) => part.kind === "attribute" && part.name === "variable" && textsIn(part.value).some(isKey),
    );
    const values = item.body.flatMap((part) =>
      part.kind === "attribute" && part.name === "values" ? [part.value] : [],
    );
    return [...(isCompared ? values : []), ...comparedWithBoundary(item.body)];
  });
}

function inObjects(value: Syntax): readonly Syntax[] {
  const found: Syntax[] = [];
  walkSyntax(value, (node) => {
    if (node.kind !== "object") return;
    for (const entry of node.entries) if (textsIn(entry.key).some(isKey)) found.push(entry.value);
  });
  return found;
}

function isKey(text: string): boolean {
  return KEY.test(text);
}
