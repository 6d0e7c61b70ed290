extension PreferredRoles {
  /// Names and routes, and the doors in front of them.
  static let networkingServices: [Service] = [
    Service("dns") { dns },
    Service("iap") { iap },
    Service("networkservices") { networkservices },
  ]

  private static let dns = PreferredRoleRules(
    of: "dns",
    """
    roles/dns.peer | DNS Peer | 1
      networks.targetWithPeeringZone
    roles/dns.reader | DNS Reader | 22
      {changes,dnsKeys,managedZoneOperations,managedZones,policies,resourceRecordSets,
      responsePolicies,responsePolicyRules}.{get,list}
      policies.{listEffectiveTags,listTagBindings} projects.get
    roles/dns.viewer | DNS Viewer | 23
      > dns.reader
      managedZones.getIamPolicy
    roles/dns.admin | DNS Administrator | 49
      > dns.peer dns.viewer
      changes.create {gkeClusters,networks}.{bindDNSResponsePolicy,bindPrivateDNSZone}
      {managedZones,policies,resourceRecordSets,responsePolicies,responsePolicyRules}.{create,
      delete,update}
      networks.{bindPrivateDNSPolicy,useHealthSignals}
      policies.{createTagBinding,deleteTagBinding}
    no role
      managedZones.setIamPolicy
    """)

  private static let iap = PreferredRoleRules(
    of: "iap",
    """
    roles/iap.httpsResourceAccessor | IAP-secured Web App User | 1
      webServiceVersions.accessViaIAP
    roles/iap.tunnelResourceAccessor | IAP-secured Tunnel User | 2
      tunnelInstances.accessViaIAP
    """)

  private static let networkservices = PreferredRoleRules(
    of: "networkservices",
    """
    roles/networkservices.GoogleTagGatewayPolicyAdmin | Google Tag Gateway Admin | 14 BETA
      googleTagGatewayPolicies.{create,delete,update}
    roles/networkservices.serviceExtensionsViewer | Service Extensions Viewer | 17 BETA
      {authzExtensions,lbEdgeExtensions,lbRouteExtensions,lbTrafficExtensions,
      swpSecurityExtensions,wasmPlugins}.{get,list}
    roles/networkservices.serviceExtensionsAdmin | Service Extensions Admin | 42 BETA
      > networkservices.serviceExtensionsViewer
      {authzExtensions,lbEdgeExtensions,lbRouteExtensions,lbTrafficExtensions,
      swpSecurityExtensions,wasmPlugins}.{create,delete,update}
      {authzExtensions,wasmPlugins}.use
    roles/networkservices.viewer | Network Services Viewer | 57
      {agentGateways,endpointPolicies,googleTagGatewayPolicies,grpcRoutes,httpRoutes,
      httpfilters,locations,operations,route_views,serviceBindings,serviceLbPolicies,tcpRoutes,
      tlsRoutes}.{get,list}
      endpointConfigSelectors.{listEffectiveTags,listTagBindings}
      {gateways,httpFilters,meshes}.{get,list,listEffectiveTags,listTagBindings}
      httpfilters.getIamPolicy lbTcpExtensions.{getForNetwork,listForNetwork}
    roles/networkservices.editor | Network Services Editor | 125
      > networkservices.viewer
      {agentGateways,gateways,httpfilters,meshes}.{create,delete,update,use}
      {endpointPolicies,grpcRoutes,httpFilters,httpRoutes,serviceBindings,serviceLbPolicies,
      tcpRoutes,tlsRoutes}.{create,delete,update}
      lbTcpExtensions.{createForNetwork,deleteForNetwork,updateForNetwork}
      operations.{cancel,delete}
    roles/networkservices.admin | Network Services Admin | 134
      > networkservices.editor
      {endpointConfigSelectors,gateways,httpFilters,meshes}.{createTagBinding,deleteTagBinding}
      httpfilters.setIamPolicy
    """)
}
