/** What the values of a release of Helm give its containers, and where their images come from; manifests as the typed resources that they are. */
import type { Json } from "../../../src/json/json-value";
import { type AccessCase, created, toldBy, updated } from "./told-by";

const release = (...values: readonly string[]): Json => ({ values, set: [] });
const set = (...pairs: readonly (readonly [name: string, value: string])[]): Json => ({
  values: [],
  set: pairs.map(([name, value]) => ({ name, value, type: "" })),
});
const manifest = (kind: string, body: object, apiVersion = "v1"): Json => ({
  manifest: { apiVersion, kind, ...body } as Json,
});
const account = (role: string | undefined) =>
  manifest("ServiceAccount", {
    metadata: { annotations: role === undefined ? {} : { "eks.amazonaws.com/role-arn": role } },
  });
const pod = (context: object) =>
  manifest("Deployment", { spec: { template: { spec: { containers: [{ securityContext: context }] } } } }, "apps/v1");
const M = "kubernetes_manifest.m";
const yaml = (replicas: string) => ({
  yaml_body: `apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: ${replicas}\n`,
});
const ESCALATION = "spec.template.spec.container.security_context.allow_privilege_escalation";
const R = "helm_release.app";
const IMAGE = "image:\n  repository: registry.acme.example/team/app\n";

const manifests: readonly (readonly [rule: string, cases: readonly AccessCase[]])[] = [
  [
    "access-setting",
    [
      [
        "another role of a cloud",
        updated(M, account("arn:a"), account("arn:b")),
        ["attention: metadata.annotations.eks.amazonaws.com/role-arn arn:a → arn:b"],
      ],
      [
        "a first one",
        updated(M, account(undefined), account("arn:b")),
        ["attention: metadata.annotations.eks.amazonaws.com/role-arn (none) → arn:b"],
      ],
      ["none any more", updated(M, account("arn:a"), account("arn:a")), []],
      [
        "an account of another group",
        updated(
          M,
          manifest("ServiceAccount", { automountServiceAccountToken: false }, "x.example/v1"),
          manifest("ServiceAccount", { automountServiceAccountToken: true }, "x.example/v1"),
        ),
        [],
      ],
    ],
  ],
  [
    "safeguard-off",
    [
      [
        "a container that may become more",
        updated(M, pod({ allowPrivilegeEscalation: false }), pod({ allowPrivilegeEscalation: true })),
        [`attention: ${ESCALATION} false → true`],
      ],
      [
        "a container that may no longer",
        updated(M, pod({ allowPrivilegeEscalation: true }), pod({ allowPrivilegeEscalation: false })),
        [],
      ],
    ],
  ],
  [
    "capacity-reduced",
    [
      [
        "no replica of a manifest in YAML",
        updated("kubectl_manifest.m", yaml("3"), yaml("0")),
        ["attention: spec.replicas 3 → 0"],
      ],
      ["one less", updated("kubectl_manifest.m", yaml("3"), yaml("2")), []],
    ],
  ],
];

const cases: readonly (readonly [rule: string, cases: readonly AccessCase[]])[] = [
  [
    "container-privileged",
    [
      [
        "a value that is set",
        updated(R, set(["securityContext.privileged", "false"]), set(["securityContext.privileged", "true"])),
        ["attention: gets privileged"],
      ],
      [
        "values of a chart in the chart",
        updated(R, release("agent:\n  hostPID: false\n"), release("agent:\n  hostPID: true\n  hostNetwork: true\n")),
        ["attention: gets hostNetwork, hostPID"],
      ],
      ["a new release", created(R, release("securityContext: { privileged: true }\n")), ["attention: gets privileged"]],
      ["it was so before", updated(R, release("privileged: true\na: 1\n"), release("a: 2\nprivileged: true\n")), []],
      ["no longer", updated(R, release("privileged: true\n"), release("privileged: false\n")), []],
      [
        "values that are sensitive",
        updated(R, release("hostPath: /a\n"), release("hostPath: /etc/secret-name\n"), { sensitive: { values: true } }),
        ["attention: gets hostPath"],
      ],
    ],
  ],
  [
    "machine-code",
    [
      [
        "an image of another registry",
        updated(R, release(IMAGE), release("image:\n  repository: registry.other.example/team/app\n")),
        ["attention: runs registry.other.example/team/app, of another registry than registry.acme.example/team"],
      ],
      [
        "a registry beside the repository",
        updated(
          R,
          release("image: { registry: registry.acme.example, repository: team/app }\n"),
          release("image: { registry: quay.io, repository: team/app }\n"),
        ),
        ["attention: runs quay.io/team/app, of another registry than registry.acme.example/team"],
      ],
      ["another tag", updated(R, release(`${IMAGE}  tag: "1"\n`), release(`${IMAGE}  tag: "2"\n`)), []],
      ["a text that is no YAML", updated(R, release(IMAGE), release("image: [\n")), []],
    ],
  ],
  [
    "engine-upgrade",
    [
      [
        "another major version",
        updated(R, { version: "45.1.0" }, { version: "70.0.1" }),
        ["attention: version 45.1.0 → 70.0.1"],
      ],
      ["a minor version", updated(R, { version: "45.1.0" }, { version: "45.2.0" }), []],
    ],
  ],
  [
    "safeguard-off",
    [
      [
        "a monitor that nobody is told of any more",
        updated(
          "datadog_monitor.m",
          { query: "a > 1", message: "down @pagerduty-ops @slack-ops" },
          { query: "a > 1", message: "down @slack-ops" },
        ),
        ["attention: no longer tells @pagerduty-ops"],
      ],
      [
        "an address in the text is none of those",
        updated(
          "datadog_monitor.m",
          { query: "a > 1", message: "ask ops@example.com" },
          { query: "a > 1", message: "ask us" },
        ),
        [],
      ],
    ],
  ],
  [
    "network-peering",
    [
      [
        "a route of Google Cloud through a machine",
        created("google_compute_route.r", { dest_range: "0.0.0.0/0", next_hop_instance: "proxy" }),
        ["attention: 0.0.0.0/0 goes to proxy"],
      ],
      [
        "a route to the Internet gateway",
        created("google_compute_route.r", { dest_range: "0.0.0.0/0", next_hop_gateway: "default" }),
        [],
      ],
    ],
  ],
  [
    "access-not-compared",
    [
      [
        "a policy with other spaces",
        updated(
          "vault_policy.p",
          { policy: 'path "a" { capabilities = ["read"] }' },
          { policy: 'path "a" {\n  capabilities = ["read"]\n}\n' },
        ),
        [],
      ],
      [
        "a policy with another path",
        updated("vault_policy.p", { policy: 'path "a" {}' }, { policy: 'path "*" {}' }),
        ["attention: it decides who may do what: read it"],
      ],
      [
        "a flag that allows no longer",
        updated("vault_pki_secret_backend_role.r", { allow_any_name: true }, { allow_any_name: false }),
        [],
      ],
    ],
  ],
];

describe.each([...manifests, ...cases])("%s", (rule, ofRule) => {
  test.each(ofRule)("%s", (_name, given, want) => {
    expect(toldBy(rule, given)).toEqual(want);
  });
});
