/** Policies of AWS IoT Core: their own keys and variables, and the wildcards of MQTT, which are none there. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`;
const codes = (...statements: readonly object[]) => codesOf(findingsOf(policyOf(...statements)));
const on = (Action: string | readonly string[], resource: string, Condition: object = {}) => ({
  Action,
  Resource: arn(resource),
  Condition,
});

describe("keys of devices", () => {
  const thing = "client/${iot:Connection.Thing.ThingName}";

  test.each([
    ["whether the thing is attached", { Bool: { "iot:Connection.Thing.IsAttached": ["true"] } }],
    [
      "its type and an attribute",
      { StringEquals: { "iot:Connection.Thing.ThingTypeName": "lamp", "iot:Connection.Thing.Attributes[site]": "a" } },
    ],
    ["the client and the certificate", { StringLike: { "iot:ClientId": "lamp-*", "iot:CertificateId": "a*" } }],
    [
      "a list of the certificate",
      { "ForAnyValue:StringEquals": { "iot:Certificate.Subject.Organization.List": ["Example"] } },
    ],
    ["a field of the certificate", { StringEquals: { "iot:Certificate.Issuer.CommonName": "Example" } }],
  ])("%s", (_, condition) => {
    expect(codes(on("iot:Connect", thing, condition))).toEqual([]);
  });

  test("the key of an attachment has true or false", () => {
    const attached = { StringEquals: { "iot:Connection.Thing.IsAttached": "true" } };
    expect(codes(on("iot:Connect", thing, attached))).toEqual(["warning type-mismatch"]);
  });

  test("keys that are none, and a request of another service", () => {
    expect(codes(on("iot:Connect", thing, { Bool: { "iot:Connection.Thing.Attached": "true" } }))).toEqual([
      "error unknown-condition-key",
    ]);
    const other = {
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::raw/*",
      Condition: { StringEquals: { "iot:ClientId": "a" } },
    };
    expect(codes(other)).toEqual(["error unsupported-condition-key"]);
  });
});

describe("the wildcards of MQTT", () => {
  const MALFORMED = "error malformed-arn";
  const PUBLISH = ["iot:Publish", "iot:Receive"];

  test.each([
    ["all below a topic", "topic/lamps/#"],
    ["one level", "topic/lamps/+/state"],
    ["a level at the start", "topic/+/state"],
    ["everything", "topic/#"],
    ["behind a variable", "topic/${iot:ClientId}/#"],
  ])("in a topic: %s", (_, resource) => {
    expect(codes(on(PUBLISH, resource))).toEqual([MALFORMED]);
  });

  test.each([
    ["a filter, which has them", "iot:Subscribe", "topicfilter/lamps/+/#"],
    ["the wildcards of policies", PUBLISH, "topic/lamps/*/state"],
    ["a sign within a name", PUBLISH, "topic/lamps/a+b"],
  ])("%s", (_, action, resource) => {
    expect(codes(on(action, resource))).toEqual([]);
  });
});

test("a device takes a role by its certificate; a mistyped name does not exist", () => {
  expect(codes(on("iot:AssumeRoleWithCertificate", "rolealias/lamps"))).toEqual([]);
  expect(codes(on("iot:AssumeRoleWithCertificat", "rolealias/lamps"))).toEqual(["error unknown-action"]);
});
