/** Services of AWS as the data has them, each read when somebody asks for it. */
import { Memo } from "../../text/memo";
import { dataSource } from "./data-source";
import { decodeService } from "./decode-service";
import type { AwsResourceType, ServiceData } from "./service-data";

/** More than there are services; texts of users name some that do not exist. */
const MOST = 2048;
const services = new Memo<string, ServiceData | undefined>(MOST, 128);
const ownTypes = new Memo<string, readonly AwsResourceType[]>(MOST, 128);
const allTypes = new Memo<string, readonly AwsResourceType[]>(MOST, 128);
let names: readonly string[] | undefined;

/** A service, by its prefix in lower case. */
export function serviceData(service: string): ServiceData | undefined {
  return services.get(service, readService);
}

function readService(service: string): ServiceData | undefined {
  const json = dataSource().read(service);
  return json === undefined ? undefined : decodeService(json);
}

/** Prefixes of all services of AWS that have actions, sorted. */
export function allServices(): readonly string[] {
  names ??= dataSource().services;
  return names;
}

/** The types of a service whose ARNs name it; some have ARNs of another. */
export function ownTypesOfArn(service: string): readonly AwsResourceType[] {
  return ownTypes.get(service, () => typesNamedIn(service, [service]));
}

/** The types of all services whose ARNs name the given one: sts has types whose ARNs are of iam. */
export function typesOfArn(service: string): readonly AwsResourceType[] {
  return allTypes.get(service, () => typesNamedIn(service, [service, ...dataSource().servicesOfArn(service)]));
}

/** The types of some services whose ARNs name a service. */
function typesNamedIn(service: string, owners: readonly string[]): readonly AwsResourceType[] {
  const all = [...new Set(owners)].flatMap((owner) => [...(serviceData(owner)?.types.values() ?? [])]);
  return all.filter(({ arn, otherArns }) => [arn, ...otherArns].some((one) => one.split(":", 3)[2] === service));
}
