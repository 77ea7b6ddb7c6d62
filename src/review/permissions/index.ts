/** Plans to permission deltas of principals and resources. */
export { reviewPermissions } from "./review-permissions";
export type { IntroducedFinding, PrincipalReview } from "./types";
