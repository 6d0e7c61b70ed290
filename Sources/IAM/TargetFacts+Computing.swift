extension TargetFacts {
  /// What runs.
  static let computing: [TargetFacts] = [
    TargetFacts(
      .runService, "Cloud Run service", "Cloud Run services", service: "run",
      "projects/{project}/locations/{location}/services/{service}",
      permissions: .own(
        ["run.services"], inside: ["run.configurations", "run.revisions", "run.routes"]),
      command: "gcloud run services add-iam-policy-binding {service} --region={location} "
        + "--project={project}", condition: .taken,
      terraform: "cloud_run_v2_service",
      [("project", "{project}"), ("location", "{location}"), ("name", "{service}")],
      console: "Open Cloud Run > Services of project {project} and select {service}.",
      "Choose Permissions > Add principal."),
    TargetFacts(
      .runJob, "Cloud Run job", "Cloud Run jobs", service: "run",
      "projects/{project}/locations/{location}/jobs/{job}",
      permissions: .own(["run.jobs"], inside: ["run.executions", "run.tasks"]),
      command: "gcloud run jobs add-iam-policy-binding {job} --region={location} "
        + "--project={project}",
      terraform: "cloud_run_v2_job",
      [("project", "{project}"), ("location", "{location}"), ("name", "{job}")],
      console: "Open Cloud Run > Jobs of project {project} and select {job}.",
      "Choose Permissions > Add principal."),
    TargetFacts(
      .functionGen1, "function", "functions", service: "cloudfunctions",
      "projects/{project}/locations/{location}/functions/{function}",
      permissions: .own(["cloudfunctions.functions"]),
      command: "gcloud functions add-iam-policy-binding {function} --region={location} "
        + "--project={project}",
      terraform: "cloudfunctions_function",
      [("project", "{project}"), ("region", "{location}"), ("cloud_function", "{function}")],
      console: "Open Cloud Run functions of project {project} and select {function}.",
      "Choose Permissions > Add principal."),
    // Its calls are checked by the Cloud Run service that runs it, which has the same name.
    TargetFacts(
      .functionGen2, "2nd gen function", "2nd gen functions", service: "cloudfunctions",
      "projects/{project}/locations/{location}/functions/{service}",
      permissions: .own(["run.routes"]),
      command: "gcloud functions add-invoker-policy-binding {service} --region={location} "
        + "--project={project} {member}",
      terraform: "cloud_run_v2_service",
      [("project", "{project}"), ("location", "{location}"), ("name", "{service}")],
      console: "Open Cloud Run > Services of project {project} and select {service}.",
      "Choose Permissions > Add principal."),
    TargetFacts(
      .instance, "VM instance", "VM instances", service: "compute",
      "projects/{project}/zones/{zone}/instances/{vm}",
      permissions: .own(["compute.instances"]),
      command: "gcloud compute instances add-iam-policy-binding {vm} --zone={zone} "
        + "--project={project}", condition: .taken,
      terraform: "compute_instance",
      [("project", "{project}"), ("zone", "{zone}"), ("instance_name", "{vm}")],
      console: "Open Compute Engine > VM instances of project {project} and select {vm}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .disk, "disk", "disks", service: "compute",
      "projects/{project}/zones/{zone}/disks/{disk}", permissions: .own(["compute.disks"]),
      command: "gcloud compute disks add-iam-policy-binding {disk} --zone={zone} "
        + "--project={project}", condition: .taken,
      terraform: "compute_disk",
      [("project", "{project}"), ("zone", "{zone}"), ("name", "{disk}")],
      console: "Open Compute Engine > Disks of project {project} and select {disk}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .image, "image", "images", service: "compute", "projects/{project}/global/images/{image}",
      permissions: .own(["compute.images"]),
      command: "gcloud compute images add-iam-policy-binding {image} --project={project}",
      condition: .taken,
      terraform: "compute_image", [("project", "{project}"), ("image", "{image}")],
      console: "Open Compute Engine > Images of project {project} and select {image}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .subnetwork, "subnet", "subnets", service: "compute",
      "projects/{project}/regions/{region}/subnetworks/{subnetwork}",
      permissions: .own(["compute.subnetworks"]),
      command: "gcloud compute networks subnets add-iam-policy-binding {subnetwork} "
        + "--region={region} --project={project}",
      terraform: "compute_subnetwork",
      [("project", "{project}"), ("region", "{region}"), ("subnetwork", "{subnetwork}")],
      console: "Open VPC networks > Subnets of project {project} and select {subnetwork}.",
      "Choose Permissions > Add principal in the info panel."),
  ]
}
