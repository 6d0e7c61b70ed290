import Foundation

/// A directory of a test's own in which programs run, removed with all that is in it at the end of
/// its life.
final class Workspace: Sendable {
  /// What the programs run in, and what paths are relative to.
  let directory: URL
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "denials-report-tests-\(UUID().uuidString)")
    directory = root.appending(path: "work")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// Makes a file, and the directories above it.
  ///
  /// - Returns: Its name, for the command line.
  @discardableResult
  func file(_ name: String, _ bytes: Data) throws -> String {
    let url = url(of: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return name
  }

  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Data(text.utf8))
  }

  /// Makes a file of lines, each with a line feed.
  @discardableResult
  func file(_ name: String, lines: [String]) throws -> String {
    try file(name, lines.map { $0 + "\n" }.joined())
  }

  @discardableResult
  func directory(_ name: String) throws -> String {
    try FileManager.default.createDirectory(
      at: url(of: name), withIntermediateDirectories: true)
    return name
  }

  /// Makes a symbolic link.
  @discardableResult
  func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(
      atPath: url(of: name).path(percentEncoded: false), withDestinationPath: target)
    return name
  }

  func contents(of name: String) throws -> Data {
    try Data(contentsOf: url(of: name))
  }

  /// All names in the directory, hidden ones too, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path(percentEncoded: false))
      .filter { !$0.hasSuffix(".profraw") }.sorted()
  }

  func url(of name: String) -> URL { directory.appending(path: name) }

  /// Runs `denials-report` with the clock of all tests.
  func run(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try run(
      .denialsReport, arguments, input: input, environment: Self.clock.merging(environment) { $1 })
  }

  /// Reports as JSON.
  func json(_ arguments: String..., input: Data = Data()) throws -> ProgramResult {
    try run(["-f", "json"] + arguments, input: input)
  }

  func extract(_ arguments: String..., input: Data = Data()) throws -> ProgramResult {
    try run(["extract"] + arguments, input: input)
  }

  /// Runs a script of bash, in which `$denials` is the program.
  func shell(_ script: String, _ environment: [String: String] = [:]) throws -> ProgramResult {
    let names = ["denials": Program.denialsReport.path].merging(Self.clock) { $1 }
    return try run(.bash, [script], environment: names.merging(environment) { $1 })
  }

  func run(
    _ program: Program, _ arguments: [String], input: Data = Data(),
    environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try program.run(
      arguments, input: input, in: directory, scratch: root, environment: environment)
  }

  /// 2026-11-23T02:00:00Z
  private static let clock = ["SOURCE_DATE_EPOCH": "1795399200"]
}
