/// What somebody may have meant who wrote a word that is not known.
package enum NearestWord {
  /// The known words that the fewest slips of the finger make of an unknown one.
  ///
  /// - Parameters:
  ///   - word: From the command line.
  ///   - words: Those that are known.
  /// - Returns: At most three, in their order; none if it takes a slip in every third letter.
  package static func nearest(to word: String, among words: [String]) -> [String] {
    let typed = Array(word.utf8.prefix(byteLimit))
    guard typed.count > 1 else { return [] }
    let limit = max(1, typed.count / 3)
    let distances = words.map { (word: $0, distance: distance(typed, Array($0.utf8))) }
      .filter { $0.distance <= limit }
    guard let least = distances.map(\.distance).min() else { return [] }
    return distances.filter { $0.distance == least }.prefix(3).map(\.word)
  }

  /// Longer words are no slips.
  private static let byteLimit = 64

  /// How many letters must be added, left out, changed, or swapped with their neighbour.
  ///
  /// - Source: Damerau, 1964, in the restricted form: no letter is touched twice
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var next = [row + 1]
      for column in right.indices {
        let change = left[row] == right[column] ? 0 : 1
        var least = min(last[column] + change, last[column + 1] + 1, next[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, before[column - 1] + 1)
        }
        next.append(least)
      }
      (before, last) = (last, next)
    }
    return last.last ?? 0
  }
}
