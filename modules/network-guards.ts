/** Variables that limit the networks in which jobs and sessions may run. */
import { list, string } from "tfwright";

const ids = (what: string, key: string) =>
  list(string(), {
    description: `${what} in which it may run (${key}); it must then run in one. Any, or none, when empty.`,
    default: [],
  });

/** Flat, as all that a caller writes. */
export const networkGuards = {
  vpc_ids: ids("Ids of the VPCs", "glue:VpcIds"),
  subnet_ids: ids("Ids of the subnets", "glue:SubnetIds"),
  security_group_ids: ids("Ids of the security groups", "glue:SecurityGroupIds"),
};
