/**
 * The resources that contain a Glue resource, and the resources inside it. AWS requires permissions on all of them.
 *
 * Source: AWS Glue guide, "Specifying AWS Glue resource ARNs". Catalog > database > table, function; catalog > connection;
 * federated catalogs (`catalog/s3tablescatalog/BUCKET`) are nested, and their names go before that of the database:
 * `database/s3tablescatalog/BUCKET/NAMESPACE`. Registry > schema is a rule of its own, outside the catalog.
 */
import { checkArgument } from "../../text/check-argument";
import { Memo } from "../../text/memo";
import { splitOutside } from "../../text/tokens";
import { type Arn, formatArn, parseArn } from "./arn";

/** A resource of the tree. */
export interface TreeNode {
  /** Name of the type, as in the authorization data: `rootcatalog`, `database`. */
  readonly type: string;
  readonly arn: string;
}

/** First part of a path -> type, and how many of the path's last parts are the resource's own names. */
const kinds: Readonly<Record<string, { readonly type: string; readonly own: number }>> = {
  database: { type: "database", own: 1 },
  table: { type: "table", own: 1 },
  tableVersion: { type: "tableversion", own: 2 },
  userDefinedFunction: { type: "userdefinedfunction", own: 1 },
};

/** All resources that contain the resource of a Glue ARN, the nearest first. Wildcards and tokens stay as they are written. */
export function glueAncestors(text: string): readonly TreeNode[] {
  checkArgument(text, "text", "glueAncestors(text)");
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== "glue") return NONE;
  const start = text.slice(0, text.length - arn.resource.length);
  return parentsOf(arn.resource).map(([type, resource]) => ({ type, arn: start + resource }));
}

type Parents = readonly (readonly [type: string, resource: string])[];

const NONE: readonly TreeNode[] = [];
/** Keys that are longer are not kept. */
const LONGEST_KEPT = 512;
const PARENTS = new Memo<string, Parents>(4096);

/** The resources that contain a resource. They do not depend on account and Region. */
function parentsOf(resource: string): Parents {
  return resource.length > LONGEST_KEPT ? readParents(resource) : PARENTS.get(resource, () => readParents(resource));
}

function readParents(resource: string): Parents {
  const [kind = "", ...path] = splitOutside(resource, "/", Number.POSITIVE_INFINITY);
  return path.length === 0 ? [] : parents(kind, path);
}

/** What a delete of an ARN of Glue also deletes: tables and functions of a database; all that is in a nested catalog. */
export function glueChildren(text: string): readonly TreeNode[] {
  checkArgument(text, "text", "glueChildren(text)");
  const arn = parseArn(text);
  if (arn === undefined || arn.service !== "glue") return [];
  const [kind, path] = cutOnce(arn.resource);
  if (path === "") return [];
  if (kind === "database") return below(arn, path, ["table", "userDefinedFunction"]);
  return kind === "catalog" ? below(arn, path, ["database", "table", "userDefinedFunction"]) : [];
}

/** Types and paths above a path. */
function parents(kind: string, path: readonly string[]): Parents {
  const root = ["rootcatalog", "catalog"] as const;
  if (kind === "connection") return [root];
  if (kind === "catalog") return [...nested(path.slice(0, -1)), root];
  if (kind === "schema") return [["registry", `registry/${path[0]}`]];
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (found === undefined) return [];
  if (found.type === "database") return [...nested(withDepth(path, 3).slice(0, -1)), root];
  const database = databaseOf(path, found.own);
  return [["database", `database/${database.join("/")}`], ...nested(database.slice(0, -1)), root];
}

/** The database's path in that of a table: `table/*` is every table of every database. */
function databaseOf(path: readonly string[], own: number): readonly string[] {
  const full = withDepth(path, 3 + own);
  if (full.length > own) return full.slice(0, -own);
  const [first = ""] = full;
  const star = first.indexOf("*");
  return [star < 0 ? first : first.slice(0, star + 1)];
}

/** In `s3tablescatalog/*` the last `*` is a whole path: it matches as many names as are missing. */
function withDepth(path: readonly string[], depth: number): readonly string[] {
  const [first] = path;
  const last = path.at(-1);
  if (first !== "s3tablescatalog" || last !== "*" || path.length >= depth) return path;
  return [...path, ...Array.from({ length: depth - path.length }, () => "*")];
}

/** The nested catalogs of a path, the nearest first. */
function nested(path: readonly string[]): readonly (readonly [string, string])[] {
  return path.map((_, index) => ["catalog", `catalog/${path.slice(0, path.length - index).join("/")}`] as const);
}

function below(arn: Arn, path: string, roots: readonly string[]): readonly TreeNode[] {
  return roots.map((root) => ({
    type: kinds[root]?.type ?? root,
    arn: formatArn({ ...arn, resource: `${root}/${path}/*` }),
  }));
}

function cutOnce(text: string): readonly [string, string] {
  const slash = text.indexOf("/");
  return slash < 0 ? [text, ""] : [text.slice(0, slash), text.slice(slash + 1)];
}
