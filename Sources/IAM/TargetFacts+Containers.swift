extension TargetFacts {
  /// What holds other resources.
  static let containers: [TargetFacts] = [
    TargetFacts(
      .project, "project", "projects", service: "cloudresourcemanager", "projects/{project}",
      name: "{project}", permissions: .any,
      command: "gcloud projects add-iam-policy-binding {project}", condition: .taken,
      terraform: "project", [("project", "{project}")],
      console: "Open IAM & Admin > IAM and pick project {project}.", grantOrEdit),
    TargetFacts(
      .folder, "folder", "folders", service: "cloudresourcemanager", "folders/{folder}",
      permissions: .any,
      command: "gcloud resource-manager folders add-iam-policy-binding {folder}",
      condition: .taken,
      terraform: "folder", [("folder", "{resource}")],
      console: "Open IAM & Admin > IAM and pick the folder with the ID {folder}.", grantOrEdit),
    TargetFacts(
      .organization, "organization", "organizations", service: "cloudresourcemanager",
      "organizations/{organization}", permissions: .any,
      command: "gcloud organizations add-iam-policy-binding {organization}", condition: .taken,
      terraform: "organization", [("org_id", "{organization}")],
      console: "Open IAM & Admin > IAM and pick the organization with the ID {organization}.",
      grantOrEdit),
    TargetFacts(
      .billingAccount, "billing account", "billing accounts", service: "cloudbilling",
      "billingAccounts/{billingAccount}", permissions: .any,
      command: "gcloud billing accounts add-iam-policy-binding {billingAccount}",
      terraform: "billing_account", [("billing_account_id", "{billingAccount}")],
      console: "Open Billing > Account management and pick the account {billingAccount}.",
      "Choose Add principal in the panel at the right."),
    TargetFacts(
      .tagValue, "tag value", "tag values", service: "cloudresourcemanager",
      "tagValues/{tagValue}",
      permissions: .own(
        ["resourcemanager.tagValues"],
        inside: ["resourcemanager.tagHolds", "resourcemanager.tagValueBindings"]),
      command: "gcloud resource-manager tags values add-iam-policy-binding {resource}",
      condition: .taken,
      terraform: "tags_tag_value", [("tag_value", "{resource}")],
      console: "Open IAM & Admin > Tags, choose the key and then the value with the ID {tagValue}.",
      "Choose Manage access > Add principal."),
    TargetFacts(
      .serviceAccount, "service account", "service accounts", service: "iam",
      "projects/{project}/serviceAccounts/{account}", name: "{account}",
      permissions: .own(["iam.serviceAccounts"], inside: ["iam.serviceAccountKeys"]),
      command: "gcloud iam service-accounts add-iam-policy-binding {account} --project={project}",
      condition: .taken,
      terraform: "service_account", [("service_account_id", "{resource}")],
      console: "Open IAM & Admin > Service accounts{ofProject} and choose {account}.",
      "Choose Principals with access > Grant access."),
  ]

  private static let grantOrEdit =
    "Choose Grant access; for a principal that is listed, Edit principal > Add another role."
}
