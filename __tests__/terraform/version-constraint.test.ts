/** Version constraints, as the Terraform 1.14 documentation of `version` tells them. */
import { allowsVersion, readConstraint } from "../../src/terraform/version-constraint";

describe("whether a constraint allows a version", () => {
  test.each([
    ["6.2.0", "6.2.0", true],
    ["6.2.0", "6.2.1", false],
    [">= 6.2, < 7", "6.9.9", true],
    [">= 6.2, < 7", "7.0.0", false],
    ["~> 6.2", "6.9.0", true],
    ["~> 6.2", "7.0.0", false],
    ["~> 6.2.1", "6.2.9", true],
    ["~> 6.2.1", "6.3.0", false],
    [">= 6.0, != 6.2.0", "6.2.0", false],
    [">= 6.0, != 6.2.0", "6.2.1", true],
    [">= 6.0, != 6.2", "6.2.0", false],
    [">= 6.0, !=v6.2.0", "6.2.0", false],
    ["> 6.2.0", "6.2.0", false],
    ["> 6.2.0", "6.2.1", true],
    // A pre-release is no release, and only who names it gets it.
    ["6.2.0", "6.2.0-beta1", false],
    [">= 6.2", "6.3.0-beta1", false],
    ["~> 6.2", "6.2.0-rc.1", false],
    ["6.2.0-beta1", "6.2.0-beta1", true],
    ["= v6.2.0-beta1", "v6.2.0-beta1", true],
    ["= 6.2.0-beta1", "6.2.0-beta2", false],
    ["= 6.2.0-beta1", "6.2.0", false],
    ["!= 6.2.0-beta1", "6.2.0", true],
    ["> 6.2.0-beta1", "6.2.0", true],
    ["<= 6.2.0-beta1", "6.2.0", false],
    [">= 6.2.0-beta1", "6.2.0", true],
    // What stands behind `+` says nothing of the order.
    ["6.2.0", "6.2.0+build.5", true],
    ["6.2.0+build.5", "6.2.0", true],
  ])("%s and %s", (constraint, version, isAllowed) => {
    expect(allowsVersion(constraint, version)).toBe(isAllowed);
  });

  test.each([
    ["latest", "6.2.0"],
    [">= 6.2,", "6.2.0"],
    [">= 6.2", "latest"],
  ])("nobody knows for %s and %s", (constraint, version) => {
    expect(allowsVersion(constraint, version)).toBeUndefined();
  });
});

test.each([
  ["~> 1.8", [1, 8], false],
  [">= 1.5, < 1.5", [1, 5], true],
  [">= 1.5, <= 1.5", [1, 5], false],
  ["< 2", [0, 0], false],
])("the lowest release of %s", (text, lowest, isEmpty) => {
  expect(readConstraint(text)).toEqual({ lowest, isEmpty });
});
