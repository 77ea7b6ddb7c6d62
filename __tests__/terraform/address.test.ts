/** Addresses with instance keys, of which a quoted one may have dots and brackets. */
import {
  joinAddress,
  moduleAround,
  moduleOfAddress,
  moduleOfAddressWithKeys,
  withoutKeys,
} from "../../src/terraform/address";

test.each([
  ["aws_glue_job.this", "aws_glue_job.this", "", ""],
  ["aws_glue_job.this[0]", "aws_glue_job.this", "", ""],
  ['module.job["a.b"].aws_glue_job.this[0]', "module.job.aws_glue_job.this", "module.job", 'module.job["a.b"]'],
  [
    'module.a["]"].module.b[1].data.x.y["\\"]"]',
    "module.a.module.b.data.x.y",
    "module.a.module.b",
    'module.a["]"].module.b[1]',
  ],
  ["module.a.module_b.c", "module.a.module_b.c", "module.a", "module.a"],
])("%s", (address, plain, module, moduleWithKeys) => {
  expect(withoutKeys(address)).toBe(plain);
  expect(moduleOfAddress(address)).toBe(module);
  expect(moduleOfAddressWithKeys(address)).toBe(moduleWithKeys);
});

test.each([
  ["module.a", ""],
  ["module.a.module.b", "module.a"],
  ["module.a.module.b.module.c", "module.a.module.b"],
])("the module around %s", (module, around) => {
  expect(moduleAround(module)).toBe(around);
  expect(joinAddress(around, module.slice(around.length).replace(/^\./, ""))).toBe(module);
});
