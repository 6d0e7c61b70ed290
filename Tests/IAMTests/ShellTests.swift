import Foundation
import Testing

@testable import IAM

/// A shell and the real `gcloud` read what is rendered for them.
struct ShellTests {
  /// Both are on every Debian; a machine that lacks one tests with the other.
  static let shells = ["bash", "dash"].compactMap { ExternalTool($0) }
  static let gcloud = ExternalTool("gcloud")

  @Test(arguments: [
    ("plain", "plain"), ("a@b.c", "a@b.c"), ("--flag=x,y:z/%+_", "--flag=x,y:z/%+_"), ("", "''"),
    ("a b", "'a b'"), ("it's", #"'it'\''s'"#), ("*", "'*'"), ("$(id)", "'$(id)'"), ("~", "'~'"),
    ("\n", "'\n'"), ("é", "'é'"),
  ])
  func `only plain words go without quotes`(text: String, quoted: String) {
    #expect(ShellWord.quoted(text) == quoted)
  }

  @Test(
    .enabled(if: !shells.isEmpty, "no bash and no dash: shell quoting is NOT tested"),
    .timeLimit(.minutes(2)))
  func `every text comes out of a shell as it went in`() throws {
    let texts = Self.randomTexts(count: 500, seed: 20_261_123) + HostileText.values
    let words = texts.map { $0.filter { $0 != "\0" } }
    let script = "printf '%s\\0' " + words.map(ShellWord.quoted).joined(separator: " ")
    for shell in Self.shells {
      let result = try shell.run(["script"], files: ["script": script])
      #expect(result.status == 0, "\(shell.path): \(result.errors)")
      #expect(Self.words(in: result.output) == words)
    }
  }

  @Test(
    .enabled(if: !shells.isEmpty, "no bash and no dash: shell commands are NOT tested"),
    .timeLimit(.minutes(2)))
  func `a shell hands gcloud the arguments that are meant`() throws {
    let bindings = BindingSamples.all
    // A line feed ends each call, as no argument can hold one.
    let fake = ["gcloud", "bq"].map { "\($0)() { printf '%s\\0' \"$@\"; printf '\\n\\0'; }\n" }
    let script = fake.joined() + bindings.map(\.gcloud).joined(separator: "\n")
    for shell in Self.shells {
      let result = try shell.run(["script"], files: ["script": script])
      #expect(result.status == 0, "\(shell.path): \(result.errors)")
      #expect(result.errors.isEmpty)
      let calls = Self.words(in: result.output).split(separator: "\n").map(Array.init)
      #expect(calls == bindings.flatMap(Self.expectedCalls))
    }
  }

  @Test(
    .enabled(if: gcloud != nil, "no gcloud: the form of its commands is NOT tested"),
    .timeLimit(.minutes(2)))
  func `gcloud knows every command and flag`() throws {
    let gcloud = try #require(Self.gcloud)
    let permission = try #require(Permission("aiplatform.endpoints.predict"))
    // Each command takes gcloud a tenth of a second: every form once, and all quoting of members.
    let bindings = BindingSamples.all.filter { binding in
      let isCustom = binding.grant != BindingSamples.grants[0]
      return binding.member.text == "user:alice@example.com"
        && (!isCustom || [.project, .organization].contains(binding.target.type))
        || binding.member.form == .gkeWorkload && binding.target.name == "acme-prod"
    }
    #expect(Set(bindings.map(\.target.type)).count == TargetType.allCases.count - 1)
    let condition = GrantCondition(until: "2026-12-01T00:00:00Z")
    let ending = bindings.filter { $0.target.type.takesCondition }.prefix(4).compactMap {
      Binding(member: $0.member, grant: $0.grant, target: $0.target, condition: condition)
    }
    #expect(ending.count == 4)
    let commands = (bindings + ending).flatMap {
      $0.gcloudCommands + [$0.verification(of: permission)]
    }
    .filter { $0.hasPrefix("gcloud ") }
    let broken = "gcloud projects add-iam-policy-binding acme-prod --no-such-flag=x"
    let file = try JSONEncoder().encode((commands + [broken]).map { ["command_string": $0] })
    let result = try gcloud.run(
      ["meta", "lint-gcloud-commands", "--commands-file=commands.json"],
      files: ["commands.json": String(decoding: file, as: UTF8.self)])
    struct Verdict: Decodable {
      var command_string: String
      var success: Bool
    }
    let verdicts = try JSONDecoder().decode([Verdict].self, from: result.output)
    #expect(verdicts.count == Set(commands).count + 1)
    #expect(verdicts.filter { !$0.success }.map(\.command_string) == [broken])
  }

  /// The arguments of the calls as they are before quoting.
  private static func expectedCalls(of binding: Binding) -> [[String]] {
    binding.commands.map { Array($0.dropFirst()) }
  }

  private static func words(in output: Data) -> [String] {
    output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func randomTexts(count: Int, seed: UInt64) -> [String] {
    var generator = SplitMix64(state: seed)
    let alphabet = Array(#"ab'"\$`!*?[]{}()<>|&;#~= -^%"# + "\n\té🙂").map(String.init)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? ""
      }.joined()
    }
  }
}

/// A generator whose numbers are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
