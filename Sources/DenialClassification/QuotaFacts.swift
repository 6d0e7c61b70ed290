import AuditLog

/// What an entry says of a quota, from structured details and from its message.
struct QuotaFacts {
  /// The message without names of objects, and the names of limit and metric behind it.
  let text: WordText
  /// What the message says.
  let message: QuotaMessage
  /// Such as `aiplatform.googleapis.com/generate_content_requests`.
  let metric: String
  /// Such as `GenerateContentRequestsPerMinutePerProjectPerRegion`.
  let limitName: String
  /// As the log spells it.
  let limitValue: String
  /// Such as `1/min/{project}/{region}`.
  let unit: String
  /// How long the service says to wait.
  let retryDelaySeconds: Double?
  /// The structured field that names the limit, or the message.
  let evidence: Evidence
  /// Whether the evidence is structured.
  let isStructured: Bool
  /// The details that may name a quota, with their paths, in order of trust.
  let sources: [(value: JSONValue, path: String)]

  init(_ facts: EntryFacts) {
    let sources = Self.sources(of: facts)
    self.sources = sources
    metric = Self.first(["quota_metric", "quotaMetric", "metricName"], in: sources) ?? ""
    limitName = Self.first(["quota_limit", "quotaId", "limitName"], in: sources) ?? ""
    limitValue = Self.first(["quota_limit_value", "quotaValue", "limit"], in: sources) ?? ""
    unit = Self.first(["quota_unit"], in: sources) ?? ""
    let delays = [
      facts.details.retryDelay, Self.first(["quotaResetDelay", "retryDelay"], in: sources),
    ]
    retryDelaySeconds = delays.compactMap { $0.flatMap(Self.seconds) }.max()
    let message = facts.memory.quotaMessage(facts.message.original)
    self.message = message
    if sources.isEmpty {
      text = message.text
    } else {
      var words = ObjectlessText()
      words.append(facts.message.original.utf8.span)
      for name in [limitName, metric, unit] { words.appendAll(of: name.utf8.span) }
      for source in sources {
        if let description = source.value["description"]?.string {
          words.append(description.utf8.span)
        }
      }
      text = WordText(words)
    }
    if let source = sources.first {
      let key = ["quota_limit", "quotaId", "limitName"].first { source.value[$0] != nil }
      let value = key.flatMap { source.value[$0]?.string }
      evidence = Evidence(
        path: key.map { "\(source.path).\($0)" } ?? source.path, logValue: value ?? "present")
      isStructured = true
    } else {
      evidence = facts.messageEvidence
      isStructured = false
    }
  }

  /// Whether the limit is zero, so that no rate is slow enough.
  var isZero: Bool {
    Int(wholeNumber: limitValue) == 0 || text.says("limit: 0")
  }

  /// Whether the period of the limit is a day or longer.
  var isLongPeriod: Bool {
    unit.begins(with: "1/d") || (retryDelaySeconds ?? 0) > 300
      || text.contains(any: Self.longPeriods)
  }

  /// The time that the limit is for, as far as unit, names and message say it.
  var period: QuotaPeriod? {
    for row in Self.periods where !unit.isEmpty && unit.begins(with: row.unit) {
      return row.period
    }
    for row in Self.periods where text.contains(any: row.words) { return row.period }
    return nil
  }

  /// The longer periods first, as the decision table has them.
  private static let periods: [(period: QuotaPeriod, unit: String, words: [Phrase])] = [
    (.month, "1/mo", ["per month", "permonth", "monthly"]),
    (.week, "1/w", ["per week", "perweek"]),
    (.day, "1/d", ["per day", "perday", "daily limit", "daily quota", "dailylimit", "dailyquota"]),
    (.hour, "1/h", ["per hour", "perhour"]),
    (.hundredSeconds, "1/100s", ["per 100 seconds", "per100seconds"]),
    (.minute, "1/min", ["per minute", "perminute"]),
    (.second, "1/s", ["per second", "persecond"]),
  ]

  /// Whether the period of the limit is a minute or so.
  var isShortPeriod: Bool {
    unit.begins(with: "1/min") || unit.begins(with: "1/s") || text.contains(any: Self.shortPeriods)
  }

  static let longPeriods: [Phrase] = [
    "per day", "perday", "per week", "perweek", "per month", "permonth", "daily limit",
    "daily quota", "dailylimit", "dailyquota", "monthly",
  ]

  static let shortPeriods: [Phrase] = [
    "per minute", "perminute", "per second", "persecond", "per 100 seconds", "per100seconds",
  ]

  /// The objects that may name a quota, with their paths, in order of trust.
  private static func sources(of facts: EntryFacts) -> [(value: JSONValue, path: String)] {
    var sources: [(value: JSONValue, path: String)] = []
    for info in facts.details.errorInfos where !info.metadata.isEmpty {
      sources.append((info.metadata, info.path + ".metadata"))
    }
    if let failure = facts.details.quotaFailure {
      let violations = failure.value["violations"]?.elements ?? []
      for (index, violation) in violations.prefix(16).enumerated() {
        sources.append((violation, "\(failure.path).violations[\(index)]"))
      }
    }
    if let exceeded = facts.details.quotaExceeded {
      sources.append((exceeded.value, exceeded.path))
    }
    return sources
  }

  private static func first(
    _ keys: [String], in sources: [(value: JSONValue, path: String)]
  ) -> String? {
    for source in sources {
      for key in keys {
        switch source.value[key] {
        case .string(let text), .number(let text): return text
        default: continue
        }
      }
    }
    return nil
  }

  /// The seconds in a duration such as `0.2s`, `201.5ms` or `9h55m13s`; `nil` for other text.
  static func seconds(_ duration: String) -> Double? {
    let units: [(String, Double)] = [
      ("ms", 0.001), ("us", 0.000_001), ("ns", 0.000_000_001), ("h", 3600), ("m", 60), ("s", 1),
    ]
    guard (1...64).contains(duration.utf8.count) else { return nil }
    var rest = duration.utf8[...]
    var total = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
      guard let number = Double(Substring(digits)) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = units.first(where: { rest.starts(with: $0.0.utf8) }) else { return nil }
      total += number * unit.1
      rest = rest.dropFirst(unit.0.utf8.count)
    }
    return total
  }
}
