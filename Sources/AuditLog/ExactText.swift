/// Text that equals and orders by its bytes.
///
/// Swift's strings are equal when Unicode calls them canonically equivalent. Two spellings of `é`
/// would then be one key, and which of them a report shows would depend on who came first.
package struct ExactText: Hashable, Comparable, Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    ByteHash.areEqual(left.string.utf8.span, right.string.utf8.span)
  }

  package static func < (left: ExactText, right: ExactText) -> Bool {
    ByteHash.precedes(left.string.utf8.span, right.string.utf8.span)
  }

  /// Equal texts have equal hashes; those that are only equivalent do as well, which is rare.
  package func hash(into hasher: inout Hasher) {
    string.hash(into: &hasher)
  }
}
