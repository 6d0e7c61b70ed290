import Foundation

/// A program to run: the one that is tested, or one of the machine that reads what it writes.
struct Program: Sendable {
  let path: String
  /// What comes before all other arguments.
  var leadingArguments: [String] = []

  /// The `denials-report` that was built together with the tests.
  static let denialsReport = Program(
    path: Bundle.main.bundleURL.appending(path: "denials-report").path(percentEncoded: false))

  static let bash = Program(path: "/bin/bash", leadingArguments: ["-c"])

  init(path: String, leadingArguments: [String] = []) {
    self.path = path
    self.leadingArguments = leadingArguments
  }

  /// Finds a program by its name in `PATH`; `nil` if there is none.
  init?(named name: String) {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = directories.map { "\($0)/\(name)" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  /// Runs the program to its end.
  ///
  /// All three streams are files, so that none of them can fill up and stop it.
  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - input: What it reads on standard input.
  ///   - directory: The working directory.
  ///   - scratch: Where the files of the streams go.
  ///   - environment: Changes to the environment of the tests.
  /// - Returns: Its exit status and what it wrote.
  /// - Throws: If it could not be started.
  func run(
    _ arguments: [String], input: Data, in directory: URL, scratch: URL,
    environment: [String: String]
  ) throws -> ProgramResult {
    let streams = try ["in", "out", "err"].map { name in
      let url = scratch.appending(path: "\(UUID().uuidString).\(name)")
      try (name == "in" ? input : Data()).write(to: url)
      return url
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = leadingArguments + arguments
    process.currentDirectoryURL = directory
    process.environment = Self.cleanEnvironment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return ProgramResult(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try Data(contentsOf: streams[1]),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }

  /// The environment without what changes reports.
  private static let cleanEnvironment = ProcessInfo.processInfo.environment
    .filter { !["SOURCE_DATE_EPOCH", "NO_COLOR", "COLUMNS", "TERM"].contains($0.key) }
}

/// What a program did.
struct ProgramResult {
  /// What it exited with; `nil` if a signal ended it.
  let status: Int32?
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  var lines: [String] { Self.lines(of: text) }
  /// Standard error without the name of the program that begins each line of `denials-report`.
  var errorLines: [String] {
    Self.lines(of: errors).map { line in
      let name = "denials-report: "
      return line.hasPrefix(name) ? String(line.dropFirst(name.count)) : line
    }
  }

  /// The report, if standard output is one in JSON.
  func report() throws -> ReportDocument {
    try JSONDecoder().decode(ReportDocument.self, from: output)
  }

  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }
}
