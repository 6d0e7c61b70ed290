import AuditLog
import DenialClassification
import IAM

extension DenialJoins {
  /// Joins the refused halves of one call, and gives them what the halves that are no denials say.
  ///
  /// An id is unique for its producer. If a log has several first or last halves of one id, they are
  /// paired by time, because nothing else may be folded away.
  mutating func joinHalves(_ group: [DenialRow], partners: OperationPartners) -> [DenialRow] {
    let (firsts, lasts) = (inOrderOfTime(group, first: true), inOrderOfTime(group, first: false))
    let pairCount = min(firsts.count, lasts.count)
    var joined = (0..<pairCount).map { join(firsts[$0], lasts[$0]) }
    merged.operations += pairCount
    joined += firsts.dropFirst(pairCount) + lasts.dropFirst(pairCount)
    for index in joined.indices {
      let parts = joined[index].parts
      let half = OperationHalfKey(
        key: ExactText(strings[parts.operation]), isFirst: parts.isFirstHalf)
      if let partner = partners.partner(of: half) { complete(&joined[index], from: partner) }
    }
    return joined
  }

  private func inOrderOfTime(_ group: [DenialRow], first: Bool) -> [DenialRow] {
    group.filter { $0.parts.isFirstHalf == first }.sorted {
      ($0.timestamp?.nanosecondsSince1970 ?? .max, $0.contentHash)
        < ($1.timestamp?.nanosecondsSince1970 ?? .max, $1.contentHash)
    }
  }

  /// One denial of two refused halves: the one that says more, completed from the other.
  private mutating func join(_ first: DenialRow, _ last: DenialRow) -> DenialRow {
    let firstSaysLess =
      findings[first.finding].cause == .unspecified && findings[last.finding].cause != .unspecified
    var row = firstSaysLess ? last : first
    row.parts.hasPartner = true
    let group = findings[row.finding].group
    complete(&row, from: firstSaysLess ? first : last)
    if row.isOpenRefusal, findings[row.finding].group != group { judgeAgain(&row) }
    return row
  }

  /// Takes caller and checks from the half that is no denial.
  private mutating func complete(_ row: inout DenialRow, from partner: OperationPartner) {
    row.parts.hasPartner = true
    let userAgent = UserAgent.shown(partner.userAgent)
    if row.callerIP == 0 { row.callerIP = strings.number(of: partner.callerIP) }
    if row.userAgent == 0 { row.userAgent = strings.number(of: userAgent) }
    if row.key == 0 { row.key = strings.number(of: partner.key) }
    if row.oauthClientID == 0 { row.oauthClientID = strings.number(of: partner.oauthClientID) }
    let principal = partner.caller.principal
    let takesCaller = findings[row.finding].group != .named && !principal.name.isEmpty
    if takesCaller { changeIdentity(of: &row) { $0.takeCaller(principal) } }
    let takesChecks =
      row.isOpenRefusal && findings[row.finding].permissions.isEmpty && !partner.permissions.isEmpty
    if takesChecks { takeChecks(of: partner, into: &row) }
    if row.isOpenRefusal, takesCaller || takesChecks { judgeAgain(&row) }
  }

  private mutating func takeChecks(of partner: OperationPartner, into row: inout DenialRow) {
    let resource = ResourceName(partner.resource)
    changeIdentity(of: &row) { identity in
      identity.permissions = partner.permissions
      if let project = resource.project { identity.project = project.name }
    }
    row.permissionsAreInferred = false
    row.resource = strings.number(of: partner.resource)
    if let account = resource.serviceAccount {
      row.target = strings.number(of: account.email ?? account.name)
    }
    row.confidence = .high
    row.evidencePath = strings.number(of: partner.permissionPath)
    row.evidenceValue = strings.number(of: partner.permissions.first ?? "")
  }

  /// Asks the last rows of the decision table again, now that both halves have spoken.
  private mutating func judgeAgain(_ row: inout DenialRow) {
    changeIdentity(of: &row) { identity in
      identity.cause =
        PolicyRefusal(
          permissions: identity.permissions, caller: identity.principal,
          project: ProjectReference(identity.project)
        ).cause
    }
  }
}
