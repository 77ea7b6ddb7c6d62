/** What `blockPublicAcls` is called in Terraform: `block_public_acls`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
