import Foundation

/// Files of the repository that tests read, and those that lie beside it on some machines.
enum TestFiles {
  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether there is a file or folder, by its path from the root of the package.
  static func exists(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: root.appending(path: path).path)
  }

  /// The lines of a text file that are not empty; of one that ends in `.gz` after unpacking.
  static func lines(of path: String) throws -> [String] {
    let file = root.appending(path: path)
    let data = path.hasSuffix(".gz") ? try unpacked(file) : try Data(contentsOf: file)
    // By bytes: `\r\n` is one character and would not be split.
    return data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The paths of all files below a folder with one of these endings, in order.
  static func paths(below folder: String, endings: [String]) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { path in endings.contains { path.hasSuffix($0) } }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// Whether `gzip` is there.
  static let canUnpack = (try? unpacked(root.appending(path: "sample-logs/1152.jsonl.gz"))) != nil

  struct GzipFailure: Error {
    let status: Int32
  }

  private static func unpacked(_ file: URL) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GzipFailure(status: process.terminationStatus)
    }
    return data
  }
}
