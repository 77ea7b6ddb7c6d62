import { installHint } from "../../../src/cli/load/install-hint";

const among =
  (...installed: string[]) =>
  (name: string) =>
    installed.includes(name);

test.each([
  ["@cdktf/provider-aws", ["cdktf"], "@cdktf/provider-aws"],
  ["@cdktf/provider-aws", ["cdktf", "cdktn"], "@cdktf/provider-aws"],
  ["@cdktf/provider-aws", [], "@cdktf/provider-aws"],
  ["@cdktf/provider-aws", ["cdktn"], "@cdktf/provider-aws@npm:@cdktn/provider-aws"],
  ["@cdktf/provider-google", ["cdktn"], "@cdktf/provider-google@npm:@cdktn/provider-google"],
  ["@acme/gone", ["cdktn"], "@acme/gone"],
])("%s with %j", (missing, installed, want) => {
  expect(installHint(missing, among(...installed))).toBe(`npm install --save-dev ${want}`);
});
