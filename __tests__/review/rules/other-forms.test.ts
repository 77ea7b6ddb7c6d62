/** Forms in which resources of Kubernetes, of Azure and of other providers say the same, and plans that need a person. */
import type { Json } from "../../../src/json/json-value";
import { plainText } from "../../../src/text/message";
import { type GivenChange, reviewOf } from "../support";

const rowsOf = (...changes: readonly GivenChange[]) => reviewOf([{ changes }]).rows;
const told = (...changes: readonly GivenChange[]) =>
  rowsOf(...changes).map(({ rule, level, message }) => `${rule} ${level}: ${plainText(message)}`);
const created = (address: string, after: Json): GivenChange => ({ address, after });
const updated = (address: string, before: Json, after: Json): GivenChange => ({ address, before, after });

describe("a Service with a load balancer", () => {
  const isExposed = (annotations: Json) =>
    told(created("kubernetes_service.a", { metadata: [{ annotations }], spec: [{ type: "LoadBalancer" }] })).length > 0;

  test.each([
    ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet"],
    ["service.beta.kubernetes.io/do-loadbalancer-network", "INTERNAL"],
    ["service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private"],
    ["load-balancer.hetzner.cloud/disable-public-network", "true"],
    ["service.beta.kubernetes.io/scw-loadbalancer-private", "true"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", "10.0.0.0/8, 192.168.0.0/16"],
    ["service.beta.kubernetes.io/azure-allowed-ip-ranges", "203.0.113.0/24"],
  ])("not everybody reaches it: %s %s", (name, text) => {
    expect(isExposed({ [name]: text })).toBe(false);
  });

  test.each([
    ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "internet"],
    ["load-balancer.hetzner.cloud/use-private-ip", "true"],
    ["service.beta.kubernetes.io/aws-load-balancer-type", "nlb"],
    ["service.beta.kubernetes.io/aws-load-balancer-internal", "false"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", "10.0.0.0/8,0.0.0.0/0"],
    ["service.beta.kubernetes.io/load-balancer-source-ranges", ""],
  ])("everybody may reach it: %s %s", (name, text) => {
    expect(isExposed({ [name]: text })).toBe(true);
  });
});
