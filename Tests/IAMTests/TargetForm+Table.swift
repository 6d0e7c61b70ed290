extension TargetForm {
  /// Every kind once.
  static let all: [TargetForm] = [
    TargetForm(
      "project", "projects/my-proj", "aiplatform.endpoints.predict",
      role: "roles/aiplatform.user",
      command: "gcloud projects add-iam-policy-binding my-proj",
      condition: true, terraform: "google_project_iam_member",
      ["project": "my-proj"]),
    TargetForm(
      "folder", "folders/123456789012", "resourcemanager.folders.get",
      role: "roles/resourcemanager.folderViewer",
      command: "gcloud resource-manager folders add-iam-policy-binding 123456789012",
      condition: true, terraform: "google_folder_iam_member",
      ["folder": "folders/123456789012"]),
    TargetForm(
      "organization", "organizations/123456789012", "resourcemanager.organizations.get",
      role: "roles/resourcemanager.organizationViewer",
      command: "gcloud organizations add-iam-policy-binding 123456789012",
      condition: true, terraform: "google_organization_iam_member",
      ["org_id": "123456789012"]),
    TargetForm(
      "billingAccount", "billingAccounts/0X0X0X-0X0X0X-0X0X0X", "billing.accounts.get",
      role: "roles/billing.viewer",
      command: "gcloud billing accounts add-iam-policy-binding 0X0X0X-0X0X0X-0X0X0X",
      condition: false, terraform: "google_billing_account_iam_member",
      ["billing_account_id": "0X0X0X-0X0X0X-0X0X0X"]),
    TargetForm(
      "bucket", "projects/_/buckets/my-bucket", "storage.objects.get",
      role: "roles/storage.objectViewer",
      command: "gcloud storage buckets add-iam-policy-binding gs://my-bucket",
      condition: true, terraform: "google_storage_bucket_iam_member",
      ["bucket": "my-bucket"]),
    TargetForm(
      "managedFolder", "projects/_/buckets/my-bucket/managedFolders/f", "storage.objects.get",
      role: "roles/storage.objectViewer",
      command: "gcloud storage managed-folders add-iam-policy-binding gs://my-bucket/f/",
      condition: true, terraform: "google_storage_managed_folder_iam_member",
      ["bucket": "my-bucket", "managed_folder": "f/"]),
    TargetForm(
      "bigqueryTable", "projects/my-proj/datasets/ds/tables/t", "bigquery.tables.getData",
      role: "roles/bigquery.dataViewer",
      command: "bq add-iam-policy-binding --table my-proj:ds.t",
      condition: false, terraform: "google_bigquery_table_iam_member",
      ["project": "my-proj", "dataset_id": "ds", "table_id": "t"]),
    TargetForm(
      "bigqueryDataset", "projects/my-proj/datasets/ds", "bigquery.tables.list",
      role: "roles/bigquery.dataViewer",
      command: "bq query",
      condition: false, terraform: "google_bigquery_dataset_iam_member",
      ["project": "my-proj", "dataset_id": "ds"]),
    TargetForm(
      "topic", "projects/my-proj/topics/t", "pubsub.topics.publish",
      role: "roles/pubsub.publisher",
      command: "gcloud pubsub topics add-iam-policy-binding t --project=my-proj",
      condition: false, terraform: "google_pubsub_topic_iam_member",
      ["project": "my-proj", "topic": "t"]),
    TargetForm(
      "subscription", "projects/my-proj/subscriptions/s", "pubsub.subscriptions.consume",
      role: "roles/pubsub.subscriber",
      command: "gcloud pubsub subscriptions add-iam-policy-binding s --project=my-proj",
      condition: false, terraform: "google_pubsub_subscription_iam_member",
      ["project": "my-proj", "subscription": "s"]),
    TargetForm(
      "secret", "projects/my-proj/secrets/s", "secretmanager.versions.access",
      role: "roles/secretmanager.secretAccessor",
      command: "gcloud secrets add-iam-policy-binding s --project=my-proj",
      condition: true, terraform: "google_secret_manager_secret_iam_member",
      ["project": "my-proj", "secret_id": "s"]),
    TargetForm(
      "regionalSecret", "projects/my-proj/locations/us-central1/secrets/s",
      "secretmanager.versions.access",
      role: "roles/secretmanager.secretAccessor",
      command: "gcloud secrets add-iam-policy-binding s --project=my-proj --location=us-central1",
      condition: true, terraform: "google_secret_manager_regional_secret_iam_member",
      ["project": "my-proj", "location": "us-central1", "secret_id": "s"]),
    TargetForm(
      "kmsKey", "projects/my-proj/locations/global/keyRings/kr/cryptoKeys/k",
      "cloudkms.cryptoKeyVersions.useToDecrypt",
      role: "roles/cloudkms.cryptoKeyDecrypter",
      command:
        "gcloud kms keys add-iam-policy-binding k --keyring=kr --location=global --project=my-proj",
      condition: true, terraform: "google_kms_crypto_key_iam_member",
      ["crypto_key_id": "projects/my-proj/locations/global/keyRings/kr/cryptoKeys/k"]),
    TargetForm(
      "kmsKeyRing", "projects/my-proj/locations/global/keyRings/kr", "cloudkms.cryptoKeys.list",
      role: "roles/cloudkms.viewer",
      command: "gcloud kms keyrings add-iam-policy-binding kr --location=global --project=my-proj",
      condition: true, terraform: "google_kms_key_ring_iam_member",
      ["key_ring_id": "projects/my-proj/locations/global/keyRings/kr"]),
    TargetForm(
      "serviceAccount", "projects/-/serviceAccounts/run@my-proj.iam.gserviceaccount.com",
      "iam.serviceAccounts.actAs",
      role: "roles/iam.serviceAccountUser",
      command:
        "gcloud iam service-accounts add-iam-policy-binding "
        + "run@my-proj.iam.gserviceaccount.com --project=my-proj",
      condition: true, terraform: "google_service_account_iam_member",
      ["service_account_id": "projects/my-proj/serviceAccounts/run@my-proj.iam.gserviceaccount.com"]
    ),
    TargetForm(
      "runService", "projects/my-proj/locations/us-central1/services/svc", "run.routes.invoke",
      role: "roles/run.invoker",
      command:
        "gcloud run services add-iam-policy-binding svc --region=us-central1 --project=my-proj",
      condition: true, terraform: "google_cloud_run_v2_service_iam_member",
      ["project": "my-proj", "location": "us-central1", "name": "svc"]),
    TargetForm(
      "runJob", "projects/my-proj/locations/us-central1/jobs/j", "run.jobs.run",
      role: "roles/run.jobsExecutor",
      command: "gcloud run jobs add-iam-policy-binding j --region=us-central1 --project=my-proj",
      condition: false, terraform: "google_cloud_run_v2_job_iam_member",
      ["project": "my-proj", "location": "us-central1", "name": "j"]),
    TargetForm(
      "functionGen1", "projects/my-proj/locations/us-central1/functions/f",
      "cloudfunctions.functions.invoke",
      role: "roles/cloudfunctions.invoker",
      command: "gcloud functions add-iam-policy-binding f --region=us-central1 --project=my-proj",
      condition: false, terraform: "google_cloudfunctions_function_iam_member",
      ["project": "my-proj", "region": "us-central1", "cloud_function": "f"]),
    TargetForm(
      "functionGen2", "projects/my-proj/locations/us-central1/functions/f", "run.routes.invoke",
      role: "roles/run.invoker",
      command:
        "gcloud functions add-invoker-policy-binding f --region=us-central1 --project=my-proj",
      condition: false, terraform: "google_cloud_run_v2_service_iam_member",
      ["project": "my-proj", "location": "us-central1", "name": "f"]),
    TargetForm(
      "instance", "projects/my-proj/zones/us-central1-a/instances/vm", "compute.instances.osLogin",
      role: "roles/compute.osLogin",
      command:
        "gcloud compute instances add-iam-policy-binding vm --zone=us-central1-a --project=my-proj",
      condition: true, terraform: "google_compute_instance_iam_member",
      ["project": "my-proj", "zone": "us-central1-a", "instance_name": "vm"]),
    TargetForm(
      "disk", "projects/my-proj/zones/us-central1-a/disks/d", "compute.disks.use",
      role: "roles/compute.storageAdmin",
      command:
        "gcloud compute disks add-iam-policy-binding d --zone=us-central1-a --project=my-proj",
      condition: true, terraform: "google_compute_disk_iam_member",
      ["project": "my-proj", "zone": "us-central1-a", "name": "d"]),
    TargetForm(
      "image", "projects/my-proj/global/images/i", "compute.images.useReadOnly",
      role: "roles/compute.imageUser",
      command: "gcloud compute images add-iam-policy-binding i --project=my-proj",
      condition: true, terraform: "google_compute_image_iam_member",
      ["project": "my-proj", "image": "i"]),
    TargetForm(
      "subnetwork", "projects/my-proj/regions/us-central1/subnetworks/sn",
      "compute.subnetworks.use",
      role: "roles/compute.networkUser",
      command:
        "gcloud compute networks subnets add-iam-policy-binding sn "
        + "--region=us-central1 --project=my-proj",
      condition: false, terraform: "google_compute_subnetwork_iam_member",
      ["project": "my-proj", "region": "us-central1", "subnetwork": "sn"]),
    TargetForm(
      "artifactRepository", "projects/my-proj/locations/us-central1/repositories/r",
      "artifactregistry.repositories.downloadArtifacts",
      role: "roles/artifactregistry.reader",
      command:
        "gcloud artifacts repositories add-iam-policy-binding r "
        + "--location=us-central1 --project=my-proj",
      condition: true, terraform: "google_artifact_registry_repository_iam_member",
      ["project": "my-proj", "location": "us-central1", "repository": "r"]),
    TargetForm(
      "spannerInstance", "projects/my-proj/instances/i", "spanner.databases.list",
      role: "roles/spanner.viewer",
      command: "gcloud spanner instances add-iam-policy-binding i --project=my-proj",
      condition: true, terraform: "google_spanner_instance_iam_member",
      ["project": "my-proj", "instance": "i"]),
    TargetForm(
      "spannerDatabase", "projects/my-proj/instances/i/databases/d", "spanner.databases.select",
      role: "roles/spanner.databaseReader",
      command: "gcloud spanner databases add-iam-policy-binding d --instance=i --project=my-proj",
      condition: true, terraform: "google_spanner_database_iam_member",
      ["project": "my-proj", "instance": "i", "database": "d"]),
    TargetForm(
      "bigtableInstance", "projects/my-proj/instances/i", "bigtable.tables.list",
      role: "roles/bigtable.reader",
      command: "gcloud bigtable instances add-iam-policy-binding i --project=my-proj",
      condition: true, terraform: "google_bigtable_instance_iam_member",
      ["project": "my-proj", "instance": "i"]),
    TargetForm(
      "bigtableTable", "projects/my-proj/instances/i/tables/t", "bigtable.tables.readRows",
      role: "roles/bigtable.reader",
      command: "gcloud bigtable tables add-iam-policy-binding t --instance=i --project=my-proj",
      condition: true, terraform: "google_bigtable_table_iam_member",
      ["project": "my-proj", "instance_name": "i", "table": "t"]),
    TargetForm(
      "taskQueue", "projects/my-proj/locations/us-central1/queues/q", "cloudtasks.tasks.create",
      role: "roles/cloudtasks.enqueuer",
      command:
        "gcloud tasks queues add-iam-policy-binding q --location=us-central1 --project=my-proj",
      condition: false, terraform: "google_cloud_tasks_queue_iam_member",
      ["project": "my-proj", "location": "us-central1", "name": "q"]),
    TargetForm(
      "iapBackendService", "projects/123/iap_web/compute/services/bs",
      "iap.webServiceVersions.accessViaIAP",
      role: "roles/iap.httpsResourceAccessor",
      command:
        "gcloud iap web add-iam-policy-binding --resource-type=backend-services "
        + "--service=bs --project=my-proj",
      condition: true, terraform: "google_iap_web_backend_service_iam_member",
      ["project": "my-proj", "web_backend_service": "bs"]),
    TargetForm(
      "healthcareDataset", "projects/my-proj/locations/us/datasets/d", "healthcare.datasets.get",
      role: "roles/healthcare.datasetViewer",
      command:
        "gcloud healthcare datasets add-iam-policy-binding d --location=us --project=my-proj",
      condition: true, terraform: "google_healthcare_dataset_iam_member",
      ["dataset_id": "my-proj/us/d"]),
    TargetForm(
      "logView", "projects/my-proj/locations/global/buckets/b/views/v", "logging.views.access",
      role: "roles/logging.viewAccessor",
      command:
        "gcloud logging views add-iam-policy-binding v --bucket=b --location=global "
        + "--project=my-proj",
      condition: true, terraform: "google_logging_log_view_iam_member",
      ["parent": "projects/my-proj", "location": "global", "bucket": "b", "name": "v"]),
    TargetForm(
      "endpointsService", "services/api.example.com", "servicemanagement.services.bind",
      role: "roles/servicemanagement.serviceConsumer",
      command: "gcloud endpoints services add-iam-policy-binding api.example.com --project=my-proj",
      condition: false, terraform: "google_endpoints_service_iam_member",
      ["service_name": "api.example.com"]),
    TargetForm(
      "dnsManagedZone", "projects/my-proj/managedZones/z", "dns.managedZones.get",
      role: "roles/dns.admin",
      command: "",
      condition: false, terraform: "google_dns_managed_zone_iam_member",
      ["project": "my-proj", "managed_zone": "z"]),
    TargetForm(
      "tagValue", "tagValues/123", "resourcemanager.tagValueBindings.create",
      role: "roles/resourcemanager.tagUser",
      command: "gcloud resource-manager tags values add-iam-policy-binding tagValues/123",
      condition: true, terraform: "google_tags_tag_value_iam_member",
      ["tag_value": "tagValues/123"]),
  ]
}
