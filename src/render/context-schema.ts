/** The schema of the context of each template. `docs/templates.md` describes the same fields. */
import { bool, hcl, listOf, markdown, object, optionalHcl, optionalText, plain, text, type ValueOf } from "./schema";

const rule = (doc: string) =>
  listOf(
    doc,
    object("One rule.", {
      note: optionalText("What is not obvious in the condition."),
      condition: hcl("Expression that must be true."),
      error_message: hcl("Expression of the message, usually a quoted string."),
    }),
  );

const variable = object("One variable.", {
  name: plain("Its name."),
  description: optionalText("What it is for."),
  type: hcl("Its type constraint; several lines if it contains an object."),
  default: optionalHcl("Its default; absent if the caller must give a value."),
  required: bool("Whether the caller must give a value."),
  sensitive: bool("Whether Terraform hides its value."),
  ephemeral: bool("Whether plan and state do not contain its value."),
  deprecated: optionalText("What to use in its place; absent if it is not deprecated."),
  constant: bool("Whether Terraform must know its value before it plans."),
  arguments: object("The arguments of its block as HCL, for `attributes`; absent if there is nothing to write.", {
    description: optionalHcl("Quoted, or a heredoc if it has several lines and ends with a newline."),
    type: optionalHcl("The type constraint."),
    default: optionalHcl("The default."),
    nullable: optionalHcl("`true` or `false` if the definition sets it."),
    sensitive: optionalHcl("`true` if it is set."),
    ephemeral: optionalHcl("`true` if it is set."),
    const: optionalHcl("`true` if it is set."),
    deprecated: optionalHcl("What to use in its place, quoted."),
  }),
  validations: rule("Its `validation` blocks."),
});

const output = object("One output.", {
  name: plain("Its name."),
  description: optionalText("What its value is."),
  value: hcl("Expression of its value."),
  sensitive: bool("Whether Terraform hides its value."),
  ephemeral: bool("Whether plan and state do not contain its value."),
  deprecated: optionalText("What to use in its place; absent if it is not deprecated."),
  arguments: object("The arguments of its block as HCL, for `attributes`; absent if there is nothing to write.", {
    description: optionalHcl("Quoted, or a heredoc if it has several lines and ends with a newline."),
    type: optionalHcl("The declared type."),
    value: optionalHcl("Expression of the value."),
    sensitive: optionalHcl("`true` if it is set."),
    ephemeral: optionalHcl("`true` if it is set."),
    deprecated: optionalHcl("What to use in its place, quoted."),
    depends_on: optionalHcl("List of addresses."),
  }),
  preconditions: rule("Its `precondition` blocks."),
});

const provider = object("One provider.", {
  name: plain("Its local name: `aws`."),
  source: text("Its source address: `hashicorp/aws`."),
  version: optionalText("Its version constraint."),
  inherited: bool("Whether no block of the module names it: only the modules that it calls use it."),
  arguments: object("The arguments of its entry as HCL, for `attributes`; absent if there is nothing to write.", {
    source: optionalHcl("Its source address, quoted."),
    version: optionalHcl("Its version constraint, quoted."),
    configuration_aliases: optionalHcl("List of the provider configurations that the caller passes."),
  }),
});

const difference = object("A default that differs from the provider's default.", {
  input: text("Name of the variable."),
  theirs: text("The provider's default."),
  ours: text("The default here."),
  undo: text("What to write to get the provider's default."),
});

const kind = object("An input, or a value of it, and where it belongs.", {
  input: text('Name of the variable, or with a value: `mode = "FLEX"`.'),
  kinds: text("The values of the variable that decides, with commas between them."),
  required: bool("Whether these need it; otherwise the others must not have it."),
});

/** Fields that say what a module is; they are the same in a module's own templates and in the package's. */
const identity = {
  name: plain("Name of the module and of its folder: `glue-job`."),
  title: text("What it is, in a few words, in one line."),
  description: text("What it does, as Markdown."),
  summary: text("First sentence of the description, in one line."),
  call: plain("Local name of the module call in `usage`."),
  usage: hcl("A `module` block that calls the module from another repository."),
};

