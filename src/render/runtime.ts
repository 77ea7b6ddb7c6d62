/** The packages that a CDKTF stack is made with: CDKTF, or its successor CDK Terrain. */
export const RUNTIMES = ["cdktf", "cdktn"] as const;

/** What a CDKTF stack is made with. */
export type Runtime = (typeof RUNTIMES)[number];
