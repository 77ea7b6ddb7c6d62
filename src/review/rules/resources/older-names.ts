/** Types that hashicorp/aws has under two names, with the same arguments. */
const OLDER: ReadonlyMap<string, string> = new Map([
  ["aws_alb", "aws_lb"],
  ["aws_alb_listener", "aws_lb_listener"],
  ["aws_alb_listener_rule", "aws_lb_listener_rule"],
  ["aws_alb_target_group", "aws_lb_target_group"],
  ["aws_elasticsearch_domain", "aws_opensearch_domain"],
  ["aws_s3_bucket_object", "aws_s3_object"],
]);

/** The name under which the tables have a type. */
export function newerName(type: string): string {
  return OLDER.get(type) ?? type;
}

/** These types, and their older names. */
export function withOlderNames(types: readonly string[]): readonly string[] {
  return [...new Set([...types, ...[...OLDER].flatMap(([older, name]) => (types.includes(name) ? [older] : []))])];
}
