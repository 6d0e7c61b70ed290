/// One block of a Terraform configuration, written as `terraform fmt` would.
package struct TerraformBlock: Hashable, Sendable {
  package let kind: Kind
  /// Such as `google_project_iam_member`; from this module, so not escaped.
  package let type: String
  /// `[a-z_][a-z0-9_]*`
  package let label: String
  /// In order.
  package let arguments: [Argument]
  /// The blocks inside, in order.
  package let nested: [Nested]

  /// What the block declares.
  package enum Kind: String, Hashable, Sendable {
    case resource, data
  }

  /// One line, or a list of several.
  package struct Argument: Hashable, Sendable {
    package let name: String
    package let value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// A block without a label in another.
  package struct Nested: Hashable, Sendable {
    package let name: String
    package let arguments: [Argument]
  }

  /// The value of an argument.
  package enum Value: Hashable, Sendable {
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

  init(
    kind: Kind, type: String, label: String, arguments: [Argument], nested: [Nested] = []
  ) {
    self.kind = kind
    self.type = type
    self.label = label
    self.arguments = arguments
    self.nested = nested
  }

  /// The block without a line feed at its end.
  package var text: String {
    let blocks = nested.map { block in
      "\n  \(block.name) {\n\(Self.lines(of: block.arguments, indent: "    "))  }\n"
    }
    let head = "\(kind.rawValue) \"\(type)\" \"\(label)\" {\n"
    return head + Self.lines(of: arguments, indent: "  ") + blocks.joined() + "}"
  }

  /// The formatter aligns what fits on a line, and leaves a list that does not as it is.
  private static func lines(of arguments: [Argument], indent: String) -> String {
    let width = arguments.filter(\.value.isOneLine).map(\.name.utf8.count).max() ?? 0
    return arguments.map { argument in
      let missing = argument.value.isOneLine ? width - argument.name.utf8.count : 0
      let padding = String(repeating: " ", count: missing)
      return "\(indent)\(argument.name)\(padding) = \(text(of: argument.value))\n"
    }.joined()
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
    if text.utf8.allSatisfy(isPlain) { return "\"\(text)\"" }
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

  /// Whether a byte is a character that stands for itself: true of nearly all.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "$"), UInt8(ascii: "%"): false
    default: 0x20...0x7E ~= byte
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
