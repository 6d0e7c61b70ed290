import Foundation

/// What tests look at in explanations as JSON; names as in docs/explain.schema.json.
struct ExplainDocument: Decodable {
  var explanations: [Explanation]
  var rejected: [Reject]
  var leftOut: [String: Int]

  struct Explanation: Decodable {
    var source: String
    var line: Int
    var byteOffset: Int
    var insertId: String
    var copyOf: Place?
    var verdict: Verdict
    var rowsBefore: [PassedRow]
    var principal: String
    var says: [Statement]
    var unknown: [Unknown]
    var suggestions: [ReportDocument.Suggestion]
    var advice: String?
    var confirmation: [Confirmation]
  }

  struct Place: Decodable {
    var source: String
    var line: Int
  }

  struct Verdict: Decodable {
    var `class`: String
    var code: Int?
    var cause: String?
    var row: String
  }

  struct PassedRow: Decodable {
    var row: String
    var obstacle: String
  }

  struct Statement: Decodable {
    var subject: String
    var value: String
    var path: String
  }

  struct Unknown: Decodable {
    var id: String
    var text: String
  }

  struct Confirmation: Decodable {
    var text: String
    var command: String?
  }

  struct Reject: Decodable {
    var line: Int
    var reason: String
  }
}
