/**
 * Hand-written resources that a module takes over: nothing about them changes.
 *
 * `fixtures/adopt` holds the state of each as the AWS provider 6.34 stores it for a resource with the least arguments,
 * with what AWS fills in. Classifiers, rulesets, transforms and optimizers are written by hand, because moto_server does
 * not have them.
 */
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describeWith } from "./support/find-terraform";
import { copyModule, generatedExamples, planOffline } from "./support/generated";
import { initialise, mustRun, PATIENCE, readLines } from "./support/terraform";

/** What a plan's output says about one resource. */
interface Change {
  readonly action: string;
  readonly previous_resource?: { readonly addr: string };
}

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
      const changes = messages.filter(({ type }) => type === "planned_change").map(({ change }) => change as Change);
      const moved = changes.map(({ action, previous_resource }) => `${action} ${previous_resource?.addr}`);
      expect(moved.sort()).toEqual(addressesOf(name).map((address) => `move ${address}`));
      expect(messages.filter(({ type }) => type === "diagnostic")).toEqual([]);
    },
    PATIENCE,
  );
});

/** The addresses of the resources in the state, sorted. */
function addressesOf(name: string): readonly string[] {
  const { resources } = JSON.parse(readFileSync(join(FIXTURES, `${name}.json`), "utf8")) as {
    readonly resources: readonly { readonly type: string; readonly name: string }[];
  };
  return resources.map(({ type, name: label }) => `${type}.${label}`).sort();
}
