import AuditLog
import DenialClassification
import IAM

extension DenialJoins {
  /// Joins the refused halves of one call, and gives them what the halves that are no denials say.
  ///
  /// An id is unique for its producer. If a log has several first or last halves of one id, they are
  /// paired by time, because nothing else may be folded away.
  mutating func joinHalves(_ group: [JoinedRow], partners: OperationPartners) -> [JoinedRow] {
    let (firsts, lasts) = (inOrderOfTime(group, first: true), inOrderOfTime(group, first: false))
    let pairCount = min(firsts.count, lasts.count)
    var joined = (0..<pairCount).map { join(firsts[$0], lasts[$0]) }
    merged.operations += (0..<pairCount).count {
      !firsts[$0].isFromOtherNight && !lasts[$0].isFromOtherNight
    }
    joined += firsts.dropFirst(pairCount) + lasts.dropFirst(pairCount)
    for index in joined.indices {
      let parts = joined[index].parts
      let half = OperationHalfKey(
        key: ExactText(tables.strings[parts.operation]), isFirst: parts.isFirstHalf)
      if let partner = partners.partner(of: half) { complete(&joined[index], from: partner) }
    }
    return joined
  }

  private func inOrderOfTime(_ group: [JoinedRow], first: Bool) -> [JoinedRow] {
    group.filter { $0.parts.isFirstHalf == first }.sorted {
      ($0.timestamp?.nanosecondsSince1970 ?? .max, $0.contentHash)
        < ($1.timestamp?.nanosecondsSince1970 ?? .max, $1.contentHash)
    }
  }

  /// One denial of two refused halves: the one that says more, completed from the other.
  private mutating func join(_ first: JoinedRow, _ last: JoinedRow) -> JoinedRow {
    let firstSaysLess =
      tables.findings[first.finding].cause == .unspecified
      && tables.findings[last.finding].cause != .unspecified
    var row = firstSaysLess ? last : first
    row.parts.hasPartner = true
    let group = tables.findings[row.finding].group
    complete(&row, from: firstSaysLess ? first : last)
    row.fold(firstSaysLess ? first : last)
    if row.isOpenRefusal, tables.findings[row.finding].group != group { judgeAgain(&row) }
    return row
  }

  /// Takes caller and checks from the half that is no denial.
  private mutating func complete(_ row: inout JoinedRow, from partner: OperationPartner) {
    row.parts.hasPartner = true
    row.evidenceCount += 1
    let userAgent = UserAgent.shown(partner.userAgent)
    if row.origin.callerIP == 0 {
      row.origin.callerIP = tables.strings.number(of: partner.callerIP)
    }
    if row.origin.userAgent == 0 { row.origin.userAgent = tables.strings.number(of: userAgent) }
    if row.origin.key == 0 { row.origin.key = tables.strings.number(of: partner.key) }
    if row.origin.oauthClientID == 0 {
      row.origin.oauthClientID = tables.strings.number(of: partner.oauthClientID)
    }
    let principal = partner.caller.principal
    let takesCaller = tables.findings[row.finding].group != .named && !principal.name.isEmpty
    if takesCaller { changeIdentity(of: &row) { $0.takeCaller(principal) } }
    let takesChecks =
      row.isOpenRefusal && tables.findings[row.finding].permissions == 0
      && !partner.permissions.isEmpty
    if takesChecks { takeChecks(of: partner, into: &row) }
    if row.isOpenRefusal, takesCaller || takesChecks { judgeAgain(&row) }
  }

  private mutating func takeChecks(of partner: OperationPartner, into row: inout JoinedRow) {
    let resource = ResourceName(partner.resource)
    changeIdentity(of: &row) { identity in
      identity.permissions = partner.permissions
      if let project = resource.project { identity.project = project.name }
    }
    row.permissionsAreInferred = false
    row.resource = tables.strings.number(of: partner.resource)
    if let account = resource.serviceAccount {
      row.target = tables.strings.number(of: account.email ?? account.name)
    }
    row.confidence = .high
    row.evidencePath = tables.strings.number(of: partner.permissionPath)
    row.evidenceValue = tables.strings.number(of: partner.permissions.first ?? "")
  }

  /// Asks the last rows of the decision table again, now that both halves have spoken.
  private mutating func judgeAgain(_ row: inout JoinedRow) {
    changeIdentity(of: &row) { identity in
      identity.cause =
        PolicyRefusal(
          permissions: identity.permissions, caller: identity.principal,
          project: ProjectReference(identity.project)
        ).cause
    }
  }
}
