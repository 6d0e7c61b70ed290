import DenialClassification

/// What an entry is judged to be, as the labelled cases and the tables of these tests write it:
/// `1152/missing-role`, or `none/ok`.
struct Answer: Hashable, Sendable, CustomStringConvertible {
  let description: String

  init(code: Int?, cause: String) {
    description = "\(code.map(String.init) ?? "none")/\(cause)"
  }

  init(_ cause: DenialCause) {
    self.init(code: cause.code.rawValue, cause: cause.rawValue)
  }

  init(_ entryClass: EntryClass) {
    self.init(code: nil, cause: entryClass.rawValue)
  }

  init(_ verdict: Verdict) {
    switch verdict.answer {
    case .denial(let cause): self.init(cause)
    case .other(let entryClass): self.init(entryClass)
    }
  }
}
