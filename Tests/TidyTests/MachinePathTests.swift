import Foundation
import Testing

struct MachinePathTests {
  /// Folders that are somebody's: the checkout, the folder around it, and homes.
  private static let folders: [String] = {
    let around = SourceTree.root.deletingLastPathComponent().path
    let shared = ["/", "/tmp", "/srv", "/opt", "/var/tmp"]
    return [SourceTree.root.path, "/home", "/root"] + (shared.contains(around) ? [] : [around])
  }()

  @Test(.enabled(if: (try? SourceTree.pathsInGit()) != nil, "no git or no checkout of it here"))
  func `no file in git names a folder of one machine`() throws {
    let paths = try #require(try SourceTree.pathsInGit())
    #expect(paths.count > 100)
    for path in paths where !path.hasSuffix(".gz") {
      let text = SourceTree.text(of: path)
      for folder in Self.folders {
        #expect(!Self.names(folder, text), "\(path) names \(folder)/")
      }
    }
  }

  /// Whether a path in this folder begins in `text`; `Sources/home/a` is none in `/home`.
  private static func names(_ folder: String, _ text: String) -> Bool {
    text.ranges(of: folder + "/").contains { range in
      guard range.lowerBound > text.startIndex else { return true }
      let before = text[text.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || "._~*}-/:".contains(before))
    }
  }

  @Test func `a path is told from the end of another`() {
    #expect(Self.names("/a/b", "see /a/b/x"))
    #expect(Self.names("/a/b", "/a/b/"))
    #expect(!Self.names("/a/b", "see docs/a/b/x"))
    #expect(!Self.names("/a/b", "https://example.com/a/b/x"))
    #expect(!Self.names("/a/b", "/a/bc"))
  }
}
