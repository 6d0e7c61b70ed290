/// What tells the denied permissions of an entry, for other engines.
package enum DeniedPermission {
  /// A check that only decides whether to log.
  package static let loggingCheck = DeniedPermissions.loggingCheck
  /// The service whose bare refusals tell the permission.
  package static let predictionService = DeniedPermissions.predictionService
  /// The only permission that predictions check.
  package static let predictionPermission = DeniedPermissions.predictionPermission
  /// Messages that say no more than that something was denied.
  package static let bareMessages = DeniedPermissions.bareMessages.sorted()
  /// The last parts of the methods that check one permission only.
  package static let predictionMethods = DeniedPermissions.predictionMethods.sorted()
}
