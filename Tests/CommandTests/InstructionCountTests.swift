import Foundation
import Testing

/// Runs `scripts/instruction-counts` on a release build, if there is one of these sources.
struct InstructionCountTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let build = root.appending(path: ".build/release/denials-report")

  /// Whether no source is younger than the release build.
  private static let isBuildFresh: Bool = {
    guard let built = date(of: build) else { return false }
    let sources = root.appending(path: "Sources")
    let names = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return (names ?? []).allSatisfy { name in
      date(of: sources.appending(path: name)).map { $0 <= built } ?? true
    }
  }()

  private static func date(of file: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: file.resolvingSymlinksInPath().path)
    return attributes?[.modificationDate] as? Date
  }

  @Test(
    .enabled(if: Program(named: "valgrind") != nil, "no valgrind here"),
    .enabled(if: isBuildFresh, "no release build of these sources here"))
  func `no stage takes more than a tenth more instructions than recorded`() throws {
    let python = try #require(Program(named: "python3"))
    let workspace = try Workspace()
    let result = try python.run(
      [Self.root.appending(path: "scripts/instruction-counts").path, "--program", Self.build.path],
      input: Data(), in: Self.root, scratch: workspace.directory, environment: [:])
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    #expect(result.lines.count >= 9)
  }
}
