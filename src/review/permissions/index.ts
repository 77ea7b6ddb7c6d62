/** Plans to permission deltas of principals and resources. */
export { type LakeChange, reviewLakeFormation } from "./review-lake-formation";
export { reviewPermissions } from "./review-permissions";
export type { IntroducedFinding, PrincipalReview } from "./types";
