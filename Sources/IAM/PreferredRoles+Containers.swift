extension PreferredRoles {
  /// Containers: clusters and Cloud Run.
  static let containersServices: [Service] = [
    Service("container") { container },
    Service("run") { run },
  ]

  private static let container = PreferredRoleRules(
    of: "container",
    """
    roles/container.clusterViewer | Kubernetes Engine Cluster Viewer | 5
      clusters.{connect,get,list}
    roles/container.clusterAdmin | Kubernetes Engine Cluster Admin | 15
      > cloudkms.autokeyUser container.clusterViewer
      clusters.{create,delete,update}
    roles/container.viewer | Kubernetes Engine Viewer | 170
      > container.clusterViewer
      {apiServices,certificateSigningRequests,cronJobs,customResourceDefinitions,daemonSets,
      deployments,horizontalPodAutoscalers,ingresses,jobs,namespaces,nodes,
      persistentVolumeClaims,persistentVolumes,podDisruptionBudgets,pods,replicaSets,
      replicationControllers,resourceQuotas,services,statefulSets,storageStates,
      storageVersionMigrations,volumeAttachments,volumeSnapshotContents}.{get,getStatus,list}
      {auditSinks,backendConfigs,bindings,clusterRoleBindings,clusterRoles,componentStatuses,
      configMaps,controllerRevisions,csiDrivers,csiNodeInfos,csiNodes,endpointSlices,endpoints,
      events,frontendConfigs,initializerConfigurations,leases,limitRanges,managedCertificates,
      mutatingWebhookConfigurations,networkPolicies,operations,petSets,podPresets,
      podSecurityPolicies,podTemplates,priorityClasses,roleBindings,roles,runtimeClasses,
      scheduledJobs,serviceAccounts,storageClasses,thirdPartyObjects,thirdPartyResources,
      updateInfos,validatingWebhookConfigurations,volumeSnapshotClasses,volumeSnapshots}.{get,
      list}
      {deployments,replicaSets,replicationControllers,statefulSets}.getScale tokenReviews.create
    roles/container.developer | Kubernetes Engine Developer | 386
      > container.clusterViewer
      {apiServices,certificateSigningRequests,cronJobs,customResourceDefinitions,daemonSets,
      deployments,horizontalPodAutoscalers,ingresses,jobs,namespaces,nodes,
      persistentVolumeClaims,persistentVolumes,petSets,podDisruptionBudgets,pods,replicaSets,
      replicationControllers,resourceQuotas,scheduledJobs,services,statefulSets,storageStates,
      storageVersionMigrations,volumeAttachments,volumeSnapshotContents,
      volumeSnapshots}.{create,delete,update,updateStatus}
      {auditSinks,backendConfigs,bindings,configMaps,csiDrivers,csiNodeInfos,csiNodes,
      endpointSlices,endpoints,events,frontendConfigs,initializerConfigurations,leases,
      limitRanges,managedCertificates,networkPolicies,podPresets,podTemplates,priorityClasses,
      runtimeClasses,secrets,serviceAccounts,storageClasses,thirdPartyObjects,
      thirdPartyResources,updateInfos,volumeSnapshotClasses}.{create,delete,get,list,update}
      deployments.rollback
      {deployments,replicaSets,replicationControllers,statefulSets}.updateScale
      {localSubjectAccessReviews,selfSubjectAccessReviews,selfSubjectRulesReviews,
      subjectAccessReviews}.create
      namespaces.finalize {nodes,services}.proxy
      pods.{attach,evict,exec,getLogs,initialize,portForward,proxy} serviceAccounts.createToken
    roles/container.admin | Kubernetes Engine Admin | 434
      > container.clusterAdmin container.developer container.viewer
      certificateSigningRequests.approve
      {clusterRoleBindings,controllerRevisions,mutatingWebhookConfigurations,
      podSecurityPolicies,roleBindings,validatingWebhookConfigurations}.{create,delete,update}
      {clusterRoles,roles}.{bind,create,delete,escalate,update}
      clusters.{createTagBinding,deleteTagBinding,impersonate} podSecurityPolicies.use
    no role
      clusters.{getCredentials,listEffectiveTags,listTagBindings} hostServiceAgent.use
      {localSubjectAccessReviews,selfSubjectAccessReviews,subjectAccessReviews}.list
      volumeSnapshots.getStatus
    """)

  private static let run = PreferredRoleRules(
    of: "run",
    """
    roles/run.servicesInvoker | Cloud Run Service Invoker | 1
      routes.invoke
    roles/run.jobsExecutor | Cloud Run Jobs Executor | 2
      executions.cancel jobs.run
    roles/run.invoker | Cloud Run Invoker | 3
      > run.servicesInvoker
      instances.invoke
    roles/run.jobsExecutorWithOverrides | Cloud Run Jobs Executor With Overrides | 3
      > run.jobsExecutor
      jobs.runWithOverrides
    roles/run.sshReader | Cloud Run SSH Read Only | 4 BETA
      {instances,jobs,services,workerpools}.sshRead
    roles/run.sshRoot | Cloud Run SSH Root Access | 4 BETA
      {instances,jobs,services,workerpools}.sshRoot
    roles/run.viewer | Cloud Run Viewer | 50
      {configurations,executions,operations,revisions,routes,tasks}.{get,list}
      {instances,jobs,services,workerpools}.{get,getIamPolicy,list}
      {jobs,services}.{listEffectiveTags,listTagBindings} locations.list prompts.get
    roles/run.developer | Cloud Run Developer | 89
      > run.invoker run.jobsExecutorWithOverrides run.sshReader run.sshRoot run.viewer
      {executions,operations,revisions}.delete instances.{start,stop}
      {instances,jobs,services,workerpools}.{create,delete,update} locations.uploadSource
    roles/run.admin | Cloud Run Admin | 97
      > run.developer
      {instances,workerpools}.setIamPolicy
      {jobs,services}.{createTagBinding,deleteTagBinding,setIamPolicy}
    """)
}
