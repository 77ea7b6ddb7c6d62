/** Variables that limit the networks in which jobs and sessions can run. */
import { list, string } from "tfwright";
import { ec2Ids } from "./arns";

const ids = (what: string, key: string, rule: ReturnType<typeof ec2Ids>) =>
  list(string({ validate: [rule] }), {
    description: `${what} in which jobs or sessions can run (${key}). If set, each must run in one of them. If empty, any or none is allowed.`,
    default: [],
  });

/** Three separate variables, because all inputs of the modules are flat. */
export const networkGuards = {
  vpc_ids: ids("IDs of the VPCs", "glue:VpcIds", ec2Ids("vpc_ids", "vpc")),
  subnet_ids: ids("IDs of the subnets", "glue:SubnetIds", ec2Ids("subnet_ids", "subnet")),
  security_group_ids: ids("IDs of the security groups", "glue:SecurityGroupIds", ec2Ids("security_group_ids", "sg")),
};
