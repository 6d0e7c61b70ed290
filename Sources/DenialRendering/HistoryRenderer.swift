internal import DenialAggregation

/// Writes what a history remembers for people at a terminal.
struct HistoryRenderer {
  let options: TextOptions

  /// A paragraph for each finding.
  func render(_ findings: [RememberedFinding]) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    let counts = [FindingState.new, .ongoing, .quiet].map { state in
      "\(grouped(findings.count { $0.state == state })) \(state.rawValue)"
    }
    let title = "\(counted(findings.count, "finding")): \(counts.joined(separator: ", "))"
    page.flow(Word.words(of: title, .strong))
    for finding in findings {
      let noted = NotedFinding(
        finding.description, state: finding.state, denials: finding.denials, lastSeen: nil)
      TextRenderer(options: options).line(of: noted, on: &page)
      let times = [finding.firstSeen, finding.lastSeen].compactMap(\.self).map(minute(of:))
      var lead = StyledText()
      lead.pad(to: TextRenderer.newsIndent)
      let text = "\(printable(finding.description.id)), \(times.joined(separator: " to "))"
      page.flow(Word.words(of: text, .secondary), lead: lead, indent: TextRenderer.newsIndent)
    }
    return page.text
  }

  /// A paragraph for each run.
  func render(_ runs: [RememberedRun]) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    page.flow(Word.words(of: counted(runs.count, "run"), .strong))
    for run in runs {
      let lead = StyledText("  \(minute(of: run.clock))  ")
      var parts = [
        "\(grouped(run.additions.counted)) counted", "\(grouped(run.additions.known)) known",
      ]
      if run.additions.moved > 0 { parts.append("\(grouped(run.additions.moved)) moved") }
      if run.additions.frozen > 0 { parts.append("\(grouped(run.additions.frozen)) too old") }
      let sources = counted(run.sourceCount, "source")
      parts.append(
        sources + (run.knownSourceCount > 0 ? " (\(grouped(run.knownSourceCount)) known)" : ""))
      if !run.isShown { parts.append("not delivered") }
      parts.append(cutEnd(of: printable(run.tool), columns: 60))
      page.flow(Word.words(of: parts.joined(separator: ", ")), lead: lead, indent: lead.width)
    }
    return page.text
  }
}

/// Writes what a history remembers for programs, version 1: an object with one list.
enum HistoryJSONRenderer {
  static func render(_ findings: [RememberedFinding]) -> [UInt8] {
    document("findings", findings) { writer, finding in
      let description = finding.description
      writer.member("id", description.id)
      writer.member("state", finding.state.rawValue)
      writer.member("code", description.code)
      writer.member("cause", description.cause)
      writer.member("principal", description.principal)
      writer.member("service", description.service.isEmpty ? nil : description.service)
      writer.member("project", description.project.isEmpty ? nil : description.project)
      writer.member("permissions", description.permissions)
      writer.member("denials", finding.denials)
      writer.member("firstSeen", finding.firstSeen)
      writer.member("lastSeen", finding.lastSeen)
      writer.member("firstShown", finding.firstShown)
    }
  }

  static func render(_ runs: [RememberedRun]) -> [UInt8] {
    document("runs", runs) { writer, run in
      writer.member("number", run.number)
      writer.member("clock", run.clock)
      writer.member("delivered", run.isShown)
      writer.member("tool", run.tool)
      writer.member("sources", run.sourceCount)
      writer.member("knownSources", run.knownSourceCount)
      writer.member("counted", run.additions.counted)
      writer.member("known", run.additions.known)
      writer.member("moved", run.additions.moved)
      writer.member("frozen", run.additions.frozen)
      writer.member("books", run.books)
    }
  }

  private static func document<Row>(
    _ name: String, _ rows: [Row], _ write: (inout JSONWriter, Row) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.member("historyVersion", 1)
      writer.members(name, rows) { writer, row in
        writer.object { write(&$0, row) }
      }
    }
    writer.endLine()
    return writer.bytes
  }
}
