extension PreferredRoles {
  /// The platform itself: identities, projects, services, logs and metrics.
  static let platform: [PreferredRole] = [
    PreferredRole(
      "roles/browser", "Browser", size: 6,
      for: "resourcemanager.projects.get", "resourcemanager.projects.getIamPolicy",
      "resourcemanager.projects.list"),

    PreferredRole(
      "roles/cloudtrace.agent", "Cloud Trace Agent", size: 2,
      for: "cloudtrace.traces.patch"),

    PreferredRole(
      "roles/errorreporting.writer", "Error Reporting Writer", size: 1, stage: .beta,
      for: "errorreporting.errorEvents.create"),

    PreferredRole(
      "roles/iam.roleViewer", "Role Viewer", size: 6,
      for: "iam.roles.get"),
    PreferredRole(
      "roles/iam.serviceAccountCreator", "Create Service Accounts", size: 5,
      for: "iam.serviceAccounts.create"),
    PreferredRole(
      "roles/iam.serviceAccountKeyAdmin", "Service Account Key Admin", size: 10,
      for: "iam.serviceAccountKeys.create"),
    PreferredRole(
      "roles/iam.serviceAccountOpenIdTokenCreator",
      "Service Account OpenID Connect Identity Token Creator", size: 1,
      for: "iam.serviceAccounts.getOpenIdToken"),
    PreferredRole(
      "roles/iam.serviceAccountTokenCreator", "Service Account Token Creator", size: 9,
      includes: "roles/iam.serviceAccountOpenIdTokenCreator", "roles/iam.workloadIdentityUser",
      for: "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.implicitDelegation",
      "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt"),
    PreferredRole(
      "roles/iam.serviceAccountUser", "Service Account User", size: 5,
      for: "iam.serviceAccounts.actAs"),
    PreferredRole(
      "roles/iam.serviceAccountViewer", "View Service Accounts", size: 9,
      for: "iam.serviceAccounts.get", "iam.serviceAccounts.list"),

    PreferredRole(
      "roles/logging.configWriter", "Logs Configuration Writer", size: 60,
      for: "logging.sinks.create"),
    PreferredRole(
      "roles/logging.logWriter", "Logs Writer", size: 2,
      for: "logging.logEntries.create"),
    PreferredRole(
      "roles/logging.privateLogViewer", "Private Logs Viewer", size: 28,
      for: "logging.privateLogEntries.list"),
    PreferredRole(
      "roles/logging.viewer", "Logs Viewer", size: 28,
      for: "logging.logEntries.list"),

    PreferredRole(
      "roles/monitoring.metricWriter", "Monitoring Metric Writer", size: 6,
      for: "monitoring.timeSeries.create"),
    PreferredRole(
      "roles/monitoring.viewer", "Monitoring Viewer", size: 35,
      for: "monitoring.timeSeries.list"),

    PreferredRole(
      "roles/resourcemanager.folderViewer", "Folder Viewer", size: 10,
      for: "resourcemanager.folders.get"),
    PreferredRole(
      "roles/resourcemanager.organizationViewer", "Organization Viewer", size: 1,
      for: "resourcemanager.organizations.get"),
    PreferredRole(
      "roles/resourcemanager.projectIamAdmin", "Project IAM Admin", size: 9,
      for: "resourcemanager.projects.setIamPolicy"),

    PreferredRole(
      "roles/serviceusage.serviceUsageAdmin", "Service Usage Admin", size: 24,
      includes: "roles/serviceusage.serviceUsageConsumer",
      "roles/serviceusage.serviceUsageViewer",
      for: "serviceusage.services.enable"),
    PreferredRole(
      "roles/serviceusage.serviceUsageConsumer", "Service Usage Consumer", size: 16,
      includes: "roles/serviceusage.serviceUsageViewer",
      for: "serviceusage.services.use"),
    PreferredRole(
      "roles/serviceusage.serviceUsageViewer", "Service Usage Viewer", size: 15,
      for: "serviceusage.services.list"),
  ]
}
