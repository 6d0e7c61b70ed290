import Foundation

extension Packing {
  /// Shapes in which entries need not have a line each.
  static let shapes = arrays + objects + messages + rows

  private static let arrays = [
    Packing("an array on one line") { lines, _ in
      ([], Data("[\(lines.joined(separator: ","))]".utf8))
    },
    Packing("an array over many lines") { lines, _ in ([], Data(prettyArray(of: lines).utf8)) },
    Packing("an array that ends in CR LF") { lines, workspace in
      let text = prettyArray(of: lines).replacing("\n", with: "\r\n")
      return ([try workspace.file("a.json", "\u{feff}" + text)], Data())
    },
    Packing("an array with an entry a line") { lines, _ in
      ([], Data("[\n\(lines.joined(separator: ",\n"))\n]".utf8))
    },
    Packing("an array in gzip") { lines, workspace in
      ([try workspace.file("a.gz", GzipTool.member(prettyArray(of: lines)))], Data())
    },
    Packing("arrays one behind the other, each with a byte order mark") { lines, _ in
      let arrays = lines.chunks(of: 20).enumerated().map { index, chunk in
        index % 2 == 0 ? "[\(chunk.joined(separator: ","))]" : prettyArray(of: chunk)
      }
      return ([], Data(arrays.map { "\u{feff}\($0)" }.joined().utf8))
    },
    Packing("arrays in an array, some of them empty") { lines, _ in
      let arrays = lines.chunks(of: 30).map { "[\($0.joined(separator: ","))]" }
      return ([], Data("[[], \(arrays.joined(separator: ",")), [[]]]".utf8))
    },
    Packing("an array in gzip members that end anywhere") { lines, _ in
      let bytes = Array(prettyArray(of: lines).utf8)
      let members = try bytes.chunks(of: 7777).map { try GzipTool.member(Data($0)) }
      return ([], Data(members.joined()))
    },
  ]

  private static let objects = [
    Packing("objects over many lines") { lines, _ in
      ([], Data(lines.map { prettyText(of: $0) + "\n" }.joined().utf8))
    },
    Packing("objects over many lines without indentation") { lines, _ in
      ([], Data(lines.map { prettyText(of: $0, indent: "") + "\n\n" }.joined().utf8))
    },
    Packing("objects without anything between them") { lines, _ in
      ([], Data(lines.joined().utf8))
    },
    Packing("entries of which each line but the last ends in a comma") { lines, _ in
      ([], Data(lines.joined(separator: ",\n").utf8))
    },
  ]

  private static let messages = [
    Packing("bodies of Pub/Sub pushes") { lines, _ in
      let bodies = lines.map { line in
        let attributes = #"{"logging.googleapis.com/timestamp":"2026-11-22T10:00:00Z"}"#
        return #"{"message":{"attributes":\#(attributes),"data":"\#(base64(line))","#
          + #""messageId":"1"},"subscription":"projects/p/subscriptions/s"}"# + "\n"
      }
      return ([], Data(bodies.joined().utf8))
    },
    Packing("what a Pub/Sub pull prints") { lines, _ in
      let results = lines.map { #"{"ackId":"x","message":{"data":"\#(base64($0))"}}"# }
      return ([], Data(prettyArray(of: results).utf8))
    },
    Packing("Pub/Sub messages alone") { lines, _ in
      ([], Data(lines.map { #"{"data":"\#(base64($0))","messageId":"1"}"# + "\n" }.joined().utf8))
    },
  ]

  private static let rows = [
    Packing("rows of BigQuery") { lines, _ in
      ([], Data(try lines.map { try RowText.bigQuery($0) + "\n" }.joined().utf8))
    },
    Packing("rows of BigQuery as bq --format=prettyjson prints them") { lines, _ in
      ([], Data(prettyArray(of: try lines.map(RowText.bigQuery)).utf8))
    },
    Packing("rows of Log Analytics") { lines, _ in
      ([], Data(try lines.map { try RowText.logAnalytics($0) + "\n" }.joined().utf8))
    },
    Packing("rows of Log Analytics in messages") { lines, _ in
      let rows = try lines.map {
        #"{"message":{"data":"\#(base64(try RowText.logAnalytics($0)))"}}"#
      }
      return ([], Data(rows.map { $0 + "\n" }.joined().utf8))
    },
  ]

  private static func base64(_ line: String) -> String {
    Data(line.utf8).base64EncodedString()
  }
}
