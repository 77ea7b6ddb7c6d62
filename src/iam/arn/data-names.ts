/** How people name data: `s3://bucket/folder/`, `database`, `database.table`. */

/** How an S3 URI begins. */
export const S3_SCHEME = "s3://";

/** A parsed S3 URI. */
export interface S3Uri {
  /** As written; empty in `s3://`. */
  readonly bucket: string;
  /** The text behind the slash of the bucket: a key, or a prefix of keys; may be empty. */
  readonly key: string;
}

/** Parses an S3 URI; undefined if the text is not an S3 URI. */
export function readS3Uri(text: string): S3Uri | undefined {
  if (!text.startsWith(S3_SCHEME)) return undefined;
  const path = text.slice(S3_SCHEME.length);
  const slash = path.indexOf("/");
  return slash < 0 ? { bucket: path, key: "" } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

// Amazon S3 User Guide, "Bucket naming rules".
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** Whether a text can be the name of a bucket. */
export function isBucketName(text: string): boolean {
  return BUCKET.test(text);
}

/** The separator between a database and its table. Names of databases contain no dot. */
export const TABLE_SEPARATOR = ".";

const DATABASE = /^(s3tablescatalog\/[^/.]+\/)?[^./*?:$\s]+$/;
const TABLE = /^[^./$\s]+$/;

/** A database, and a table where one is named. */
interface TableName {
  readonly database: string;
  /** With wildcards as written. */
  readonly table?: string;
}

/** Parses `database`, `database.table` or `s3tablescatalog/BUCKET/NAMESPACE.TABLE`; undefined for any other text. */
export function readTableName(text: string): TableName | undefined {
  const dot = text.indexOf(TABLE_SEPARATOR);
  const [database, table] = dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
  if (!DATABASE.test(database)) return undefined;
  if (table === undefined) return { database };
  return TABLE.test(table) ? { database, table } : undefined;
}
