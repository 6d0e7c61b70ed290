import AuditLog
import Foundation
import Testing

struct PubSubMessageTests {
  private static let line =
    #"{"insertId":"a","protoPayload":{"serviceName":"s"},"logName":"projects/p/logs/x"}"#

  private static func base64(_ text: String) -> String {
    Data(text.utf8).base64EncodedString()
  }

  private static let data = base64(line)

  @Test(arguments: [
    #"{"message":{"data":"\#(data)","messageId":"1","attributes":{"data":"x"}},"subscription":"s"}"#,
    #"{"ackId":"x","ackStatus":"SUCCESS","message":{"messageId":"1","data":"\#(data)"}}"#,
    #"{"data":"\#(data)","messageId":"1"}"#, #"{"message_id":"1","data":"\#(data)"}"#,
    #"{"message":{"data":"\#(data.replacing("/", with: #"\/"#))"}}"#,
    #"{"message":{"data":"\#(data.replacing("=", with: ""))"}}"#,
    #"{"message":{"data":"\#(base64("\u{feff}" + line + "\n"))"}}"#,
  ])
  func `the entry in a message is read`(message: String) throws {
    let entry = try entry(message)
    #expect(entry.insertID == "a" && entry.payload?.serviceName == "s")
    #expect(try !isPlainSuccess(message), "only its outline can tell, which a message has not")
  }

  private func isPlainSuccess(_ line: String) throws -> Bool {
    let bytes = Array(line.utf8)
    let span = bytes.span
    return try LineOutline(line: span).isPlainSuccess(in: span)
  }

  @Test(arguments: [
    #"{"protopayload_auditlog":{"serviceName":"s"},"insertId":"a"}"#,
    #"{"proto_payload":{"audit_log":{"service_name":"s"}},"insert_id":"a"}"#,
  ])
  func `a message may hold a row`(row: String) throws {
    let entry = try entry(#"{"message":{"data":"\#(Self.base64(row))"}}"#)
    #expect(entry.insertID == "a" && entry.payload?.serviceName == "s")
  }

  @Test(arguments: [
    ("*", LogEntryError.notBase64), ("Zg=", .notBase64),
    (base64("text"), .inMessage(.malformed(byteOffset: 1))),
    (base64("[]"), .inMessage(.notAnObject)), ("", .inMessage(.truncated(byteOffset: 0))),
    (base64(#"{"a":"#), .inMessage(.truncated(byteOffset: 5))),
  ])
  func `data that is no entry says so`(data: String, error: LogEntryError) {
    #expect(throws: error) { try entry(#"{"message":{"data":"\#(data)"}}"#) }
    #expect(throws: error) { try entry(#"{"data":"\#(data)","messageId":"1"}"#) }
  }

  @Test(arguments: [
    #"{"message":"text"}"#, #"{"message":{}}"#, #"{"message":{"data":7}}"#, #"{"data":"eyJ9"}"#,
    #"{"message":{"attributes":{}}}"#, #"{"messageId":"1"}"#, #"{"message":["data"]}"#,
  ])
  func `what is no message is an entry without a payload`(line: String) throws {
    #expect(try entry(line).payload == nil)
  }

  @Test func `an entry that also has a message is an entry`() throws {
    let line = #"{"protoPayload":{"serviceName":"s"},"message":{"data":"*"}}"#
    #expect(try entry(line).payload?.serviceName == "s")
  }

  @Test func `a message in a message is not looked for`() throws {
    let inner = #"{"message":{"data":"\#(Self.data)"}}"#
    #expect(try entry(#"{"message":{"data":"\#(Self.base64(inner))"}}"#).payload == nil)
  }

  @Test(arguments: ["receivedMessages", "entries"])
  func `an answer with many entries is no entry`(key: String) throws {
    let answer = #"{"nextPageToken":"x","\#(key)": [{"message":{"data":"\#(Self.data)"}}]}"#
    #expect(throws: LogEntryError.manyEntries(key: key)) { try entry(answer) }
    #expect(try entry(#"{"\#(key)":7}"#).payload == nil)
  }

  @Test(arguments: [
    (LogEntryError.notBase64, "a Pub/Sub message whose data is not base64"),
    (
      .inMessage(.malformed(byteOffset: 3)),
      "a Pub/Sub message whose data is no log entry: not valid JSON at byte 3"
    ),
    (
      .manyEntries(key: "entries"),
      "the answer of an API with many entries: pass it through jq -c '.entries[]'"
    ),
  ])
  func `an error says what to do`(error: LogEntryError, text: String) {
    #expect(error.description == text)
  }
}
