extension PreferredRoles {
  /// Logs, metrics, traces and errors.
  static let observabilityServices: [Service] = [
    Service("cloudtrace") { cloudtrace },
    Service("errorreporting") { errorreporting },
    Service("logging") { logging },
    Service("monitoring") { monitoring },
  ]

  private static let cloudtrace = PreferredRoleRules(
    of: "cloudtrace",
    """
    roles/cloudtrace.agent | Cloud Trace Agent | 2
      traces.patch
    """)

  private static let errorreporting = PreferredRoleRules(
    of: "errorreporting",
    """
    roles/errorreporting.writer | Error Reporting Writer | 1 BETA
      errorEvents.create
    """)

  private static let logging = PreferredRoleRules(
    of: "logging",
    """
    roles/logging.bucketWriter | Logs Bucket Writer | 1
      buckets.write
    roles/logging.fieldAccessor | Log Field Accessor | 1
      fields.access
    roles/logging.linkViewer | Log Link Accessor | 2
      links.{get,list}
    roles/logging.logWriter | Logs Writer | 2
      logEntries.{create,route}
    roles/logging.viewAccessor | Logs View Accessor | 5
      logEntries.download views.{access,listLogs,listResourceKeys,listResourceValues}
    roles/logging.privateLogViewer | Private Logs Viewer | 28
      > logging.linkViewer
      privateLogEntries.list
    roles/logging.viewer | Logs Viewer | 28
      > logging.linkViewer
      {buckets,exclusions,locations,logMetrics,logScopes,operations,sinks,views}.{get,list}
      {logEntries,logServiceIndexes,logServices,logs}.list
      queries.{getShared,listShared,usePrivate} usage.get
    roles/logging.configWriter | Logs Configuration Writer | 60
      > logging.linkViewer
      buckets.{createTagBinding,deleteTagBinding,listEffectiveTags,listTagBindings,undelete}
      {buckets,exclusions,logMetrics,logScopes,notificationRules,sinks,views}.{create,delete,
      get,list,update}
      links.{create,delete} operations.cancel settings.{get,update} sqlAlerts.{create,update}
      views.getIamPolicy
    roles/logging.admin | Logging Admin | 80
      > logging.configWriter logging.fieldAccessor logging.logWriter logging.privateLogViewer
      > logging.viewAccessor logging.viewer
      buckets.copyLogEntries logs.delete queries.{deleteShared,share,updateShared}
      views.setIamPolicy
    """)

  private static let monitoring = PreferredRoleRules(
    of: "monitoring",
    """
    roles/monitoring.alertViewer | Monitoring Alert Viewer | 2
      alerts.{get,list}
    roles/monitoring.snoozeViewer | Monitoring Snooze Viewer | 2
      snoozes.{get,list}
    roles/monitoring.alertPolicyViewer | Monitoring AlertPolicy Viewer | 4
      alertPolicies.{get,list,listEffectiveTags,listTagBindings}
    roles/monitoring.dashboardViewer | Monitoring Dashboard Configuration Viewer | 4
      dashboards.{get,list,listEffectiveTags,listTagBindings}
    roles/monitoring.servicesViewer | Monitoring Services Viewer | 4
      {services,slos}.{get,list}
    roles/monitoring.snoozeEditor | Monitoring Snooze Editor | 4
      > monitoring.snoozeViewer
      snoozes.{create,update}
    roles/monitoring.metricWriter | Monitoring Metric Writer | 6
      {metricDescriptors,timeSeries}.create
    roles/monitoring.alertPolicyEditor | Monitoring AlertPolicy Editor | 9
      > monitoring.alertPolicyViewer
      alertPolicies.{create,createTagBinding,delete,deleteTagBinding,update}
    roles/monitoring.dashboardEditor | Monitoring Dashboard Configuration Editor | 9
      > monitoring.dashboardViewer
      dashboards.{create,createTagBinding,delete,deleteTagBinding,update}
    roles/monitoring.servicesEditor | Monitoring Services Editor | 10
      > monitoring.servicesViewer
      {services,slos}.{create,delete,update}
    roles/monitoring.viewer | Monitoring Viewer | 35
      > monitoring.alertPolicyViewer monitoring.alertViewer monitoring.dashboardViewer
      > monitoring.servicesViewer monitoring.snoozeViewer
      {groups,metricDescriptors,monitoredResourceDescriptors,notificationChannelDescriptors,
      notificationChannels,uptimeCheckConfigs}.{get,list}
      timeSeries.list
    roles/monitoring.editor | Monitoring Editor | 80
      > monitoring.alertPolicyEditor monitoring.dashboardEditor monitoring.metricWriter
      > monitoring.servicesEditor monitoring.snoozeEditor monitoring.viewer
      {groups,notificationChannels,uptimeCheckConfigs}.{create,delete,update}
      metricDescriptors.delete notificationChannels.{sendVerificationCode,verify}
    roles/monitoring.admin | Monitoring Admin | 82
      > monitoring.editor
      metricsScopes.link
    no role
      notificationChannels.getVerificationCode
    """)
}
