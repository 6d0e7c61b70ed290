import DenialClassification
import Foundation
import Testing

/// The reference of codes and causes, and the commands in it.
struct CodesCommandTests {
  @Test func `the table has every code, cause and class`() throws {
    let text = try Workspace().run(["codes"]).text
    for code in DenialCode.allCases { #expect(text.contains("\(code.rawValue)  \(code.title)\n")) }
    for cause in DenialCause.allCases { #expect(text.contains("\n  \(cause.rawValue)  ")) }
    for entryClass in EntryClass.allCases {
      #expect(text.contains("\n  \(entryClass.rawValue)  "))
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: DenialCause.allCases)
  func `a cause is told with evidence, ways to make sure, what fixes it and what does not`(
    cause: DenialCause
  ) throws {
    let text = try Workspace().run(["codes", cause.rawValue]).text
    #expect(text.hasPrefix("\(cause.code.rawValue) \(cause.rawValue)\n"))
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    for part in [cause.meaning, cause.advice, String(cause.nonRemedy.dropFirst())] {
      #expect(words.contains(part))
    }
    for evidence in cause.evidence { #expect(text.contains(evidence.path)) }
    for confirmation in cause.confirmation { #expect(words.contains(confirmation.text)) }
    #expect(text.contains("\nWhen an entry is judged so\n  row "))
  }

  @Test(arguments: [
    ("1153", "1153  throttling"), ("throttling", "1153  throttling"),
    ("IAM-rejection", "1152  IAM rejection"), ("iam rejection", "1152  IAM rejection"),
    ("Quota or Credential", "1100  quota or credential"), ("MISSING_ROLE", "1152 missing-role"),
    ("missing role", "1152 missing-role"), ("too many at once", "1153 concurrent"),
    ("VPC Service Controls", "1152 vpc-service-controls"), ("soft-deny", "soft-deny, no denial"),
    ("ok", "ok, no denial"),
  ])
  func `a number, a name and a title are known, however they are written`(
    word: String, heading: String
  ) throws {
    let result = try Workspace().run(["codes", word])
    #expect(result.status == 0)
    #expect(result.lines.first == heading)
  }

  @Test(arguments: [
    ("mising-role", "did you mean missing-role?"), ("orgpolicy", "did you mean org-policy?"),
    ("1512", "did you mean 1152?"), ("1154", "did you mean 1152 or 1153?"),
    ("quota", "did you mean quota-project, quota-exhausted or quota-not-granted?"),
    ("zzzzzzzz", "denials-report codes lists them"), ("", "denials-report codes lists them"),
    ("x", "denials-report codes lists them"), ("\u{1b}[31m", "denials-report codes lists them"),
  ])
  func `an unknown word is wrong usage, and the nearest are named`(
    word: String, advice: String
  ) throws {
    let result = try Workspace().run(["codes", "missing-role", word])
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.first?.hasSuffix("is no code and no cause: \(advice)") == true)
    #expect(!result.errors.contains("\u{1b}"))
  }

  @Test func `several topics are told in the order of the words, each once`() throws {
    let workspace = try Workspace()
    let parts = try ["act-as", "1100"].map { try workspace.run(["codes", $0]).text }
    let both = try workspace.run(["codes", "act-as", "1100", "act as service account"]).text
    #expect(both == parts.joined(separator: "\n"))
  }

  @Test func `the page of the docs is what the command prints`() throws {
    let page = try String(contentsOfFile: Repository.path("docs/codes.md"), encoding: .utf8)
    let printed = try Workspace().run(["codes", "-f", "markdown"]).text
    #expect(page == printed, "write it anew: denials-report codes -f markdown > docs/codes.md")
  }

  @Test func `the page has one topic if one is asked for`() throws {
    let text = try Workspace().run(["codes", "-f", "markdown", "rate-limit"]).text
    #expect(text.hasPrefix("### rate-limit\n"))
    #expect(text.components(separatedBy: "### ").count == 2)
    let classes = try Workspace().run(["codes", "-f", "markdown", "ok"]).text
    #expect(classes.contains("| `ok` |") && !classes.contains("soft-deny"))
  }

  // MARK: Commands

  /// Every command, with made-up values for the words in capitals.
  private static let commands: [String] = Array(
    Set(
      DenialCause.allCases.flatMap(\.confirmation)
        .map { confirmation in
          confirmation.replacing(
            Dictionary(uniqueKeysWithValues: CommandWord.allCases.map { ($0, $0.example) }))
        }.compactMap(\.command))
  ).sorted()

  @Test(
    .enabled(
      if: Program(named: "gcloud") != nil, "no gcloud: the form of its commands is NOT tested"),
    .timeLimit(.minutes(2)))
  func `gcloud knows every command and flag`() throws {
    let gcloud = try #require(Program(named: "gcloud"))
    let commands = Self.commands.filter { $0.hasPrefix("gcloud ") }
    #expect(commands.count > 20)
    let broken = "gcloud projects describe acme-prod --no-such-flag=x"
    let workspace = try Workspace()
    let all = (commands + [broken]).map { ["command_string": $0] }
    try workspace.file("commands.json", JSONEncoder().encode(all))
    let result = try workspace.run(
      gcloud, ["meta", "lint-gcloud-commands", "--commands-file=commands.json"],
      environment: [
        "CLOUDSDK_CONFIG": workspace.directory.path, "CLOUDSDK_CORE_DISABLE_PROMPTS": "1",
      ])
    struct Verdict: Decodable {
      var command_string: String
      var success: Bool
    }
    let verdicts = try JSONDecoder().decode([Verdict].self, from: result.output)
    #expect(verdicts.count == commands.count + 1)
    #expect(verdicts.filter { !$0.success }.map(\.command_string) == [broken])
  }

  @Test(
    .enabled(
      if: Program(named: "kubectl") != nil, "no kubectl: the form of its commands is NOT tested"),
    .timeLimit(.minutes(2)))
  func `kubectl knows every command and flag`() throws {
    let kubectl = try #require(Program(named: "kubectl"))
    let commands = Self.commands.filter { $0.hasPrefix("kubectl ") }
    #expect(commands.count > 2)
    let workspace = try Workspace()
    // Flags are read before help is shown, so that nothing is asked of a cluster.
    for command in commands + ["kubectl get pods --no-such-flag"] {
      let words = command.split(separator: " ").dropFirst().map(String.init)
      let result = try workspace.run(kubectl, words + ["--help"])
      #expect((result.status == 0) == !command.contains("no-such"), "\(command): \(result.errors)")
    }
  }

  @Test func `every command is read by a shell as it is shown`() throws {
    let workspace = try Workspace()
    let fakes = ["gcloud", "kubectl"].map {
      "\($0)() { { printf '[%s]' \"$@\"; echo; } >> calls; }"
    }
    let result = try workspace.shell((fakes + Self.commands).joined(separator: "\n"))
    #expect(result.status == 0)
    #expect(result.errors == "")
    let calls = String(decoding: try workspace.contents(of: "calls"), as: UTF8.self)
    #expect(calls.split(separator: "\n").count == Self.commands.count)
    #expect(try workspace.names() == ["calls"])
  }
}
