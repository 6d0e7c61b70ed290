package import DenialClassification
import IAM

/// A way to write denials one after the other that others read: no reader makes a report of it.
package protocol RecordForm: Sendable {
  /// What stands before the first one.
  var head: [UInt8] { get }

  /// Appends one denial, in whole lines.
  func append(_ record: DenialRecord, to bytes: inout [UInt8])

  /// Which calls that went well are wanted too, by their principals; `nil` for none.
  var callers: DenialFilter? { get }

  /// Takes note of such a call, or of one that made a key.
  func note(_ call: GrantedCall)
}

extension RecordForm {
  package var callers: DenialFilter? { nil }
  package func note(_ call: GrantedCall) {}
}

extension DenialRecord {
  /// The principal as reports name it, such as `(redacted)` for one that the log does not name.
  package var principalName: String {
    let principal = denial.caller.principal
    let group = PrincipalGroup(denial, principal)
    return group == .named ? principal.name : group.rawValue
  }

  /// The principal as a binding names it; `nil` if none can.
  package var member: String? {
    let principal = denial.caller.principal
    return PrincipalGroup(denial, principal) == .named ? principal.member?.text : nil
  }
}
