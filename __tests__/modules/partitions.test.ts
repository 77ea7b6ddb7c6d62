/**
 * The examples of all modules in the other partitions of AWS: they plan the same resources with the same values, but for the
 * partition and the region in them.
 */
import { describeWith } from "./support/find-terraform";
import { generatedExamples } from "./support/generated";
import { type AwsPlace, writeExamples } from "./support/root-module";
import { initialise, PATIENCE, type Plan, plan } from "./support/terraform";

const CHINA: AwsPlace = { partition: "aws-cn", region: "cn-north-1" };
const GOV_CLOUD: AwsPlace = { partition: "aws-us-gov", region: "us-gov-west-1" };

const { startSts } = require("../../scripts/local-sts.js") as {
  startSts(): Promise<{ readonly endpoint: string; stop(): Promise<void> }>;
};

/** Answers where an example asks whose account it is in. */
let sts: Awaited<ReturnType<typeof startSts>>;

beforeAll(async () => {
  sts = await startSts();
});

afterAll(() => sts.stop());

/** What is planned, and what the data sources gave: each with its address. */
async function planIn(place: AwsPlace): Promise<readonly string[]> {
  const folder = writeExamples(place, { sts: sts.endpoint });
  await initialise(folder);
  const { resource_changes: changes = [], prior_state: state } = (await plan(folder)) as Plan & {
    readonly prior_state?: object;
  };
  const planned = changes.map(({ address, change: { actions, after, after_unknown } }) =>
    JSON.stringify({ address, actions, after, after_unknown }),
  );
  return [...planned, JSON.stringify(state ?? {})];
}

describeWith("terraform", "the examples in other partitions", () => {
  let plans: readonly (readonly string[])[];

  beforeAll(async () => {
    plans = await Promise.all([planIn(CHINA), planIn(GOV_CLOUD)]);
  }, PATIENCE);

  test.each([CHINA, GOV_CLOUD])("$partition: no ARN is of another partition", ({ partition }) => {
    const text = plans[partition === CHINA.partition ? 0 : 1]?.join("\n") ?? "";
    const arns = [...text.matchAll(/\barn:(aws[a-z-]*):[^"\\]*/g)];
    expect(arns.flatMap(([arn, found]) => (found === partition ? [] : [arn]))).toEqual([]);
    expect(arns.length).toBeGreaterThan(500);
  });

  test("both plan the same, but for the partition and the region", () => {
    const [china, gov] = plans.map((lines, index) => {
      const { partition, region } = index === 0 ? CHINA : GOV_CLOUD;
      return lines.map((line) => line.replaceAll(`arn:${partition}:`, "arn:PARTITION:").replaceAll(region, "REGION"));
    });
    expect(china?.slice(0, -1)).toEqual(gov?.slice(0, -1));
    const planned = generatedExamples.map(([module, example]) => `module.${module}_${example}.`);
    expect(planned.filter((start) => !china?.some((line) => line.startsWith(`{"address":"${start}`)))).toEqual([]);
  });
});
