internal import AuditLog
package import DenialAggregation
internal import DenialClassification

/// Writes a story for people at a terminal.
package struct StoryRenderer: Sendable {
  private let options: TextOptions
  /// How many values a list shows.
  private static let listLimit = 10

  package init(options: TextOptions = TextOptions()) {
    self.options = options
  }

  /// Who, when, from where and what; then each burst; a line feed at the end.
  package func render(_ story: Story) -> String {
    var page = TextPage(width: options.width, isColored: options.isColored)
    page.flow([Word(printable(story.principal), .strong)])
    if let member = story.member, member != story.principal {
      page.flow([Word(printable(member), .secondary)])
    }
    page.blankLine()
    let bursts = counted(story.bursts.count, "burst")
    let times = [story.bursts.first?.start, story.bursts.compactMap(\.end).last]
      .compactMap(\.self).map { Self.second(of: $0) }
    let when = times.isEmpty ? "" : ", \(times.joined(separator: " to ")) UTC"
    page.flow(Word.words(of: "\(counted(story.denials, "denial")) in \(bursts)\(when)", .strong))
    causes(of: story, on: &page)
    page.blankLine()
    list("from", story.callerIPs, on: &page)
    list("agent", story.userAgents, on: &page)
    list("key", story.keys, on: &page)
    list("through", story.delegations, on: &page)
    list(
      "refused", story.permissions, isInOrder: true,
      notes: story.allowed?.grantedSince.mapValues { "[granted since \(Self.second(of: $0))]" }
        ?? [:],
      on: &page)
    if let allowed = story.allowed { list("allowed", allowed.permissions, on: &page) }
    signals(of: story, on: &page)
    for (index, burst) in story.bursts.enumerated() { show(burst, number: index + 1, on: &page) }
    if story.denialsLeftOut > 0 {
      page.blankLine()
      let text =
        "\(counted(story.denialsLeftOut, "more denial")) left out: a story tells "
        + "\(grouped(StoryNotes.denialLimit)); narrow the time with --since and --until"
      page.flow(Word.words(of: text, .warning))
    }
    return page.text
  }

  /// Why there is no story: nobody fits, or several do.
  ///
  /// - Parameters:
  ///   - pattern: What was asked for.
  ///   - principals: Who fits.
  /// - Returns: One line, safe to print.
  package static func noStory(of pattern: String, among principals: [String]) -> String {
    let asked = cutEnd(of: printable(pattern), columns: 100)
    if principals.isEmpty { return "nobody who fits \(asked) was refused anything" }
    let names = principals.prefix(5).map { cutEnd(of: printable($0), columns: 100) }
    let more = principals.count > 5 ? " and \(principals.count - 5) more" : ""
    return "\(principals.count) principals fit \(asked): \(names.joined(separator: ", "))\(more); "
      + "a story is of one"
  }

  /// What to look at first, with what shows it.
  private func signals(of story: Story, on page: inout TextPage) {
    guard !story.signals.isEmpty else { return }
    page.blankLine()
    page.flow(Word.words(of: "Signals: hints to look into, no verdicts", .strong))
    for signal in story.signals {
      let time = signal.time.map { ", \(Self.second(of: $0))" } ?? ""
      let text = cutEnd(of: printable(signal.text), columns: 500)
      let ids = signal.insertIDs.map { cutEnd(of: printable($0), columns: 60) }
      let evidence = ids.isEmpty ? "" : " [insertId \(ids.joined(separator: ", "))]"
      let lead = StyledText("  \(signal.kind.rawValue): ", .warning)
      page.flow(Word.words(of: text + time + evidence), lead: lead, indent: 4)
    }
  }

  private func causes(of story: Story, on page: inout TextPage) {
    for code in DenialCode.allCases {
      let parts = story.causes.filter { $0.cause.code == code }
        .map { "\($0.cause.title) \(grouped($0.denials))" }
      guard !parts.isEmpty else { continue }
      var lead = StyledText("\(code.rawValue)", .code(code))
      lead.append("  ")
      page.flow(Word.words(of: parts.joined(separator: ", ")), lead: lead, indent: lead.width)
    }
  }

  /// A line a value, with how often it was seen, and when first.
  private func list(
    _ label: String, _ sightings: [Story.Sighting], isInOrder: Bool = false,
    notes: [String: String] = [:], on page: inout TextPage
  ) {
    for (index, sighting) in sightings.prefix(Self.listLimit).enumerated() {
      let room = page.width - Self.indent - 30
      var text = "\(cutMiddle(of: printable(sighting.value), columns: max(room, 20))) "
      text += "(\(grouped(sighting.count)))"
      if let time = sighting.firstSeen, isInOrder || sightings.count > 1 {
        text += ", first \(Self.second(of: time))"
      }
      let note = notes[sighting.value].map { Word.words(of: $0, .grant) } ?? []
      item(index == 0 ? label : "", Word.words(of: text) + note, on: &page)
    }
    let more = sightings.count - Self.listLimit
    if more > 0 { item("", Word.words(of: "and \(grouped(more)) more", .secondary), on: &page) }
  }

  private func show(_ burst: Story.Burst, number: Int, on page: inout TextPage) {
    page.blankLine()
    let denials = counted(burst.denials, "denial")
    var text = "Burst \(number): \(denials)"
    if let start = burst.start, let end = burst.end {
      text +=
        start == end
        ? " at \(Self.second(of: start))"
        : " from \(Self.second(of: start)) to \(Self.time(of: end, after: start))"
    } else {
      text = "Without a time: \(denials)"
    }
    page.flow(Word.words(of: text, .strong))
    var last: Story.Step?
    for step in burst.steps {
      show(step, after: last, in: burst, on: &page)
      last = step
    }
  }

  private func show(
    _ step: Story.Step, after last: Story.Step?, in burst: Story.Burst, on page: inout TextPage
  ) {
    let denial = step.first.denial
    let label = step.start.map { Self.time(of: $0, after: burst.start ?? $0) } ?? ""
    var words = Word.words(of: denial.cause.title, .code(denial.cause.code))
    let things = denial.permissions.isEmpty ? [denial.method] : denial.permissions
    words[words.count - 1].text += ":"
    for (index, thing) in things.prefix(Self.listLimit).enumerated() {
      let isNew = step.newPermissions.contains(thing)
      words.append(Word(printable(thing) + (isNew ? " (new)" : ""), isNew ? .strong : .plain))
      if index < min(things.count, Self.listLimit) - 1 { words[words.count - 1].text += "," }
    }
    let more = things.count - Self.listLimit
    if more > 0 { words.append(Word("and \(grouped(more)) more")) }
    if step.denials > 1 {
      let end = step.end.map { " until \(Self.time(of: $0, after: step.start ?? $0))" } ?? ""
      words += Word.words(of: "\(grouped(step.denials)) times\(end)", .strong)
    }
    item(label, words, on: &page)
    let rest = circumstances(of: step, after: last, room: page.width - Self.indent)
    item("", Word.words(of: rest, .secondary), on: &page)
  }

  /// Where and by what; what is as in the step before is not told again.
  private func circumstances(of step: Story.Step, after last: Story.Step?, room: Int) -> String {
    let denial = step.first.denial
    let before = last?.first.denial
    var parts: [String] = []
    if let resource = step.resources.first {
      let others = step.resources.count - 1
      let more =
        step.otherResources > 0
        ? " and \(others) more or other" : others > 0 ? " and \(others) more" : ""
      parts.append("on \(cutMiddle(of: printable(resource), columns: max(room - 4, 16)))\(more)")
    }
    if denial.callerIP != before?.callerIP, !denial.callerIP.isEmpty {
      parts.append("from \(cutEnd(of: printable(denial.callerIP), columns: 50))")
    }
    if denial.userAgent != before?.userAgent, !denial.userAgent.isEmpty {
      parts.append("agent \(cutEnd(of: printable(denial.userAgent), columns: 70))")
    }
    if denial.key != before?.key, !denial.key.isEmpty {
      parts.append("key \(cutMiddle(of: printable(denial.key), columns: 70))")
    }
    if denial.delegation != before?.delegation ?? [], !denial.delegation.isEmpty {
      let chain = denial.delegation.joined(separator: " → ")
      parts.append("through \(cutMiddle(of: printable(chain), columns: 120))")
    }
    let ids =
      step.insertIDs.first.map { "insertId \(cutEnd(of: printable($0), columns: 60)), " } ?? ""
    let source = cutMiddle(of: printable(step.first.source), columns: 60)
    parts.append("\(ids)\(source):\(step.first.lineNumber)")
    return parts.joined(separator: ", ")
  }

  private static let indent = 12

  private func item(_ label: String, _ words: [Word], on page: inout TextPage) {
    var lead = StyledText()
    lead.pad(to: max(Self.indent - 2 - columnCount(of: label), 0))
    lead.append(label, .secondary)
    lead.pad(to: Self.indent)
    page.flow(words, lead: lead, indent: Self.indent)
  }

  /// Such as `2026-11-22 10:41:05`.
  private static func second(of time: Timestamp) -> String {
    let text = time.description
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
  }

  /// The same without the day, if that is the day of `start`.
  private static func time(of time: Timestamp, after start: Timestamp) -> String {
    let text = second(of: time)
    return text.prefix(10) == second(of: start).prefix(10) ? String(text.dropFirst(11)) : text
  }
}
