package import DenialAggregation

/// A report's suggested bindings as a shell script for review: every command is commented out.
///
/// Comments have a blank behind their `#`, commands have none, so that one command of `sed` can
/// take the marks away. The script may run again: what is there already stays as it is.
package struct GcloudRenderer: Sendable {
  package init() {}

  /// The script: UTF-8, a line feed at its end.
  package func render(_ report: Report) -> String {
    var lines = heading(of: report)
    var seen: Set<String> = []
    for group in SuggestionGroup.groups(of: report) {
      lines += ["", "# === \(group.title) ==="]
      for suggestion in group.places.lazy.map({ report.suggestions[$0] }) {
        lines.append("")
        lines += suggestion.remarks(report.history?.suggestions[suggestion.id]).map { "# \($0)" }
        // Equal custom roles are made once.
        let commands = suggestion.scriptLines.filter { seen.insert($0).inserted }
        lines += commands.map(Self.commented)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading(of report: Report) -> [String] {
    let lead = ["#!/usr/bin/env bash"] + report.bindingsHeading.map { "# \($0)" }
    guard !report.suggestions.isEmpty else { return lead + ["set -euo pipefail"] }
    return lead + [
      "# \(counted(report.suggestions.count, "grant")). Nothing runs as it stands: read a grant, "
        + "then take the # away from its",
      #"# command. To take it away from all: sed -i 's/^#\([a-z]\)/\1/' FILE"#,
      "# A grant helps unless a deny policy, a principal access boundary or a condition forbids the call.",
      "set -euo pipefail",
    ]
  }

  /// The command behind a mark; words in its place if a terminal would not show it as it is.
  private static func commented(_ command: String) -> String {
    guard printable(command) == command, command.first?.isLowercase == true else {
      return "# (the command has characters that no script should get)"
    }
    return "#\(command)"
  }
}
