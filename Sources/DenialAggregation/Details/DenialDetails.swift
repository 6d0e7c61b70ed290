import AuditLog
import DenialClassification

/// What a denial says beyond its finding: perimeter, quota, or the state of credentials.
struct DenialDetails: Hashable, Sendable {
  var perimeter: Denial.Perimeter?
  var quota: Denial.Quota?
  var credentialState: CredentialState?

  /// What ``DenialClassification/Denial/forEachDetailText(_:)`` was given, put together again.
  init(texts: some Sequence<String>) {
    var reader = TextReader(texts)
    if !reader.next().isEmpty { perimeter = Denial.Perimeter(&reader) }
    if !reader.next().isEmpty { quota = Denial.Quota(&reader) }
    credentialState = CredentialState(rawValue: reader.next())
  }

}

extension Denial {
  /// All that it says beyond its finding, such that two denials with the same texts say the same;
  /// no texts if it says nothing.
  func forEachDetailText(_ body: (String) -> Void) {
    if perimeter.isNone, quota.isNone, credentialState.isNone { return }
    if perimeter.isNone { body("") } else { perimeter?.forEachText(body) }
    if quota.isNone { body("") } else { quota?.forEachText(body) }
    body(credentialState?.rawValue ?? "")
  }
}

extension Optional {
  /// Whether there is nothing; a comparison with `nil` makes a copy first.
  @inline(__always)
  fileprivate var isNone: Bool {
    if case .none = self { true } else { false }
  }
}

/// Takes texts apart in the order in which they were written.
private struct TextReader<Texts: Sequence<String>> {
  private var texts: Texts.Iterator

  init(_ texts: Texts) { self.texts = texts.makeIterator() }

  mutating func next() -> String { texts.next() ?? "" }

  /// A count.
  mutating func count() -> Int { Int(next()) ?? 0 }

  /// Texts behind their count.
  mutating func list() -> [String] { (0..<count()).map { _ in next() } }
}

extension Denial.Perimeter {
  /// Lists begin with their length, so that no two perimeters have the same texts.
  fileprivate func forEachText(_ body: (String) -> Void) {
    for text in ["perimeter", reason, name, deviceState, callerNetwork, "\(violationsLeftOut)"] {
      body(text)
    }
    body("\(accessLevels.count)")
    for level in accessLevels { body(level) }
    body("\(violations.count)")
    for violation in violations {
      body(violation.direction.rawValue)
      for text in [
        violation.perimeter, violation.source, violation.sourceType, violation.target,
        "\(violation.permissions.count)",
      ] {
        body(text)
      }
      for permission in violation.permissions { body(permission) }
    }
  }

  /// Reads what stands behind the first text.
  fileprivate init(_ texts: inout TextReader<some Sequence<String>>) {
    self.init()
    (reason, name, deviceState) = (texts.next(), texts.next(), texts.next())
    callerNetwork = texts.next()
    violationsLeftOut = texts.count()
    accessLevels = texts.list()
    for _ in 0..<texts.count() {
      guard let direction = Direction(rawValue: texts.next()) else { return }
      var violation = Violation(direction: direction)
      (violation.perimeter, violation.source) = (texts.next(), texts.next())
      (violation.sourceType, violation.target) = (texts.next(), texts.next())
      violation.permissions = texts.list()
      violations.append(violation)
    }
  }
}

extension Denial.Quota {
  fileprivate func forEachText(_ body: (String) -> Void) {
    body("quota")
    body(metric)
    body(limitName)
    body(limitValue)
    body(unit)
    body(period?.rawValue ?? "")
    body(location)
    body(model)
    body("\(dimensions.count)")
    for dimension in dimensions {
      body(dimension.name)
      body(dimension.value)
    }
  }

  /// Reads what stands behind the first text.
  fileprivate init(_ texts: inout TextReader<some Sequence<String>>) {
    self.init(
      metric: texts.next(), limitName: texts.next(), limitValue: texts.next(), unit: texts.next())
    period = QuotaPeriod(rawValue: texts.next())
    location = texts.next()
    model = texts.next()
    for _ in 0..<texts.count() {
      dimensions.append(Dimension(name: texts.next(), value: texts.next()))
    }
  }
}

/// Every distinct details once, by a small number; 0 is for none.
struct DetailsTable: Sendable {
  /// The texts of each, by their numbers.
  private var lists = ListTable()

  /// The number of what a denial says.
  mutating func number(of denial: borrowing Denial, strings: inout StringTable) -> Int32 {
    var numbers: [Int32] = []
    denial.forEachDetailText { numbers.append(strings.number(of: $0)) }
    return lists.number(of: numbers)
  }

  /// The details, made anew each time; `nil` for 0.
  func details(_ number: Int32, strings: StringTable) -> DenialDetails? {
    number == 0 ? nil : DenialDetails(texts: lists[number].lazy.map { strings[$0] })
  }

  /// Takes in all details of another table; the result says by which numbers they go here.
  mutating func merge(_ other: DetailsTable, strings: [Int32]) -> [Int32] {
    (0..<Int32(other.lists.count)).map { number in
      lists.number(of: other.lists[number].map { strings[Int($0)] })
    }
  }
}
