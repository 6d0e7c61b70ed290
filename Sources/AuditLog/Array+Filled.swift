extension Array {
  /// The same as `Array(repeating:count:)`, which asks the runtime for a type each time: that takes
  /// five times as long as to make a short array.
  @inlinable
  package static func filled(with element: Element, count: Int) -> [Element] {
    var array: [Element] = []
    array.append(addingCapacity: count) { room in room.append(repeating: element, count: count) }
    return array
  }
}
