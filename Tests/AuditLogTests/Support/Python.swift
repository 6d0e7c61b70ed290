import Foundation

/// The system's Python, whose `json` and `datetime` somebody else wrote.
enum Python {
  /// Whether `python3` is there.
  static let isInstalled = (try? run(["-c", "print('yes')"])) == "yes\n"

  struct Failure: Error {
    let status: Int32
    let output: String
  }

  /// What `python3` with these arguments prints.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard process.terminationStatus == 0 else {
      throw Failure(status: process.terminationStatus, output: text)
    }
    return text
  }

  /// What a script prints; it finds the path of a file with the input in `sys.argv[1]`.
  static func run(_ script: String, input: String) throws -> String {
    let file = URL.temporaryDirectory.appending(path: "denials-report-\(UUID().uuidString)")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try run(["-c", script, file.path])
  }

  /// Runs a script of `Tests/Oracles`.
  static func run(oracle name: String, _ arguments: [String]) throws -> String {
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Oracles/\(name)")
    return try run([script.path] + arguments)
  }
}
