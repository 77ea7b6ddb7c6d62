/** ARNs of API Gateway: routes of WebSocket APIs have no method and no path. */
import { codesOf, findingsOf, policyOf } from "./field-support";

const codes = (path: string) =>
  codesOf(
    findingsOf(
      policyOf({ Action: "execute-api:Invoke", Resource: `arn:aws:execute-api:us-east-1:123456789012:${path}` }),
    ),
  );

test.each([
  ["a route", "abc/prod/$connect"],
  ["a route of every stage", "abc/*/$default"],
  ["a method and a path", "abc/prod/GET/orders"],
  ["a parameter of a path", "abc/prod/GET/orders/{id}"],
  ["a stage", "abc/prod/*"],
])("%s", (_, path) => {
  expect(codes(path)).toEqual([]);
});

test.each([
  ["a method without a path", "abc/prod/GET"],
  ["a path without a method", "abc/prod/orders"],
])("%s", (_, path) => {
  expect(codes(path)).toEqual(["error resource-type-mismatch"]);
});
