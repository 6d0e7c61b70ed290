import Testing

@testable import AuditLog
@testable import DenialClassification

/// Explanations of many entries: they say what the table did, and nothing that is not so.
struct ExplanationTests {
  /// Generated entries of all kinds, and the labelled ones.
  private static let lines: [String] = {
    var generator = EntryGenerator(seed: 20_261_123)
    let generated = (0..<600).map { _ in generator.line() }
    let samples = RuleOrderTable.policies + RuleOrderTable.quotas + RuleOrderTable.permissions
    return generated + samples.map(\.sample.line) + LabelledCase.fixtures.map(\.line)
  }()

  private static let entries = lines.compactMap { try? LogEntry(line: $0.utf8.span) }
  private static let explained = entries.map { (entry: $0, explanation: Explanation($0)) }

  @Test func `the verdict is the one that a report counts`() {
    #expect(Self.entries.count > 800)
    for (entry, explanation) in Self.explained {
      let judgement = Judgement(entry)
      #expect(explanation.verdict == judgement.verdict)
      #expect(explanation.denial == judgement.denial)
      #expect(explanation.row.name == judgement.verdict.rule)
      #expect(explanation.row.answers.contains(judgement.verdict.answer))
    }
  }

  @Test func `every row is explained, with all rows before it and a reason for each`() {
    var explained: Set<String> = []
    for (entry, explanation) in Self.explained {
      explained.insert(explanation.row.name)
      let rank = DecisionTable.rank(ofRow: explanation.row.name)
      if entry.payload != nil {
        #expect(explanation.rowsBefore.map(\.row.name) == RuleRow.all.prefix(rank).map(\.name))
      } else {
        #expect(explanation.rowsBefore.isEmpty)
      }
      for passed in explanation.rowsBefore {
        #expect(!passed.obstacle.isEmpty, "row \(passed.row.name)")
      }
    }
    #expect(explained == Set(RuleRow.all.map(\.name)))
  }

  /// Each rule is asked by itself, whatever the rules before it say.
  @Test func `no row speaks whose gate is said to be closed`() throws {
    for entry in Self.entries {
      guard let payload = entry.payload else { continue }
      let facts = EntryFacts(entry: entry, payload: payload)
      for verdict in DecisionTable.rules.compactMap({ $0.verdict(for: facts) }) {
        let row = try #require(RuleRow(named: verdict.rule))
        for gate in row.gates {
          #expect(gate.obstacle(in: facts) == nil, "row \(row.name): \(gate)")
        }
      }
    }
  }

  @Test func `a statement stands where it says, as the log has it`() throws {
    for line in Self.lines {
      var scanner = JSONScanner()
      guard let root = try? JSONValue(from: &scanner, in: line.utf8.span),
        let entry = try? LogEntry(line: line.utf8.span), entry.payload != nil,
        root["protoPayload"] != nil
      else { continue }
      for statement in Explanation(entry).statements where !statement.path.isEmpty {
        try check(statement, in: root)
      }
    }
  }

  private func check(_ statement: Statement, in root: JSONValue) throws {
    let found = try JSONPath(statement.path).value(in: root)
    switch statement.subject {
    case .status: return
    case .message: #expect(found?.string.map { !$0.isEmpty } ?? false)
    case .quotaMetric, .quotaLimit, .quotaLimitValue, .quotaUnit, .quotaModel, .quotaLocation,
      .quotaDimension, .accessLevel, .direction, .dryRun, .delegation:
      #expect(found != nil, "\(statement)")
    case .project, .quotaProject, .vpcScId, .serviceAccount, .principal, .permission:
      // Read out of a longer value, or written in another spelling.
      let text = Denial.limited(found?.string ?? "").lowercased()
      let isInferred = statement.path == "protoPayload.methodName"
      #expect(isInferred || text.contains(statement.value.lowercased()), "\(statement)")
    case .perimeter, .violationReason, .source, .target, .deviceState, .callerNetwork:
      let text = found?.string.map { Denial.limited($0, byteLimit: Denial.Perimeter.byteLimit) }
      #expect(text == statement.value, "\(statement)")
    case .reason, .service, .method, .resource, .callerIP, .userAgent,
      .key, .oauthClientID, .operation, .split:
      #expect(found?.string.map(Denial.limited) == statement.value, "\(statement)")
    case .member, .homeProject, .quotaPeriod: Issue.record("\(statement.subject) stands nowhere")
    }
  }

  @Test(arguments: [
    (Sample(metadata: perimeter), "10i", Answer(.unspecified)),
    (Sample(authorization: refused("a.b.c"), metadata: perimeter), "10h", Answer(.missingRole)),
    (Sample(authorization: refused("a.b.c")), "10i", Answer(.unspecified)),
    (
      Sample(message: "The API key is not valid.", details: errorInfo("API_KEY_INVALID")), "7",
      Answer(.apiKeyInvalid)
    ),
    (
      Sample(code: "3", metadata: #"{"dryRun":true,\#(perimeter.dropFirst())"#), "3",
      Answer(.vpcServiceControls)
    ),
  ])
  func `the runner-up is what the rest of the table would say`(
    sample: Sample, row: String, answer: Answer
  ) throws {
    let runnerUp = try #require(Explanation(try sample.entry).runnerUp)
    #expect(runnerUp.rule == row)
    #expect(Answer(runnerUp) == answer)
  }

  @Test(arguments: [
    Sample(code: "0", message: ""), Sample(code: "8", message: "Quota exceeded per minute."),
    Sample(code: "10"), Sample(code: "99"), Sample(),
  ])
  func `where the rest of the table is beside the point there is no runner-up`(
    sample: Sample
  ) throws {
    #expect(Explanation(try sample.entry).runnerUp == nil)
  }

  private static let perimeter =
    #"{"@type":"type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata"}"#
}
