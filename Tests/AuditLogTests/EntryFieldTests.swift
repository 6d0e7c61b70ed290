import Testing

@testable import AuditLog

struct EntryFieldTests {
  private static let slack = [UInt8](repeating: 0x22, count: 64)

  /// The field of a key in a container.
  private func field(_ name: String, in container: EntryField.Container) -> EntryField? {
    let bytes = Array(name.utf8) + Self.slack
    let range = ByteRange(start: 0, end: name.utf8.count)
    return EntryFieldTable.all.field(range, in: container, bytes.span)?.field
  }

  @Test(arguments: EntryField.allCases)
  func `a field is found by its name where it stands, and by no other`(field: EntryField) {
    let name = field.facts.name.description
    let container = field.facts.container
    #expect(self.field(name, in: container) == field)
    #expect(self.field(name + "x", in: container) == nil)
    #expect(self.field(String(name.dropLast()), in: container) == nil)
    #expect(self.field(String(name.reversed()), in: container) == nil)
  }

  @Test func `a name is one field in a container, and may be another elsewhere`() {
    #expect(field("labels", in: .entry) == .labels)
    #expect(field("labels", in: .resource) == .resourceLabels)
    #expect(field("labels", in: .status) == nil)
    #expect(field("", in: .entry) == nil)
    let places = Set(EntryField.allCases.map { "\($0.facts.container) \($0.facts.name)" })
    #expect(places.count == EntryField.allCases.count)
  }

  @Test func `a line is read by fields unless a key comes twice`() {
    let payload = #""protoPayload":{"status":{"code":7},"request":{"name":"n","name":1}}"#
    let once = Array(#"{"x":{"x":1,"x":2},"protoPayload":{"request":{"name":"n"}}}"#.utf8)
    for (line, isRead) in [(once, true), (Array("{\(payload)}".utf8), false)] {
      let bytes = line + [0x0a] + Self.slack + Self.slack
      guard let glance = LineGlance(bytes.span, from: 0) else {
        Issue.record("not seen: \(String(decoding: line, as: UTF8.self))")
        continue
      }
      let isMade = JSONTree(glance, in: bytes.span) != nil
      #expect(isMade == isRead)
    }
  }
}
