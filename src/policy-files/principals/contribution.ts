/** The policies that a resource of a plan contributes to a principal or to a resource. */
import type { NamedDocument } from "../../iam/delta";
import type { Attachments } from "./attachments";
import type { Instance, Side } from "./instances";
import type { PolicyTexts } from "./policy-text";
import type { Principals, Subject } from "./principals";
import type { References } from "./references";

/** Documents that a principal has on one side because of a resource. */
export interface Contribution {
  readonly subject: Subject;
  readonly side: Side;
  /** The documents are read only if the principal changes. */
  documents(): readonly NamedDocument[];
  /** The resources that it comes from. */
  readonly sources: readonly Instance[];
  /** The group or role whose permissions the subject has as well. @default none */
  readonly through?: Subject;
}

/** The readers and indexes that contributions are computed with. */
export interface ContributionContext {
  readonly references: References;
  readonly principals: Principals;
  readonly texts: PolicyTexts;
  readonly attachments: Attachments;
}
