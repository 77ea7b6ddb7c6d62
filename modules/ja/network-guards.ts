/** The Japanese texts of the variables that limit the networks of jobs and sessions. */

const idsJa = (what: string, key: string) =>
  `ジョブまたはセッションで使える${what}の ID です（${key}）。指定した場合は、そのいずれかを使う必要があります。空の場合は制限しません。`;

export const networkGuardsJa = {
  vpc_ids: idsJa(" VPC ", "glue:VpcIds"),
  subnet_ids: idsJa("サブネット", "glue:SubnetIds"),
  security_group_ids: idsJa("セキュリティグループ", "glue:SecurityGroupIds"),
};
