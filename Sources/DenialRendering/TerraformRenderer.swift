package import DenialAggregation

/// A report's suggested bindings as a Terraform configuration, formatted as `terraform fmt` would.
///
/// Only `_iam_member` resources, which add to a policy and take nothing out of it; `terraform plan`
/// is the review.
package struct TerraformRenderer: Sendable {
  package init() {}

  /// The configuration: UTF-8, a line feed at its end.
  package func render(_ report: Report) -> String {
    let count = counted(report.suggestions.count, "grant")
    let plan = "\(count); terraform plan shows what they would add to."
    let heading = report.bindingsHeading + (report.suggestions.isEmpty ? [] : [plan])
    var paragraphs = [heading.map { "# \($0)" }.joined(separator: "\n")]
    var seen: Set<String> = []
    for group in SuggestionGroup.groups(of: report) {
      paragraphs.append("# === \(group.title) ===")
      for suggestion in group.places.lazy.map({ report.suggestions[$0] }) {
        // Equal custom roles, and accounts that are looked up, are declared once.
        let blocks = suggestion.terraformBlocks.filter { seen.insert($0).inserted }
        let remarks = suggestion.remarks(report.history?.suggestions[suggestion.id]).map {
          "# \($0)\n"
        }.joined()
        paragraphs.append(remarks + blocks.map(Self.shown).joined(separator: "\n\n"))
      }
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// The block; words in its place if an editor would not show it as it is.
  private static func shown(_ block: String) -> String {
    let isPlain = block.split(separator: "\n").allSatisfy { printable(String($0)) == $0 }
    return isPlain ? block : "# (the block has characters that no configuration should get)"
  }
}
