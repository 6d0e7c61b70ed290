import Foundation
import Testing

/// Explanations of entries whose every text is an attacker's.
struct ExplainHostileTests {
  private static let texts = [
    "$(touch pwned)", "`touch pwned`", "a;touch pwned;", "a\ntouch pwned\n", "'; touch pwned; '",
    "\"; touch pwned; \"", "--member=allUsers", "a && touch pwned", "\\'; touch pwned #",
    "\u{1b}]0;touch pwned\u{7}", "\u{1b}[2J", "\u{202e}denwp", "a'$(touch pwned)'b", "\u{0}",
    "{a,touch}", "\u{9b}31m", "PROJECT", "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "\u{2028}x",
    String(repeating: "long", count: 5000), String(repeating: "ab ", count: 5000),
  ]

  private static let secret = "AIza" + String(repeating: "S", count: 35)

  private static let lines: [String] = {
    var entries: [EntryText] = []
    for (index, text) in texts.enumerated() {
      var entry = EntryText(insertID: "all-\(index) \(text)", principal: "\(text)@example.com")
      entry.service = text
      entry.method = text
      entry.resource = "projects/\(text)/x"
      entry.permission = text
      entry.message = "\(text) \(secret)"
      entry.callerIP = text
      entry.userAgent = "\(text) \(secret)"
      entry.timestamp = text
      entries.append(entry)
      entry.insertID = "reason-\(index)"
      let info: [String: any Sendable] = [
        "reason": text, "domain": text, "metadata": ["permission": text],
      ]
      let status: [String: any Sendable] = ["code": 7, "message": text, "details": [info]]
      entry.more = [
        "status": status, "request": ["prompt": "NEVER SHOWN"],
        "metadata": [
          "@type": "x.VpcServiceControlAuditMetadata", "vpcServiceControlsUniqueId": text,
          "violationReason": text,
        ],
      ]
      entries.append(entry)
      entries.append(EntryText(insertID: "name-\(index)", principal: text, project: text))
    }
    return entries.map(\.line)
  }()

  private static let input = Data(lines.joined(separator: "\n").utf8)

  @Test func `a terminal gets nothing that it would obey, and no secret`() throws {
    let result = try Workspace().run(["explain", "--limit", "1000"], input: Self.input)
    #expect(result.status == 0)
    #expect(result.text.components(separatedBy: "What to do").count == Self.lines.count + 1)
    #expect(!result.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    for scalar in ["\u{202e}", "\u{9b}", "\u{2028}", "\u{7f}", "\u{0}"] {
      #expect(!result.text.contains(scalar))
    }
    #expect(!result.text.contains(Self.secret) && !result.text.contains("NEVER SHOWN"))
    #expect(result.lines.allSatisfy { $0.utf8.count < 1000 })
  }

  @Test func `JSON holds no secret and no body, and can be shown as it is`() throws {
    let result = try Workspace().run(
      ["explain", "--limit", "1000", "-f", "json"], input: Self.input)
    let document = try JSONDecoder().decode(ExplainDocument.self, from: result.output)
    #expect(document.explanations.count == Self.lines.count)
    #expect(!result.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!result.text.contains(Self.secret) && !result.text.contains("NEVER SHOWN"))
  }

  /// A function in place of gcloud, which notes its arguments, each in brackets.
  private static let fake = #"gcloud() { { printf '[%s]' "$@"; echo; } >> calls; }"#

  @Test func `every command to paste calls gcloud and does nothing else`() throws {
    let workspace = try Workspace()
    let result = try workspace.run(
      ["explain", "--limit", "1000", "-f", "json"], input: Self.input)
    let document = try JSONDecoder().decode(ExplainDocument.self, from: result.output)
    let commands = document.explanations.flatMap { explanation in
      explanation.confirmation.compactMap(\.command) + explanation.suggestions.map(\.gcloud)
    }
    #expect(commands.count > 50)
    let pasted = try workspace.shell(([Self.fake] + commands).joined(separator: "\n"))
    #expect(pasted.status == 0)
    #expect(pasted.errors == "")
    #expect(try workspace.names() == ["calls"])
  }

  @Test func `what is pasted from the text runs the same way`() throws {
    let workspace = try Workspace()
    let result = try workspace.run(["explain", "--limit", "1000"], input: Self.input)
    var commands: [String] = []
    var isContinued = false
    for line in result.lines {
      let text = String(line.drop { $0 == " " })
      if isContinued || text.hasPrefix("gcloud ") { commands.append(text) }
      isContinued = (isContinued || text.hasPrefix("gcloud ")) && text.hasSuffix("\\")
    }
    #expect(commands.count > 50)
    let pasted = try workspace.shell(([Self.fake] + commands).joined(separator: "\n"))
    #expect(pasted.status == 0)
    #expect(pasted.errors == "")
    #expect(try workspace.names() == ["calls"])
  }

  @Test func `a hostile insertId on the command line is only compared`() throws {
    for text in ["\u{1b}[31m", "$(touch pwned)", "", " ", String(repeating: "x", count: 100_000)] {
      let result = try Workspace().run(["explain", "--insert-id=\(text)"], input: Self.input)
      #expect(result.status == (text.isEmpty ? 64 : 2))
      #expect(!result.errors.contains("\u{1b}"))
    }
  }
}
