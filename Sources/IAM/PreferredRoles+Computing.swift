extension PreferredRoles {
  /// Computing: machines, containers, functions, builds and what starts them.
  static let computing: [PreferredRole] = [
    PreferredRole(
      "roles/cloudbuild.builds.editor", "Cloud Build Editor", size: 11,
      includes: "roles/cloudbuild.builds.viewer",
      for: "cloudbuild.builds.create"),
    PreferredRole(
      "roles/cloudbuild.builds.viewer", "Cloud Build Viewer", size: 9,
      for: "cloudbuild.builds.get"),

    PreferredRole(
      "roles/cloudfunctions.developer", "Cloud Functions Developer", size: 225,
      includes: "roles/cloudfunctions.invoker",
      for: "cloudfunctions.functions.call", "cloudfunctions.functions.create",
      "cloudfunctions.functions.update"),
    PreferredRole(
      "roles/cloudfunctions.invoker", "Cloud Functions Invoker", size: 1,
      for: "cloudfunctions.functions.invoke"),
    PreferredRole(
      "roles/cloudfunctions.viewer", "Cloud Functions Viewer", size: 117,
      for: "cloudfunctions.functions.get"),

    PreferredRole(
      "roles/cloudscheduler.jobRunner", "Cloud Scheduler Job Runner", size: 14,
      for: "cloudscheduler.jobs.run"),

    PreferredRole(
      "roles/cloudtasks.enqueuer", "Cloud Tasks Enqueuer", size: 5, stage: .beta,
      for: "cloudtasks.tasks.create"),

    PreferredRole(
      "roles/compute.imageUser", "Compute Image User", size: 16,
      for: "compute.images.useReadOnly"),
    PreferredRole(
      "roles/compute.instanceAdmin.v1", "Compute Instance Admin (v1)", size: 531,
      includes: "roles/compute.imageUser", "roles/compute.osAdminLogin", "roles/compute.osLogin",
      for: "compute.instances.create", "compute.instances.delete",
      "compute.instances.setMetadata", "compute.instances.start", "compute.instances.stop"),
    PreferredRole(
      "roles/compute.networkUser", "Compute Network User", size: 222,
      for: "compute.subnetworks.use"),
    PreferredRole(
      "roles/compute.osAdminLogin", "Compute OS Admin Login", size: 26,
      includes: "roles/compute.osLogin",
      for: "compute.instances.osAdminLogin"),
    PreferredRole(
      "roles/compute.osLogin", "Compute OS Login", size: 25,
      for: "compute.instances.osLogin"),
    PreferredRole(
      "roles/compute.securityAdmin", "Compute Security Admin", size: 170,
      for: "compute.firewalls.create"),
    PreferredRole(
      "roles/compute.viewer", "Compute Viewer", size: 419,
      for: "compute.instances.get", "compute.instances.list"),

    PreferredRole(
      "roles/container.clusterAdmin", "Kubernetes Engine Cluster Admin", size: 15,
      includes: "roles/container.clusterViewer",
      for: "container.clusters.create"),
    PreferredRole(
      "roles/container.clusterViewer", "Kubernetes Engine Cluster Viewer", size: 5,
      for: "container.clusters.get", "container.clusters.list"),
    PreferredRole(
      "roles/container.developer", "Kubernetes Engine Developer", size: 386,
      includes: "roles/container.clusterViewer",
      for: "container.deployments.create", "container.pods.exec", "container.secrets.get"),
    PreferredRole(
      "roles/container.viewer", "Kubernetes Engine Viewer", size: 170,
      includes: "roles/container.clusterViewer",
      for: "container.pods.get", "container.pods.list"),

    PreferredRole(
      "roles/dns.admin", "DNS Administrator", size: 49,
      includes: "roles/dns.reader",
      for: "dns.changes.create"),
    PreferredRole(
      "roles/dns.reader", "DNS Reader", size: 22,
      for: "dns.resourceRecordSets.list"),

    PreferredRole(
      "roles/eventarc.eventReceiver", "Eventarc Event Receiver", size: 2,
      for: "eventarc.events.receiveEvent"),

    PreferredRole(
      "roles/iap.httpsResourceAccessor", "IAP-secured Web App User", size: 1,
      for: "iap.webServiceVersions.accessViaIAP"),
    PreferredRole(
      "roles/iap.tunnelResourceAccessor", "IAP-secured Tunnel User", size: 2,
      for: "iap.tunnelInstances.accessViaIAP"),

    PreferredRole(
      "roles/run.developer", "Cloud Run Developer", size: 89,
      includes: "roles/run.jobsExecutor", "roles/run.servicesInvoker", "roles/run.viewer",
      for: "run.services.create", "run.services.update"),
    PreferredRole(
      "roles/run.jobsExecutor", "Cloud Run Jobs Executor", size: 2,
      for: "run.jobs.run"),
    PreferredRole(
      "roles/run.servicesInvoker", "Cloud Run Service Invoker", size: 1,
      for: "run.routes.invoke"),
    PreferredRole(
      "roles/run.viewer", "Cloud Run Viewer", size: 50,
      for: "run.services.get"),

    PreferredRole(
      "roles/workflows.invoker", "Workflows Invoker", size: 10,
      for: "workflows.executions.create"),
  ]
}
