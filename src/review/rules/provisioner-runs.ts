import { withoutKeys } from "../../terraform/address";
import { destroys, replaces } from "../../terraform/plan/actions";
import type { Provisioner } from "../../terraform/plan/plan";
import { type Message, say, words } from "../../text/message";
import { defineRule } from "../rule";

/** What each type of provisioner does. One that only copies files is left out. */
const RUNS: ReadonlyMap<string, string> = new Map([
  ["local-exec", "on the machine that applies the plan"],
  ["remote-exec", "on the resource"],
]);

/** Arguments that hold what is run. */
const COMMANDS = /^(command|script|inline|scripts)(\.|$)/;

/** Longer commands are cut. */
const MOST_LENGTH = 200;

/** Reports commands of provisioners that apply will run. */
export const provisionerRuns = defineRule({
  code: "provisioner-runs",
  section: "code",
  level: "attention",
  title: "a command runs",
  what: "A `local-exec` or `remote-exec` provisioner of a resource that is created, replaced or destroyed. A plan does not tell whether a provisioner runs on create or on destroy, nor the provisioners of a `removed` block, which are read in the configuration: in the current folder, or in `--root`.",
  why: "The command runs with the credentials of who applies the plan, and the plan does not show what it does.",
  bad: "`null_resource.deploy` with a `local-exec` provisioner is replaced, because its triggers change.",
  good: "`null_resource.deploy` without provisioners is replaced.",
  source: "https://developer.hashicorp.com/terraform/language/resources/provisioners/syntax",
  looksAt: "resource",
  types: "every",
  check(change, facts) {
    const { action, deposed } = change;
    if (deposed !== undefined || (action !== "create" && !destroys(action))) return [];
    const ofRemoved = facts.plan.removedProvisioners?.get(withoutKeys(change.address));
    const found = ofRemoved ?? facts.configured(change)?.provisioners ?? [];
    const isSure = ofRemoved !== undefined || action === "create" || replaces(action);
    const lead = isSure ? "" : ", if it is one for destroys";
    return found
      .filter(({ type }) => RUNS.has(type))
      .map((provisioner) => ({
        message: say`${words(provisioner.type)} ${words(`runs ${RUNS.get(provisioner.type) ?? ""}${lead}`)}${showCommand(provisioner)}`,
      }));
  },
});

function showCommand({ constants }: Provisioner): Message {
  for (const [path, command] of constants) {
    if (!COMMANDS.test(path)) continue;
    const text = typeof command === "string" ? command : JSON.stringify(command);
    const short = text.length > MOST_LENGTH ? `${text.slice(0, MOST_LENGTH)}…` : text;
    return say`: ${short.replace(/\s+/g, " ").trim()}`;
  }
  return words("; its command depends on other values");
}
