import Foundation

/// The system's Python, a reader of our formats that somebody else wrote.
enum Python {
  /// Whether `python3` is there.
  static let isInstalled = (try? run("print('yes')", input: Data())) == "yes\n"
  /// Whether `python3` has the `jsonschema` package with draft 2020-12.
  static let hasJSONSchema: Bool = {
    let script = "from jsonschema import Draft202012Validator; print('yes')"
    return (try? run(script, input: Data())) == "yes\n"
  }()

  struct Failure: Error {
    let status: Int32
    let output: String
  }

  /// What a script prints; it finds the path of a file with the input in `sys.argv[1]`.
  static func run(_ script: String, input: Data, _ arguments: String...) throws -> String {
    let file = URL.temporaryDirectory.appending(path: "denials-report-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path()] + arguments
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
}
