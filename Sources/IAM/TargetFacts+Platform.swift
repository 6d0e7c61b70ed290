extension TargetFacts {
  /// What is built, published, watched and served.
  static let platform: [TargetFacts] = [
    TargetFacts(
      .artifactRepository, "repository", "repositories", service: "artifactregistry",
      "projects/{project}/locations/{location}/repositories/{repository}",
      permissions: .own(
        ["artifactregistry.repositories"],
        inside: [
          "artifactregistry.aptartifacts", "artifactregistry.attachments",
          "artifactregistry.dockerimages", "artifactregistry.files",
          "artifactregistry.kfpartifacts", "artifactregistry.mavenartifacts",
          "artifactregistry.npmpackages", "artifactregistry.packages",
          "artifactregistry.pythonpackages", "artifactregistry.rules", "artifactregistry.tags",
          "artifactregistry.versions", "artifactregistry.yumartifacts",
        ]),
      command: "gcloud artifacts repositories add-iam-policy-binding {repository} "
        + "--location={location} --project={project}", condition: .taken,
      terraform: "artifact_registry_repository",
      [("project", "{project}"), ("location", "{location}"), ("repository", "{repository}")],
      console:
        "Open Artifact Registry > Repositories of project {project} and select {repository}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .iapBackendService, "backend service", "backend services", service: "iap",
      "projects/{number}/iap_web/compute/services/{backendService}",
      permissions: .own(["iap.webServices"], inside: ["iap.webServiceVersions"]),
      command: "gcloud iap web add-iam-policy-binding --resource-type=backend-services "
        + "--service={backendService} --project={project}", condition: .taken,
      terraform: "iap_web_backend_service",
      [("project", "{project}"), ("web_backend_service", "{backendService}")],
      console: "Open Security > Identity-Aware Proxy{ofProject} and select {backendService}.",
      "Choose Add principal in the info panel."),
    TargetFacts(
      .logView, "log view", "log views", service: "logging",
      "projects/{project}/locations/{location}/buckets/{logBucket}/views/{view}",
      permissions: .own(["logging.views"]),
      command: "gcloud logging views add-iam-policy-binding {view} --bucket={logBucket} "
        + "--location={location} --project={project}", condition: .taken,
      terraform: "logging_log_view",
      [
        ("parent", "projects/{project}"), ("location", "{location}"), ("bucket", "{logBucket}"),
        ("name", "{view}"),
      ],
      console:
        "Open Logging > Logs storage of project {project} and choose the bucket {logBucket}.",
      "In the menu of the view {view}, choose Manage access > Add principal."),
    TargetFacts(
      .endpointsService, "Endpoints service", "Endpoints services", service: "servicemanagement",
      "services/{serviceName}", permissions: .own(["servicemanagement.services"]),
      command: "gcloud endpoints services add-iam-policy-binding {serviceName} "
        + "--project={project}",
      terraform: "endpoints_service", [("service_name", "{serviceName}")],
      console: "Open Endpoints > Services{ofProject} and select {serviceName}.",
      "Choose Permissions > Add principal in the info panel."),
    // gcloud can only replace the whole policy of a zone, so nothing is placed there by itself.
    TargetFacts(
      .dnsManagedZone, "DNS zone", "DNS zones", service: "dns",
      "projects/{project}/managedZones/{managedZone}", permissions: .own(["dns.managedZones"]),
      command: nil,
      terraform: "dns_managed_zone",
      [("project", "{project}"), ("managed_zone", "{managedZone}")],
      console: "Open Network services > Cloud DNS of project {project} and select {managedZone}.",
      "Choose Permissions > Add principal in the info panel."),
  ]
}
