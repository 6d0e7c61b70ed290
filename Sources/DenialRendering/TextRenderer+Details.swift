internal import DenialAggregation
internal import DenialClassification

extension TextRenderer {
  /// More ways across a perimeter, or quotas, than these are counted, not shown.
  private static let detailLimit = 2
  /// Longer than the name of any project, perimeter, metric or model: what is longer may be cut.
  private static let valueColumns = 90

  /// What a finding's denials say of perimeters, quotas and credentials: a paragraph each.
  func details(of finding: Finding, on page: inout TextPage) {
    for line in Self.details(of: finding, room: page.width - Self.bodyIndent) {
      labelled(line.label, line.words, on: &page)
    }
  }

  /// The same as lines with their labels, of three times as many columns at most.
  static func details(of finding: Finding, room: Int) -> [(label: Word, words: [Word])] {
    let details = finding.details
    var lines = details.perimeterViolations.prefix(detailLimit).map { violation in
      (
        label: Word(violation.direction ?? "vpc-sc", .strong),
        words: words(of: violation, in: finding, room: room)
      )
    }
    lines += details.quotas.prefix(detailLimit).filter { !$0.saysNothing }.map { quota in
      (Word("quota", .strong), words(of: quota, in: finding, room: room))
    }
    let hidden =
      max(0, details.perimeterViolations.count - detailLimit)
      + max(0, details.quotas.count - detailLimit)
      + details.perimeterViolationsLeftOut + details.quotasLeftOut
    if hidden > 0 {
      let noun = details.quotas.isEmpty ? "way across a perimeter" : "quota"
      let nouns = details.quotas.isEmpty ? "ways across a perimeter" : "quotas"
      let text = "\(counted(hidden, "more " + noun, "more " + nouns)): -o report.json"
      lines.append((Word("..."), Word.words(of: text, .secondary)))
    }
    // The cause itself says that a key has expired.
    let states = details.credentialStates.filter { $0.state != .keyExpired }.map { count in
      let isAll = count.denials == finding.denials
      return count.state.meaning + (isAll ? "" : " (\(grouped(count.denials)))")
    }
    if !states.isEmpty {
      lines.append((Word("state", .strong), Word.words(of: states.joined(separator: "; "))))
    }
    return lines
  }

  // MARK: - Perimeters

  /// Where to, from where, which perimeter and why, and what to do next.
  private static func words(
    of violation: PerimeterViolation, in finding: Finding, room: Int
  ) -> [Word] {
    var parts: [String] = []
    if let target = violation.target { parts.append("to \(value(target))") }
    if let source = violation.source {
      parts.append("from \(value(source))")
    } else if violation.direction == "ingress" {
      parts.append("from outside")
    }
    if let perimeter = violation.perimeter { parts.append(place(of: perimeter)) }
    if violation.isDryRun { parts.append("dry run") }
    var text = parts.joined(separator: ", ")
    if let reason = violation.reason {
      text += text.isEmpty ? "" : ": "
      text += violation.meaning ?? value(reason)
    }
    if violation.denials != finding.denials { text += " (\(grouped(violation.denials)))" }
    let next = cutEnd(of: next(after: violation), columns: 2 * room)
    return Word.words(of: cutEnd(of: text, columns: 2 * room))
      + Word.words(of: "[\(next)]", .secondary)
  }

  private static func next(after violation: PerimeterViolation) -> String {
    let id = violation.uniqueIDs.first.map { "unique id \(value($0))" }
    let rule = violation.remedy.map {
      $0.yaml == nil ? "command in -o report.json" : "rule in -o report.json"
    }
    let obstacle = violation.obstacle.map { "no rule: \($0)" }
    return [id, rule, obstacle].compactMap(\.self).joined(separator: "; ")
  }

  /// The short name of a perimeter, or the name as it is.
  private static func place(of perimeter: String) -> String {
    let parts = perimeter.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.count == 4 ? String(parts[3]) : perimeter
    return "perimeter \(value(name))"
  }

  private static func value(_ text: String) -> String {
    cutMiddle(of: printable(text), columns: valueColumns)
  }

  // MARK: - Quotas

  /// How much of what, where, and how fast the refusals came.
  private static func words(of quota: QuotaUse, in finding: Finding, room: Int) -> [Word] {
    var parts: [String] = []
    switch quota.kind {
    case .named: parts.append(name(of: quota))
    case .unnamed: parts.append("one that the log does not name")
    case .sharedCapacity: parts.append("none of the project: capacity that all share")
    }
    if quota.denials != finding.denials { parts[0] += " (\(grouped(quota.denials)))" }
    if let limit = limit(of: quota) { parts.append(limit) }
    if let model = quota.model { parts.append("model \(value(model))") }
    if let location = quota.location { parts.append(value(location)) }
    parts += quota.dimensions.map { "\(value($0.name)) \(value($0.value))" }
    var text = parts.joined(separator: ", ")
    if let peak = quota.peakPerMinute, peak.denials > 1 {
      let time = minute(of: peak.minute)
      text += "; peak \(grouped(peak.denials)) refused in a minute (\(time)), plus what got through"
    }
    return Word.words(of: cutEnd(of: text, columns: 3 * room))
  }

  private static func name(of quota: QuotaUse) -> String {
    let name = value(quota.metric ?? quota.limitName ?? "")
    // The service is named in the line above.
    let short = quota.metric.flatMap { $0.split(separator: "/").last }.map(String.init)
    return quota.metric?.contains(".googleapis.com/") == true ? value(short ?? name) : name
  }

  private static func limit(of quota: QuotaUse) -> String? {
    let period = quota.period.map { "per \($0)" }
    guard let limit = quota.limitValue else {
      // Most names say it.
      return quota.period.flatMap { name(of: quota).lowercased().contains($0) ? nil : period }
    }
    return ["limit \(value(limit))", period].compactMap(\.self).joined(separator: " ")
  }
}

extension QuotaUse {
  /// Whether there is nothing to show that the finding itself does not say.
  fileprivate var saysNothing: Bool {
    kind != .named && model == nil && location == nil && limitValue == nil && dimensions.isEmpty
      && (peakPerMinute?.denials ?? 0) < 2
  }
}
