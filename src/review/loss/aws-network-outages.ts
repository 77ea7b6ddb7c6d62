/**
 * Types of AWS that make up networks and lead traffic: addresses, routes, names, load balancers, distributions. While one is gone,
 * what uses it is not reached. {@link parseLossTable} has the form.
 */
export const AWS_NETWORK_OUTAGES = `
# outage
failover by it is not foreseeable
  aws_route53_health_check
clients lose its address until there is another
  aws_alb aws_cloudfront_distribution aws_elb aws_lb aws_lightsail_distribution aws_lightsail_lb
nothing answers at its port or path until it is back
  aws_alb_listener aws_api_gateway_base_path_mapping aws_apigatewayv2_api_mapping
  aws_globalaccelerator_custom_routing_endpoint_group aws_globalaccelerator_custom_routing_listener
  aws_globalaccelerator_endpoint_group aws_globalaccelerator_listener aws_lb_listener aws_vpclattice_listener
its custom domain leads nowhere
  aws_amplify_domain_association aws_api_gateway_domain_name aws_api_gateway_domain_name_access_association
  aws_apigatewayv2_domain_name aws_apprunner_custom_domain_association aws_appsync_domain_name
  aws_appsync_domain_name_api_association aws_iot_domain_configuration aws_redshiftserverless_custom_domain_association
names in the zone no longer resolve, and a new zone has other name servers
  aws_lightsail_domain aws_route53_zone
the name no longer resolves
  aws_lightsail_domain_entry aws_route53_record aws_route53_traffic_policy_instance aws_service_discovery_instance
the VPC no longer resolves names by it
  aws_route53_resolver_rule_association aws_route53_zone_association aws_route53profiles_association
  aws_route53profiles_resource_association
validating resolvers refuse the zone's names
  aws_route53_hosted_zone_dnssec aws_route53_key_signing_key
traffic can no longer be moved by it
  aws_arcregionswitch_plan aws_route53recoverycontrolconfig_cluster aws_route53recoverycontrolconfig_control_panel
  aws_route53recoverycontrolconfig_routing_control
traffic through it stops
  aws_apprunner_vpc_ingress_connection aws_ec2_carrier_gateway aws_ec2_instance_connect_endpoint
  aws_ec2_transit_gateway_multicast_domain aws_ec2_transit_gateway_multicast_domain_association
  aws_ec2_transit_gateway_multicast_group_member aws_ec2_transit_gateway_multicast_group_source
  aws_egress_only_internet_gateway aws_internet_gateway aws_internet_gateway_attachment aws_nat_gateway
  aws_networkfirewall_firewall aws_networkfirewall_vpc_endpoint_association aws_quicksight_vpc_connection
  aws_s3outposts_endpoint aws_vpc_endpoint aws_vpc_endpoint_connection_accepter
its subnets lose their routes
  aws_ec2_local_gateway_route_table aws_route_table
traffic to its destination is dropped
  aws_ec2_client_vpn_route aws_ec2_local_gateway_route aws_ec2_transit_gateway_prefix_list_reference
  aws_ec2_transit_gateway_route aws_route aws_vpn_connection_route
the networks no longer reach each other
  aws_ec2_transit_gateway_connect aws_ec2_transit_gateway_connect_peer aws_ec2_transit_gateway_peering_attachment
  aws_ec2_transit_gateway_peering_attachment_accepter aws_ec2_transit_gateway_route_table_association
  aws_ec2_transit_gateway_route_table_propagation aws_ec2_transit_gateway_vpc_attachment
  aws_ec2_transit_gateway_vpc_attachment_accepter aws_networkfirewall_firewall_transit_gateway_attachment_accepter
  aws_networkmanager_attachment_accepter aws_networkmanager_connect_attachment aws_networkmanager_connect_peer
  aws_networkmanager_dx_gateway_attachment aws_networkmanager_site_to_site_vpn_attachment
  aws_networkmanager_transit_gateway_peering aws_networkmanager_transit_gateway_route_table_attachment
  aws_networkmanager_vpc_attachment aws_odb_network_peering_connection aws_vpc_peering_connection
the connection to the other site is lost
  aws_dx_bgp_peer aws_dx_gateway_association aws_dx_hosted_connection aws_dx_hosted_private_virtual_interface
  aws_dx_hosted_public_virtual_interface aws_dx_hosted_transit_virtual_interface aws_dx_private_virtual_interface
  aws_dx_public_virtual_interface aws_dx_transit_virtual_interface aws_vpn_concentrator aws_vpn_gateway
  aws_vpn_gateway_attachment
its private address goes
  aws_network_interface
the mesh no longer routes its traffic
  aws_appmesh_gateway_route aws_appmesh_route aws_appmesh_virtual_service
requests no longer reach the targets that it registers
  aws_alb_target_group_attachment aws_autoscaling_attachment aws_autoscaling_traffic_source_attachment
  aws_elb_attachment aws_lb_target_group_attachment aws_lightsail_lb_attachment aws_vpclattice_target_group_attachment
clients get another certificate for its names
  aws_alb_listener_certificate aws_lb_listener_certificate
what has the public address loses it
  aws_eip_association aws_lightsail_static_ip_attachment aws_nat_gateway_eip_association
clients are no longer sent to the target that has their session
  aws_app_cookie_stickiness_policy aws_lb_cookie_stickiness_policy aws_lightsail_lb_stickiness_policy
targets that expect the proxy protocol fail
  aws_proxy_protocol_policy
apply fails while a distribution uses it
  aws_cloudfront_connection_function aws_cloudfront_function aws_cloudfront_key_group
  aws_cloudfront_origin_access_control aws_cloudfront_origin_access_identity aws_cloudfront_trust_store
  aws_cloudfront_vpc_origin
the connection is no longer encrypted, or is lost where it must be
  aws_dx_macsec_key_association
the group of connections loses the capacity of this one
  aws_dx_connection_association
users of the VPN lose their connection, and a new endpoint has another address
  aws_ec2_client_vpn_endpoint
users of the VPN no longer reach the network
  aws_ec2_client_vpn_network_association
the connection to the other site is lost, and a new one has other addresses and keys
  aws_vpn_connection
apply fails while a rule or a route names it
  aws_ec2_managed_prefix_list
route tables no longer get the routes that it learns
  aws_vpc_route_server aws_vpc_route_server_endpoint aws_vpc_route_server_peer aws_vpc_route_server_propagation
  aws_vpc_route_server_vpc_association
hosts in the VPC no longer get the name servers and domain that it sets
  aws_vpc_dhcp_options aws_vpc_dhcp_options_association
what it excepts can no longer reach the internet, or be reached from it
  aws_vpc_block_public_access_exclusion
the address no longer resolves to its name, and mail from it may be refused
  aws_eip_domain_name
its subnets get the default network ACL of the VPC, which may allow more
  aws_network_acl aws_network_acl_association
its domain must be verified again
  aws_vpclattice_domain_verification
apply fails while a VPN connection uses it
  aws_customer_gateway
client certificates that were revoked are accepted again
  aws_lb_trust_store_revocation
what was in it must be made again; apply fails while something still is
  aws_ec2_secondary_network aws_ec2_secondary_subnet aws_odb_network aws_subnet aws_vpc
  aws_vpc_ipv4_cidr_block_association
the endpoint loses its interface in the subnet, and connections through it break
  aws_vpc_endpoint_subnet_association
its routing policies no longer filter or change the routes of the attachment
  aws_networkmanager_attachment_routing_policy_label
routing policies of the core network can no longer match by the prefix list
  aws_networkmanager_prefix_list_association
subnets without a table of their own get the routes of the VPC's first main table
  aws_main_route_table_association
subnets of the route table no longer reach the service through the endpoint
  aws_vpc_endpoint_route_table_association
the route table loses the routes that the gateway learned
  aws_vpn_gateway_route_propagation
clients in the service network no longer reach it
  aws_vpclattice_service_network_resource_association aws_vpclattice_service_network_service_association
clients in the VPC no longer reach the services of the network
  aws_vpclattice_service_network_vpc_association
names are no longer resolved through it
  aws_route53_resolver_endpoint
apply fails while it has tenants
  aws_cloudfront_multitenant_distribution
its domains are no longer served
  aws_cloudfront_distribution_tenant
apply fails while a listener uses it
  aws_lb_trust_store
apply fails while a listener or a rule uses it; a new one has no targets until they are registered and healthy
  aws_alb_target_group aws_lb_target_group aws_vpclattice_target_group
apply fails while it is in a service network
  aws_vpclattice_service
apply fails while services or VPCs are associated with it
  aws_vpclattice_service_network
apply fails while a resource configuration uses it
  aws_vpclattice_resource_gateway
apply fails while endpoints are connected to it
  aws_vpc_endpoint_service
apply fails while something is attached to it
  aws_ec2_transit_gateway aws_networkmanager_core_network
apply fails while an attachment uses it
  aws_ec2_transit_gateway_route_table
apply fails while an interface or a gateway is attached to it
  aws_dx_gateway
the connection to the other site is lost, and a new one must be ordered; apply fails while virtual interfaces are on it
  aws_dx_connection aws_dx_lag
apply fails while a service uses it
  aws_apprunner_vpc_connector
apply fails while a method uses it
  aws_api_gateway_vpc_link
apply fails while a VPC uses it
  aws_route53_resolver_rule aws_route53profiles_profile
apply fails while services are in it
  aws_service_discovery_http_namespace aws_service_discovery_private_dns_namespace
  aws_service_discovery_public_dns_namespace
its name no longer resolves; apply fails while instances are in it, unless it is destroyed by force
  aws_service_discovery_service
apply fails while another part of the mesh uses it
  aws_appmesh_mesh aws_appmesh_virtual_gateway aws_appmesh_virtual_node aws_appmesh_virtual_router
the endpoints of this account are taken out of accelerators of other accounts, and must be added again
  aws_globalaccelerator_cross_account_attachment
its subnet gets the routes of the VPC's main table; its gateway no longer leads traffic by these routes
  aws_route_table_association
apply fails while a service network or an endpoint uses it
  aws_vpclattice_resource_configuration
apply fails while tenants use it; a new one has another address
  aws_cloudfront_connection_group
the VPC no longer reaches the local network through the gateway
  aws_ec2_local_gateway_route_table_vpc_association
traffic of the attachment is no longer led by the policy table
  aws_ec2_transit_gateway_policy_table_association aws_ec2_transit_gateway_policy_table_entry
the listener no longer keeps to its protocols and ciphers
  aws_lb_ssl_negotiation_policy
ports of the load balancer no longer follow its policies: protocols and ciphers, stickiness, or checks of backends
  aws_load_balancer_backend_server_policy aws_load_balancer_listener_policy aws_load_balancer_policy
what connects through it is cut off
  aws_lambdacore_network_connector aws_osis_pipeline_endpoint
`;
