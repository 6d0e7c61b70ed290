import AuditLog
import DenialClassification

/// What the numbers in rows mean.
///
///     row ─► context ─┬─► call    finding, method, target, details
///                     ├─► place   finding, resource
///                     └─► origin  caller's IP address, user agent, key, OAuth client, delegation
///
/// A loop that is refused the same way a million times has one context, and a log in which all
/// differs has the parts of contexts that repeat once.
struct DenialTables: Sendable {
  var strings = StringTable()
  private(set) var findings = FindingTable()
  private(set) var details = DetailsTable()
  private(set) var calls = InternTable<DeniedCall>()
  var places = InternTable<DeniedPlace>()
  var samples = ResourceSamples()
  private(set) var origins = InternTable<CallOrigin>()
  private(set) var contexts = InternTable<DenialContext>()

  /// The number of what a denial has in common with others.
  mutating func context(of denial: borrowing Denial) -> UInt32 {
    let origin = CallOrigin(
      callerIP: strings.number(of: denial.callerIP),
      userAgent: strings.number(ofUserAgent: denial.userAgent),
      key: strings.number(of: denial.key), oauthClientID: strings.number(of: denial.oauthClientID),
      delegation: denial.delegation.isEmpty ? 0 : strings.number(of: denial.delegationChain))
    let finding = findings.number(of: denial, from: origin, strings: &strings)
    let target = denial.serviceAccount.isEmpty ? denial.quotaProject : denial.serviceAccount
    let call = DeniedCall(
      finding: finding, method: strings.number(of: denial.method),
      target: strings.number(of: target),
      details: details.number(of: denial, strings: &strings),
      permissionsAreInferred: denial.permissionsAreInferred)
    // What other entries may speak of as well keeps its resource for them.
    let place =
      samples.isEmpty || denial.mayBeJoined || !leavesOut(denial.resource, of: finding)
      ? number(ofPlace: finding, resource: strings.number(of: denial.resource))
      : Int32(places.number(of: DeniedPlace(finding: finding, resource: DeniedPlace.leftOut)))
    return UInt32(
      contexts.number(
        of: DenialContext(
          call: Int32(calls.number(of: call)), place: place,
          origin: Int32(origins.number(of: origin)))))
  }

  /// The number of the finding of an identity.
  mutating func finding(of identity: FindingIdentity) -> Int32 {
    findings.number(of: identity, strings: &strings)
  }

  /// What identifies a finding, made anew each time.
  func identity(of finding: Int32) -> FindingIdentity {
    findings.identity(of: finding, strings: strings)
  }

  /// Adds a context that no denial shares; for denials that were joined from several entries.
  mutating func appendContext(call: DeniedCall, resource: Int32, origin: CallOrigin) -> UInt32 {
    let place = DeniedPlace(finding: call.finding, resource: resource)
    return UInt32(
      contexts.appendUnsought(
        DenialContext(
          call: Int32(calls.number(of: call)), place: Int32(places.number(of: place)),
          origin: Int32(origins.number(of: origin)))))
  }

  /// Takes in all that another has, and says by which numbers it goes here.
  mutating func merge(_ other: consuming DenialTables) -> DenialTablesMap {
    let newStrings = strings.merge(other.strings)
    let newFindings = findings.merge(other.findings, strings: newStrings)
    let newDetails = details.merge(other.details, strings: newStrings)
    var newCalls: [Int32] = []
    newCalls.reserveCapacity(other.calls.count)
    other.calls.drain { call in
      var call = call
      call.finding = newFindings[Int(call.finding)]
      call.method = newStrings[Int(call.method)]
      call.target = newStrings[Int(call.target)]
      call.details = newDetails[Int(call.details)]
      newCalls.append(Int32(calls.number(of: call)))
    }
    let newPlaces = mergePlaces(of: &other, findings: newFindings, strings: newStrings)
    let newOrigins = mergeOrigins(of: &other, strings: newStrings)
    var newContexts: [UInt32] = []
    newContexts.reserveCapacity(other.contexts.count)
    other.contexts.drain { context in
      let context = DenialContext(
        call: newCalls[Int(context.call)], place: newPlaces[Int(context.place)],
        origin: newOrigins[Int(context.origin)])
      newContexts.append(UInt32(contexts.number(of: context)))
    }
    return DenialTablesMap(strings: newStrings, calls: newCalls, contexts: newContexts)
  }

  private mutating func mergeOrigins(
    of other: inout DenialTables, strings: [Int32]
  ) -> [Int32] {
    var newOrigins: [Int32] = []
    newOrigins.reserveCapacity(other.origins.count)
    other.origins.drain { origin in
      let origin = CallOrigin(
        callerIP: strings[Int(origin.callerIP)], userAgent: strings[Int(origin.userAgent)],
        key: strings[Int(origin.key)], oauthClientID: strings[Int(origin.oauthClientID)],
        delegation: strings[Int(origin.delegation)])
      newOrigins.append(Int32(origins.number(of: origin)))
    }
    return newOrigins
  }
}

/// By which numbers what other tables hold goes in these.
struct DenialTablesMap {
  let strings: [Int32]
  let calls: [Int32]
  let contexts: [UInt32]
}

/// What was asked for: the finding, and what its denials may differ in.
struct DeniedCall: Interned {
  var finding: Int32
  var method: Int32
  /// The service account or quota project that a binding would go on; 0 for the project.
  var target: Int32
  /// What the denial says of a perimeter, a quota or credentials; 0 if nothing.
  var details: Int32
  var permissionsAreInferred: Bool

  func combine(into hash: inout ByteHash) {
    hash.combine(finding, method)
    hash.combine(target, details &* 2 &+ (permissionsAreInferred ? 1 : 0))
  }
}

/// A resource that a finding is about.
struct DeniedPlace: Interned {
  let finding: Int32
  /// The number of a string, or ``leftOut``.
  let resource: Int32

  /// Stands for the resources that ``ResourceSamples`` leave out.
  static let leftOut: Int32 = -1

  func combine(into hash: inout ByteHash) { hash.combine(finding, resource) }
}

/// Where a call came from.
struct CallOrigin: Interned {
  var callerIP: Int32
  /// As shown.
  var userAgent: Int32
  var key: Int32
  var oauthClientID: Int32
  /// Who acted through whom, as shown.
  var delegation: Int32

  func combine(into hash: inout ByteHash) {
    hash.combine(callerIP, userAgent)
    hash.combine(key, oauthClientID)
    if delegation != 0 { hash.combine(delegation, 1) }
  }
}

/// All that a denial has in common with others, as numbers of a ``DeniedCall``, a ``DeniedPlace`` and
/// a ``CallOrigin``.
struct DenialContext: Interned {
  let call: Int32
  let place: Int32
  let origin: Int32

  func combine(into hash: inout ByteHash) {
    hash.combine(call, place)
    hash.combine(origin, 0)
  }
}

extension Denial {
  /// Who acted through whom, in one text; empty if nobody did.
  var delegationChain: String {
    Denial.limited(delegation.joined(separator: " → "), byteLimit: Denial.byteLimit)
  }
}
