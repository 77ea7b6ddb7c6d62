/** The name in the ARN of a managed policy of AWS, of which the partition may be unknown; undefined for another text. */
export function nameOfAwsPolicy(arn: string): string | undefined {
  return /^arn:(?:[^:$]|\$\{[^}]*\})+:iam::aws:policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/.exec(arn)?.[1];
}
