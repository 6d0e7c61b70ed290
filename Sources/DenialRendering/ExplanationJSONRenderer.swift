package import DenialAggregation
internal import DenialClassification

/// Writes explanations as JSON, version 1: `docs/explain.schema.json`.
///
/// Every key is always present.
package struct ExplanationJSONRenderer: Sendable {
  package init() {}

  /// The document, pretty, a line feed at its end.
  package func render(_ report: ExplanationReport) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("explanationVersion", 1)
      writer.key("tool")
      writer.object(isInline: true) { writer in
        writer.member("name", "denials-report")
        writer.member("version", report.toolVersion)
      }
      writer.members("explanations", report.lines) { writer, line in
        if case .entry(let entry, copyOf: let first) = line { writer.write(entry, copyOf: first) }
      }
      writer.members("rejected", report.lines) { writer, line in
        guard case .rejected(let place, let reason) = line else { return }
        writer.object { writer in
          writer.write(place)
          writer.member("reason", reason)
        }
      }
      writer.key("leftOut")
      writer.object(isInline: true) { writer in
        writer.member("denials", report.denialsLeftOut)
        writer.member("others", report.othersLeftOut)
      }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ entry: ExplainedEntry, copyOf first: ExplainedPlace?) {
    let explanation = entry.explanation
    object { writer in
      writer.write(entry.place)
      writer.member("insertId", entry.head.insertID)
      writer.member("timestamp", entry.head.timestampText)
      writer.member("logName", entry.head.logName)
      writer.key("copyOf")
      if let first { writer.object { $0.write(first) } } else { writer.null() }
      writer.key("verdict")
      writer.object { $0.write(explanation) }
      writer.write(pathOf: explanation)
      writer.member("principal", entry.principal)
      writer.members("says", explanation.statements) { $0.write($1) }
      writer.members("unknown", explanation.unknowns) { writer, unknown in
        writer.object { writer in
          writer.member("id", unknown.rawValue)
          writer.member("text", unknown.text)
        }
      }
      writer.members("suggestions", entry.suggestions) { $0.write($1) }
      writer.member("advice", entry.advice)
      writer.writeMembers(of: entry.details, isOfOneEntry: true)
      writer.members("confirmation", entry.confirmation) { $0.write($1) }
      writer.member("capReached", explanation.isCut)
    }
  }

  fileprivate mutating func write(_ place: ExplainedPlace) {
    member("source", place.source)
    member("line", place.lineNumber)
    member("byteOffset", place.byteOffset)
  }

  /// The answer, and what it rests on.
  private mutating func write(_ explanation: Explanation) {
    let verdict = explanation.verdict
    writeAnswer(verdict.answer)
    switch verdict.answer {
    case .denial(let cause):
      member("title", cause.title)
      member("meaning", cause.meaning)
    case .other(let entryClass):
      member("title", entryClass.rawValue)
      member("meaning", entryClass.meaning)
    }
    member("row", explanation.row.name)
    member("condition", explanation.row.condition)
    member("confidence", verdict.confidence.rawValue)
    member("confidenceMeaning", verdict.confidence.meaning)
    key("evidence")
    object { writer in
      writer.member("path", verdict.evidence.path)
      writer.member("value", verdict.evidence.value)
    }
  }

  /// The class, and the code and cause of a denial.
  private mutating func writeAnswer(_ answer: Verdict.Answer) {
    member("class", answer.entryClass?.rawValue ?? "denial")
    key("code")
    if let code = answer.cause?.code.rawValue { integer(code) } else { null() }
    member("cause", answer.cause?.rawValue)
  }

  /// The rows before, behind and beside the one that decided.
  private mutating func write(pathOf explanation: Explanation) {
    members("rowsBefore", explanation.rowsBefore) { writer, passed in
      writer.object(isInline: true) { writer in
        writer.member("row", passed.row.name)
        writer.member("obstacle", passed.obstacle)
      }
    }
    key("runnerUp")
    if let runnerUp = explanation.runnerUp {
      object { writer in
        writer.member("row", runnerUp.rule)
        writer.writeAnswer(runnerUp.answer)
      }
    } else {
      null()
    }
    members("rivals", explanation.row.rivals) { writer, rival in
      writer.object { writer in
        writer.member("row", rival.row)
        writer.member("mark", rival.mark)
        writer.member("answers", RuleRow(named: rival.row)?.answers.map(\.label) ?? [])
      }
    }
  }

  private mutating func write(_ statement: Statement) {
    object { writer in
      writer.member("subject", statement.subject.rawValue)
      writer.member("value", statement.value)
      writer.member("path", statement.path)
      writer.member("note", statement.note)
    }
  }

  mutating func write(_ confirmation: Confirmation) {
    object { writer in
      writer.member("text", confirmation.text)
      writer.member("command", confirmation.command)
    }
  }
}
