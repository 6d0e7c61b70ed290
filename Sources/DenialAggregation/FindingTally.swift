import AuditLog
import DenialClassification

/// The denials of one finding, added up when they are asked for.
struct FindingTally {
  let identity: FindingIdentity
  let number: Int32
  let rows: ArraySlice<DenialRow>
  private let material: ReportMaterial

  /// - Parameters:
  ///   - number: The number of the finding.
  ///   - rows: All of its denials.
  ///   - material: Where they are from.
  init(_ number: Int32, rows: ArraySlice<DenialRow>, of material: ReportMaterial) {
    identity = material.joins.identity(ofFinding: number)
    (self.number, self.rows, self.material) = (number, rows, material)
  }

  var denials: Int { rows.count }

  /// Whether no denial says which permission was denied.
  var isInferred: Bool { rows.allSatisfy { material.joins.permissionsAreInferred(of: $0) } }

  var besidePerimeterCount: Int { rows.count { material.joins.isBesidePerimeter($0) } }

  var resources: ValueTally {
    ValueTally(rows.lazy.map { material.joins.resource(of: $0) }, strings: material.joins.strings)
  }

  /// How many resources there are for each that is in ``resources``: a power of two.
  private var resourcesForEach: Int {
    1 << material.joins.tables.samples.level(ofFinding: number)
  }

  /// How many denials are of resources that are not in ``resources`` because there are too many.
  var leftOutCount: Int {
    resourcesForEach == 1 ? 0 : rows.count { material.joins.isResourceLeftOut(of: $0) }
  }

  /// When the same was last granted, if that is over since; `nil` also if nobody asks.
  var lastGranted: Timestamp? {
    guard let grants = material.joins.grants, identity.cause.isCuredByBinding else { return nil }
    let times = rows.lazy.compactMap { material.joins.timestamp(of: $0) }
    return grants.lastGrant(of: identity, after: times.max())
  }

  /// The service accounts or quota projects that bindings would go on.
  var targets: ValueTally {
    ValueTally(rows.lazy.map { material.joins.target(of: $0) }, strings: material.joins.strings)
  }

  /// The finding, without suggestions.
  ///
  /// - Parameter id: The id of its identity.
  /// - Returns: All that the denials say.
  func finding(id: String) -> Finding {
    let strings = material.joins.strings
    let earliest = material.joins.earliest(ofFinding: number)
    let first = earliest.first
    let resources = resources
    let methods = ValueTally(rows.lazy.map { material.joins.method(of: $0) }, strings: strings)
    let times = rows.compactMap { material.joins.timestamp(of: $0) }
    return Finding(
      id: id, cause: identity.cause, confidence: first?.confidence ?? .low,
      service: identity.service.nonEmpty, project: identity.project.nonEmpty,
      resource: first.flatMap { strings[$0.resource].nonEmpty },
      permissions: identity.permissions, permissionsAreInferred: isInferred,
      methods: methods.values(strings: strings),
      resources: resources.values(limit: Self.resourceLimit, strings: strings),
      resourcesLeftOut: max(0, resources.counts.count * resourcesForEach - Self.resourceLimit),
      denials: denials,
      besideServicePerimeter: besidePerimeterCount, firstSeen: times.min()?.description,
      lastSeen: times.max()?.description,
      perHour: times.map(\.hour).runs()
        .map { ValueCount(value: $0.value.description, denials: $0.count) },
      evidence: Evidence(
        path: first.map { strings[$0.evidencePath] } ?? "",
        value: first.map { strings[$0.evidenceValue] } ?? ""),
      examples: earliest.compactMap(\.insertID.nonEmpty), suggestions: [], advice: nil,
      caller: identity.redactedCaller, lastGranted: lastGranted?.description,
      details: DetailsTally(rows, joins: material.joins).findingDetails(of: identity))
  }

  private static let resourceLimit = 20
}

extension String {
  /// The string, or `nil` for an empty one.
  var nonEmpty: String? { isEmpty ? nil : self }
}
