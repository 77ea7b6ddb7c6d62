/** Texts of the README, the examples and the tests of `glue-scripts`. */
import { ref, type TestFile } from "tfwright";
import { offline } from "./aws";

/** For the README. */
export const scriptsIam = [
  "To apply this module you need on the objects below `prefix` (`arn:aws:s3:::BUCKET/PREFIX*`): `s3:PutObject`, `s3:GetObject`, `s3:GetObjectTagging`, `s3:PutObjectTagging` and `s3:DeleteObject`. If the bucket has versions, deleting needs `s3:ListBucketVersions` on the bucket and `s3:DeleteObjectVersion` on the objects too.",
  "With `kms_key_arn`, you also need `kms:GenerateDataKey` and `kms:Decrypt` on that key.",
  "The role of a job that runs a script needs `s3:GetObject` on it: add `module.scripts.folder_uri`, or single `uris`, to `read_s3` of `glue-role`. If a KMS key encrypts the scripts, add the key to `read_kms_keys`.",
];

const jobs = `A job takes the URI of its script from \`uris\`. The keys are paths below the folder:

\`\`\`hcl
module "scripts" {
  source = "./modules/glue-scripts"

  bucket = "example-scripts"
  folder = "\${path.root}/scripts"
}

module "job_role" {
  source = "./modules/glue-role"

  name    = "orders-job-role"
  read_s3 = [module.scripts.folder_uri]
}

module "job" {
  source = "./modules/glue-job"

  name            = "orders"
  role_arn        = module.job_role.arn
  script_location = module.scripts.uris["orders.py"]
  extra_py_files  = [module.scripts.uris["lib/common.zip"]]
  glue_version    = "5.0"
}
\`\`\``;

/** For the README. */
export const scriptsNotes = [
  jobs,
  "A change of a script uploads the file again and does not change the job. The next run uses the new script.",
  "A file that you remove from the folder is deleted from S3 in the next apply. A job that still uses it then fails.",
  "The module sees changes of the local files. If somebody changes a file in S3, no plan shows it: allow only the deployer to write below `prefix`, and turn on versions of the bucket.",
  "Never put secrets into scripts. Read them from Secrets Manager in the job.",
  "By default the module does not upload hidden files, such as `.git`, `.env` and `.DS_Store`, nor what Python compiles. `exclude` replaces this list. To add to it, write the default again.",
  "S3 allows 10 tags on a file. If the provider's `default_tags` and `tags` are more together, the apply fails.",
];

const PATH = ref("path.module");

/** Calls as users write them. */
export const scriptsExamples = {
  basic: {
    description: "Uploads the scripts beside this file.",
    inputs: { bucket: "example-scripts", folder: `${PATH}/scripts` },
    files: { "scripts/orders.py": 'print("orders")\n' },
  },
  complete: {
    description: "Uploads scripts and libraries, encrypted with a KMS key.",
    inputs: {
      bucket: "example-scripts",
      folder: `${PATH}/scripts`,
      prefix: "orders/",
      files: "**/*.{py,sql,r}",
      exclude: ["(^|/)[.]", "(^|/)__pycache__/", "_test[.]py$"],
      content_types: { r: "text/plain" },
      kms_key_arn: "arn:aws:kms:eu-west-1:111111111111:key/11111111-1111-1111-1111-111111111111",
      bucket_key_enabled: true,
      storage_class: "STANDARD",
      checksum_algorithm: "SHA256",
      metadata: { pipeline: "orders" },
      region: "eu-west-1",
      tags: { owner: "data-team" },
    },
    files: {
      "scripts/orders.py": 'print("orders")\n',
      "scripts/orders_test.py": 'print("not uploaded")\n',
      "scripts/sql/orders.sql": "SELECT * FROM orders\n",
    },
  },
  adopt: {
    description:
      "Takes over a hand-written script that has a source_hash, without a change. content_types keeps the content type that AWS gave.",
    inputs: {
      bucket: "example-scripts",
      folder: `${PATH}/scripts`,
      content_types: { py: "application/octet-stream" },
    },
    files: { "scripts/orders.py": 'print("orders")\n' },
    moved: [{ from: "aws_s3_object.orders", to: 'aws_s3_object.this["orders.py"]' }],
  },
};

const README = 'aws_s3_object.this["README.md"]';

/** Runs of `terraform test`. They upload the files of the module itself. */
export const scriptsTests: Readonly<Record<string, TestFile>> = {
  scripts: {
    providers: offline,
    variables: {
      bucket: "example-scripts",
      folder: ".",
      // Written out, because other tests take the inputs that must be known from here.
      files: "**",
      exclude: ["(^|/)[.]", "(^|/)__pycache__/", "[.]pyc$"],
    },
    runs: [
      {
        name: "all_files",
        variables: { exclude: null },
        assert: [
          { condition: `${README}.key == "scripts/README.md"`, message: "below scripts/" },
          { condition: `${README}.source_hash == filemd5("README.md")`, message: "a changed file is seen" },
          { condition: `${README}.content_type == "text/markdown"`, message: "type by extension" },
          {
            condition: 'aws_s3_object.this["main.tf"].content_type == "application/octet-stream"',
            message: "another extension",
          },
          {
            condition: 'output.uris["main.tf"] == "s3://example-scripts/scripts/main.tf"',
            message: "the URI fits script_location",
          },
          { condition: 'output.folder_uri == "s3://example-scripts/scripts/"', message: "the folder fits read_s3" },
          {
            condition:
              'length([for file in keys(output.uris) : file if strcontains(file, "/.") || startswith(file, ".")]) == 0',
            message: "no hidden files, such as .terraform",
          },
        ],
      },
      {
        name: "some_files",
        variables: { files: "*.tf", exclude: ["^versions"], prefix: "", content_types: { tf: "text/plain" } },
        assert: [
          {
            condition: 'sort(keys(output.uris)) == tolist(["main.tf", "outputs.tf", "variables.tf"])',
            message: "what matches files and not exclude",
          },
          { condition: 'aws_s3_object.this["main.tf"].key == "main.tf"', message: "at the top of the bucket" },
          { condition: 'aws_s3_object.this["main.tf"].content_type == "text/plain"', message: "the caller's type" },
        ],
      },
      {
        name: "a_folder_without_files",
        variables: { folder: "./no-such-folder" },
        expectFailures: ["output.uris"],
      },
      {
        name: "inputs_that_aws_rejects",
        variables: {
          bucket: "s3://example-scripts",
          folder: "./",
          prefix: "/scripts",
          exclude: ["*.pyc"],
          content_types: { ".py": "text/x-python" },
          kms_key_arn: "alias/scripts",
          storage_class: "standard",
          checksum_algorithm: "sha256",
          metadata: { Owner: "data-team" },
          tags: { "aws:owner": "data-team" },
        },
        expectFailures: [
          "var.bucket",
          "var.folder",
          "var.prefix",
          "var.exclude",
          "var.content_types",
          "var.kms_key_arn",
          "var.storage_class",
          "var.checksum_algorithm",
          "var.metadata",
          "var.tags",
        ],
      },
    ],
  },
};
