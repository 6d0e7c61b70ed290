extension ChildProcess {
  /// How a program ended that did not end well.
  struct Failure: Error, Hashable, Sendable {
    enum Ending: Hashable, Sendable {
      case status(CInt)
      case signal(CInt)
      /// Something else waited for it.
      case unknown
    }

    let ending: Ending
    /// The end of what it said on standard error.
    let errorText: [UInt8]
  }
}

extension ChildProcess.Failure {
  init(waitStatus: CInt?, errorText: [UInt8]) {
    if let waitStatus {
      let signal = waitStatus & 0x7f
      ending = signal == 0 ? .status(waitStatus >> 8 & 0xff) : .signal(signal)
    } else {
      ending = .unknown
    }
    self.errorText = errorText
  }
}

extension ChildProcess.Failure: CustomStringConvertible {
  /// What the program said was wrong, on one line and safe on a terminal, or how it ended.
  var description: String {
    let lines = errorText.split { $0 == 0x0a || $0 == 0x0d }.map { line in
      Array(line.drop { $0 == 0x20 })
    }.filter { !$0.isEmpty }
    let first = lines.lastIndex { $0.starts(with: Array("ERROR:".utf8)) } ?? lines.count - 1
    guard first >= 0 else { return ending.description }
    let text = InputPath(bytes: Array(lines[first...].joined(separator: [0x20]))).displayName
    return text.utf8.count <= Self.textLimit ? text : "\(text.prefix(Self.textLimit))…"
  }

  private static let textLimit = 400

  /// Whether gcloud says that there is no such object.
  var isOfMissingObject: Bool {
    String(decoding: errorText, as: UTF8.self).contains("matched no objects")
  }
}

extension ChildProcess.Failure.Ending: CustomStringConvertible {
  var description: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let signal): "ended by signal \(signal)"
    case .unknown: "ended, nobody knows how"
    }
  }
}
