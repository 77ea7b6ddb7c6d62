/** The table of AWS managed policies: an ARN is a name with its path. */
import { managedPolicy } from "../../../src/entries/iam";

const AWS = "arn:aws:iam::aws:policy";

test.each([
  [`${AWS}/AWSGlueServiceRole`, `${AWS}/service-role/AWSGlueServiceRole`],
  [`${AWS}/service-role/AdministratorAccess`, `${AWS}/AdministratorAccess`],
  ["arn:aws-cn:iam::aws:policy/job-function/IAMFullAccess", "arn:aws-cn:iam::aws:policy/IAMFullAccess"],
])("%s is no policy of AWS, and the error says which is", (arn, right) => {
  expect(() => managedPolicy(arn)).toThrow(`managedPolicy(arn): AWS has no policy \`${arn}\`\n  write \`${right}\``);
});

test("a name alone is enough", () => {
  expect(managedPolicy("AWSGlueServiceRole")?.version).toMatch(/^v\d+$/);
  expect(managedPolicy("NoSuchPolicy")).toBeUndefined();
});

test("with its path it is there; what is not in the table, and what is not of AWS, is undefined", () => {
  expect(managedPolicy(`${AWS}/service-role/AWSGlueServiceRole`)?.name).toBe("AWSGlueServiceRole");
  expect(managedPolicy("arn:aws-us-gov:iam::aws:policy/AdministratorAccess")?.name).toBe("AdministratorAccess");
  expect(managedPolicy(`${AWS}/NoSuchPolicy`)).toBeUndefined();
  expect(managedPolicy("arn:aws:iam::123456789012:policy/AWSGlueServiceRole")).toBeUndefined();
});
