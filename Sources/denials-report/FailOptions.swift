import ArgumentParser
import DenialAggregation
import DenialClassification

/// What makes a run end with a status that tells scripts of it.
struct FailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Exit with 1 if there are such denials: new (with --history: new or returned findings), any, a \
      code or a cause; may be given several times.
      """, valueName: "new|any|code|cause"))
  var failOn: [FailCondition] = []

  /// Whether any of the conditions holds.
  func isMet(by report: Report) -> Bool {
    failOn.contains { $0.isMet(by: report) }
  }
}

/// A kind of denials that somebody waits for.
enum FailCondition: Hashable, ExpressibleByArgument {
  /// Findings that are new or have returned, which only a history can tell.
  case news
  case anything
  case code(DenialCode)
  case cause(DenialCause)

  init?(argument: String) {
    if argument == "new" {
      self = .news
    } else if argument == "any" {
      self = .anything
    } else if let code = DenialCode.allCases.first(where: {
      ["\($0.rawValue)", $0.name].contains(argument)
    }) {
      self = .code(code)
    } else if let cause = DenialCause(rawValue: argument) {
      self = .cause(cause)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] {
    ["new", "any"] + DenialFilter.codeWords + DenialFilter.causeWords
  }

  func isMet(by report: Report) -> Bool {
    switch self {
    case .news: !(report.history?.news.isEmpty ?? true)
    case .anything: report.books.denials > 0
    case .code(let code): report.codes.contains { $0.code == code && $0.denials > 0 }
    case .cause(let cause): report.codes.contains { $0.causes.contains { $0.cause == cause } }
    }
  }
}
