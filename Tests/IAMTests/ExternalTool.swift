import Foundation

/// A program of this machine, for tests that feed rendered text to its real consumer.
struct ExternalTool: Sendable {
  let path: String

  /// `nil` if there is no such program in `PATH`.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = folders.map { "\($0)/\(name)" }
    let path = candidates.first(where: FileManager.default.isExecutableFile)
    guard let path else { return nil }
    self.path = path
  }

  /// The Python of scripts/install-oracles, if it has the package.
  static func oraclePython(with package: String) -> ExternalTool? {
    guard let path = ProcessInfo.processInfo.environment["ORACLE_PYTHON"] else { return nil }
    let python = ExternalTool(path: path)
    let result = try? python.run(["-c", "import \(package)"])
    return result?.status == 0 ? python : nil
  }

  private init(path: String) { self.path = path }

  struct Result {
    var status: Int32
    var output: Data
    var errors: String
  }

  /// Runs the program in a folder of its own, which also is its home and holds `files` only.
  func run(_ arguments: [String], files: [String: String] = [:]) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging([
      "HOME": folder.path, "CLOUDSDK_CONFIG": folder.path, "CLOUDSDK_CORE_DISABLE_PROMPTS": "1",
      "CHECKPOINT_DISABLE": "1",
    ]) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    // Into a file: a full second pipe would stop the program while the first is read.
    let errorFile = folder.appending(path: ".errors")
    try Data().write(to: errorFile)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: data,
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }
}
