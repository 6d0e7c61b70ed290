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
    let message = QuotaSentence(facts.message)
    let resource = ResourceName(facts.payload.resourceName)
    let path = quota.evidence.path
    let said = { (text: Substring?) in (text ?? "", EntryFacts.messagePath) }
    let details = quota.sources.first?.path ?? path
    metric = Self.first((quota.metric[...], details), said(message.metric))
    limitName = Self.first((quota.limitName[...], details), said(message.limitName))
    limitValue = Self.first((quota.limitValue[...], details), said(message.limitValue))
    unit = Self.first((quota.unit[...], details))
    location = Self.first(
      named.location, said(message.location),
      ((Self.location(in: resource) ?? "")[...], Self.resourcePath))
    model = Self.first(
      named.model, said(message.model),
      ((resource.value(of: "models") ?? "")[...], Self.resourcePath))
    period = quota.period
    dimensions = named.others
  }

  private static let resourcePath = "protoPayload.resourceName"

  private static func location(in resource: ResourceName) -> String? {
    ["locations", "regions", "zones"].lazy.compactMap { resource.value(of: $0) }
      .first { $0 != "-" }
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

/// The sentences in which Google's services name a quota; matched byte for byte.
///
/// - Source: https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429,
///   https://cloud.google.com/compute/resource-usage; published error messages
struct QuotaSentence {
  private(set) var metric: Substring?
  private(set) var limitName: Substring?
  private(set) var limitValue: Substring?
  private(set) var location: Substring?
  private(set) var model: Substring?

  init(_ message: MessageText) {
    metric =
      Self.quoted(in: message, after: "quota metric '")
      ?? Self.quoted(in: message, after: "Quota '")
      ?? Self.quoted(in: message, after: "Insufficient '")
      ?? Self.name(in: message, after: "exceeded for metric: ")
      ?? Self.metric(in: message)
    limitName = Self.quoted(in: message, after: "and limit '")
    limitValue =
      ["limit: ", "Limit: "].lazy.compactMap { Self.number(in: message, after: $0) }.first
    location = Self.name(in: message, after: "in region ")
    model =
      Self.name(in: message, after: "base model: ") ?? Self.name(in: message, after: "model: ")
  }

  /// What stands up to the next apostrophe.
  private static func quoted(in message: MessageText, after text: StaticString) -> Substring? {
    guard let rest = message.suffix(after: text) else { return nil }
    let inner = rest.utf8.prefix(257).prefix { $0 != UInt8(ascii: "'") }
    return inner.isEmpty || inner.endIndex == rest.endIndex || inner.count > 256
      ? nil : Substring(inner)
  }

  /// A word without the full stop or comma behind it.
  private static func name(in message: MessageText, after text: StaticString) -> Substring? {
    guard let rest = message.suffix(after: text) else { return nil }
    var word = rest.utf8.prefix(256).prefix { $0 > 0x20 && $0 < 0x7F }
    while let last = word.last, ".,;:'\")".utf8.contains(last) { word = word.dropLast() }
    return word.isEmpty ? nil : Substring(word)
  }

  /// `SERVICE.googleapis.com/METRIC` behind "Quota exceeded for".
  private static func metric(in message: MessageText) -> Substring? {
    name(in: message, after: "uota exceeded for ").flatMap {
      String($0).utf8Contains(".googleapis.com/") ? $0 : nil
    }
  }

  private static func number(in message: MessageText, after text: StaticString) -> Substring? {
    guard let word = name(in: message, after: text), let first = word.utf8.first,
      ASCII.isDigit(first), word.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return word
  }
}
