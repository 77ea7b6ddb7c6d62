import { ReplacedPaths } from "../../src/provider-types/replaced-paths";

const TEXT = "name rule(port) network+(id) disk* ~engine tree(~*) deep(er(est ~less)) ~region";

describe("the text of a type", () => {
  test.each([
    ["name", true],
    ["other", false],
    // What is in an argument that forces replacement is not said.
    ["name.first", undefined],
    ["rule", false],
    ["rule.port", true],
    ["rule.other", false],
    ["port", false],
    ["network", true],
    ["network.id", true],
    ["network.other", undefined],
    ["network.other.id", undefined],
    ["disk", true],
    ["disk.size", true],
    ["disk.volume.size", true],
    ["engine", undefined],
    ["engine.version", undefined],
    ["tree", false],
    ["tree.leaf", undefined],
    ["tree.leaf.name", undefined],
    ["deep", false],
    ["deep.er", false],
    ["deep.er.est", true],
    ["deep.er.less", undefined],
    ["deep.er.other", false],
    ["deep.est", false],
    ["region", undefined],
  ])("%s", (path, expected) => {
    expect(new ReplacedPaths(TEXT).replaces(path.split("."))).toBe(expected);
  });

  test("the type itself is no argument", () => {
    expect(new ReplacedPaths(TEXT).replaces([])).toBeUndefined();
  });

  test("what holds for all types, and what the text says in its place", () => {
    const paths = new ReplacedPaths("?name region", "~region ~other");
    expect([["name"], ["region"], ["other"], ["more"]].map((path) => paths.replaces(path))).toEqual([
      true,
      true,
      undefined,
      undefined,
    ]);
  });

  test("nothing in it", () => {
    expect(new ReplacedPaths("").replaces(["name"])).toBe(false);
  });

  test("one that may lack arguments", () => {
    const paths = new ReplacedPaths("?name rule(port)");
    const told = ["name", "other", "rule", "rule.port", "rule.other"].map((path) => paths.replaces(path.split(".")));
    expect(told).toEqual([true, undefined, undefined, true, undefined]);
  });
});