/** Fields that every template has. */
const everywhere = {
  locale: plain("The language of the texts: `en` or `ja`."),
  header: plain("The line that names the source of the file."),
};

const moduleFields = {
  ...everywhere,
  ...identity,
  wrapper: bool("Whether it is a wrapper: it calls the module of its name for each element of `items`."),
  adopt: bool("Whether there is an example `adopt`, which takes over a hand-written resource."),
  creates: listOf("What it creates: one Markdown text each.", text("One thing.")),
  tree: optionalText(
    "The modules that it calls and what they create, drawn as a tree; absent if it calls no tfwright module.",
  ),
  iam: listOf("The permissions that it grants or needs: one Markdown text each.", text("One paragraph.")),
  notes: listOf("Other notes: one Markdown text each.", text("One paragraph.")),
  upgrading: listOf("What a new version changes for existing callers: one Markdown text each.", text("One change.")),
  deprecated: listOf(
    "Its deprecated variables and outputs, and old names of variables: one Markdown text each.",
    text("Its name, and what to use in its place."),
  ),
  differences: listOf("Defaults that differ from the provider's defaults.", difference),
  kinds_by: optionalText("The variable that decides which inputs a caller may give; absent if there is none."),
  kinds: listOf("Inputs that belong to some values of `kinds_by` alone, in the order of the variables.", kind),
  data_sources: bool("Whether it has data sources."),
  terraform: text("Version constraint for Terraform; in `versions.tofu`, that for OpenTofu."),
  opentofu: optionalText("Version constraint for OpenTofu, if not every version works."),
  terraform_only: bool("Whether the module does not support OpenTofu."),
  providers: listOf("The providers that it uses, by name.", provider),
  variables: listOf("Its variables in the order of the definition.", variable),
  outputs: listOf("Its outputs in the order of the definition.", output),
};

const moduleSchema = object("A module.", moduleFields);

const readmeSchema = object("A module, and the output of terraform-docs for it.", {
  ...moduleFields,
  docs: markdown("The section of terraform-docs, with both of its markers."),
});

const exampleSchema = object("An example: a root module that calls the module.", {
  ...everywhere,
  name: plain("Name of the example and of its folder: `basic`."),
  module: plain("Name of the module."),
  description: text("What it shows, in a sentence."),
  call: plain("Local name of the module call."),
  declares: optionalHcl("Blocks that the inputs refer to; absent if there are none."),
  moved: listOf(
    "Resources of the caller that move into the module.",
    object("One `moved` block.", {
      from: hcl("Address in the caller's state."),
      to: hcl("Address in the module, from the caller's root."),
    }),
  ),
  aliases: listOf(
    "Additional provider configurations that the caller must pass.",
    object("One configuration.", { provider: plain("Local name of the provider."), alias: plain("Its alias.") }),
  ),
  providers: optionalHcl("The `providers` argument of the call; absent if they are inherited."),
  inputs: hcl("The inputs of the call as lines of HCL; empty if it has none."),
});

const packageSchema = object("The generated package.", {
  ...everywhere,
  modules: listOf("Its modules, by name.", object("One module.", identity)),
  wrappers: listOf(
    "The modules that have a wrapper, by name.",
    plain("Name of the module and of its wrapper's folder."),
  ),
  usage: optionalHcl("A call of one of the modules, to copy; absent if there are no modules."),
});

/** The templates, by file name without `.hbs`, and what each is given. */
export const TEMPLATES = {
  "README.md": readmeSchema,
  "variables.tf": moduleSchema,
  "outputs.tf": moduleSchema,
  "versions.tf": moduleSchema,
  "example.tf": exampleSchema,
  "package.md": packageSchema,
} as const;

export type TemplateName = keyof typeof TEMPLATES;

/** The context of a template, derived from its schema. */
export type ContextOf<T extends TemplateName> = ValueOf<(typeof TEMPLATES)[T]>;

export type ModuleContext = ContextOf<"variables.tf">;
export type ExampleContext = ContextOf<"example.tf">;
export type PackageContext = ContextOf<"package.md">;
