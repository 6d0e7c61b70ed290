extension JSONText {
  /// What the text spells, in the line where it was found.
  package func string(in line: Span<UInt8>) -> String { JSONString.string(self, in: line) }
}
