internal import DenialAggregation

/// The suggested bindings of one project.
struct SuggestionGroup {
  /// `nil` for what belongs to no project, such as folders.
  let project: String?
  /// Their places in the report.
  private(set) var places: [Int]

  /// By project, and what belongs to none at the end; within a group what no earlier report has shown
  /// comes first, then all in the order of the report.
  static func groups(of report: Report) -> [SuggestionGroup] {
    let suggestions = report.suggestions
    var groups: [SuggestionGroup] = []
    var numbers: [String?: Int] = [:]
    let isKnown = suggestions.indices.map {
      report.history?.suggestions[suggestions.id(at: $0)]?.firstShown != nil
    }
    let places =
      suggestions.indices.filter { !isKnown[$0] } + suggestions.indices.filter { isKnown[$0] }
    for place in places {
      let project = suggestions.project(at: place)
      if let number = numbers[project] {
        groups[number].places.append(place)
      } else {
        numbers[project] = groups.count
        groups.append(SuggestionGroup(project: project, places: [place]))
      }
    }
    // A project's id is plain ASCII, and none is the same as another in any spelling.
    return groups.sorted { left, right in
      guard let leftName = left.project, let rightName = right.project else {
        return left.project != nil && right.project == nil
      }
      return leftName < rightName
    }
  }

  /// What stands above its suggestions.
  var title: String {
    project.map { "Project \(printable($0))" } ?? "Folders, organizations and billing accounts"
  }
}

extension Report {
  /// What files of suggested bindings begin with, a line each: by what and when they were made, and
  /// that there is none.
  var bindingsHeading: [String] {
    let version = cutEnd(of: printable(toolVersion), columns: 30)
    let made = cutEnd(of: printable(generatedAt), columns: 40)
    var lines = ["Suggested bindings for review, by denials-report \(version), \(made)."]
    if suggestions.isEmpty { lines.append("No binding would cure any of these denials.") }
    if holdsPseudonyms {
      lines.append(
        "Names are pseudonyms: nothing here works before the real ones are in their place.")
    }
    if let history {
      let new = history.suggestions.values.count { $0.firstShown == nil }
      lines.append("No earlier report has shown \(grouped(new)) of \(grouped(suggestions.count)).")
    }
    return lines
  }
}

extension SuggestedBinding {
  /// What a file says of the grant before it, a line each.
  ///
  /// - Parameter history: What other nights know of it, if there is a history.
  /// - Returns: Printable lines without their marks.
  func remarks(_ history: SuggestionHistory?) -> [String] {
    let role = role ?? "a custom role"
    let subject = "\(role) for \(member) on \(target.noun) \(target.name)"
    let cure = "cures \(counted(denials, "denial")): \(permissions.joined(separator: ", "))"
    // Of a predefined role that is bound where it was wanted, the first two lines say all.
    let reason = why.hasPrefix("\(role) has ") ? [] : [why]
    let news = history.map {
      $0.words.map { "shown \($0)" } ?? "new: no report has shown it before"
    }
    let lines =
      [subject, cure] + [news].compactMap(\.self) + reason + warnings.map { "warning: \($0)" }
    return lines.map(remark)
  }

  /// One line: what would end it is made visible, and what is too long is cut.
  private func remark(_ text: String) -> String { cutEnd(of: printable(text), columns: 500) }
}
