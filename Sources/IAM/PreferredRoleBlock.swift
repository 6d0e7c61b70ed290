/// A role in the text of a service's rules, with what stands below it.
///
/// The text is part of the program: what breaks its form is a mistake of the program.
struct PreferredRoleBlock {
  /// What stands between `|`; empty for the permissions without a role.
  let fields: [String]
  /// Without `roles/`.
  private(set) var includes: [Substring] = []
  private(set) var patterns: [Substring] = []

  private init(fields: [String]) { self.fields = fields }

  /// The blocks of `text`, in its order.
  static func all(in text: String) -> [PreferredRoleBlock] {
    var blocks: [PreferredRoleBlock] = []
    for line in lines(of: text) {
      if line.begins(with: "roles/") {
        blocks.append(PreferredRoleBlock(fields: line.parts(at: "|").map(trimmed)))
        continue
      }
      if line == "no role" {
        blocks.append(PreferredRoleBlock(fields: []))
        continue
      }
      precondition(!blocks.isEmpty, "no role above \(line)")
      if let includes = line.dropping(prefix: "> ") {
        blocks[blocks.count - 1].includes += includes.parts(at: " ")
      } else {
        blocks[blocks.count - 1].patterns += line.parts(at: " ")
      }
    }
    return blocks
  }

  /// The rows of the blocks that have a role.
  ///
  /// A role includes what its parts include; they stand above it.
  static func rows(of blocks: [PreferredRoleBlock]) -> [PreferredRole] {
    var rows: [PreferredRole] = []
    var includes: [Role: Set<Role>] = [:]
    for block in blocks where !block.fields.isEmpty {
      let role = role(named: block.fields[0])
      let parts = block.includes.map { Self.role(named: "roles/" + $0) }
      let all = parts.reduce(into: Set(parts)) { $0.formUnion(includes[$1] ?? []) }
      includes[role] = all
      rows.append(row(of: role, fields: block.fields, includes: all.sorted()))
    }
    return rows
  }

  /// The names that `pattern` lists: one for each way to take an alternative of every `{…,…}`.
  static func names(matching pattern: Substring) -> [String] {
    guard pattern.hasByte("{") else { return [String(pattern)] }
    let parts = pattern.parts(at: "{", maxSplits: 1)
    let tail = parts[1].parts(at: "}", maxSplits: 1)
    precondition(tail.count == 2, "no end of a list in \(pattern)")
    let endings = names(matching: tail[1])
    return tail[0].parts(at: ",").flatMap { word in endings.map { parts[0] + word + $0 } }
  }

  private static func row(of role: Role, fields: [String], includes: [Role]) -> PreferredRole {
    let last = fields[fields.count - 1]
    let beta = last.dropping(suffix: " BETA")
    guard fields.count >= 3, let size = Int(beta ?? last[...]) else {
      preconditionFailure("no title or size of \(role)")
    }
    return PreferredRole(
      role: role, titles: Array(fields[1..<(fields.count - 1)]), size: size,
      stage: beta != nil ? .beta : .generallyAvailable, includes: includes)
  }

  private static func role(named name: String) -> Role {
    guard let role = Role(name) else { preconditionFailure("no role to suggest: \(name)") }
    return role
  }

  /// Lines without the spaces around them; one that ends in a comma or bar goes on in the next.
  ///
  /// By bytes, as a report waits for it and walking over characters takes many times as long.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var start = ""
    for line in text.parts(at: "\n") {
      start += trimmed(line)
      let last = start.utf8.last
      if last != UInt8(ascii: ","), last != UInt8(ascii: "|") {
        lines.append(start)
        start = ""
      }
    }
    precondition(start.isEmpty, "the text ends in \(start)")
    return lines
  }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8.drop { $0 == UInt8(ascii: " ") }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
