/** What a resource of a plan gives to a principal or to a resource. */
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
  /** Read when the principal turns out to change. */
  documents(): readonly NamedDocument[];
  /** The resources that it comes from. */
  readonly sources: readonly Instance[];
  /** Whoever is in a group, or acts as a role, has what that one has. @default nothing besides */
  readonly through?: Subject;
}

/** What contributions are read with. */
export interface Reader {
  readonly references: References;
  readonly principals: Principals;
  readonly texts: PolicyTexts;
  readonly attachments: Attachments;
}
