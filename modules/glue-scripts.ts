/** Uploads the scripts of jobs to S3. */
import {
  bool,
  defineModule,
  type Expr,
  each,
  fn,
  gt,
  list,
  local,
  lte,
  map,
  mapFrom,
  not,
  optional,
  output,
  resource,
  string,
} from "tfwright";
import { providers, region } from "./aws";
import { scriptsExamples, scriptsIam, scriptsNotes, scriptsTests } from "./glue-scripts-docs";
import { glueScriptsJa } from "./ja/glue-scripts";
import { S3Object } from "./providers/aws/s3-object";
import { shapeOf } from "./rules";

/** By the extension of the file, in lower case. S3 itself calls everything else `binary/octet-stream`. */
const CONTENT_TYPES = {
  conf: "text/plain",
  csv: "text/csv",
  egg: "application/zip",
  jar: "application/java-archive",
  json: "application/json",
  md: "text/markdown",
  properties: "text/plain",
  py: "text/x-python",
  scala: "text/plain",
  sql: "application/sql",
  txt: "text/plain",
  whl: "application/zip",
  yaml: "application/yaml",
  yml: "application/yaml",
  zip: "application/zip",
};

/** The name of a bucket. Callers often write its ARN or a URI. */
const bucketName = shapeOf(
  "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$",
  'bucket takes the name of a bucket, not its ARN and not an S3 URI: "my-bucket".',
);

const kmsKey = shapeOf(
  "^$|^arn:[^:]+:kms:[^:]+:[^:]+:key/.+$",
  'kms_key_arn takes the ARN of a key, not its ID and not an alias: "arn:aws:kms:REGION:ACCOUNT:key/ID".',
);

const isRegex = {
  condition: (pattern: Expr<string>) => fn.can(fn.regexall(pattern, "")),
  message: 'exclude takes regular expressions, not glob patterns: "[.]pyc$" for "*.pyc".',
};

