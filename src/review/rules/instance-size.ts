import type { ValuePath } from "../../json/json-value";
import { isUpdateOrReplacement } from "../../terraform/plan/actions";
import type { ResourceChange } from "../../terraform/plan/plan";
import { say, words } from "../../text/message";
import { type Field, numberIn, stringIn } from "../field";
import { defineRule, type RuleMatch } from "../rule";
import { changedPairs } from "./resources/changed-pairs";
import { sizeOf } from "./resources/instance-sizes";
import { showSetting } from "./resources/risky-settings";
import { COSTLY } from "./resources/running-numbers";

/** Arguments of any type that name the class of machines. */
const CLASSES: readonly ValuePath[] = [
  ["instance_type"],
  ["instance_class"],
  ["node_type"],
  ["cache_node_type"],
  ["cluster_config", 0, "instance_type"],
  ["broker_node_group_info", 0, "instance_type"],
  ["replication_instance_class"],
  ["machine_type"],
  ["node_config", 0, "machine_type"],
  ["settings", 0, "tier"],
  ["vm_size"],
  ["size"],
  ["default_node_pool", 0, "vm_size"],
  ["sku_name"],
  ["warehouse_size"],
];

/** So many steps are more than an adjustment. */
const MANY_STEPS = 2;

/** Reports machines that get at least two sizes larger or smaller. */
export const instanceSize = defineRule({
  code: "instance-size",
  section: "availability",
  level: "attention",
  title: "another size or number",
  what: "Instances, databases, caches and nodes whose class changes by two sizes or more, up or down, and whose number, or a paid capacity, grows tenfold to 20 or more.",
  why: "Two sizes up cost four times as much; two sizes down leave a quarter of the memory.",
  bad: "`instance_class` db.r6g.large → db.r6g.4xlarge",
  good: "`instance_class` db.r6g.large → db.r6g.xlarge",
  source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html",
  looksAt: "resource",
  types: "every",
  check(change) {
    if (!isUpdateOrReplacement(change)) return [];
    const others = changedPairs(change, CLASSES).flatMap((pair) => {
      const [from, to] = [pair.before, pair.after].map((field) => sizeOf(stringIn(field) ?? ""));
      if (from === undefined || to === undefined || Math.abs(to - from) < MANY_STEPS) return [];
      return [{ message: say`${showSetting(pair)}${words(to > from ? ", larger" : ", smaller")}` }];
    });
    return [...others, ...matchGrowth(change)];
  },
});

/** So many times as many cost so many times as much. */
const MANY_TIMES = 10;

/** Below this number, growth is an adjustment. */
const FEW = 20;

/** `4 vCPU` is a number, too. */
function capacityIn(field: Field): number | undefined {
  const text = stringIn(field);
  return text === undefined ? numberIn(field) : Number.parseFloat(/^[\d.]+ \w+$/.exec(text)?.[0] ?? "") || undefined;
}

function matchGrowth(change: ResourceChange): readonly RuleMatch[] {
  const paths = COSTLY.get(change.type);
  if (paths === undefined) return [];
  return changedPairs(change, paths).flatMap((pair) => {
    const [from, to] = [capacityIn(pair.before), capacityIn(pair.after)];
    if (from === undefined || to === undefined || from <= 0 || to < FEW || to < from * MANY_TIMES) return [];
    return [{ message: say`${showSetting(pair)}${words(`, ${Math.floor(to / from)} times as many`)}` }];
  });
}
