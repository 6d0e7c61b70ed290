/// What the inference of a permission goes by, for other engines.
package enum DeniedPermission {
  /// Messages that say no more than that something was denied.
  package static let bareMessages = DeniedPermissions.bareMessages.sorted()
  /// The last parts of the methods that check one permission only.
  package static let predictionMethods = DeniedPermissions.predictionMethods.sorted()
}
