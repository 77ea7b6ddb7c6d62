/** What to install where a package is missing. */

/**
 * The command that installs a missing package. `canResolve` returns whether another package is installed. On CDK Terrain the providers'
 * packages of CDKTF are installed under their own names, as aliases of their successors: those need cdktf.
 */
export function installHint(missing: string, canResolve: (name: string) => boolean): string {
  const provider = /^@cdktf\/(provider-.+)$/.exec(missing)?.[1];
  const isOnTerrain = provider !== undefined && !canResolve("cdktf") && canResolve("cdktn");
  return `npm install --save-dev ${isOnTerrain ? `${missing}@npm:@cdktn/${provider}` : missing}`;
}
