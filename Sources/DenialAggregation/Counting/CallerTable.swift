import AuditLog
import DenialClassification
import IAM

/// What the name of each caller came to.
///
/// Reading a name takes as long as all else that is done for a denial, and all that is asked for
/// here follows from the name alone.
struct CallerTable: Sendable {
  private var names = InternTable<LoggedName>()
  /// By the number of the name.
  private var known = Chunked<Known>()

  /// What a name comes to.
  struct Known: Sendable {
    /// The number of the name as findings have it; 0 for none.
    var name: Int32
    /// `nil` without a name: other facts of the denial then tell.
    var group: PrincipalGroup?
  }

  /// The number of a name as a log has it.
  private struct LoggedName: Interned {
    let text: Int32

    func combine(into hash: inout ByteHash) { hash.combine(text, 0) }
  }

  mutating func name(
    of caller: Denial.CallerIdentity, strings: inout StringTable
  ) -> Known {
    let name = Principal.name(
      email: caller.email, subject: caller.subject, mappedPrincipal: caller.mappedPrincipal)
    if name.isEmpty { return Known(name: 0, group: nil) }
    let text = strings.number(of: name)
    let number = names.number(of: LoggedName(text: text))
    if number == known.count {
      if Principal.isPlainAddress(name) {
        known.append(Known(name: text, group: .named))
      } else {
        let (group, exactName) = FindingIdentity.named(caller.principal)
        known.append(Known(name: strings.number(of: exactName.string), group: group))
      }
    }
    return known[number]
  }
}
