/** One module of N resources, generated once in this process; prints the milliseconds. */
const { GlueJob } = require("@cdktf/provider-aws/lib/glue-job");
const { createEngine, renderModule } = require("../dist/src/render");
const { defineModule, list, object, output, resource, string } = require("../dist/src/index.js");

const count = Number(process.argv[2]);
const large = (size) =>
  defineModule({
    name: "large",
    title: "Large module",
    description: "A module of many jobs.",
    providers: { aws: { source: "hashicorp/aws", version: ">= 6.0" } },
    variables: { role_arn: string(), files: list(object({ path: string() }), { default: [] }) },
    build(scope, v) {
      let last;
      for (let index = 0; index < size; index++) {
        last = resource(scope, GlueJob, `job_${index}`, {
          name: `job-${index}`,
          roleArn: v.role_arn,
          command: { scriptLocation: `s3://scripts/${index}.py` },
          defaultArguments: {
            "--stage": "test",
            "--number": String(index),
            "--after": last === undefined ? "" : last.name,
          },
          executionProperty: { maxConcurrentRuns: 1 },
        });
      }
      return { last: output(last.arn), files: output(v.files) };
    },
  });
const engine = createEngine();
renderModule(large(50).generate(), engine);
const start = process.hrtime.bigint();
const files = renderModule(large(count).generate(), engine);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
if (files.get("main.tf").split("resource ").length !== count + 1) throw new Error("not all resources are there");
process.stdout.write(String(milliseconds));
