/// Arrays of which others write some elements, maybe at the same time.
extension JSONWriter {
  /// Where the elements of an array stand.
  package struct ElementPlace: Sendable {
    fileprivate let scope: Scope
  }

  /// The place of the elements of the array that is open and has none yet.
  package var elementPlace: ElementPlace {
    precondition(scope.container == .array && scope.isEmpty, "no empty array")
    return ElementPlace(scope: scope)
  }

  /// Writes some elements of an array of another writer, which ``append(elements:)`` puts there.
  package init(at place: ElementPlace, isFirst: Bool) {
    scope = place.scope
    scope.isEmpty = isFirst
    sink = nil
  }

  /// Writes the elements that come next in the array that is open.
  package mutating func append(elements: [UInt8]) {
    precondition(scope.container == .array, "outside of an array")
    guard !elements.isEmpty else { return }
    scope.isEmpty = false
    if let sink, elements.count >= Self.chunkBytes {
      flush()
      sink(elements)
    } else {
      bytes += elements
      if bytes.count >= Self.chunkBytes { flush() }
    }
  }
}
