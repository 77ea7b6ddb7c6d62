/**
 * The bodies of the types of a provider, from the output of `terraform providers schema -json`.
 *
 * A body is a map: name -> { mark, body }. The mark is "" for a block, "=" for an attribute whose elements Terraform takes as
 * blocks too, "~" where it is not known what a name is. What is not in the map is an attribute.
 */
const KINDS = {
  resource: "resource_schemas",
  data: "data_source_schemas",
  ephemeral: "ephemeral_resource_schemas",
};

/** `resource aws_instance` -> body; of the provider's own configuration the type is empty. */
function bodiesOfSchema(provider) {
  const types = new Map();
  for (const [kind, member] of Object.entries(KINDS))
    for (const [type, { block }] of Object.entries(provider[member] ?? {}))
      types.set(`${kind} ${type}`, ofBlock(block));
  types.set("provider ", ofBlock(provider.provider.block));
  return types;
}

function ofBlock({ attributes = {}, block_types: blocks = {} }) {
  const body = new Map();
  for (const [name, attribute] of Object.entries(attributes))
    if (attribute.required || attribute.optional) addAttribute(body, name, attribute.type);
  for (const [name, { nesting_mode: nesting, block }] of Object.entries(blocks)) {
    if (nesting === "map") throw new Error(`${name}: a block with a label has no form in the tables`);
    body.set(name, { mark: "", body: ofBlock(block) });
  }
  return body;
}

function addAttribute(body, name, type) {
  if (!Array.isArray(type) || !["list", "set"].includes(type[0])) return;
  const [kind, members] = type[1];
  if (kind !== "object") return;
  const elements = new Map();
  for (const [inner, one] of Object.entries(members)) addAttribute(elements, inner, one);
  body.set(name, { mark: "=", body: elements });
}

module.exports = { bodiesOfSchema };
