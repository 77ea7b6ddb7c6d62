/** Variables that limit the networks in which jobs and sessions may run. */
import { list, string } from "tfwright";
import { ec2Ids } from "./arns";

const ids = (what: string, key: string, rule: ReturnType<typeof ec2Ids>) =>
  list(string(), {
    description: `${what} in which it may run (${key}); it must then run in one. Any, or none, when empty.`,
    default: [],
    validate: [rule],
  });

/** Flat, as all that a caller writes. */
export const networkGuards = {
  vpc_ids: ids("Ids of the VPCs", "glue:VpcIds", ec2Ids("vpc_ids", "vpc")),
  subnet_ids: ids("Ids of the subnets", "glue:SubnetIds", ec2Ids("subnet_ids", "subnet")),
  security_group_ids: ids("Ids of the security groups", "glue:SecurityGroupIds", ec2Ids("security_group_ids", "sg")),
};
