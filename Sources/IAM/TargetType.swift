/// The kinds of resources that have an allow policy of their own and that a binding can go on.
///
/// What is known of each stands in ``TargetFacts``. The raw value is what machine formats print.
package enum TargetType: String, CaseIterable, Hashable, Sendable {
  case project, folder, organization, billingAccount
  case bucket, managedFolder
  case bigqueryDataset, bigqueryTable
  case topic, subscription
  case secret, regionalSecret
  case kmsKeyRing, kmsKey
  case serviceAccount
  case runService, runJob
  case functionGen1, functionGen2
  case instance, disk, image, subnetwork
  case artifactRepository
  case spannerInstance, spannerDatabase
  case bigtableInstance, bigtableTable
  case taskQueue
  case iapBackendService
  case healthcareDataset
  case logView
  case endpointsService
  case dnsManagedZone
  case tagValue

  /// As a sentence says it, such as `service account`.
  package var noun: String { facts.noun }

  /// The same for more than one.
  package var nouns: String { facts.nouns }

  /// Whether bindings on it may have a condition, such as one that lets them expire.
  package var takesCondition: Bool { facts.condition == .taken }

  var facts: TargetFacts { TargetFacts.facts(of: self) }
}
