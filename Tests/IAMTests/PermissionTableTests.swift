import Testing

@testable import IAM

struct PermissionTableTests {
  /// What a table must answer, worked out entry by entry.
  private struct Reference {
    private(set) var entries: [(name: String, row: Int?)] = []

    mutating func insert(_ name: String, row: Int?) {
      if !entries.contains(where: { $0.name == name }) { entries.append((name, row)) }
    }

    func entry(for name: String) -> (name: String, row: Int?)? {
      let alike = entries.filter { $0.name.lowercased() == name.lowercased() }
      return alike.first { $0.name == name } ?? alike.first { $0.name == $0.name.lowercased() }
        ?? alike.first
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `names are found as in a list of them`(seed: UInt64) {
    var random = SplitMix64(state: seed)
    var table = PermissionTable()
    var reference = Reference()
    let names = (0..<300).map { _ in Self.name(&random) }
    for name in names {
      let row = Bool.random(using: &random) ? Int.random(in: 0..<9, using: &random) : nil
      table.insert(PermissionTable.Name(name), row: row)
      reference.insert(name, row: row)
    }
    #expect(table.all.map(\.name) == reference.entries.map(\.name))
    for name in names + (0..<300).map({ _ in Self.name(&random) }) {
      let (found, expected) = (table.entry(for: name), reference.entry(for: name))
      #expect(found?.row == expected?.row, "\(name)")
      #expect(found.map { table.name(of: $0, like: name) } == expected?.name, "\(name)")
    }
  }

  /// Short, so that many are alike but for their case.
  private static func name(_ random: inout SplitMix64) -> String {
    let letters = Array("abAB.")
    let count = Int.random(in: 0...4, using: &random)
    return String((0..<count).map { _ in letters[Int.random(in: 0..<5, using: &random)] })
  }
}
