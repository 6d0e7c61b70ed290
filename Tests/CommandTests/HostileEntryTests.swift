import Foundation
import Testing

/// Commands that a report suggests, run by a real shell: what a log says is only ever an argument.
struct HostileEntryTests {
  private static let texts = [
    "$(touch pwned)", "`touch pwned`", "a;touch pwned;", "a\ntouch pwned\n", "'; touch pwned; '",
    "\"; touch pwned; \"", "${IFS}touch${IFS}pwned", "--member=allUsers", "-rf", "a && touch pwned",
    "\\'; touch pwned #", "a|touch pwned", "<(touch pwned)", "\u{1b}]0;touch pwned\u{7}", "a\\",
    "*", "~", "!!", "\u{202e}denwp", "a'$(touch pwned)'b", "\u{0}", "{a,touch}",
  ]

  /// Names with hostile text in each place that a name has.
  private static func principals(_ text: String) -> [String] {
    let pool = "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools"
    return [
      text, "\(text)@example.com", "app@\(text)", "\(text)@acme-prod.iam.gserviceaccount.com",
      "app@\(text).iam.gserviceaccount.com", "serviceAccount:acme-prod.svc.id.goog[ns/\(text)]",
      "\(pool)/pool/subject/\(text)", "\(pool)/\(text)/subject/x",
    ]
  }

  /// A proper member whose brackets mean something to shells, so that it must be quoted.
  private static let bracketed = "serviceAccount:acme-prod.svc.id.goog[shop/till]"

  private static let lines: [String] = {
    var entries: [EntryText] = []
    for (index, text) in texts.enumerated() {
      for (place, principal) in principals(text).enumerated() {
        entries.append(EntryText(insertID: "principal-\(index)-\(place)", principal: principal))
      }
      let project = EntryText(
        insertID: "project-\(index)", resource: "projects/\(text)/locations/l", project: text)
      let permission = EntryText(insertID: "permission-\(index)", permission: text)
      var account = EntryText(
        insertID: "account-\(index)", service: "iamcredentials.googleapis.com",
        method: "GenerateAccessToken")
      account.resource = "projects/-/serviceAccounts/\(text)@acme-prod.iam.gserviceaccount.com"
      account.permission = "iam.serviceAccounts.getAccessToken"
      entries += [project, permission, account]
    }
    entries.append(EntryText(insertID: "bracketed", principal: bracketed))
    return entries.map(\.line)
  }()

  /// A function in place of gcloud, which notes its arguments, each in brackets.
  private static let fake = #"gcloud() { { printf '[%s]' "$@"; echo; } >> calls; }"#

  @Test func `suggested commands do nothing but call gcloud, with the member as one word`() throws {
    let workspace = try Workspace()
    let report = try workspace.json(input: Data(Self.lines.joined(separator: "\n").utf8)).report()
    report.expectBalance()
    #expect(report.books.denials == Self.lines.count)
    #expect(report.suggestions.count > 3)
    #expect(report.suggestions.contains { $0.gcloud.contains("--member='\(Self.bracketed)'") })
    for suggestion in report.suggestions {
      let result = try workspace.shell("\(Self.fake)\n\(suggestion.gcloud)")
      #expect(result.status == 0)
      #expect(result.errors == "")
      let calls = String(decoding: try workspace.contents(of: "calls"), as: UTF8.self)
      #expect(try workspace.names() == ["calls"], "\(suggestion.gcloud)")
      #expect(calls.contains("[--member=\(suggestion.member)]"))
      #expect(calls.contains("[\(suggestion.target.name)]"))
      #expect(!calls.contains("[--member=allUsers]"))
      try FileManager.default.removeItem(at: workspace.url(of: "calls"))
    }
  }

  @Test func `all commands of a report run as one script`() throws {
    let workspace = try Workspace()
    let report = try workspace.json(input: Data(Self.lines.joined(separator: "\n").utf8)).report()
    let checks = report.suggestions.map(\.verify).filter { $0.hasPrefix("gcloud ") }
    #expect(!checks.isEmpty)
    let script = [Self.fake] + report.suggestions.map(\.gcloud) + checks
    let result = try workspace.shell(script.joined(separator: "\n"))
    #expect(result.errors == "")
    #expect(try workspace.names() == ["calls"])
  }

  @Test func `what is pasted from a text report runs the same way`() throws {
    let workspace = try Workspace()
    let result = try workspace.run(
      ["--top", "0"], input: Data(Self.lines.joined(separator: "\n").utf8))
    #expect(!result.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    var commands: [String] = []
    var isContinued = false
    for line in result.lines {
      let text = String(line.drop { $0 == " " })
      if isContinued || text.hasPrefix("gcloud ") { commands.append(text) }
      isContinued = (isContinued || text.hasPrefix("gcloud ")) && text.hasSuffix("\\")
    }
    #expect(commands.count > 3)
    let pasted = try workspace.shell(([Self.fake] + commands).joined(separator: "\n"))
    #expect(pasted.status == 0)
    #expect(pasted.errors == "")
    #expect(try workspace.names() == ["calls"])
  }
}
