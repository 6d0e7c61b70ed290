internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// More permissions than these are counted, not listed.
  private static let permissionLimit = 6
  /// Longer than any permission or role of Google (84 and about 140 characters): what is longer is
  /// neither, and may be cut.
  private static let nameColumns = 200

  /// What was denied and how often; where, when last and by whom in the same line or the next.
  func describe(
    _ finding: Finding, _ history: FindingHistory?, bars: String?, on page: inout TextPage
  ) {
    let room = page.width - Self.bodyIndent
    var what = Word.words(of: finding.cause.title, .code(finding.code))
    let subject = Self.subject(of: finding, room: room)
    if !subject.isEmpty {
      what[what.count - 1].text += ":"
      what += subject
    }
    let news = Self.circumstance(of: history).map { [[$0]] } ?? []
    var circumstances = Self.listed(news + Self.circumstances(of: finding, room: room))
    let bars = bars.map { [Word($0, .code(finding.code))] } ?? []
    let count = Word(grouped(finding.denials), .strong)
    if Self.width(of: what) + 2 + Self.width(of: circumstances + bars) <= room {
      if !circumstances.isEmpty { what[what.count - 1].text += "," }
      labelled(count, what + circumstances + bars, on: &page)
    } else {
      // Where they take no line of their own.
      if Self.width(of: what + bars) <= room { what += bars } else { circumstances += bars }
      labelled(count, what, on: &page)
      if !circumstances.isEmpty { labelled(Word(""), circumstances, on: &page) }
    }
    describe(history, of: finding, on: &page)
    details(of: finding, on: &page)
    if finding.suggestions.isEmpty, finding.details.perimeterViolations.isEmpty {
      let evidence = cutEnd(of: printable(finding.evidence.value), columns: 2 * room)
      labelled(Word("log", .secondary), Word.words(of: evidence, .secondary), on: &page)
    }
  }

  private static func width(of words: [Word]) -> Int {
    words.reduce(-1) { $0 + 1 + columnCount(of: $1.text) }
  }

  /// Words with a comma between any two parts.
  private static func listed(_ parts: [[Word]]) -> [Word] {
    var words: [Word] = []
    for (index, part) in parts.enumerated() {
      words += part
      if index < parts.count - 1 { words[words.count - 1].text += "," }
    }
    return words
  }

  /// The permissions, or else the method.
  private static func subject(of finding: Finding, room: Int) -> [Word] {
    var parts = finding.permissions.prefix(permissionLimit).map {
      [Word(cutMiddle(of: printable($0), columns: nameColumns), .strong)]
    }
    let hidden = finding.permissions.count - parts.count
    if hidden > 0 { parts.append([Word(counted(hidden, "more permission"))]) }
    if parts.isEmpty, let method = finding.methods.first {
      parts = [[Word(cutMiddle(of: printable(method.value), columns: room))]]
    }
    let note = Word.words(of: "(inferred from the method)", .warning)
    return listed(parts) + (finding.permissionsAreInferred ? note : [])
  }

  /// Where, when last, how sure, and by whom if the principal does not say.
  private static func circumstances(of finding: Finding, room: Int) -> [[Word]] {
    var place: [Word] = []
    if let service = finding.service {
      place.append(Word(cutMiddle(of: printable(service), columns: min(room, 60))))
    }
    if let project = finding.project {
      place.append(Word("in " + cutMiddle(of: printable(project), columns: min(room - 3, 60))))
    }
    let details: [Word?] = [
      finding.lastSeen.map { Word("last seen \(minute(of: $0))") },
      finding.lastGranted.map { Word("granted again, last \(minute(of: $0))", .grant) },
      finding.besideServicePerimeter == 0
        ? nil : Word(besidePerimeter(finding), .warning),
      finding.confidence == .high
        ? nil : Word("\(finding.confidence.rawValue) confidence", .warning),
      finding.caller?.ip.map { detail("from", $0, columns: min(room, 50)) },
      finding.caller?.oauthClientID.map { detail("client", $0, columns: min(room, 70)) },
      finding.caller?.userAgent.map { detail("agent", $0, columns: min(room, 70)) },
    ]
    return (place.isEmpty ? [] : [place]) + details.compactMap(\.self).map { [$0] }
  }

  private static func besidePerimeter(_ finding: Finding) -> String {
    let share =
      finding.besideServicePerimeter == finding.denials
      ? "" : " in \(grouped(finding.besideServicePerimeter))"
    return "likely a service perimeter\(share)"
  }

  private static func detail(_ label: String, _ value: String, columns: Int) -> Word {
    Word(cutMiddle(of: "\(label) \(printable(value))", columns: columns - 1))
  }

  // MARK: - Grants

  /// The role and where it goes in one line, what to know about it, and what to paste.
  func grant(_ suggestion: SuggestedBinding, isRepeated: Bool, on page: inout TextPage) {
    let room = page.width - Self.bodyIndent
    let role = cutMiddle(of: printable(Self.role(of: suggestion)), columns: Self.nameColumns)
    var words = [Word(role, .grant), Word("on")]
    words += Word.words(of: suggestion.target.noun)
    words.append(Word(cutMiddle(of: printable(suggestion.target.name), columns: room)))
    if isRepeated {
      labelled(Word("grant", .grant), words + Word.words(of: "(as above)"), on: &page)
      return
    }
    words += Self.titles(of: suggestion, after: words, room: room)
    labelled(Word("grant", .grant), words, on: &page)
    for warning in suggestion.warnings {
      labelled(Word("warning", .warning), Word.words(of: Self.brief(warning)), on: &page)
    }
    if let command = ShellCommand(suggestion.gcloud) {
      page.command(command, indent: Self.bodyIndent)
    } else {
      let text = "the command has characters that no terminal should get; -o report.json has it"
      labelled(Word("paste", .warning), Word.words(of: text), on: &page)
    }
    if !suggestion.alternatives.isEmpty {
      let roles = suggestion.alternatives.map(\.role).joined(separator: ", ")
      labelled(Word("or", .secondary), Word.words(of: Self.brief(roles), .secondary), on: &page)
    }
  }

  private static func role(of suggestion: SuggestedBinding) -> String {
    if let role = suggestion.role { return role }
    let permissions = suggestion.customRole?.permissions ?? suggestion.permissions
    return "a custom role with just \(counted(permissions.count, "permission"))"
  }

  /// What the Console calls the role, if there is room for it on the same line.
  private static func titles(
    of suggestion: SuggestedBinding, after words: [Word], room: Int
  ) -> [Word] {
    guard !suggestion.roleTitles.isEmpty else { return [] }
    let titles = "(\(suggestion.roleTitles.joined(separator: ", or ")))"
    let title = Word(titles, .secondary)
    return width(of: words + [title]) <= room ? [title] : []
  }
}
