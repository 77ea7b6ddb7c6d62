/**
 * Hand-written resources that a module takes over: nothing about them changes.
 *
 * `fixtures/adopt` holds the state of each as the AWS provider 6.34 stores it for a resource with the least arguments,
 * with what AWS fills in.
 */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeWith } from "./support/find-terraform";
import { copyModule, generatedExamples, planOffline } from "./support/generated";
import { initialise, mustRun, PATIENCE, readLines } from "./support/terraform";

const FIXTURES = resolve(__dirname, "fixtures/adopt");
const adopting = generatedExamples.filter(([, example]) => example === "adopt").map(([name]) => name);

test("every module with an example of it has a state to take over", () => {
  expect(readdirSync(FIXTURES).map((file) => file.replace(/\.json$/, ""))).toEqual(adopting);
});

describeWith("terraform", "taking over a hand-written resource", () => {
  test.concurrent.each(adopting)(
    "%s adds nothing, changes nothing, destroys nothing",
    async (name) => {
      const folder = join(copyModule(name), "examples", "adopt");
      cpSync(join(FIXTURES, `${name}.json`), join(folder, "terraform.tfstate"));
      planOffline(folder);
      await initialise(folder);
      const { stdout } = await mustRun("terraform", ["plan", "-refresh=false", "-input=false", "-json"], folder);

      const messages = readLines(stdout);
      const summary = messages.find(({ type }) => type === "change_summary")?.changes;
      expect(summary).toMatchObject({ add: 0, change: 0, remove: 0 });
      const changes = messages.filter(({ type }) => type === "planned_change").map(({ change }) => change);
      expect(changes).toEqual([
        expect.objectContaining({
          action: "move",
          previous_resource: expect.objectContaining({ addr: addressOf(name) }),
        }),
      ]);
      expect(messages.filter(({ type }) => type === "diagnostic")).toEqual([]);
    },
    PATIENCE,
  );
});

/** The address of the one resource in the state. */
function addressOf(name: string): string {
  const state = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8")) as {
    readonly resources: readonly [{ readonly type: string; readonly name: string }];
  };
  const [resource] = state.resources;
  return `${resource.type}.${resource.name}`;
}
