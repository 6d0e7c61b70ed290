/// The cheapest sets that together have every one of some elements.
///
/// Exact for up to ``exactElementLimit`` elements: of the sets that have the same elements only the
/// cheapest counts, and none that has no more than a cheaper one; then a table over all sets of
/// elements, filled by what has the lowest element still missing. Greedy above: the set that costs
/// least for each element it adds, again and again.
enum SetCover {
  /// A set that may be taken.
  struct Candidate: Hashable, Sendable {
    /// Numbers of elements, from 0, each once.
    let elements: [Int]
    /// At least 1.
    let cost: Int
  }

  /// The most elements that are solved exactly; 2^14 places in the table.
  static let exactElementLimit = 14
  /// The most distinct sets that are solved exactly: 8 million steps, some 20 ms. Google's roles
  /// never come near, a made-up catalogue may.
  static let exactSetLimit = 512

  /// The places of the sets to take, in order; `nil` if an element is in none.
  ///
  /// Of covers that cost the same, the one whose sets stand earlier.
  static func cheapest(elementCount: Int, _ candidates: [Candidate]) -> [Int]? {
    var isHeld = [Bool](repeating: false, count: elementCount)
    for candidate in candidates { for element in candidate.elements { isHeld[element] = true } }
    guard isHeld.allSatisfy(\.self) else { return nil }
    if elementCount <= exactElementLimit {
      let sets = worthwhile(candidates, elementCount: elementCount)
      if sets.count <= exactSetLimit { return exact(sets, elementCount: elementCount) }
    }
    return greedy(candidates, elementCount: elementCount)
  }

  private struct MaskedSet {
    let mask: Int
    let cost: Int
    let index: Int
  }

  /// The cheapest set of each coverage, unless a cheaper one covers that and more.
  private static func worthwhile(_ candidates: [Candidate], elementCount: Int) -> [MaskedSet] {
    let maskCount = 1 << elementCount
    // The cheapest place for each coverage, then for each coverage or more.
    var best = [Int](repeating: -1, count: maskCount)
    func isBetter(_ left: Int, than right: Int) -> Bool {
      guard left >= 0, right >= 0 else { return left >= 0 }
      return (candidates[left].cost, left) < (candidates[right].cost, right)
    }
    for (index, candidate) in candidates.enumerated() {
      let mask = candidate.elements.reduce(0) { $0 | 1 << $1 }
      if isBetter(index, than: best[mask]) { best[mask] = index }
    }
    let own = best
    for element in 0..<elementCount {
      for mask in 0..<maskCount where mask & 1 << element == 0 {
        let wider = best[mask | 1 << element]
        if isBetter(wider, than: best[mask]) { best[mask] = wider }
      }
    }
    return (1..<maskCount).compactMap { mask in
      guard own[mask] >= 0, own[mask] == best[mask] else { return nil }
      return MaskedSet(mask: mask, cost: candidates[own[mask]].cost, index: own[mask])
    }.sorted { $0.index < $1.index }
  }

  private static func exact(_ sets: [MaskedSet], elementCount: Int) -> [Int]? {
    let all = 1 << elementCount - 1
    var costs = [Int](repeating: .max, count: all + 1)
    var lastSets = [Int](repeating: -1, count: all + 1)
    var before = [Int](repeating: 0, count: all + 1)
    costs[0] = 0
    for mask in 0..<all where costs[mask] < .max {
      let missing = ~mask & (mask + 1)
      for (place, set) in sets.enumerated() where set.mask & missing != 0 {
        let next = mask | set.mask
        if costs[mask] + set.cost < costs[next] {
          costs[next] = costs[mask] + set.cost
          lastSets[next] = place
          before[next] = mask
        }
      }
    }
    guard costs[all] < .max else { return nil }
    var taken: [Int] = []
    var mask = all
    while mask != 0 {
      taken.append(sets[lastSets[mask]].index)
      mask = before[mask]
    }
    return taken.sorted()
  }

  /// Adds the set that costs least an element, until nothing is missing.
  private static func greedy(_ candidates: [Candidate], elementCount: Int) -> [Int] {
    var holders = [[Int]](repeating: [], count: elementCount)
    for (index, candidate) in candidates.enumerated() {
      for element in candidate.elements { holders[element].append(index) }
    }
    var gains = candidates.map(\.elements.count)
    var isCovered = [Bool](repeating: false, count: elementCount)
    var missingCount = elementCount
    var taken: [Int] = []
    while missingCount > 0 {
      var best = -1
      for index in candidates.indices where gains[index] > 0 {
        // Multiplied out, as fractions would round.
        if best < 0
          || candidates[index].cost * gains[best] < candidates[best].cost * gains[index]
        {
          best = index
        }
      }
      taken.append(best)
      for element in candidates[best].elements where !isCovered[element] {
        isCovered[element] = true
        missingCount -= 1
        for holder in holders[element] { gains[holder] -= 1 }
      }
    }
    return taken.sorted()
  }
}
