/** What npm makes of the peers: it applies the peers of an optional peer too, even where that one is not installed. */
import { peerDependencies, peerDependenciesMeta } from "../../package.json";

test("CDK Terrain, which wants a narrow range of constructs, is an optional peer without a range", () => {
  // With a range, npm finds no version of constructs for cdktf-cli (10.4.2) and cdktn (10.6 and later) together.
  expect(Object.keys(peerDependencies)).not.toContain("cdktn");
  expect(peerDependenciesMeta.cdktn).toEqual({ optional: true });
});
