import { mockedTest } from "../../src/eject/mocked-test";
import { StackFile } from "../../src/eject/stack-file";

function testOf(stack: object): string {
  return mockedTest(StackFile.read("cdk.tf.json", JSON.stringify(stack)));
}

test("what is imported is overridden, because a mocked provider imports nothing, under the name that it has now", () => {
  const stack = {
    resource: { aws_sqs_queue: { q_01234567: {}, many: { for_each: "${var.m}" } } },
    import: [
      { to: "aws_sqs_queue.q_01234567", id: "https://q" },
      { to: '${aws_sqs_queue.many["a"]}', id: "a" },
      { to: "aws_sqs_queue.many[each.key]", id: "b", for_each: "${var.m}" },
      { to: "module.m.aws_sqs_queue.q", id: "c" },
    ],
  };
  const override = (name: string) => `override_resource {\n  target = aws_sqs_queue.${name}\n  values = {}\n}`;
  const text = testOf(stack);
  expect(text).toContain(`${override("q_01234567")}\n\n${override("many")}\n\nrun "plan"`);
  expect(text.match(/override_resource/g)).toHaveLength(2);
  const names = new Map([["aws_sqs_queue.q_01234567", "aws_sqs_queue.q"]]);
  expect(mockedTest(StackFile.read("cdk.tf.json", JSON.stringify(stack)), names)).toContain(override("q"));
});

describe("data sources whose values a provider looks into", () => {
  test("have values that it takes, at each of its aliases", () => {
    const text = testOf({
      provider: { aws: [{}, { alias: "west" }] },
      data: { aws_caller_identity: { me: {} }, aws_region: { here: {} }, aws_sns_topic: { t: {} } },
      resource: {
        aws_x: {
          a: { arn: "arn:aws:sqs:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:x" },
          b: { target: "${data.aws_sns_topic.t[0].arn}", other: "${data.aws_sns_topic.t[0].display_name}" },
        },
      },
    });
    const data =
      '  mock_data "aws_region" {\n    defaults = { name = "eu-west-1" }\n  }\n\n' +
      '  mock_data "aws_caller_identity" {\n    defaults = { account_id = "123456789012" }\n  }\n\n' +
      '  mock_data "aws_sns_topic" {\n    defaults = { arn = "arn:aws:iam::123456789012:role/mocked" }\n  }\n}';
    expect(text).toContain(`mock_provider "aws" {\n${data}`);
    expect(text).toContain(`mock_provider "aws" {\n  alias = "west"\n\n${data}`);
  });

  test("are those that are referred to, and of other providers none are made up", () => {
    const text = testOf({
      data: { aws_iam_policy_document: { d: {} }, google_project: { p: {} }, aws_vpc: { v: {} } },
      resource: {
        aws_x: { a: { policy: "${data.aws_iam_policy_document.d.json}", cidr: "${data.aws_vpc.v.cidr_block}" } },
        google_x: { a: { project: "${data.google_project.p.project_id}" } },
      },
    });
    expect(text).toContain('mock_data "aws_iam_policy_document"');
    expect(text.match(/mock_data/g)).toHaveLength(2);
    expect(text).toContain('defaults = { cidr_block = "10.0.0.0/16" }');
    expect(text).toContain('mock_provider "google" {}');
  });

  test("of IAM Identity Center are an instance, as there is one in each organization", () => {
    const text = testOf({
      data: { aws_ssoadmin_instances: { i: {} } },
      locals: { arn: "${element(data.aws_ssoadmin_instances.i.arns, 0)}" },
    });
    expect(text).toContain('defaults = { arns = ["arn:aws:sso:::instance/ssoins-1234567890abcdef"] }');
  });

  test("of Azure are identifiers, of zones and subnets lists", () => {
    const text = testOf({
      data: { azurerm_client_config: { c: {} }, aws_availability_zones: { z: {} }, aws_subnets: { s: {} } },
      resource: {
        azurerm_x: { a: { tenant_id: "${data.azurerm_client_config.c.tenant_id}" } },
        aws_x: { a: { zone: "${element(data.aws_availability_zones.z.names, 1)}", ids: "${data.aws_subnets.s.ids}" } },
      },
    });
    expect(text).toContain('defaults = { tenant_id = "00000000-0000-4000-8000-000000000000" }');
    expect(text).toContain('defaults = { ids = ["mocked-1", "mocked-2", "mocked-3"] }');
    expect(text).toContain('defaults = { names = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] }');
  });
});
