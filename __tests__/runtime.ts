/** Which packages stand behind the names `cdktf` and `@cdktf/provider-aws`: their own, or cdktn's (`npm run test:cdktn`). */
import { join } from "node:path";

const root = join(__dirname, "..");

export const RUNTIME = process.env.TFWRIGHT_RUNTIME ?? "cdktf";

/** The folder of a package that the repository has installed. */
export function packageFolder(name: string): string {
  return RUNTIME === "cdktn" && /^(?:cdktf|@cdktf\/provider-aws)$/.test(name)
    ? join(root, "runtimes", "cdktn", "node_modules", name.replace("cdktf", "cdktn"))
    : join(root, "node_modules", name);
}
