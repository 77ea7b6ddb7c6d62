/** Which resource a policy or a grant is about: a bucket has one policy, whatever resource of the plan writes it. */
import { type Instance, type Instances, type Side, sidesOf, textOf } from "../../policy-files/principals/instances";
import { nearestOf } from "../../policy-files/principals/nearest";
import type { Subject } from "../../policy-files/principals/principals";
import type { References } from "../../policy-files/principals/references";
import { getOrInsert } from "../../text/group-by";
import { lookUp } from "../../text/look-up";

/** Types with a policy for another resource: the type of that one, and the argument that names it. */
const TARGETS: Readonly<Record<string, readonly [type: string, argument: string]>> = {
  aws_backup_vault_policy: ["aws_backup_vault", "backup_vault_name"],
  aws_cloudwatch_event_bus_policy: ["aws_cloudwatch_event_bus", "event_bus_name"],
  aws_cloudwatch_event_permission: ["aws_cloudwatch_event_bus", "event_bus_name"],
  aws_dynamodb_resource_policy: ["aws_dynamodb_table", "resource_arn"],
  aws_ecr_repository_policy: ["aws_ecr_repository", "repository"],
  aws_efs_file_system_policy: ["aws_efs_file_system", "file_system_id"],
  aws_elasticsearch_domain_policy: ["aws_elasticsearch_domain", "domain_name"],
  aws_kinesis_resource_policy: ["aws_kinesis_stream", "resource_arn"],
  aws_kms_grant: ["aws_kms_key", "key_id"],
  aws_kms_key_policy: ["aws_kms_key", "key_id"],
  aws_lambda_function_url: ["aws_lambda_function", "function_name"],
  aws_lambda_permission: ["aws_lambda_function", "function_name"],
  aws_opensearch_domain_policy: ["aws_opensearch_domain", "domain_name"],
  aws_s3_bucket_policy: ["aws_s3_bucket", "bucket"],
  aws_secretsmanager_secret_policy: ["aws_secretsmanager_secret", "secret_arn"],
  aws_sns_topic_policy: ["aws_sns_topic", "arn"],
  aws_sqs_queue_policy: ["aws_sqs_queue", "queue_url"],
};

const KINDS: ReadonlySet<string> = new Set(Object.values(TARGETS).map(([type]) => type));

/** Attributes by which resources are named elsewhere. */
const NAMES = ["id", "arn", "name", "bucket", "url", "key_id", "function_name", "domain_name"];

/** Finds the resources that policies are about. */
export class ResourceSubjects {
  readonly #instances: Instances;
  readonly #references: References;
  #byName: ReadonlyMap<string, readonly Instance[]> | undefined;

  constructor(instances: Instances, references: References) {
    this.#instances = instances;
    this.#references = references;
  }

  /** Whether several resources of a plan may have policies for the resource that this one is about. */
  isShared({ type }: Instance): boolean {
    return Object.hasOwn(TARGETS, type) || KINDS.has(type);
  }

  /** The resource whose policy it is, on one side; the instance itself if no other is known. */
  of(instance: Instance, side: Side): Subject {
    const [type, argument] = lookUp(TARGETS, instance.type) ?? [];
    if (type === undefined || argument === undefined) return about(instance.address, instance);
    const value = textOf(instance, side, argument);
    if (value === undefined) {
      const { instances, certain } = this.#references.of(instance, argument, (one) => one.type === type);
      const [only] = certain && instances.length === 1 ? instances : [];
      return about(only?.type === type ? only.address : instance.address, instance);
    }
    const names = this.#names();
    const candidates = names.get(`${type} ${value}`) ?? names.get(`${type} ${shortName(value)}`) ?? [];
    const found = candidates.length === 0 ? undefined : nearestOf(candidates, instance, argument, this.#references);
    if (found !== undefined) return about(found.address, instance);
    const provider = this.#references.configured(instance)?.provider ?? "";
    return about(`${type} ${shortName(value)} ${provider}`, instance);
  }

  #names(): ReadonlyMap<string, readonly Instance[]> {
    this.#byName ??= indexNames(this.#instances.managed.filter(({ type }) => KINDS.has(type)));
    return this.#byName;
  }
}

function about(key: string, instance: Instance): Subject {
  return { kind: "resource", key, name: nameOf(instance) };
}

function indexNames(instances: readonly Instance[]): ReadonlyMap<string, readonly Instance[]> {
  const found = new Map<string, Instance[]>();
  for (const instance of instances) {
    const values = sidesOf(instance).flatMap((side) => NAMES.map((name) => textOf(instance, side, name)));
    const texts = values.flatMap((value) => (value === undefined ? [] : [value, shortName(value)]));
    for (const text of new Set(texts)) {
      getOrInsert(found, `${instance.type} ${text}`, (): Instance[] => []).push(instance);
    }
  }
  return found;
}

/** The last part of an ARN or of an URL. */
function shortName(value: string): string {
  return /[^:/]+$/.exec(value)?.[0] ?? value;
}

/** The name that people know it by. */
export function nameOf(instance: Instance): string {
  const names = ["name", "bucket", "function_name", "arn", "id"];
  const found = names.map((name) => textOf(instance, "after", name) ?? textOf(instance, "before", name));
  return found.find((name) => name !== undefined) ?? instance.address;
}
