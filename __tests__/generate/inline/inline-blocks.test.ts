/** Blocks of an inlined module in Terraform's JSON syntax: their order, and those that a provider declares as attributes. */
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { TerraformVariable } from "cdktf";
import { blockIf, blockList, blocks, bool, list, map, optional, optionalBlock, resource, string } from "tfwright";
import { App, TerraformStack } from "../../../src/cdk";
import { defineOne } from "../one-module";

const network = defineOne({
  variables: {
    open: bool({ default: true }),
    cidrs: list(string(), { default: [] }),
    ports: map(string(), { default: {} }),
    extra: optional(string()),
  },
  build(scope, v) {
    resource(scope, SecurityGroup, "this", {
      ingress: blockList(
        { fromPort: 443, toPort: 443, protocol: "tcp", cidrBlocks: ["10.0.0.0/8"] },
        blockIf(v.open, () => ({ fromPort: 80, toPort: 80, protocol: "tcp", selfAttribute: true })),
        blocks(v.cidrs, (cidr, index) => ({ fromPort: index, toPort: 22, protocol: "tcp", cidrBlocks: [cidr] })),
        blocks(v.ports, (protocol, name) => ({ fromPort: 1, toPort: 2, protocol, description: name })),
        optionalBlock(v.extra, (description) => ({ fromPort: 5, toPort: 5, protocol: "tcp", description })),
      ),
      egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    });
    resource(scope, S3BucketLifecycleConfiguration, "this", {
      bucket: "b",
      rule: blockList(
        { id: "first", status: "Enabled" },
        blockIf(v.open, () => ({ id: "second", status: "Enabled" })),
        { id: "last", status: "Enabled" },
      ),
    });
    return {};
  },
});

type Blocks = Readonly<Record<string, unknown>>;

function synth(values: (stack: TerraformStack) => object, visit: (node: unknown) => void = () => {}) {
  const stack = new TerraformStack(new App({ skipValidation: true, stackTraces: false, outdir: "unused" }), "test");
  network.inline(stack, "net", values(stack) as never);
  for (const node of stack.node.findAll()) visit(node);
  const json = JSON.parse(JSON.stringify(stack.toTerraform())) as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, Blocks>>>>;
  };
  return {
    group: json.resource.aws_security_group?.net as Blocks,
    rules: json.resource.aws_s3_bucket_lifecycle_configuration?.net as Blocks,
  };
}

const NOTHING = {
  cidr_blocks: null,
  description: null,
  from_port: null,
  ipv6_cidr_blocks: null,
  prefix_list_ids: null,
  protocol: null,
  security_groups: null,
  self: null,
  to_port: null,
};
const tokens = (stack: TerraformStack) => ({
  open: new TerraformVariable(stack, "open", { type: "bool" }).booleanValue,
  cidrs: new TerraformVariable(stack, "cidrs", { type: "list(string)" }).listValue,
  ports: new TerraformVariable(stack, "ports", { type: "map(string)" }).value,
  extra: new TerraformVariable(stack, "extra", { type: "string" }).stringValue,
});

test("arguments that are attributes get lists of objects with all attributes", () => {
  const { group } = synth(() => ({ cidrs: ["1.2.3.4/32"] }));
  const tcp = { ...NOTHING, protocol: "tcp" };
  expect(group.ingress).toEqual([
    { ...tcp, from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/8"] },
    { ...tcp, from_port: 80, to_port: 80, self: true },
    { ...tcp, from_port: 0, to_port: 22, cidr_blocks: ["1.2.3.4/32"] },
  ]);
  expect(group.egress).toEqual([{ ...NOTHING, protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] }]);
  expect(group).not.toHaveProperty("dynamic");
});

test("values that only Terraform knows decide the elements of such a list, not blocks", () => {
  const { group } = synth(tokens);
  expect(group).not.toHaveProperty("dynamic");
  const text = String(group.ingress).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/^\$\{concat\( \[\{ .*from_port = 443 /);
  expect(text).toMatch(/\[ for item in \(?[^?]*var\.open[^:]*: true\)? \? \[1\] : \[\] : \{ [^}]* from_port = 80 /);
  expect(text).toMatch(/for key, item in [^{]*\{ cidr_blocks = \[item\] [^}]*from_port = key /);
  expect(text).toMatch(/for key, item in [^[]*: \{ [^}]*description = key [^}]*protocol = item /);
  expect(text).toMatch(/for item in [^{]*\{ [^}]*description = item [^}]*from_port = 5 /);
});

test("blocks keep their order where Terraform decides whether one is there", () => {
  const { rules } = synth(tokens);
  const { rule } = rules.dynamic as { readonly rule: readonly { readonly content: readonly Blocks[] }[] };
  expect(rule.map(({ content }) => content[0]?.id)).toEqual(["first", "second", "last"]);
  expect(rules).not.toHaveProperty("rule");
});

test("blocks that are all known are written as blocks", () => {
  const { rules } = synth(() => ({}));
  expect(rules).not.toHaveProperty("dynamic");
  expect((rules.rule as readonly Blocks[]).map(({ id }) => id)).toEqual(["first", "second", "last"]);
});

test("a stack can replace such a list where it is known, and not where Terraform computes it", () => {
  const open = (node: unknown) => {
    if (node instanceof SecurityGroup) node.putIngress([{ fromPort: 1, toPort: 1, protocol: "udp" }]);
  };
  expect(synth(() => ({}), open).group.ingress).toEqual([{ ...NOTHING, from_port: 1, to_port: 1, protocol: "udp" }]);
  expect(() => synth(tokens, open)).toThrow(/the number of `ingress` blocks is known only when Terraform plans/);
});
