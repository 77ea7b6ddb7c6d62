/** Words behind which a name says more of what stands before them: `queue-with-dlq` is a queue. */
const PREPOSITION = /-(?:and|by|for|from|in|of|on|to|via|with|without)-/;

/** The local name of a call of a module: what the module makes, which is the last word of its name, as `role` of `glue-role`. */
export function callName(moduleName: string): string {
  const [noun = moduleName] = moduleName.split(PREPOSITION);
  return noun.slice(noun.lastIndexOf("-") + 1);
}
