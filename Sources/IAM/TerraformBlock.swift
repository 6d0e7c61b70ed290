/// One block of a Terraform configuration, written as `terraform fmt` would.
struct TerraformBlock {
  /// Such as `resource "google_project_iam_member"`; from this module, so not escaped.
  let head: String
  /// `[a-z_][a-z0-9_]*`
  let label: String
  /// In order.
  var arguments: [(name: String, value: Value)] = []

  /// The value of an argument.
  enum Value {
    case string(String)
    /// A reference such as `google_project_iam_custom_role.x.id`, taken as it is.
    case reference(String)
    /// One string a line.
    case list([String])

    var isOneLine: Bool {
      switch self {
      case .string, .reference: true
      case .list: false
      }
    }
  }

  /// The block without a line feed at its end.
  var text: String {
    // The formatter aligns what fits on a line, and leaves a list that does not as it is.
    let width = arguments.filter(\.value.isOneLine).map(\.name.utf8.count).max() ?? 0
    let lines = arguments.map { argument in
      let missing = argument.value.isOneLine ? width - argument.name.utf8.count : 0
      let padding = String(repeating: " ", count: missing)
      return "  \(argument.name)\(padding) = \(Self.text(of: argument.value))\n"
    }
    return "\(head) \"\(label)\" {\n\(lines.joined())}"
  }

  private static func text(of value: Value) -> String {
    switch value {
    case .string(let text): quoted(text)
    case .reference(let text): text
    case .list(let items): "[\n\(items.map { "    \(quoted($0)),\n" }.joined())  ]"
    }
  }

  /// A string literal in HCL that means `text`: no quote closes it, and no template starts in it.
  ///
  /// - Source: https://developer.hashicorp.com/terraform/language/expressions/strings
  static func quoted(_ text: String) -> String {
    var result = "\""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": result += #"\\"#
      case "\"": result += #"\""#
      case "\n": result += #"\n"#
      case "\r": result += #"\r"#
      case "\t": result += #"\t"#
      case "$" where rest.first == "{": result += "$$"
      case "%" where rest.first == "{": result += "%%"
      case _ where scalar.properties.generalCategory == .control: result += escaped(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
