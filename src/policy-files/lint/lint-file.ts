/** What the linter is given: files with their texts. */

/** A file and its text. */
export interface LintFile {
  /**
   * As it is named in the findings. Its ending tells Terraform files (`.tf`, `.tofu`, `.tf.json`, `.tofu.json`), those of Terragrunt
   * (`.hcl`) and YAML (`.yaml`, `.yml`, `.template`).
   */
  readonly path: string;
  readonly text: string;
  /**
   * Whether the command line names this file, and not only a folder above it. Then a file without a policy is reported.
   * @default false: it was found in a folder, and is passed over if it holds no policy
   */
  readonly named?: boolean;
  /**
   * Whether the file is read only for what the others refer to, as the other files of a Terraform module are. Nothing in it is reported.
   * @default false
   */
  readonly isContext?: boolean;
}
