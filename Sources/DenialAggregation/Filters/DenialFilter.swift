public import DenialClassification

/// Which denials a report shows: any value of each option that was given, and all such options.
///
/// Values are looked for as parts of names, or as whole names if they have `*` or `?`, in either
/// case without regard to the case of ASCII letters.
public struct DenialFilter: Hashable, Sendable {
  /// Who called, as reports show it; also `(redacted)`, `(anonymous)` and `(unknown)`.
  public let principals: [String]
  /// The project that owns the resource, an id or a number.
  public let projects: [String]
  /// Such as `aiplatform.googleapis.com`.
  public let services: [String]
  /// Such as `*.StreamGenerateContent`.
  public let methods: [String]
  /// In the order of ``DenialCode``.
  public let codes: [DenialCode]
  /// As they were given: the word of a cause stands for that cause alone, anything else for every
  /// cause that it is a part of or describes.
  public let causes: [String]

  private let principalPatterns: [TextPattern]
  private let projectPatterns: [TextPattern]
  private let servicePatterns: [TextPattern]
  private let methodPatterns: [TextPattern]
  private let chosenCauses: Set<DenialCause>

  /// The numbers that `--code` takes; their names do as well.
  package static let codeWords = DenialCode.allCases.map { "\($0.rawValue)" }
  /// The words that `--cause` takes.
  package static let causeWords = DenialCause.allCases.map(\.rawValue)
  /// How many values an option takes: each is tried on every finding.
  package static let valueLimit = 1000

  /// The filter that lets every denial pass.
  public init() {
    (principals, projects, services, methods) = ([], [], [], [])
    (codes, causes, chosenCauses) = ([], [], [])
    (principalPatterns, projectPatterns, servicePatterns, methodPatterns) = ([], [], [], [])
  }

  /// A filter of what the options of the command say; options without values let everything pass.
  ///
  /// - Parameters:
  ///   - principals: For `--principal`.
  ///   - projects: For `--project`.
  ///   - services: For `--service`.
  ///   - methods: For `--method`.
  ///   - codes: For `--code`: numbers or names, such as `1152` or `iam-rejection`.
  ///   - causes: For `--cause`.
  /// - Throws: If a value is empty or too long, or is no code or cause.
  public init(
    principals: [String] = [], projects: [String] = [], services: [String] = [],
    methods: [String] = [], codes: [String] = [], causes: [String] = []
  ) throws(DenialFilterError) {
    (self.principals, self.projects) = (principals, projects)
    (self.services, self.methods, self.causes) = (services, methods, causes)
    principalPatterns = try Self.patterns(principals, option: "--principal")
    projectPatterns = try Self.patterns(projects, option: "--project")
    servicePatterns = try Self.patterns(services, option: "--service")
    methodPatterns = try Self.patterns(methods, option: "--method")
    self.codes = try Self.codes(codes)
    chosenCauses = try Self.causes(causes)
  }

  /// The filter for denials that are redacted, by pseudonyms of the names that it has.
  ///
  /// - Throws: If a value is a pattern of names that cannot be read any more.
  package func redacted(by redaction: Redaction) throws(DenialFilterError) -> DenialFilter {
    try DenialFilter(
      principals: Self.values(principals, option: "--principal", redaction.principal),
      projects: Self.values(projects, option: "--project", redaction.project),
      services: services.map(redaction.service), methods: methods, codes: codeValues,
      causes: causes)
  }

  /// The same of a filter that only informs: what cannot be shown is hidden.
  func hidden(by redaction: Redaction) -> DenialFilter {
    let hidden = try? DenialFilter(
      principals: principals.map { redaction.principal(for: $0) ?? Redaction.hiddenText },
      projects: projects.map { redaction.project(for: $0) ?? Redaction.hiddenText },
      services: services.map(redaction.service), methods: methods, codes: codeValues,
      causes: causes)
    // A pseudonym may be longer than a value can be.
    return hidden ?? (try? DenialFilter(principals: [Redaction.hiddenText])) ?? DenialFilter()
  }

  private var codeValues: [String] { codes.map { "\($0.rawValue)" } }

  private static func values(
    _ values: [String], option: String, _ redacted: (String) -> String?
  ) throws(DenialFilterError) -> [String] {
    var shown: [String] = []
    for value in values {
      guard let value = redacted(value) else { throw .unreadable(option: option, value) }
      shown.append(value)
    }
    return shown
  }

  /// Whether denials of a principal can pass, by its name as reports show it.
  package func admits(principal: String) -> Bool {
    principalPatterns.isEmpty || principalPatterns.contains { $0.matches(principal) }
  }

  /// Whether every denial passes.
  package var isEmpty: Bool {
    [principals, projects, services, methods, causes].allSatisfy(\.isEmpty) && codes.isEmpty
  }

  /// Tells whether a denial passes.
  ///
  /// - Parameters:
  ///   - principal: As reports show it, a name or a group.
  ///   - project: The project that owns the resource; empty if the log does not say.
  ///   - service: Empty if the log does not say.
  ///   - method: The same.
  ///   - cause: The cause, which has the code.
  /// - Returns: Whether it fits some value of each option that has values.
  package func matches(
    principal: String, project: String, service: String, method: String, cause: DenialCause
  ) -> Bool {
    admits(cause)
      && Self.matches(principal, principalPatterns) && Self.matches(project, projectPatterns)
      && Self.matches(service, servicePatterns) && Self.matches(method, methodPatterns)
  }

  /// Whether a denial for the caller's credentials may pass.
  var admitsCredentials: Bool { DenialCause.allCases.contains { $0.isOfCredentials && admits($0) } }

  private func admits(_ cause: DenialCause) -> Bool {
    (codes.isEmpty || codes.contains(cause.code))
      && (causes.isEmpty || chosenCauses.contains(cause))
  }

  private static func matches(_ text: String, _ patterns: [TextPattern]) -> Bool {
    patterns.isEmpty || patterns.contains { $0.matches(text) }
  }
}

extension DenialFilter {
  private static func patterns(
    _ values: [String], option: String
  ) throws(DenialFilterError) -> [TextPattern] {
    guard values.count <= valueLimit else { throw .tooMany(option: option) }
    var patterns: [TextPattern] = []
    for value in values {
      guard !value.isEmpty else { throw .empty(option: option) }
      guard let pattern = TextPattern(value) else { throw .tooLong(option: option) }
      patterns.append(pattern)
    }
    return patterns
  }

  private static func codes(_ values: [String]) throws(DenialFilterError) -> [DenialCode] {
    var chosen: Set<DenialCode> = []
    for value in values {
      let code = DenialCode.allCases.first { code in
        ["\(code.rawValue)", code.name].contains(asciiLowercased(value))
      }
      guard let code else { throw .unknownCode(value) }
      chosen.insert(code)
    }
    return DenialCode.allCases.filter(chosen.contains)
  }

  private static func causes(_ values: [String]) throws(DenialFilterError) -> Set<DenialCause> {
    let patterns = try patterns(values, option: "--cause")
    var chosen: Set<DenialCause> = []
    for (value, pattern) in zip(values, patterns) {
      if let cause = DenialCause(rawValue: asciiLowercased(value)) {
        // Or `unspecified` would be `credentials-unspecified` as well.
        chosen.insert(cause)
        continue
      }
      let causes = DenialCause.allCases.filter { pattern.matches($0.rawValue) }
      guard !causes.isEmpty else { throw .unknownCause(value) }
      chosen.formUnion(causes)
    }
    return chosen
  }

  private static func asciiLowercased(_ text: String) -> String {
    String(
      decoding: text.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
