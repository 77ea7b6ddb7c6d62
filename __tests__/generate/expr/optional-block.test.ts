/** A block that is there unless a value is null: of a list or a set `value[*]` would make a block for each element. */
import { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import {
  any,
  blockIf,
  blockList,
  fn,
  isNull,
  list,
  map,
  number,
  object,
  optional,
  optionalBlock,
  output,
  resource,
  set,
  string,
  tuple,
} from "tfwright";
import { defineOne, mainOf } from "../one-module";

const WRAPPED = "var.x != null ? [var.x] : []";

test.each([
  ["a string", optional(string()), "var.x[*]"],
  ["a map", optional(map(string())), "var.x[*]"],
  ["an object", optional(object({ a: string() })), "var.x[*]"],
  ["a list", optional(list(string())), WRAPPED],
  ["a list of objects", optional(list(object({ a: string() }))), WRAPPED],
  ["a set", optional(set(string())), WRAPPED],
  ["a tuple", optional(tuple([string(), number()])), WRAPPED],
  ["any", optional(any()), WRAPPED],
])("%s", (_, x, want) => {
  const module = defineOne({
    variables: { x },
    build(scope, v) {
      resource(scope, SecurityGroup, "this", {
        name: "a",
        timeouts: optionalBlock(v.x as never, (value) => ({ create: fn.jsonencode(value) })) as never,
      });
      return {};
    },
  });
  expect(/for_each = (.*)/.exec(mainOf(module))?.[1]).toBe(want);
});

test("one of several, where the class takes one block", () => {
  const module = defineOne({
    variables: { certificate: optional(string()), countries: optional(list(string())) },
    build(scope, v) {
      const made = resource(scope, CloudfrontDistribution, "this", {
        enabled: true,
        origin: [],
        defaultCacheBehavior: blockList(
          blockIf(isNull(v.countries), () => ({ targetOriginId: "a", forwardedValues: { queryString: true } })),
          optionalBlock(v.countries, (headers) => ({ compress: true, forwardedValues: { headers } })),
        ) as never,
        restrictions: { geoRestriction: { restrictionType: "none" } },
        viewerCertificate: blockList(
          optionalBlock(v.certificate, (arn) => ({ acmCertificateArn: arn, sslSupportMethod: "sni-only" })),
          blockIf(isNull(v.certificate), () => ({ cloudfrontDefaultCertificate: true })),
        ) as never,
      });
      return { id: output(made.id) };
    },
  });
  const main = mainOf(module).replace(/\s+/g, " ");
  expect(main).toContain('content { acm_certificate_arn = viewer_certificate.value ssl_support_method = "sni-only" }');
  expect(main).toContain("content { cloudfront_default_certificate = true }");
  expect(main).toContain("forwarded_values { query_string = true }");
  expect(main).toContain("compress = true forwarded_values { headers = default_cache_behavior.value }");
});
