/** Arguments of hashicorp/azurerm, in the form of `aws-settings.ts`; the comments name pages of https://learn.microsoft.com/azure/. */

const APPS = ["linux_web_app", "windows_web_app", "linux_function_app", "windows_function_app"]
  .flatMap((name) => [`azurerm_${name}`, `azurerm_${name}_slot`])
  .join(",");

export const AZURE_SETTINGS = {
  "access-setting": {
    "attention note": [
      // app-service/app-service-web-tutorial-rest-api
      `${APPS} site_config.cors.allowed_origins gains:*`,
      "azurerm_storage_account blob_properties.cors_rule.allowed_origins gains:*",
    ],
    attention: [
      `${APPS} site_config.cors.support_credentials,site_config.remote_debugging_enabled is:true`,
      // app-service/configure-basic-auth-disable
      `${APPS} ftp_publish_basic_authentication_enabled,webdeploy_publish_basic_authentication_enabled is:true|-`,
      `${APPS} client_certificate_mode worse:Required|OptionalInteractiveUser|Optional`,
      // storage/common/security-restrict-copy-operations
      "azurerm_storage_account cross_tenant_replication_enabled,sftp_enabled is:true",
      // role-based-access-control/role-definitions
      "azurerm_role_definition assignable_scopes gains",
    ],
  },
  "public-endpoint": {
    attention: [
      // app-service/app-service-ip-restrictions
      `${APPS} site_config.ip_restriction_default_action,site_config.scm_ip_restriction_default_action is:Allow|-`,
    ],
  },
  "network-not-compared": {
    attention: [
      `${APPS} site_config.ip_restriction.ip_address,site_config.ip_restriction.service_tag,site_config.ip_restriction.virtual_network_subnet_id changes`,
      `${APPS} site_config.ip_restriction.action loses:Deny`,
      `${APPS} site_config.scm_ip_restriction.ip_address,site_config.scm_ip_restriction.service_tag,site_config.scm_ip_restriction.virtual_network_subnet_id changes`,
      `${APPS} site_config.scm_ip_restriction.action loses:Deny`,
    ],
  },
  "encryption-off": {
    danger: [`${APPS} https_only is:false|-`],
    attention: [`${APPS} site_config.ftps_state worse:Disabled|FtpsOnly|AllAllowed`],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
