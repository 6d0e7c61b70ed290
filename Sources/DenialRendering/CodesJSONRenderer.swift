internal import DenialAggregation
internal import DenialClassification

/// Writes the reference of codes and causes as JSON, version 1: `docs/codes.schema.json`.
package struct CodesJSONRenderer: Sendable {
  package init() {}

  /// The document with the topics, or with everything if there are none; a line feed at its end.
  package func render(_ topics: [CodeTopic]) -> [UInt8] {
    let all = topics.isEmpty
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("codesVersion", 1)
      writer.members(
        "codes", DenialCode.allCases.filter { all || topics.contains(.code($0.rawValue)) }
      ) { $0.write($1) }
      writer.members(
        "causes", DenialCause.allCases.filter { all || topics.contains(.cause($0.rawValue)) }
      ) { $0.write($1) }
      writer.members(
        "classes", EntryClass.allCases.filter { all || topics.contains(.entryClass($0.rawValue)) }
      ) { $0.write($1) }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ code: DenialCode) {
    object { writer in
      writer.member("code", code.rawValue)
      writer.member("name", code.name)
      writer.member("title", code.title)
      writer.member("meaning", code.meaning)
      writer.member("evidence", code.evidence)
      writer.member("remedy", code.advice)
      writer.member("nonRemedy", code.nonRemedy)
      writer.member("causes", DenialCause.allCases.filter { $0.code == code }.map(\.rawValue))
    }
  }

  fileprivate mutating func write(_ cause: DenialCause) {
    object { writer in
      writer.member("cause", cause.rawValue)
      writer.member("code", cause.code.rawValue)
      writer.member("title", cause.title)
      writer.member("meaning", cause.meaning)
      writer.members("evidence", cause.evidence) { writer, evidence in
        writer.object { writer in
          writer.member("path", evidence.path)
          writer.member("value", evidence.value)
        }
      }
      writer.members("confirmation", cause.confirmation) { $0.write($1) }
      writer.member("remedy", cause.remedy)
      writer.member("nonRemedy", cause.nonRemedy)
      writer.member("advice", cause.advice)
      writer.member("isCuredByBinding", cause.isCuredByBinding)
      writer.member("rows", Self.rows(with: .denial(cause)))
    }
  }

  fileprivate mutating func write(_ entryClass: EntryClass) {
    object { writer in
      writer.member("class", entryClass.rawValue)
      writer.member("meaning", entryClass.meaning)
      writer.member("advice", entryClass.advice)
      writer.member("rows", Self.rows(with: .other(entryClass)))
    }
  }

  private static func rows(with answer: Verdict.Answer) -> [String] {
    RuleRow.all.filter { $0.answers.contains(answer) }.map(\.name)
  }
}
