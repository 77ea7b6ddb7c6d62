/** The Japanese texts of the variables that limit the networks of jobs and sessions. */

const idsJa = (what: string, key: string) =>
  `ジョブまたはセッションを実行できる${what}の ID です（${key}）。指定した場合、必ずそのいずれかで実行する必要があります。空の場合は制限しません。`;

export const networkGuardsJa = {
  vpc_ids: idsJa(" VPC ", "glue:VpcIds"),
  subnet_ids: idsJa("サブネット", "glue:SubnetIds"),
  security_group_ids: idsJa("セキュリティグループ", "glue:SecurityGroupIds"),
};
