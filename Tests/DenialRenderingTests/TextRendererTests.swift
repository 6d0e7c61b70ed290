import DenialClassification
import Testing

@testable import DenialAggregation
@testable import DenialRendering

struct TextRendererTests {
  private func lines(_ report: Report, _ options: TextOptions = TextOptions()) -> [Substring] {
    TextRenderer(options: options).render(report).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `the first screen tells how many, why, who, and what to paste`() {
    let screen = lines(Sample.rich).prefix(24).joined(separator: "\n")
    for text in [
      "1,011 denials by 7 principals in 48,211 log entries", "1152  IAM rejection        829",
      "1153  throttling", "1100  quota or credential", "app@proj-a.iam.gserviceaccount.com",
      "702  missing role: aiplatform.endpoints.predict", "grant  roles/aiplatform.user on project",
      "gcloud projects add-iam-policy-binding proj-a \\", "--role=roles/aiplatform.user",
    ] {
      #expect(screen.contains(text), "\(text)")
    }
  }

  @Test(arguments: [1, 40, 59, 80, 120, 200, 999])
  func `every line but a command fits, and none ends in a space`(width: Int) {
    let options = TextOptions(width: width)
    #expect(TextOptions.widths.contains(options.width))
    for report in [Sample.rich, Sample.quiet, Sample.empty] {
      let commands = report.suggestions.flatMap {
        ShellCommand($0.gcloud)?.lines(room: options.width - TextRenderer.bodyIndent) ?? []
      }
      for line in lines(report, options) {
        let isCommand = commands.contains { $0.drop { $0 == " " } == line.drop { $0 == " " } }
        #expect(isCommand || columnCount(of: line) <= options.width, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test(arguments: Sample.hostileValues)
  func `nothing in a log reaches a terminal raw or floods it`(value: String) {
    for width in [40, 80, 200] {
      for isWellFormed in [true, false] {
        let report = Sample.hostile(value, isWellFormed: isWellFormed)
        let lines = lines(report, TextOptions(width: width))
        #expect(lines.count < 400)
        for line in lines {
          let concealed = line.unicodeScalars.filter(\.isConcealed)
          #expect(concealed.isEmpty)
          let isCommand = line.hasPrefix("         gcloud x") || line.hasPrefix("           --y=")
          #expect(isCommand || columnCount(of: line) <= width, "\(line)")
          #expect(!line.hasSuffix(" "))
          #expect(!line.hasPrefix("1. root@"))
        }
      }
    }
  }

  @Test func `a filtered report does not pass for a whole one`() throws {
    let head = lines(try Sample.filtered(), TextOptions(width: 200)).prefix(3)
    #expect(
      head == [
        "3 denials by 1 principal in 900 log entries, of which the filters left out 800",
        "2026-11-22, 10:00 to 10:59 UTC, asked since 2026-11-22 10:00 UTC, "
          + "asked until 2026-11-22 11:00 UTC, 1,204 files of other hours not opened, from 0 sources",
        "Only denials with principal app@* or bob, code 1152, cause missing-role",
      ])
    let whole = lines(Sample.rich, TextOptions(width: 200)).prefix(4).joined()
    #expect(!whole.contains("filters") && !whole.contains("Only") && !whole.contains("opened"))
  }

  @Test func `a command that a terminal must not get is left out, and the report says so`() {
    let text = lines(Sample.hostile("\u{1B}[31m", isWellFormed: true)).joined(separator: "\n")
    #expect(!text.contains("gcloud x"))
    #expect(text.contains("paste  the command has characters that no terminal should get"))
  }

  @Test func `colours say nothing that words do not`() {
    for report in [Sample.rich, Sample.quiet, Sample.empty] {
      let plain = TextRenderer(options: TextOptions(isColored: false)).render(report)
      let colored = TextRenderer(options: TextOptions(isColored: true)).render(report)
      let pieces = colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      let escapes = pieces.dropFirst()
      #expect(!plain.unicodeScalars.contains("\u{1B}"))
      #expect(!escapes.isEmpty)
      let stripped = escapes.reduce(into: String(pieces[0])) {
        $0 += $1.drop { $0 != "m" }.dropFirst()
      }
      #expect(stripped == plain)
    }
  }

  @Test func `the same report gives the same bytes, whatever the order of its dictionaries`() {
    var report = Sample.rich
    let text = TextRenderer().render(report)
    var reversed: [EntryClass: Int] = [:]
    for entryClass in EntryClass.allCases.reversed() {
      reversed[entryClass] = report.books.otherClasses[entryClass]
    }
    report.books.otherClasses = reversed
    #expect(TextRenderer().render(report) == text)
    #expect(TextRenderer().render(Sample.rich) == text)
  }

  @Test(arguments: [0, 2, 7, 100])
  func `no more principals are shown than asked for, and the rest is counted`(limit: Int) {
    let lines = lines(Sample.rich, TextOptions(principalLimit: limit))
    let headings = lines.filter { $0.first?.isNumber == true && $0.contains(". ") }
    #expect(headings.count == min(limit, 7))
    let rest = lines.filter { $0.contains("more principal") }
    #expect(rest.isEmpty == (limit >= 7))
    if limit == 2 {
      #expect(rest == ["5 more principals with 74 denials: --top 7 shows them, -o report.json has"])
    }
  }

  @Test func `the findings beyond the sixth are counted, unless everything is asked for`() {
    let findings = (1...9).map {
      Sample.finding("f\($0)", .unspecified, denials: 10, project: "proj-\($0)", advice: "a \($0).")
    }
    let report = Sample.report(of: [Sample.principal("a@example.com", findings: findings)])
    let some = lines(report).joined(separator: "\n")
    #expect(some.contains("in proj-6") && !some.contains("in proj-7"))
    #expect(some.contains("...  3 more findings with 30 denials: -o report.json has them"))
    let all = lines(report, TextOptions(principalLimit: nil)).joined(separator: "\n")
    #expect(all.contains("in proj-9") && !all.contains("more findings"))
  }
}
