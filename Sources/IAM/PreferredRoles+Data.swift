extension PreferredRoles {
  /// Data: storage, databases, messages, keys and secrets.
  static let data: [PreferredRole] = [
    PreferredRole(
      "roles/artifactregistry.reader", "Artifact Registry Reader", size: 33,
      for: "artifactregistry.repositories.downloadArtifacts",
      "artifactregistry.repositories.get"),
    PreferredRole(
      "roles/artifactregistry.writer", "Artifact Registry Writer", size: 44,
      includes: "roles/artifactregistry.reader",
      for: "artifactregistry.repositories.uploadArtifacts"),

    PreferredRole(
      "roles/bigquery.connectionUser", "BigQuery Connection User", size: 4,
      for: "bigquery.connections.use"),
    PreferredRole(
      "roles/bigquery.dataEditor", "BigQuery Data Editor", size: 59,
      includes: "roles/bigquery.dataViewer",
      for: "bigquery.tables.create", "bigquery.tables.updateData"),
    PreferredRole(
      "roles/bigquery.dataViewer", "BigQuery Data Viewer", size: 23,
      for: "bigquery.tables.getData"),
    PreferredRole(
      "roles/bigquery.jobUser", "BigQuery Job User", size: 9,
      for: "bigquery.jobs.create"),
    PreferredRole(
      "roles/bigquery.metadataViewer", "BigQuery Metadata Viewer", size: 14,
      for: "bigquery.datasets.get", "bigquery.tables.get", "bigquery.tables.list"),
    PreferredRole(
      "roles/bigquery.readSessionUser", "BigQuery Read Session User", size: 5,
      for: "bigquery.readsessions.create"),
    PreferredRole(
      "roles/bigquery.user", "BigQuery User", size: 41,
      includes: "roles/bigquery.jobUser", "roles/bigquery.readSessionUser",
      for: "bigquery.datasets.create"),

    PreferredRole(
      "roles/bigtable.reader", "Bigtable Reader", size: 40,
      for: "bigtable.tables.readRows"),
    PreferredRole(
      "roles/bigtable.user", "Bigtable User", size: 42,
      includes: "roles/bigtable.reader",
      for: "bigtable.tables.mutateRows"),

    PreferredRole(
      "roles/cloudkms.cryptoKeyDecrypter", "Cloud KMS CryptoKey Decrypter", size: 4,
      for: "cloudkms.cryptoKeyVersions.useToDecrypt"),
    PreferredRole(
      "roles/cloudkms.cryptoKeyEncrypter", "Cloud KMS CryptoKey Encrypter", size: 4,
      for: "cloudkms.cryptoKeyVersions.useToEncrypt"),
    PreferredRole(
      "roles/cloudkms.publicKeyViewer", "Cloud KMS CryptoKey Public Key Viewer", size: 4,
      for: "cloudkms.cryptoKeyVersions.viewPublicKey"),
    PreferredRole(
      "roles/cloudkms.signer", "Cloud KMS CryptoKey Signer", size: 4,
      for: "cloudkms.cryptoKeyVersions.useToSign"),
    PreferredRole(
      "roles/cloudkms.viewer", "Cloud KMS Viewer", size: 28,
      for: "cloudkms.cryptoKeys.get"),

    PreferredRole(
      "roles/cloudsql.client", "Cloud SQL Client", size: 2,
      for: "cloudsql.instances.connect"),
    PreferredRole(
      "roles/cloudsql.instanceUser", "Cloud SQL Instance User", size: 3,
      for: "cloudsql.instances.login"),
    PreferredRole(
      "roles/cloudsql.viewer", "Cloud SQL Viewer", size: 67,
      for: "cloudsql.instances.get"),

    PreferredRole(
      "roles/dataflow.developer", "Dataflow Developer", size: 33,
      for: "dataflow.jobs.create"),

    PreferredRole(
      "roles/dataproc.editor", "Dataproc Editor", size: 88,
      for: "dataproc.clusters.use"),

    PreferredRole(
      "roles/datastore.user", "Cloud Datastore User", size: 23,
      for: "datastore.entities.create"),
    PreferredRole(
      "roles/datastore.viewer", "Cloud Datastore Viewer", size: 18,
      for: "datastore.entities.get"),

    PreferredRole(
      "roles/pubsub.editor", "Pub/Sub Editor", size: 59,
      includes: "roles/pubsub.publisher", "roles/pubsub.subscriber", "roles/pubsub.viewer",
      for: "pubsub.subscriptions.create"),
    PreferredRole(
      "roles/pubsub.publisher", "Pub/Sub Publisher", size: 1,
      for: "pubsub.topics.publish"),
    PreferredRole(
      "roles/pubsub.subscriber", "Pub/Sub Subscriber", size: 3,
      for: "pubsub.subscriptions.consume", "pubsub.topics.attachSubscription"),
    PreferredRole(
      "roles/pubsub.viewer", "Pub/Sub Viewer", size: 28,
      for: "pubsub.subscriptions.get", "pubsub.topics.get"),

    PreferredRole(
      "roles/redis.viewer", "Cloud Memorystore Redis Viewer", size: 19,
      for: "redis.instances.get"),

    PreferredRole(
      "roles/secretmanager.admin", "Secret Manager Admin", size: 29,
      includes: "roles/secretmanager.secretAccessor", "roles/secretmanager.secretVersionAdder",
      "roles/secretmanager.viewer",
      for: "secretmanager.secrets.create"),
    PreferredRole(
      "roles/secretmanager.secretAccessor", "Secret Manager Secret Accessor", size: 3,
      for: "secretmanager.versions.access"),
    PreferredRole(
      "roles/secretmanager.secretVersionAdder", "Secret Manager Secret Version Adder", size: 4,
      for: "secretmanager.versions.add"),
    PreferredRole(
      "roles/secretmanager.viewer", "Secret Manager Viewer", size: 11,
      for: "secretmanager.secrets.get", "secretmanager.secrets.list"),

    PreferredRole(
      "roles/spanner.databaseReader", "Cloud Spanner Database Reader", size: 14,
      for: "spanner.databases.read", "spanner.databases.select", "spanner.sessions.create"),
    PreferredRole(
      "roles/spanner.databaseUser", "Cloud Spanner Database User", size: 23,
      includes: "roles/spanner.databaseReader",
      for: "spanner.databases.write"),

    PreferredRole(
      "roles/storage.admin", "Storage Admin", size: 104,
      includes: "roles/storage.bucketViewer", "roles/storage.objectCreator",
      "roles/storage.objectUser", "roles/storage.objectViewer",
      for: "storage.buckets.create", "storage.buckets.setIamPolicy"),
    PreferredRole(
      "roles/storage.bucketViewer", "Storage Bucket Viewer", size: 2, stage: .beta,
      for: "storage.buckets.get", "storage.buckets.list"),
    PreferredRole(
      "roles/storage.objectCreator", "Storage Object Creator", size: 10,
      for: "storage.objects.create"),
    PreferredRole(
      "roles/storage.objectUser", "Storage Object User", size: 27,
      includes: "roles/storage.objectCreator", "roles/storage.objectViewer",
      for: "storage.objects.delete", "storage.objects.update"),
    PreferredRole(
      "roles/storage.objectViewer", "Storage Object Viewer", size: 8,
      for: "storage.objects.get", "storage.objects.list"),
  ]
}
