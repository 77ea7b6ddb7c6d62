/** What the modules of the pack share: the provider, common variables, settings of their tests. */
import { each, fn, map, not, optional, string, type TestFile } from "tfwright";
import { shapeOf } from "./rules";

/** `region` as an argument of each resource came with version 6. */
export const providers = { aws: { source: "hashicorp/aws", version: ">= 6.0" } };

const isRegion = shapeOf(
  "^$|^[a-z]+(-[a-z]+)+-[0-9]+$",
  'region must be the code of a region, not its name and not an availability zone: "eu-west-1".',
);

/** The region of the resources, if it is not the provider's region. */
export const region = optional(
  string({
    description: {
      en: "Region of the resources. The provider's region if null.",
      ja: "リソースのリージョンです。null の場合は、プロバイダーのリージョンです。",
    },
    validate: [isRegion],
  }),
);

/** The same for resources of which the provider makes an invalid plan while the region is unknown. */
export const knownRegion = optional(
  string({
    description: {
      en: "Region of the resources. The provider's region if null. Must be known at plan time.",
      ja: "リソースのリージョンです。null の場合は、プロバイダーのリージョンです。プラン時に決まっている必要があります。",
    },
    known: true,
    validate: [isRegion],
  }),
);

/** Tags of everything the module creates. */
export const tags = map(string(), {
  description: {
    en: "Tags of everything that the module creates.",
    ja: "このモジュールが作成するすべてのリソースのタグです。",
  },
  default: {},
  validate: [
    {
      condition: (all) => fn.alltrue(each(fn.keys(all), (key) => not(fn.startswith(fn.lower(key), "aws:")))),
      message: 'The keys of tags must not start with "aws:", which only AWS itself can use: { owner = "data-team" }.',
    },
  ],
});

/** Dummy credentials: the plans of the tests read nothing from AWS. */
export const offline: NonNullable<TestFile["providers"]> = {
  aws: {
    region: "eu-west-1",
    access_key: "test",
    secret_key: "test",
    skip_credentials_validation: true,
    skip_requesting_account_id: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
  },
};

/** The caller's account as tests see it. */
export const caller: NonNullable<TestFile["overrideData"]> = {
  "data.aws_caller_identity.current": { account_id: "111111111111" },
};
