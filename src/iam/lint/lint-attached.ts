/** Lints an attachment of a managed policy of AWS: the policy itself is AWS's, so that what counts is which one is meant. */
import { lookUpManagedPolicy } from "../managed";
import type { AccountControl, AttachedPolicy, JudgedAttachment } from "./attached-policy";
import { Context } from "./context";
import { openPaths } from "./escalation/escalation-paths";
import type { Finding } from "./finding";
import { createContentOf, makeFinding } from "./make-finding";
import type { LintOptions } from "./options";
import { isAdmin } from "./parsed/parsed-statement";
import { resolveOptions } from "./resolve-options";
import { attachedAdmin } from "./rules/attached-admin";
import { unknownManagedPolicy } from "./rules/unknown-managed-policy";

/** In the order in which their findings are reported. */
const RULES = [unknownManagedPolicy, attachedAdmin] as const;

/** The findings of an attachment; a text that names no policy of AWS has none. */
export function lintAttached(attached: AttachedPolicy, options: LintOptions): readonly Finding[] {
  const lookup = lookUpManagedPolicy(attached.written);
  if (lookup === undefined) return [];
  const resolved = resolveOptions(options);
  const document = lookup.kind === "known" && attached.use === "attached" ? lookup.policy.document : undefined;
  const control = document && controlOf(new Context(document, resolved));
  const judged: JudgedAttachment = { ...attached, lookup, control, options: resolved };
  const { file } = attached;
  const contentOf = createContentOf();
  return RULES.flatMap((rule): readonly Finding[] => {
    const report = rule.check.attachment?.(judged);
    return report === undefined
      ? []
      : [makeFinding({ rule, report, statement: undefined, options: resolved, file, contentOf })];
  });
}

/**
 * Control of the account: everything, everything but what `NotAction` names, or the right to change IAM without a role that is passed. Many policies of AWS for one service can
 * run code with the roles of that service; that is what they are for, and no finding.
 */
function controlOf(context: Context): AccountControl | undefined {
  const { parsedStatements } = context;
  if (parsedStatements.some((parsed) => isAdmin(parsed))) return { actions: [], except: [] };
  const nearlyAll = parsedStatements.find(
    ({ allows, everywhere, statement }) => allows && everywhere && statement.notActions,
  );
  if (nearlyAll !== undefined)
    return { actions: [], except: (nearlyAll.statement.notActions ?? []).map(({ value }) => value) };
  const ofIam = context
    .analyze(openPaths)
    .filter(({ passTo, actions }) => passTo === undefined && actions.every((id) => id.startsWith("iam:")));
  return ofIam.length === 0
    ? undefined
    : { actions: [...new Set(ofIam.flatMap(({ actions }) => actions))], except: [] };
}
