import Testing

/// The sample logs of the repository, from bytes to report.
struct SampleLogTests {
  @Test(arguments: SampleLogs.names)
  func `the sample logs come out as their maker says`(name: String) throws {
    let answer = try SampleLogs.answer(for: name)
    let result = try Workspace().json(SampleLogs.path(name))
    #expect(result.status == 0)
    #expect(result.errors == "")
    let report = try result.report()
    #expect(report.books.lines == answer.entries)
    #expect(report.books.entries == answer.entries)
    #expect(report.books.denials == answer.denials)
    #expect(report.books.duplicates == answer.duplicates)
    #expect(report.books.merged == answer.merged)
    #expect(report.books.otherClasses.filter { $0.value > 0 } == answer.otherClasses)
    #expect(report.books.rejected.values.allSatisfy { $0 == 0 })
    report.expectBalance()
    try expectCauses(of: answer, in: report)
  }

  /// Expects that each code has the causes that were put in.
  private func expectCauses(of answer: SampleLogs.Answer, in report: ReportDocument) throws {
    #expect(report.codes.map(\.code) == [1152, 1153, 1100])
    for code in report.codes {
      let expected = try #require(answer.codes["\(code.code)"])
      let causes = code.causes.reduce(into: [:]) { $0[$1.cause] = $1.denials }
      #expect(causes == expected)
    }
  }

  @Test func `all of them together count what each counts`() throws {
    let names = SampleLogs.names
    let report = try Workspace().run(["-f", "json"] + names.map(SampleLogs.path)).report()
    let answers = try names.map(SampleLogs.answer)
    #expect(report.books.entries == answers.reduce(0) { $0 + $1.entries })
    // gcs-sink holds a part of all.jsonl.gz once more.
    let shared = try SampleLogs.answer(for: "gcs-sink")
    let denials = answers.reduce(0) { $0 + $1.denials }
    #expect(report.books.denials == denials - shared.denials)
    report.expectBalance()
  }

  @Test func `the text report leads with how many, by whom and when`() throws {
    let result = try Workspace().run([SampleLogs.path("all.jsonl.gz")])
    let answer = try SampleLogs.answer(for: "all.jsonl.gz")
    #expect(
      result.lines.first?.hasPrefix("\(answer.denials) denials by ") == true)
    #expect(result.lines.dropFirst().first?.hasPrefix("2026-11-20 00:05 to ") == true)
    #expect(result.text.contains("roles/aiplatform.user on project acme-shared-ai"))
    #expect(result.text.hasSuffix("made 2026-11-23 02:00 UTC\n"))
  }
}