export const glueScripts = defineModule({
  name: "glue-scripts",
  translations: { ja: glueScriptsJa },
  title: "AWS Glue scripts",
  description:
    "Uploads a folder of scripts and libraries to S3, and gives the URI of each file for `script_location` and `extra_py_files` of `glue-job`.",
  providers,
  iam: scriptsIam,
  notes: scriptsNotes,
  examples: scriptsExamples,
  tests: scriptsTests,
  variables: {
    bucket: string({ description: "Name of the bucket.", validate: [bucketName] }),
    folder: string({
      description:
        'Folder with the scripts, on the machine that runs Terraform: `"${path.root}/scripts"`. A path that starts without `path.root` or `path.module` is relative to the directory in which Terraform runs. Must be known at plan time, because its files decide what is created.',
      known: true,
      validate: [
        shapeOf("[^/]$", 'folder must be the path of a folder, without / at the end: "$${path.root}/scripts".'),
      ],
    }),
    prefix: string({
      description: "Folder in the bucket: `scripts/`. Empty for the bucket itself.",
      default: "scripts/",
      validate: [
        shapeOf(
          "^$|^[^/].*/$",
          'prefix must end with / and must not start with /: "scripts/", or "" for the whole bucket.',
        ),
      ],
    }),
    files: string({
      description:
        "Files of the folder to upload, as a glob pattern: `**` for all files below the folder, `*.py`, `**/*.{py,zip}`. Must be known at plan time.",
      default: "**",
      known: true,
    }),
    exclude: list(string({ validate: [isRegex] }), {
      description:
        "Files that are not uploaded, as regular expressions for paths below the folder. By default hidden files and folders, and what Python compiles. Must be known at plan time.",
      default: ["(^|/)[.]", "(^|/)__pycache__/", "[.]pyc$"],
      known: true,
    }),
    content_types: map(string(), {
      description:
        'Content types by extension, in lower case and without a dot, besides those that the module knows: `{ r = "text/plain" }`. Other files are `application/octet-stream`.',
      default: {},
      validate: [
        {
          condition: (types) => fn.alltrue(each(fn.keys(types), (key) => fn.can(fn.regex("^[a-z0-9_-]+$", key)))),
          message: 'The keys of content_types are extensions in lower case, without a dot: { r = "text/plain" }.',
        },
      ],
    }),
    kms_key_arn: optional(
      string({
        description:
          "ARN of the KMS key that encrypts the files. If null, the bucket's own encryption is used, which is always on.",
        validate: [kmsKey],
      }),
    ),
    bucket_key_enabled: optional(
      bool({
        description:
          "Whether the files use an S3 Bucket Key, which saves requests to KMS. The bucket's setting if null.",
      }),
    ),
    storage_class: optional(
      string({
        description: "Storage class of the files. S3 uses `STANDARD` if null.",
        validate: [
          shapeOf("^$|^[A-Z0-9_]+$", 'storage_class must be the name of a class in capital letters: "STANDARD_IA".'),
        ],
      }),
    ),
    checksum_algorithm: optional(
      string({
        description:
          "Algorithm of the checksum that S3 keeps with each file: `SHA256`, `CRC32`, ... S3 chooses it if null.",
        validate: [
          shapeOf(
            "^$|^[A-Z0-9]+$",
            'checksum_algorithm must be the name of an algorithm in capital letters: "SHA256".',
          ),
        ],
      }),
    ),
    metadata: map(string(), {
      description: "Metadata of each file, with keys in lower case.",
      default: {},
      validate: [
        {
          condition: (metadata) => fn.alltrue(each(fn.keys(metadata), (key) => fn.can(fn.regex("^[a-z0-9_-]+$", key)))),
          message: 'The keys of metadata must be in lower case, because S3 stores them so: { owner = "data-team" }.',
        },
      ],
    }),
    region,
    tags: map(string(), {
      description: "Tags of each file, at most 10. The provider's `default_tags` count too.",
      default: {},
      validate: [
        {
          condition: (all) => lte(fn.length(all), 10),
          message: "tags must have at most 10 entries, because S3 allows no more on a file.",
        },
        {
          condition: (all) => fn.alltrue(each(fn.keys(all), (key) => not(fn.startswith(fn.lower(key), "aws:")))),
          message:
            'The keys of tags must not start with "aws:", which only AWS itself can use: { owner = "data-team" }.',
        },
      ],
    }),
  },
  build(scope, v) {
    const contentTypes = local(scope, "content_types", fn.merge(mapFrom(CONTENT_TYPES), v.content_types), {
      comment: "Content type by the extension of the file",
    });
    const files = local(
      scope,
      "files",
      fn.toset(
        each(fn.fileset(v.folder, v.files), (file) => file, {
          as: "file",
          where: (file) =>
            not(fn.anytrue(each(v.exclude, (pattern) => fn.can(fn.regex(pattern, file)), { as: "pattern" }))),
        }),
      ),
      { comment: "Paths below the folder" },
    );
    const object = resource(
      scope,
      S3Object,
      "this",
      (file) => ({
        bucket: v.bucket,
        key: `${v.prefix}${file.key}`,
        source: `${v.folder}/${file.key}`,
        source_hash: fn.filemd5(`${v.folder}/${file.key}`),
        content_type: fn.lookup(contentTypes, fn.lower(fn.regex("[^.]*$", file.key)), "application/octet-stream"),
        kms_key_id: v.kms_key_arn,
        bucket_key_enabled: v.bucket_key_enabled,
        storage_class: v.storage_class,
        checksum_algorithm: v.checksum_algorithm,
        metadata: v.metadata,
        region: v.region,
        tags: v.tags,
      }),
      {
        forEach: files,
        comment: "An etag is no hash of the content if KMS encrypts the file, so source_hash shows changes.",
      },
    );
    const anyFile = {
      condition: gt(fn.length(files), 0),
      message: `No file in ${v.folder} matches ${v.files}, or exclude leaves out all of them. Check the path: it is relative to the directory in which Terraform runs, unless it starts with path.root or path.module.`,
    };
    return {
      uris: output(
        object.all((file) => `s3://${file.bucket}/${file.key}`),
        {
          description:
            'URI of each file, by its path below the folder: `uris["orders.py"]`. A job that uses it is created after the upload.',
          preconditions: [anyFile],
        },
      ),
      folder_uri: output(`s3://${v.bucket}/${v.prefix}`, {
        description: "URI of the folder in S3, for `read_s3` of `glue-role`.",
      }),
    };
  },
});
