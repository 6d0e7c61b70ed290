import AuditLog
import IAM

/// What an entry says of the quota that was short, and where each of it stands.
///
/// More than ``QuotaFacts``, which decides, because this only informs: sentences of a message name
/// quotas that no detail has, and the name of a resource tells model and location.
struct QuotaPlaces {
  let metric: Place
  let limitName: Place
  let limitValue: Place
  let unit: Place
  let location: Place
  let model: Place
  let period: QuotaPeriod?
  private(set) var dimensions: [Denial.Quota.Dimension] = []

  /// A value, limited and masked, and the path that it stands at; both empty if nothing says it.
  struct Place {
    let text: String
    let path: String

    init(_ text: some StringProtocol, path: String) {
      self.text = Denial.limited(String(text), byteLimit: QuotaPlaces.byteLimit)
      self.path = self.text.isEmpty ? "" : path
    }
  }

  /// Longer than the name of any metric, limit or model.
  private static let byteLimit = 256

  init(_ facts: EntryFacts) {
    let quota = facts.quota
    let named = QuotaDimensions(quota.sources)
    let message = quota.message.sentence
    let resource = Self.namedByResource(facts.payload.resourceName)
    let path = quota.evidence.path
    let said = { (text: Substring?) in (text ?? "", EntryFacts.messagePath) }
    let details = quota.sources.first?.path ?? path
    metric = Self.first((quota.metric[...], details), said(message.metric))
    limitName = Self.first((quota.limitName[...], details), said(message.limitName))
    limitValue = Self.first((quota.limitValue[...], details), said(message.limitValue))
    unit = Self.first((quota.unit[...], details))
    location = Self.first(
      named.location, said(message.location),
      ((resource.location ?? "")[...], Self.resourcePath))
    model = Self.first(
      named.model, said(message.model),
      ((resource.model ?? "")[...], Self.resourcePath))
    period = quota.period
    dimensions = named.others
  }

  private static let resourcePath = "protoPayload.resourceName"

  private static func namedByResource(_ name: String) -> (location: String?, model: String?) {
    let values = ResourceName(name).values(of: ["locations", "regions", "zones", "models"])
    let location = values.dropLast().first { $0 != nil && $0 != "-" }
    return (location ?? nil, values[3])
  }

  private static func first(_ values: (text: Substring, path: String)...) -> Place {
    let value = values.first { !$0.text.isEmpty }
    return Place(value?.text ?? "", path: value?.path ?? "")
  }
}

/// Model, location and other dimensions in the details of a status.
private struct QuotaDimensions {
  private(set) var location: (text: Substring, path: String) = ("", "")
  private(set) var model: (text: Substring, path: String) = ("", "")
  private(set) var others: [Denial.Quota.Dimension] = []

  init(_ sources: [(value: JSONValue, path: String)]) {
    for source in sources {
      for key in ["quota_location", "location", "region", "zone", "model", "base_model"] {
        if let text = source.value[key]?.string { note(key, text, path: source.path) }
      }
      for key in ["quotaDimensions", "quota_dimensions", "dimensions"] {
        guard case .object(let members) = source.value[key] else { continue }
        for member in members.prefix(Denial.Quota.dimensionLimit) {
          guard case .string(let text) = member.value else { continue }
          note(member.key, text, path: "\(source.path).\(key)")
        }
      }
    }
    others.sort {
      (ExactText($0.name), ExactText($0.value)) < (ExactText($1.name), ExactText($1.value))
    }
    others = Array(others.prefix(Denial.Quota.dimensionLimit))
  }

  private mutating func note(_ key: String, _ text: String, path: String) {
    switch key {
    case "quota_location", "location", "region", "zone":
      if location.text.isEmpty { location = (text[...], path) }
    case "model", "base_model":
      if model.text.isEmpty { model = (text[...], path) }
    default:
      let (name, value) = (
        Denial.limited(key, byteLimit: 128), Denial.limited(text, byteLimit: 128)
      )
      if !others.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        others.append(Denial.Quota.Dimension(name: name, value: value))
      }
    }
  }
}
