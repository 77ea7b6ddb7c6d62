/** Settings that scanners of configurations look at, and that were silent where a plan turns them off. */
import type { Json } from "../../../src/json/json-value";
import { type Danger, expectHarmless, expectTold, updated } from "./one-change";

const deployment = (context: Json) => ({
  metadata: [{ name: "d" }],
  spec: [{ template: [{ spec: [{ container: [{ name: "c", image: "i:1", security_context: [context] }] }] }] }],
});
const context = (before: Json, after: Json) =>
  updated("kubernetes_deployment_v1", deployment(before), deployment(after));
const PLACE = "spec.template.spec.container.security_context";

test.each<Danger>([
  [
    "a container that may write its file system",
    context({ read_only_root_filesystem: true }, { read_only_root_filesystem: false }),
    [`safeguard-off attention: ${PLACE}.read_only_root_filesystem true → false`],
  ],
  [
    "capabilities that are no longer dropped",
    context({ capabilities: [{ drop: ["ALL"] }] }, { capabilities: [{ drop: [] }] }),
    [`safeguard-off attention: ${PLACE}.capabilities.drop loses ALL`],
  ],
  [
    "system calls that are no longer limited",
    context({ seccomp_profile: [{ type: "RuntimeDefault" }] }, { seccomp_profile: [{ type: "Unconfined" }] }),
    [`safeguard-off attention: ${PLACE}.seccomp_profile.type RuntimeDefault → Unconfined`],
  ],
  [
    "a bucket without encryption",
    updated(
      "alicloud_oss_bucket",
      { bucket: "b", server_side_encryption_rule: [{ sse_algorithm: "AES256" }] },
      { bucket: "b", server_side_encryption_rule: [] },
    ),
    ["encryption-off attention: server_side_encryption_rule.sse_algorithm AES256 → (none)"],
  ],
  [
    "a database without audit",
    updated("alicloud_db_instance", { sql_collector_status: "Enabled" }, { sql_collector_status: "Disabled" }),
    ["logging-off attention: sql_collector_status Enabled → Disabled"],
  ],
  [
    "a key without rotation",
    updated("alicloud_kms_key", { automatic_rotation: "Enabled" }, { automatic_rotation: "Disabled" }),
    ["encryption-weaker attention: automatic_rotation Enabled → Disabled"],
  ],
  [
    "a listener with older TLS",
    updated(
      "alicloud_slb_listener",
      { tls_cipher_policy: "tls_cipher_policy_1_2" },
      { tls_cipher_policy: "tls_cipher_policy_1_0" },
    ),
    ["tls-weaker attention: tls_cipher_policy tls_cipher_policy_1_2 → tls_cipher_policy_1_0"],
  ],
])("%s", (_name, danger, expected) => {
  expectTold(danger, expected);
});

test.each([
  ["a stricter container", context({ read_only_root_filesystem: false }, { read_only_root_filesystem: true })],
  ["another capability", context({ capabilities: [{ drop: ["KILL"] }] }, { capabilities: [{ drop: [] }] })],
  [
    "newer TLS",
    updated(
      "alicloud_slb_listener",
      { tls_cipher_policy: "tls_cipher_policy_1_0" },
      { tls_cipher_policy: "tls_cipher_policy_1_2_strict" },
    ),
  ],
])("not %s", (_name, change) => {
  expectHarmless(change);
});
