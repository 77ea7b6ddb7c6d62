/** Sizes of instance classes, in steps. */

/**
 * The sizes in their order. Each step doubles vCPUs or memory, roughly; `metal` is as large as the largest one.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
const NAMED = ["nano", "micro", "small", "medium", "large", "xlarge"];

/** A class of AWS, such as `t3.micro`, `db.r6g.2xlarge`, `cache.m6g.large`, `ra3.4xlarge`, `m5.large.search`. */
const CLASS = /^(?:\w+\.)?[a-z]\w*(?:-\w+)?\.(nano|micro|small|medium|large|(\d*)xlarge)(?:\.\w+)?$/;

/** A class of Google, such as `n2-standard-8`, `db-custom-4-15360`; of Azure, such as `Standard_D4s_v5`. */
const VCPUS = [
  /^(?:[a-z]\w*-(?:standard|highmem|highcpu|ultramem|megamem))-(\d+)$/,
  /^db-(?:custom|n1-standard|perf-optimized-N)-(\d+)/,
  /^(?:Standard|GP_Standard|MO_Standard)_[A-Z]+(\d+)/,
];

/**
 * Warehouses of Snowflake, each of which costs twice as much as the one before.
 *
 * @see https://docs.snowflake.com/en/user-guide/warehouses-overview
 */
const WAREHOUSES =
  /^(X-?SMALL|SMALL|MEDIUM|LARGE|X-?LARGE|XX-?LARGE|2X-?LARGE|XXX-?LARGE|3X-?LARGE|X?([4-6])X?-?LARGE)$/i;
const WAREHOUSE_SIZES = ["XSMALL", "SMALL", "MEDIUM", "LARGE", "XLARGE", "XXLARGE", "XXXLARGE"];

function warehouseSize(text: string): number | undefined {
  const [, name, large] = WAREHOUSES.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (large !== undefined) return WAREHOUSE_SIZES.length + Number(large) - 4;
  const plain = name.toUpperCase().replace("-", "").replace("2X", "XX").replace("3X", "XXX");
  return WAREHOUSE_SIZES.indexOf(plain);
}

/** The size in steps; undefined for a class that is not known, such as a serverless one. */
export function sizeOf(text: string): number | undefined {
  const found = CLASS.exec(text);
  if (found !== null) {
    const [, name = "", times] = found;
    const index = NAMED.indexOf(name);
    if (index >= 0) return index;
    return NAMED.length - 1 + Math.log2(Number(times === "" ? 1 : times));
  }
  for (const pattern of VCPUS) {
    const [, vcpus] = pattern.exec(text) ?? [];
    if (vcpus !== undefined) return NAMED.indexOf("large") + Math.log2(Number(vcpus) / 2);
  }
  return warehouseSize(text);
}
