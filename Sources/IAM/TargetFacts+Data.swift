extension TargetFacts {
  /// Storage, databases, messages, secrets and keys.
  static let data: [TargetFacts] = storage + databases + messages + keys

  private static let storage: [TargetFacts] = [
    TargetFacts(
      .bucket, "bucket", "buckets", service: "storage", "projects/_/buckets/{bucket}",
      name: "{bucket}",
      permissions: .own(
        ["storage.buckets"],
        inside: [
          "storage.anywhereCaches", "storage.bucketOperations", "storage.folders",
          "storage.managedFolders", "storage.multipartUploads", "storage.objects",
        ]),
      command: "gcloud storage buckets add-iam-policy-binding gs://{bucket}", condition: .taken,
      terraform: "storage_bucket", [("bucket", "{bucket}")],
      console: "Open Cloud Storage > Buckets{ofProject} and choose {bucket}.",
      "Choose Permissions > Grant access."),
    TargetFacts(
      .managedFolder, "managed folder", "managed folders", service: "storage",
      "projects/_/buckets/{bucket}/managedFolders/{managedFolder...}",
      permissions: .own(["storage.managedFolders"], inside: ["storage.objects"]),
      command: "gcloud storage managed-folders add-iam-policy-binding "
        + "gs://{bucket}/{managedFolder}/", condition: .taken,
      terraform: "storage_managed_folder",
      [("bucket", "{bucket}"), ("managed_folder", "{managedFolder}/")],
      console: "Open Cloud Storage > Buckets{ofProject} and choose {bucket}.",
      "In the menu of the folder {managedFolder}, choose Edit access > Add principal."),
    TargetFacts(
      .bigqueryDataset, "dataset", "datasets", service: "bigquery",
      "projects/{project}/datasets/{dataset}",
      permissions: .own(
        ["bigquery.datasets"],
        inside: ["bigquery.models", "bigquery.routines", "bigquery.tables"]),
      // bq's own binding command is not generally supported for datasets.
      command: "bq query --use_legacy_sql=false --project_id={project} {grantStatement}",
      condition: .onProjectByName,
      terraform: "bigquery_dataset", [("project", "{project}"), ("dataset_id", "{dataset}")],
      console: "Open BigQuery, and in the Explorer project {project} > {dataset}.",
      "Choose Sharing > Permissions > Add principal."),
    TargetFacts(
      .bigqueryTable, "table", "tables", service: "bigquery",
      "projects/{project}/datasets/{dataset}/tables/{table}",
      permissions: .own(["bigquery.tables"], inside: ["bigquery.rowAccessPolicies"]),
      command: "bq add-iam-policy-binding {member} {role} --table {project}:{dataset}.{table}",
      condition: .onProjectByName,
      terraform: "bigquery_table",
      [("project", "{project}"), ("dataset_id", "{dataset}"), ("table_id", "{table}")],
      console: "Open BigQuery, and in the Explorer project {project} > {dataset} > {table}.",
      "Choose Share > Add principal."),
    TargetFacts(
      .healthcareDataset, "healthcare dataset", "healthcare datasets", service: "healthcare",
      "projects/{project}/locations/{location}/datasets/{healthcareDataset}",
      permissions: .own(
        ["healthcare.datasets"],
        inside: [
          "healthcare.annotationStores", "healthcare.annotations", "healthcare.consentStores",
          "healthcare.consents", "healthcare.dicomStores", "healthcare.fhirResources",
          "healthcare.fhirStores", "healthcare.hl7V2Messages", "healthcare.hl7V2Stores",
          "healthcare.operations",
        ]),
      command: "gcloud healthcare datasets add-iam-policy-binding {healthcareDataset} "
        + "--location={location} --project={project}", condition: .taken,
      terraform: "healthcare_dataset", [("dataset_id", "{project}/{location}/{healthcareDataset}")],
      console: "Open Healthcare > Browser of project {project} and select {healthcareDataset}.",
      "Choose Show info panel > Permissions > Add principal."),
  ]

  private static let databases: [TargetFacts] = [
    TargetFacts(
      .spannerInstance, "Spanner instance", "Spanner instances", service: "spanner",
      "projects/{project}/instances/{instance}",
      permissions: .own(
        ["spanner.instances"],
        inside: [
          "spanner.backups", "spanner.databases", "spanner.instanceOperations",
          "spanner.instancePartitions",
        ]),
      command: "gcloud spanner instances add-iam-policy-binding {instance} --project={project}",
      condition: .taken,
      terraform: "spanner_instance", [("project", "{project}"), ("instance", "{instance}")],
      console: "Open Spanner of project {project} and select {instance}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .spannerDatabase, "Spanner database", "Spanner databases", service: "spanner",
      "projects/{project}/instances/{instance}/databases/{database}",
      permissions: .own(
        ["spanner.databases"],
        inside: [
          "spanner.backupSchedules", "spanner.databaseOperations", "spanner.databaseRoles",
          "spanner.sessions",
        ]),
      command: "gcloud spanner databases add-iam-policy-binding {database} "
        + "--instance={instance} --project={project}", condition: .taken,
      terraform: "spanner_database",
      [("project", "{project}"), ("instance", "{instance}"), ("database", "{database}")],
      console: "Open Spanner of project {project}, choose {instance} and select {database}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .bigtableInstance, "Bigtable instance", "Bigtable instances", service: "bigtable",
      "projects/{project}/instances/{instance}",
      permissions: .own(
        ["bigtable.instances"],
        inside: [
          "bigtable.appProfiles", "bigtable.backups", "bigtable.clusters", "bigtable.hotTablets",
          "bigtable.logicalViews", "bigtable.materializedViews", "bigtable.tables",
        ]),
      command: "gcloud bigtable instances add-iam-policy-binding {instance} --project={project}",
      condition: .taken,
      terraform: "bigtable_instance", [("project", "{project}"), ("instance", "{instance}")],
      console: "Open Bigtable of project {project} and select {instance}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .bigtableTable, "Bigtable table", "Bigtable tables", service: "bigtable",
      "projects/{project}/instances/{instance}/tables/{bigtableTable}",
      permissions: .own(
        ["bigtable.tables"], inside: ["bigtable.authorizedViews", "bigtable.schemaBundles"]),
      command: "gcloud bigtable tables add-iam-policy-binding {bigtableTable} "
        + "--instance={instance} --project={project}", condition: .taken,
      terraform: "bigtable_table",
      [("project", "{project}"), ("instance_name", "{instance}"), ("table", "{bigtableTable}")],
      console: "Open Bigtable of project {project}, choose {instance} > Tables and select "
        + "{bigtableTable}.",
      "Choose Permissions > Add principal in the info panel."),
  ]

  private static let messages: [TargetFacts] = [
    TargetFacts(
      .topic, "topic", "topics", service: "pubsub", "projects/{project}/topics/{topic}",
      permissions: .own(["pubsub.topics"]),
      command: "gcloud pubsub topics add-iam-policy-binding {topic} --project={project}",
      terraform: "pubsub_topic", [("project", "{project}"), ("topic", "{topic}")],
      console: "Open Pub/Sub > Topics of project {project} and select {topic}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .subscription, "subscription", "subscriptions", service: "pubsub",
      "projects/{project}/subscriptions/{subscription}",
      permissions: .own(["pubsub.subscriptions"]),
      command: "gcloud pubsub subscriptions add-iam-policy-binding {subscription} "
        + "--project={project}",
      terraform: "pubsub_subscription",
      [("project", "{project}"), ("subscription", "{subscription}")],
      console: "Open Pub/Sub > Subscriptions of project {project} and select {subscription}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .taskQueue, "queue", "queues", service: "cloudtasks",
      "projects/{project}/locations/{location}/queues/{queue}",
      permissions: .own(["cloudtasks.queues"], inside: ["cloudtasks.tasks"]),
      command: "gcloud tasks queues add-iam-policy-binding {queue} --location={location} "
        + "--project={project}",
      terraform: "cloud_tasks_queue",
      [("project", "{project}"), ("location", "{location}"), ("name", "{queue}")],
      console: "Open Cloud Tasks of project {project} and select {queue}.",
      "Choose Permissions > Add principal in the info panel."),
  ]

  private static let keys: [TargetFacts] = [
    TargetFacts(
      .secret, "secret", "secrets", service: "secretmanager",
      "projects/{project}/secrets/{secret}",
      permissions: .own(["secretmanager.secrets"], inside: ["secretmanager.versions"]),
      command: "gcloud secrets add-iam-policy-binding {secret} --project={project}",
      condition: .taken,
      terraform: "secret_manager_secret", [("project", "{project}"), ("secret_id", "{secret}")],
      console: "Open Security > Secret Manager of project {project} and choose {secret}.",
      "Choose Permissions > Grant access."),
    TargetFacts(
      .regionalSecret, "regional secret", "regional secrets", service: "secretmanager",
      "projects/{project}/locations/{location}/secrets/{secret}",
      permissions: .own(["secretmanager.secrets"], inside: ["secretmanager.versions"]),
      command: "gcloud secrets add-iam-policy-binding {secret} --project={project} "
        + "--location={location}", condition: .taken,
      terraform: "secret_manager_regional_secret",
      [("project", "{project}"), ("location", "{location}"), ("secret_id", "{secret}")],
      console: "Open Security > Secret Manager > Regional secrets of project {project} and choose "
        + "{secret} in {location}.",
      "Choose Permissions > Grant access."),
    TargetFacts(
      .kmsKey, "key", "keys", service: "cloudkms",
      "projects/{project}/locations/{location}/keyRings/{keyRing}/cryptoKeys/{key}",
      permissions: .own(["cloudkms.cryptoKeys"], inside: ["cloudkms.cryptoKeyVersions"]),
      command: "gcloud kms keys add-iam-policy-binding {key} --keyring={keyRing} "
        + "--location={location} --project={project}", condition: .taken,
      terraform: "kms_crypto_key", [("crypto_key_id", "{resource}")],
      console: "Open Security > Key Management of project {project}, choose the key ring {keyRing} "
        + "and select {key}.",
      "Choose Permissions > Add principal in the info panel."),
    TargetFacts(
      .kmsKeyRing, "key ring", "key rings", service: "cloudkms",
      "projects/{project}/locations/{location}/keyRings/{keyRing}",
      permissions: .own(
        ["cloudkms.keyRings"], inside: ["cloudkms.cryptoKeys", "cloudkms.importJobs"]),
      command: "gcloud kms keyrings add-iam-policy-binding {keyRing} --location={location} "
        + "--project={project}", condition: .taken,
      terraform: "kms_key_ring", [("key_ring_id", "{resource}")],
      console: "Open Security > Key Management of project {project} and select {keyRing}.",
      "Choose Permissions > Add principal in the info panel."),
  ]
}
