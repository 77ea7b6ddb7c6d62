/** The list that decides whether the network is looked at names the types of all readers. */
import { prefixListTypes } from "../../../src/review/network/aws-prefix-lists";
import { azureIpRuleTypes } from "../../../src/review/network/azure-ip-rules";
import { azureSecurityGroupTypes } from "../../../src/review/network/azure-security-groups";
import { googleFirewallTypes } from "../../../src/review/network/google-firewalls";
import { attachmentTypes } from "../../../src/review/network/group-memberships";
import { lightsailTypes } from "../../../src/review/network/lightsail-ports";
import { networkAclTypes } from "../../../src/review/network/network-acls";
import { networkTypes } from "../../../src/review/network/network-types";
import { securityGroupTypes } from "../../../src/review/network/security-groups";
import { serverTypes } from "../../../src/review/network/server-firewalls";

test("every type that a reader reads is in the list, and no other", () => {
  const read = [
    ...securityGroupTypes,
    ...attachmentTypes,
    ...prefixListTypes,
    ...networkAclTypes,
    ...googleFirewallTypes,
    ...azureSecurityGroupTypes,
    ...serverTypes,
    ...azureIpRuleTypes,
    ...lightsailTypes,
  ];
  expect([...networkTypes].sort()).toEqual([...read].sort());
});
