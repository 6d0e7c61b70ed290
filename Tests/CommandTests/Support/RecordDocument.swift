import Foundation

/// What tests look at in a line of denial records.
struct RecordDocument: Decodable {
  var insertId: String
  var entryClass: String
  var source: String
  var line: Int
  var byteOffset: Int

  private enum CodingKeys: String, CodingKey {
    case insertId, source, line, byteOffset
    case entryClass = "class"
  }

  init(_ line: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(line.utf8))
  }
}
