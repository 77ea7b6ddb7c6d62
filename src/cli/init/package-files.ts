/** The files of a new package of definitions: one module that generates, and the checks of the README. */
import type { FileSet } from "../../workspace";

/** What the files are made of. */
export interface PackageFacts {
  /** Name of the npm package. */
  readonly name: string;
  /** Versions of the packages to install, by name. */
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Files that another program may have written before, or that a folder has for other reasons: they stay. */
export const KEPT: readonly string[] = [
  ".gitignore",
  "README.md",
  "eslint.config.mjs",
  "package.json",
  "tsconfig.json",
];

/** The files by their paths, in the order in which they are listed. */
export function packageFiles(facts: PackageFacts): FileSet {
  return new Map([
    ["tfwright.config.ts", CONFIG],
    ["modules/queue.ts", QUEUE],
    ["package.json", manifestOf(facts)],
    ["tsconfig.json", TSCONFIG],
    ["eslint.config.mjs", ESLINT],
    [".gitignore", IGNORED],
    ["README.md", readmeOf(facts.name)],
  ]);
}

function manifestOf({ name, dependencies }: PackageFacts): string {
  const manifest = {
    name,
    private: true,
    scripts: {
      generate: "tfwright generate",
      check: "tfwright generate --check && tsc --noEmit && eslint .",
    },
    devDependencies: dependencies,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const CONFIG = `import { defineConfig } from "tfwright";
import { queue } from "./modules/queue";

export default defineConfig({
  modules: [queue],
  out: "generated",
});
`;

const QUEUE = `import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { bool, defineModule, fn, number, output, resource, string, when } from "tfwright";

export const queue = defineModule({
  name: "queue",
  title: "SQS queue",
  description: "A queue, and one for what could not be processed.",
  providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
  variables: {
    name: string({
      description: "Name of the queue.",
      validate: [{ condition: (name) => fn.can(fn.regex("^[\\\\w-]{1,75}$", name)), message: "name has 1 to 75 characters." }],
    }),
    retention: number({ description: "Seconds that a message is kept.", default: 345600 }),
    dead_letters: bool({ description: "Whether there is a queue for failed messages.", default: true }),
  },
  build(scope, v) {
    const failed = resource(scope, SqsQueue, "failed", { name: \`\${v.name}-failed\` }, { count: when(v.dead_letters, 1, 0) });
    const main = resource(scope, SqsQueue, "this", {
      name: v.name,
      messageRetentionSeconds: v.retention,
      redrivePolicy: when(
        v.dead_letters,
        fn.jsonencode({ deadLetterTargetArn: failed.at(0).arn, maxReceiveCount: 5 }),
        null,
      ),
    });
    return {
      arn: output(main.arn, { description: "ARN of the queue." }),
      failed_arn: output(failed.one((queue) => queue.arn), { description: "ARN of the queue for failed messages." }),
    };
  },
  examples: {
    basic: { description: "A queue with one for failed messages.", inputs: { name: "orders" } },
  },
  tests: {
    plan: {
      // These settings let Terraform plan without an AWS account.
      providers: {
        aws: {
          region: "eu-west-1",
          access_key: "test",
          secret_key: "test",
          skip_credentials_validation: true,
          skip_requesting_account_id: true,
          skip_metadata_api_check: true,
        },
      },
      variables: { name: "orders" },
      runs: [
        { name: "both", assert: [{ condition: "length(aws_sqs_queue.failed) == 1", message: "a queue for failed messages" }] },
        { name: "alone", variables: { dead_letters: false }, assert: [{ condition: "output.failed_arn == null", message: "no second queue" }] },
        { name: "bad_name", variables: { name: "a b" }, expectFailures: ["var.name"] },
      ],
    },
  },
});
`;

const TSCONFIG = `${JSON.stringify(
  {
    compilerOptions: {
      strict: true,
      target: "es2022",
      module: "esnext",
      moduleResolution: "bundler",
      types: [],
      skipLibCheck: true,
      noEmit: true,
    },
    include: ["*.ts", "modules"],
  },
  null,
  2,
)}\n`;

const ESLINT = `import tfwright from "tfwright/eslint";
import tseslint from "typescript-eslint";

export default [
  { ignores: ["generated/"] },
  {
    files: ["**/*.ts"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
  },
  { files: ["**/*.ts"], ...tfwright.configs.recommended },
];
`;

const IGNORED = `node_modules/
.terraform/
.terraform.lock.hcl
*.tfstate*
`;

const readmeOf = (name: string) => `# ${name}

Terraform modules, written as [tfwright](https://www.npmjs.com/package/tfwright) definitions in \`modules/\`. The HCL is in \`generated/\`: commit it, and call it.

\`\`\`console
npm install
npx tfwright generate
npm run check
\`\`\`

\`npm run check\` compares \`generated/\` with the definitions, compiles them, and finds conditions that JavaScript cannot test. CI runs the same.
\`terraform init\` and \`terraform test\` in a folder below \`generated/modules\` run the tests of its module.

A new module is a file in \`modules/\`, and its name in \`tfwright.config.ts\`.
`;
