/** `npm start`: install, compile, generate the modules, synthesise the reference environment. */
const { join } = require("node:path");
const { build, install, run } = require("./setup.js");

install();
build();
run(process.execPath, [join("bin", "tfwright.js"), "generate"]);
run(process.execPath, [join("dist", "main.js")]);
process.stdout.write(`
Made:
  generated/                          the modules as plain HCL, for any repository; start with generated/README.md
  cdktf.out/stacks/data-lake-test/    the reference environment as a Terraform workspace that calls them

Next:
  cd cdktf.out/stacks/data-lake-test && terraform init && terraform plan    plan it (needs AWS credentials)
  npx tfwright list                                                         what there is
  edit modules/glue-job.ts, then npx tfwright generate                      change a module
`);
