import DenialClassification
import Testing

@testable import DenialRendering

/// The query of `denials-report sql`; what it says of entries is checked by SQLOracleTests.
struct SQLQueryTests {
  @Test func `every row of the decision table is compiled, or named as left out`() {
    let compiled = Set(CompiledRow.all.map(\.row))
    let leftOut = Set(CompiledRow.gaps.filter(\.isWhole).map(\.row))
    #expect(compiled.union(leftOut) == Set(RuleRow.all.map(\.name)))
    #expect(compiled.isDisjoint(with: leftOut))
    #expect(compiled.isSuperset(of: CompiledRow.gaps.filter { !$0.isWhole }.map(\.row)))
  }

  @Test func `compiled rows stand in the order of the table and answer nothing else`() throws {
    let names = RuleRow.all.map(\.name)
    var last = 0
    for row in CompiledRow.all {
      let place = try #require(names.firstIndex(of: row.row))
      #expect(place >= last, "\(row.row) stands too late")
      last = place
      #expect(RuleRow.all[place].answers.contains(row.answer), "\(row.row): \(row.answer)")
    }
  }

  @Test func `every answer of a compiled row can be given, but for those that are named`() {
    for row in RuleRow.all {
      let compiled = CompiledRow.all.filter { $0.row == row.name }.map(\.answer)
      if compiled.isEmpty { continue }
      #expect(Set(row.answers) == Set(compiled), "row \(row.name)")
    }
  }

  @Test func `the head of the query names every gap`() throws {
    let text = SQLQuery(table: try #require(SQLTable("p.d.t")), absentColumns: [.metadataJson]).text
    for gap in CompiledRow.gaps {
      #expect(text.contains("--   row \(gap.row)\(gap.isWhole ? "" : " (in part)"): \(gap.reason)"))
    }
    #expect(text.contains("--   whatever rests on metadataJson"))
    #expect(!text.contains("protopayload_auditlog.metadataJson"))
    #expect(text.contains("FROM `p.d.t`"))
    #expect(!text.contains("REGEXP"))
  }

  @Test func `strings cannot be left by a quote or a backslash`() {
    #expect(SQLText.literal(#"a'b\c"#) == #"'a\'b\\c'"#)
  }

  @Test(arguments: [
    ("api key", "api| |key"), ("limit: 0", "limit|:|| |0"), ("scope(s)", "scope|(|s|)|"),
  ])
  func `a phrase has bars where words end`(phrase: String, bounded: String) {
    #expect(SQLText.bounded(phrase: phrase) == bounded)
  }

  @Test(arguments: [
    "acme-logs.audit.cloudaudit_googleapis_com_data_access", "p.d.cloudaudit_googleapis_com_*",
    "example.com:acme-old.audit.t", "acme-logs.audit_2.t-1",
  ])
  func `names of tables are taken`(name: String) throws {
    #expect(try #require(SQLTable(name)).name == name)
  }

  @Test(arguments: [
    "", "t", "d.t", "..", "p..t", ".d.t", "p.d.", "p.d.*t", "p.d.t**", "p.d.t`", "p.d.t;--",
    "p.d.t\nDROP", "p.d.t WHERE 1=1", "p`.d.t", "p.d-d.t", "p.d'.t", "-p.d.t", "p.d.t\\", "p.d.té",
    "a:b:p.d.t", ":p.d.t", "a..b:p.d.t", "p.d.\u{661}", "p.d.t\u{0}", "p/x.d.t",
  ])
  func `other names are refused`(name: String) {
    #expect(SQLTable(name) == nil)
  }
}
