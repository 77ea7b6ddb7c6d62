/** The hint for a provider that is not declared has the source of that provider, or says that it is not known. */
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { type AnyModule, call, output, resource, resourceType, string } from "tfwright";
import { TerraformResource } from "../../../src/cdk";
import { defineOne, problemsOf } from "../one-module";

const typeOf = (type: string, from?: { readonly source: string; readonly version: string }, provider?: string) =>
  resourceType(type, { arguments: { name: string() }, ...(from && { from }), ...(provider && { provider }) });
const making = (made: unknown): AnyModule =>
  defineOne({
    providers: {},
    build(scope) {
      resource(scope, made as typeof SqsQueue, "this", { name: "a" });
      return {};
    },
  });

/** A class of a package of CDKTF's, or of one that is not installed. */
function classOf(fqn: string): unknown {
  class Server extends TerraformResource {
    static readonly tfResourceType = "hcloud_server";

    constructor(scope: never, id: string) {
      super(scope, id, { terraformResourceType: "hcloud_server" });
    }
  }
  return Object.assign(Server, { [Symbol.for("jsii.rtti")]: { fqn, version: "1.0.0" } });
}

const unknown = (name: string, key = name) =>
  `providers: { ${key}: { source: "NAMESPACE/${name}", version: ">= ..." } }; NAMESPACE is in the address of the provider's page in the registry`;

test.each<[what: string, module: AnyModule, hint: string]>([
  [
    "a schema",
    making(typeOf("hcloud_server", { source: "hetznercloud/hcloud", version: "1.50.0" })),
    'providers: { hcloud: { source: "hetznercloud/hcloud", version: ">= ..." } }',
  ],
  [
    "a schema, with the usual host",
    making(typeOf("hcloud_server", { source: "registry.terraform.io/hetznercloud/hcloud", version: "1.50.0" })),
    'providers: { hcloud: { source: "hetznercloud/hcloud", version: ">= ..." } }',
  ],
  [
    "a schema, with another host",
    making(typeOf("acme_widget", { source: "registry.example.com/acme/acme", version: "1.0.0" })),
    'providers: { acme: { source: "registry.example.com/acme/acme", version: ">= ..." } }',
  ],
  ["a package", making(SqsQueue), 'providers: { aws: { source: "hashicorp/aws", version: ">= ..." } }'],
  [
    "a package, whatever the local name is",
    making(classOf("@cdktf/provider-aws.sqsQueue.SqsQueue")),
    'providers: { hcloud: { source: "hashicorp/aws", version: ">= ..." } }',
  ],
  ["a package that is not there", making(classOf("@acme/provider-hcloud.server.Server")), unknown("hcloud")],
  ["a type by its name", making(typeOf("hcloud_server")), unknown("hcloud")],
  [
    "a local name with a dash",
    making(typeOf("acme_gadget", undefined, "acme-beta")),
    unknown("acme-beta", '"acme-beta"'),
  ],
  [
    "a type of HashiCorp's",
    making(typeOf("random_id")),
    'providers: { random: { source: "hashicorp/random", version: ">= ..." } }',
  ],
  [
    "a function of HashiCorp's",
    defineOne({ build: () => ({ x: output(call("provider::time::duration_parse", "1h")) }) }),
    'providers: { time: { source: "hashicorp/time", version: ">= ..." } }',
  ],
  [
    "a function of another provider",
    defineOne({ build: () => ({ x: output(call("provider::acme::parse", "1h")) }) }),
    unknown("acme"),
  ],
])("the source of %s", (_what, module, hint) => {
  expect(problemsOf(module).filter(({ code }) => code === "provider-not-declared")).toMatchObject([{ hint }]);
});
