/** A file to lint: which kind it is, and its reader, which is loaded only where such a file is there. */
import type { PolicyType } from "../../iam/document/policy";
import { readJson } from "../../json/read-json";
import { NOTHING_FOUND, type SourceProblem, type SourceReading } from "../found";
import type { LintFile } from "./lint-file";

/** How files are read that are not Terraform's. */
interface FileReadingOptions {
  /** What the policies are attached to. @default what their places say, or what the elements look like */
  readonly type?: PolicyType;
  /** Whether Terraform files beside it render templates: then a file that is no JSON may be one. */
  readonly rendersTemplates: boolean;
}

/** The policies of a file that is none of Terraform's; undefined if it is to be read as JSON, which holds a policy anywhere. */
export function readLintFile(
  file: LintFile,
  { type, rendersTemplates }: FileReadingOptions,
): SourceReading | undefined {
  if (isValues(file) || isOtherTemplate(file) || isOtherHcl(file) || isBesideTemplates(file)) return NOTHING_FOUND;
  return (
    readYamlFile(file, type) ??
    readOutput(file, type) ??
    readTemplate(file, type) ??
    (rendersTemplates ? readRendered(file, type) : undefined) ??
    readJsonFile(file, type)
  );
}

/** Whether a file is Terraform or OpenTofu; on standard input the first line tells. */
export function isTerraform({ path, text }: LintFile): boolean {
  if (path === "<stdin>") {
    const first = text.slice(0, 2000).replace(/^(?:\s*#.*(?:\n|$))+/, "");
    return first === "" || /^\s*(?:\/[/*]|[a-z_]+[ \t]*(?:"|\{|=))/.test(first);
  }
  return /\.(tf|tofu)(\.json)?$/.test(path) || (isHcl(path) && /^inputs[ \t]*=/m.test(text));
}

/** Whether a file may be one of Terragrunt, whose `inputs` are the variables of a module. */
function isHcl(path: string): boolean {
  return path.endsWith(".hcl");
}

/** Whether a file sets variables of Terraform. */
export function isValues({ path }: LintFile): boolean {
  return /\.tfvars(\.json)?$/.test(path);
}

/** Whether a file of a folder has the ending of CloudFormation's templates, and is another template. */
function isOtherTemplate({ path, text, named }: LintFile): boolean {
  return named !== true && path.endsWith(".template") && !/\b(?:AWS|Custom)::/.test(text);
}

/** Whether a file of a folder is HCL without inputs: of Terragrunt, or of another program. */
function isOtherHcl({ path, named }: LintFile): boolean {
  return named !== true && isHcl(path);
}

/**
 * Whether a file of a folder is the tree of constructs that the AWS CDK writes beside its templates, or the state that the Serverless
 * Framework writes beside its own: all policies stand in these too.
 */
function isBesideTemplates({ path, text, named }: LintFile): boolean {
  if (named === true) return false;
  return /(?:^|[/\\])serverless-state\.json$/.test(path)
    ? text.includes('"compiledCloudFormationTemplate"')
    : /^\s*\{\s*"version"\s*:\s*"tree-/.test(text.slice(0, 200));
}

/** Whether a JSON file of a folder is worth reading. In most answers of AWS the policy is a text, in which quotes are escaped. */
export function holdsPolicy(text: string): boolean {
  return (
    text.includes('"Statement"') ||
    /"Statement\\+"|'Statement'|\u201cStatement["\u201d]|"Statement\u201d|%22Statement%22/.test(text) ||
    // `Statements` and the like, and `statement`, which are told as mistyped.
    (/"[Vv]ersion"\s*:\s*"20(?:12|08)-10-17"/.test(text) && /"[Ee]ffect"/.test(text))
  );
}

/** A file in YAML. One that is found in a folder and holds no policy is not parsed. */
function readYamlFile(
  { text, path, named = false }: LintFile,
  type: PolicyType | undefined,
): SourceReading | undefined {
  if (!isYaml(path, text)) return undefined;
  if (!named && !HOLDS_POLICY.test(text)) return NOTHING_FOUND;
  const { policiesInYaml } = require("../yaml-file") as typeof import("../yaml-file");
  return policiesInYaml(text, { file: path, named, type });
}

/** The last words are those of the Serverless Framework, and those of a list of statements. */
const HOLDS_POLICY =
  /\bStatement\b|:iam::aws:policy\/|\bAWS::(?:Serverless::|Lambda::Permission\b|Events::EventBusPolicy\b)|\b(?:iamRoleS|s)tatements["']?\s*:|\bresourcePolicy["']?\s*:|\b[Ee]ffect["']?\s*:\s*["']?(?:Allow|Deny)\b|"Effect\\*"\s*:/;

/** The ending tells it, and the name of a file of the Serverless Framework, which is read as YAML; where there is none, or one that templates of CloudFormation have in both languages, the text does. */
function isYaml(path: string, text: string): boolean {
  if (/\.ya?ml$|(?:^|[/\\])serverless\.json$/.test(path)) return true;
  if (path !== "<stdin>" && !path.endsWith(".template")) return false;
  return !/^\s*(?:[[{"'\u201c]|%7b|%5b)/i.test(text) && /^(?:---|[ \t]*["']?[\w:-]+["']?:(?:\s|$))/m.test(text);
}

/** A template in JSON, or in YAML that looks like it: CloudFormation takes both whatever the file is called. */
function readTemplate(
  { text, path, named = false }: LintFile,
  type: PolicyType | undefined,
): SourceReading | undefined {
  if (!/\bResources["']?\s*:/.test(text) || !/["'](?:AWS|Custom)::/.test(text)) return undefined;
  const { policiesInJsonTemplate } =
    require("../cloudformation/cloudformation") as typeof import("../cloudformation/cloudformation");
  const reading = policiesInJsonTemplate(text, { file: path, type });
  const isJson = reading === undefined ? readJson(text).value !== undefined : !reading.problems.some(isNotJson);
  if (isJson || !/^\s*\{/.test(text)) return reading;
  const { policiesInYaml } = require("../yaml-file") as typeof import("../yaml-file");
  const flow = policiesInYaml(text, { file: path, named, type });
  return flow.policies.length > 0 ? flow : reading;
}

function isNotJson({ code }: SourceProblem): boolean {
  return code === "not-json";
}

/** Words of which one is in each name that tells the type of a policy. */
const TELLING_NAME = /scp|rcp|control|endpoint|session|boundar|trust|assume|polic|permission/i;

/** A file whose name may tell the type of its policy, or with `${...}` that is to be filled in; other JSON is read elsewhere. */
function readJsonFile(
  { text, path, named = false }: LintFile,
  type: PolicyType | undefined,
): SourceReading | undefined {
  const mayTell = type === undefined && TELLING_NAME.test(path);
  if (!(mayTell || text.includes("${")) || !holdsPolicy(text)) return undefined;
  const { policiesByName, policiesInUnfilled } = require("../json-file") as typeof import("../json-file");
  const unfilled = policiesInUnfilled(text, { file: path, named, type });
  return unfilled ?? (mayTell ? policiesByName(text, { file: path, named }) : undefined);
}

/** A file of a folder that is no JSON, and is JSON as soon as Terraform fills its holes. */
function readRendered({ text, path, named }: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  if (named === true || !/[$%]\{/.test(text) || !holdsPolicy(text) || readJson(text).value !== undefined)
    return undefined;
  const { policiesInTemplateFile } = require("../terraform/terraform") as typeof import("../terraform/terraform");
  const reading = policiesInTemplateFile(path, text, { type });
  return reading.policies.length > 0 ? reading : undefined;
}

/** Words of what `terraform plan` prints for people. */
const PRINTED = /\b(?:Terraform|OpenTofu) (?:used|will)\b|\bPlan: \d+ to\b/;

const BINARY_PLAN = "PK\u0003\u0004";

/** A plan, a state, or what else Terraform writes about them. Few files are, so that words of the text are looked for first. */
function readOutput(file: LintFile, type: PolicyType | undefined): SourceReading | undefined {
  const { text } = file;
  const mayBe =
    text.includes('"format_version"') ||
    (text.includes('"serial"') && text.includes('"lineage"')) ||
    (file.named === true &&
      (text.startsWith(BINARY_PLAN) || /"@(?:level|message)"/.test(text.slice(0, 500)) || PRINTED.test(text)));
  if (!mayBe) return undefined;
  const { policiesInOutput } = require("../plan/terraform-output") as typeof import("../plan/terraform-output");
  return policiesInOutput(file, type);
}
