/** Services of AWS as the data has them, each read when somebody asks for it. */
import { dataSource } from "./data-source";
import { decodeService } from "./decode-service";
import type { AwsResourceType, ServiceData } from "./service-data";

const services = new Map<string, ServiceData>();
const ownTypes = new Map<string, readonly AwsResourceType[]>();
const allTypes = new Map<string, readonly AwsResourceType[]>();
let names: readonly string[] | undefined;

/** A service, by its prefix in lower case. */
export function serviceData(service: string): ServiceData | undefined {
  const present = services.get(service);
  if (present !== undefined) return present;
  const json = dataSource().read(service);
  if (json === undefined) return undefined;
  const data = decodeService(json);
  services.set(service, data);
  return data;
}

/** Prefixes of all services of AWS that have actions, sorted. */
export function allServices(): readonly string[] {
  names ??= dataSource().services;
  return names;
}

/** The types of a service whose ARNs name it; some have ARNs of another. */
export function ownTypesOfArn(service: string): readonly AwsResourceType[] {
  return typesOf(ownTypes, service, [service]);
}

/** The types of all services whose ARNs name the given one: sts has types whose ARNs are of iam. */
export function typesOfArn(service: string): readonly AwsResourceType[] {
  return typesOf(allTypes, service, [service, ...dataSource().servicesOfArn(service)]);
}

/** Services that do not exist are not remembered: texts of users name them. */
function typesOf(
  known: Map<string, readonly AwsResourceType[]>,
  service: string,
  owners: readonly string[],
): readonly AwsResourceType[] {
  const present = known.get(service);
  if (present !== undefined) return present;
  const all = [...new Set(owners)].flatMap((owner) => [...(serviceData(owner)?.types.values() ?? [])]);
  const types = all.filter(({ arn, otherArns }) => [arn, ...otherArns].some((one) => one.split(":", 3)[2] === service));
  if (types.length > 0) known.set(service, types);
  return types;
}
