import Foundation
import Testing

/// Compressed data as the system's `gzip` makes them.
enum GzipTool {
  /// One member.
  static func member(_ text: String) throws -> Data {
    try member(Data(text.utf8))
  }

  static func member(_ bytes: Data) throws -> Data {
    try run(["-nc"], bytes)
  }

  /// One member that holds lines, each with a line feed.
  static func member(lines: [String]) throws -> Data {
    try member(lines.map { $0 + "\n" }.joined())
  }

  static func text(of compressed: Data) throws -> String {
    String(decoding: try run(["-dc"], compressed), as: UTF8.self)
  }

  private static func run(_ arguments: [String], _ input: Data) throws -> Data {
    let gzip = try #require(Program(named: "gzip"))
    let result = try Workspace().run(gzip, arguments, input: input)
    try #require(result.status == 0, "\(result.errors)")
    return result.output
  }
}
