extension PreferredRoles {
  /// Compute Engine: machines, disks, networks and load balancers.
  static let machinesServices: [Service] = [Service("compute") { compute }]

  private static let compute = PreferredRoleRules(
    of: "compute",
    """
    roles/compute.osLoginExternalUser | Compute OS Login External User | 1
      oslogin.updateExternalUser
    roles/compute.soleTenantViewer | Compute Sole Tenant Viewer | 8
      {nodeGroups,nodeTemplates}.getIamPolicy {nodeGroups,nodeTemplates,nodeTypes}.{get,list}
    roles/compute.vmExtensionPolicyViewer | Compute VM extension policy viewer | 10
      {rolloutPlans,rollouts,vmExtensionPolicies}.{get,list}
    roles/compute.futureReservationUser | Compute Future Reservation User | 12 BETA
      advice.calendarMode futureReservations.{create,delete,update} reservations.create
    roles/compute.xpnAdmin | Compute Shared VPC Admin | 13
      > resourcemanager.organizationViewer
      organizations.{disableXpnHost,disableXpnResource,enableXpnHost,enableXpnResource}
      subnetworks.setIamPolicy
    roles/compute.imageUser | Compute Image User | 16
      images.{get,getFromFamily,list,useReadOnly}
    roles/compute.packetMirroringAdmin | Compute packet mirroring admin | 16
      instances.updateSecurity {networks,subnetworks}.mirror
    roles/compute.futureReservationAdmin | Compute Future Reservation Admin | 17 BETA
      > compute.futureReservationUser
      futureReservations.cancel
      {reservationBlocks,reservationSubBlocks,reservations}.performMaintenance
      reservationSubBlocks.reportFaulty
    roles/compute.vmExtensionPolicyAdmin | Compute VM extension policy admin | 19
      > compute.vmExtensionPolicyViewer
      {rolloutPlans,vmExtensionPolicies}.{create,delete} rollouts.{cancel,delete}
      vmExtensionPolicies.update
    roles/compute.orgSecurityResourceAdmin | Compute Organization Resource Admin | 20
      organizations.{setFirewallPolicy,setSecurityPolicy}
    roles/compute.peerSubnetMigrationAdmin | Compute Peer Subnet Migration Admin | 20
      subnetworks.usePeerMigration
    roles/compute.packetMirroringUser | Compute packet mirroring user | 22
      packetMirrorings.{create,createTagBinding,delete,deleteTagBinding,update}
    roles/compute.osLogin | Compute OS Login | 25
      instances.osLogin
    roles/compute.osAdminLogin | Compute OS Admin Login | 26
      > compute.osLogin
      instances.osAdminLogin
    roles/compute.orgFirewallPolicyUser | Compute Organization Firewall Policy User | 29
      {firewallPolicies,regionFirewallPolicies}.use
    roles/compute.orgSecurityPolicyUser | Compute Organization Security Policy User | 29
      securityPolicies.{addAssociation,removeAssociation,use}
    roles/compute.loadBalancerServiceUser | Compute Load Balancer Services User | 33
      {backendBuckets,backendServices,regionBackendBuckets,regionBackendServices}.use
    roles/compute.orgSecurityPolicyAdmin | Compute Organization Security Policy Admin | 46
      > compute.orgSecurityPolicyUser
      firewallPolicies.{cloneRules,setIamPolicy}
      {firewallPolicies,securityPolicies}.{copyRules,create,createTagBinding,delete,
      deleteTagBinding,move,update}
    roles/compute.orgFirewallPolicyAdmin | Compute Organization Firewall Policy Admin | 49
      > compute.orgFirewallPolicyUser
      regionFirewallPolicies.{cloneRules,create,createTagBinding,delete,deleteTagBinding,
      setIamPolicy,update}
    roles/compute.publicIpAdmin | Compute Public IP Admin | 51
      addresses.useInternal
      {addresses,globalAddresses}.{createInternal,deleteInternal,setLabels}
      {addresses,globalAddresses,publicDelegatedPrefixes}.{create,createTagBinding,delete,
      deleteTagBinding,use}
      globalPublicDelegatedPrefixes.{create,delete,updatePolicy}
      {publicAdvertisedPrefixes,publicDelegatedPrefixes}.{create,delete,update,updatePolicy}
      publicDelegatedPrefixes.{announce,withdraw}
    roles/compute.storageAdmin | Compute Storage Admin | 160
      > cloudkms.autokeyUser compute.imageUser
      {diskSettings,licenses}.update
      disks.{addResourcePolicies,createSnapshot,removeResourcePolicies,resize,
      startAsyncReplication,stopAsyncReplication,stopGroupAsyncReplication}
      {disks,images,instantSnapshots,licenses,snapshots,storagePools}.{create,createTagBinding,
      delete,deleteTagBinding,setIamPolicy}
      {disks,resourcePolicies}.{update,use,useReadOnly}
      {disks,snapshots}.{setLabels,updateKmsKey} images.{deprecate,setLabels,update}
      {instantSnapshotGroups,resourcePolicies,snapshotGroups}.{create,delete,setIamPolicy}
      {instantSnapshotGroups,snapshotGroups,snapshots}.useReadOnly
      instantSnapshots.{export,setLabels,useReadOnly} licenseCodes.setIamPolicy
      recoverableSnapshots.{delete,recover,setIamPolicy} storagePools.{update,use}
    roles/compute.securityAdmin | Compute Security Admin | 170
      > compute.packetMirroringUser
      {firewalls,regionSecurityPolicies,regionSslPolicies,sslPolicies}.{create,createTagBinding,
      delete,deleteTagBinding,update}
      globalFrontendSettings.update networks.updatePolicy
      {regionSecurityPolicies,regionSslPolicies,sslPolicies}.use
      {regionSslCertificates,sslCertificates}.{create,createTagBinding,delete,deleteTagBinding}
      securityPolicies.setLabels
    roles/compute.networkUser | Compute Network User | 222
      {externalVpnGateways,interconnects,regionNetworkPolicies,vpnGateways}.use networks.access
      {networks,subnetworks}.{use,useExternalIp}
    roles/compute.networkViewer | Compute Network Viewer | 340
      {addresses,backendBuckets,backendServices,externalVpnGateways,firewalls,forwardingRules,
      globalAddresses,globalForwardingRules,healthChecks,httpHealthChecks,httpsHealthChecks,
      interconnectAttachments,interconnects,networkAttachments,networks,packetMirrorings,
      regionBackendBuckets,regionBackendServices,regionHealthChecks,regionSslCertificates,
      regionSslPolicies,regionTargetHttpProxies,regionTargetHttpsProxies,regionTargetTcpProxies,
      regionUrlMaps,routers,routes,serviceAttachments,sslCertificates,sslPolicies,subnetworks,
      targetGrpcProxies,targetHttpProxies,targetHttpsProxies,targetInstances,targetPools,
      targetSslProxies,targetTcpProxies,targetVpnGateways,urlMaps,vpnGateways,vpnTunnels}.{get,
      list,listEffectiveTags,listTagBindings}
      {crossSiteNetworks,interconnectAttachmentGroups,interconnectGroups,interconnectLocations,
      interconnectRemoteLocations,networkProfiles,regionCompositeHealthChecks,
      regionHealthAggregationPolicies,regionHealthCheckServices,regionHealthSources,
      regionNetworkPolicies,regionNotificationEndpoints,regions,wireGroups,zones}.{get,list}
      globalFrontendSettings.get
      networks.{getEffectiveFirewalls,getRegionEffectiveFirewalls,listPeeringRoutes}
      {regionSslPolicies,sslPolicies}.listAvailableFeatures
      routers.{getRoutePolicy,listBgpRoutes,listRoutePolicies}
    roles/compute.viewer | Compute Viewer | 419
      > compute.soleTenantViewer compute.vmExtensionPolicyViewer
      {acceleratorTypes,autoscalers,diskTypes,globalOperations,globalPublicDelegatedPrefixes,
      hosts,instanceTemplates,instantSnapshotGroups,licenseCodes,machineTypes,multiMig,
      multiMigMembers,orgRolloutPlans,orgRollouts,previewFeatures,publicAdvertisedPrefixes,
      recoverableSnapshots,regionOperations,reservationBlocks,reservationSlots,
      reservationSubBlocks,resourcePolicies,snapshotGroups,zoneOperations}.{get,list}
      advice.{capacity,capacityHistory}
      {backendBuckets,backendServices,disks,firewallPolicies,futureReservations,
      globalOperations,images,instanceTemplates,instances,instantSnapshotGroups,
      instantSnapshots,licenseCodes,licenses,machineImages,networkAttachments,
      recoverableSnapshots,regionBackendBuckets,regionBackendServices,regionFirewallPolicies,
      regionOperations,resourcePolicies,serviceAttachments,snapshotGroups,snapshots,
      storagePools,subnetworks,zoneOperations}.getIamPolicy
      {commitments,disks,firewallPolicies,futureReservations,globalNetworkEndpointGroups,images,
      instanceGroupManagers,instanceGroups,instances,instantSnapshots,licenses,machineImages,
      networkEdgeSecurityServices,networkEndpointGroups,publicDelegatedPrefixes,
      regionFirewallPolicies,regionNetworkEndpointGroups,regionSecurityPolicies,reservations,
      securityPolicies,snapshots,storagePools}.{get,list,listEffectiveTags,listTagBindings}
      {diskSettings,instanceSettings,projects,snapshotRecycleBinPolicy,snapshotSettings,
      spotAssistants}.get
      hosts.getVersion
      instances.{getEffectiveFirewalls,getGuestAttributes,getScreenshot,getSerialPortOutput,
      getShieldedInstanceIdentity,getShieldedVmIdentity,getVmExtensionState,listReferrers,
      listVmExtensionStates}
      organizations.listAssociations {regionUrlMaps,urlMaps}.validate
      snapshots.getEffectiveRecycleBinRule
    roles/compute.loadBalancerAdmin | Compute Load Balancer Admin | 451
      > compute.loadBalancerServiceUser
      {backendBuckets,backendServices}.{addSignedUrlKey,deleteSignedUrlKey,setIamPolicy,
      setSecurityPolicy}
      {backendBuckets,backendServices,forwardingRules,healthChecks,httpHealthChecks,
      httpsHealthChecks,regionBackendBuckets,regionBackendServices,regionHealthChecks,
      regionTargetHttpsProxies,regionUrlMaps,targetGrpcProxies,targetHttpProxies,
      targetHttpsProxies,targetPools,targetSslProxies,targetTcpProxies,urlMaps}.{create,
      createTagBinding,delete,deleteTagBinding,update,use}
      {forwardingRules,globalForwardingRules}.{pscCreate,pscDelete,pscSetLabels,pscUpdate,
      setLabels,setTarget}
      globalForwardingRules.{create,createTagBinding,delete,deleteTagBinding,update}
      {healthChecks,httpHealthChecks,httpsHealthChecks,regionHealthChecks}.useReadOnly
      regionBackendBuckets.setIamPolicy regionBackendServices.{setIamPolicy,setSecurityPolicy}
      {regionHealthCheckServices,regionNotificationEndpoints}.{create,delete,update,use}
      {regionTargetHttpProxies,regionTargetHttpsProxies,targetHttpProxies,
      targetHttpsProxies}.setUrlMap
      {regionTargetHttpProxies,regionTargetTcpProxies,targetInstances}.{create,createTagBinding,
      delete,deleteTagBinding,use}
      regionTargetHttpsProxies.setSslCertificates
      {regionTargetTcpProxies,targetTcpProxies}.attach {regionUrlMaps,urlMaps}.invalidateCache
      targetHttpsProxies.setQuicOverride
      {targetHttpsProxies,targetSslProxies}.{setCertificateMap,setSslCertificates,setSslPolicy}
      targetInstances.setSecurityPolicy
      targetPools.{addHealthCheck,addInstance,removeHealthCheck,removeInstance,
      setSecurityPolicy}
      targetSslProxies.{setBackendService,setProxyHeader}
    roles/compute.instanceAdmin.v1 | Compute Instance Admin (v1) | 531
      > cloudkms.autokeyUser compute.imageUser compute.osAdminLogin
      {autoscalers,instanceGroupManagers,instanceGroups,instanceSettings,
      reservationSlots}.update
      {autoscalers,multiMig}.{create,delete}
      {globalNetworkEndpointGroups,instanceGroupManagers,instanceGroups,instances,
      networkEndpointGroups,regionNetworkEndpointGroups}.{create,createTagBinding,delete,
      deleteTagBinding,use}
      {globalNetworkEndpointGroups,networkEndpointGroups,
      regionNetworkEndpointGroups}.{attachNetworkEndpoints,detachNetworkEndpoints}
      {instanceTemplates,instances,machineImages}.{create,delete,setIamPolicy,useReadOnly}
      instances.{addAccessConfig,addNetworkInterface,addResourcePolicies,attachDisk,
      deleteAccessConfig,deleteNetworkInterface,detachDisk,pscInterfaceCreate,
      removeResourcePolicies,reset,resume,sendDiagnosticInterrupt,setDeletionProtection,
      setDiskAutoDelete,setLabels,setMachineResources,setMachineType,setMetadata,
      setMinCpuPlatform,setName,setScheduling,setSecurityPolicy,setServiceAccount,
      setShieldedInstanceIntegrityPolicy,setShieldedVmIntegrityPolicy,setTags,
      simulateMaintenanceEvent,start,startWithEncryptionKey,stop,suspend,update,
      updateAccessConfig,updateDisplayDevice,updateNetworkInterface,
      updateShieldedInstanceConfig,updateShieldedVmConfig}
      machineImages.{createTagBinding,deleteTagBinding,setLabels}
      projects.setCommonInstanceMetadata
    roles/compute.networkAdmin | Compute Network Admin | 965
      > compute.loadBalancerServiceUser compute.networkUser compute.networkViewer
      > compute.packetMirroringAdmin compute.peerSubnetMigrationAdmin
      > networkservices.GoogleTagGatewayPolicyAdmin networkservices.admin networkservices.editor
      > networkservices.viewer
      {crossSiteNetworks,regionCompositeHealthChecks,regionHealthAggregationPolicies,
      regionHealthSources,regionNetworkPolicies,wireGroups}.{create,delete,update}
      {externalVpnGateways,interconnectAttachments,interconnects,targetVpnGateways,
      vpnGateways}.{setLabels,use}
      {externalVpnGateways,routes,targetVpnGateways,vpnGateways,vpnTunnels}.{create,
      createTagBinding,delete,deleteTagBinding}
      {interconnectAttachmentGroups,interconnectGroups}.{create,delete,patch}
      {interconnectAttachments,interconnects,networkAttachments,networks,routers,
      serviceAttachments,subnetworks}.{create,createTagBinding,delete,deleteTagBinding,update,
      use}
      {networkAttachments,serviceAttachments}.setIamPolicy
      networks.{addPeering,removePeering,setFirewallPolicy,setNetworkPolicy,switchToCustomMode,
      updatePeering}
      routers.{deleteRoutePolicy,updateRoutePolicy}
      subnetworks.{expandIpCidrRange,setPrivateIpGoogleAccess} vpnTunnels.setLabels
    no role
      commitments.updateReservations
      {commitments,futureReservations,networkEdgeSecurityServices,reservations}.{create,
      createTagBinding,deleteTagBinding,update}
      {futureReservations,globalOperations,nodeGroups,nodeTemplates,regionOperations,
      zoneOperations}.{delete,setIamPolicy}
      interconnects.getMacsecConfig
      {networkEdgeSecurityServices,nodeTemplates,orgRolloutPlans}.{create,delete}
      nodeGroups.{addNodes,deleteNodes,performMaintenance,setNodeTemplate,
      simulateMaintenanceEvent}
      nodeGroups.{create,update} orgRollouts.{cancel,delete,pause,resume}
      {previewFeatures,snapshotRecycleBinPolicy,snapshotSettings}.update
      projects.{setCloudArmorTier,setDefaultNetworkTier,setDefaultServiceAccount,
      setManagedProtectionTier,setUsageExportBucket}
      reservations.{delete,resize}
    """)
}
