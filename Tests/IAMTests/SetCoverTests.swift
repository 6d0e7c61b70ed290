import Testing

@testable import IAM

struct SetCoverTests {
  @Test func `nothing is covered by nothing, and what no set has by none`() {
    #expect(SetCover.cheapest(elementCount: 0, []) == [])
    #expect(SetCover.cheapest(elementCount: 1, []) == nil)
    #expect(SetCover.cheapest(elementCount: 2, [.init(elements: [0], cost: 1)]) == nil)
  }

  @Test func `of sets that cost the same, the earlier one is taken`() {
    let set = SetCover.Candidate(elements: [0, 1], cost: 5)
    #expect(SetCover.cheapest(elementCount: 2, [set, set, set]) == [0])
  }

  @Test func `two cheap sets beat one dear one, and the other way round`() {
    let (left, right) = (
      SetCover.Candidate(elements: [0], cost: 4), SetCover.Candidate(elements: [1], cost: 4)
    )
    #expect(
      SetCover.cheapest(elementCount: 2, [left, right, .init(elements: [0, 1], cost: 9)]) == [0, 1])
    #expect(
      SetCover.cheapest(elementCount: 2, [left, right, .init(elements: [0, 1], cost: 7)]) == [2])
  }

  @Test func `no choice of sets is cheaper than the one that is found`() {
    var generator = SplitMix64(state: 1153)
    var wrong: [String] = []
    for _ in 0..<2_000 {
      let elementCount = Int.random(in: 1...6, using: &generator)
      let sets = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        SetCover.Candidate(
          elements: (0..<elementCount).filter { _ in Bool.random(using: &generator) },
          cost: Int.random(in: 1...12, using: &generator))
      }
      let least = Self.leastCost(elementCount: elementCount, sets)
      let found = SetCover.cheapest(elementCount: elementCount, sets)
      let isCover = found.map { Set($0.flatMap { sets[$0].elements }).count == elementCount }
      if found.map({ $0.reduce(0) { $0 + sets[$1].cost } }) != least || isCover == false {
        wrong.append("\(sets): \(found ?? [])")
      }
    }
    #expect(wrong.isEmpty)
  }

  /// The answer by trying all.
  private static func leastCost(elementCount: Int, _ sets: [SetCover.Candidate]) -> Int? {
    (0..<1 << sets.count).compactMap { choice in
      let taken = sets.indices.filter { choice & 1 << $0 != 0 }.map { sets[$0] }
      guard Set(taken.flatMap(\.elements)).count == elementCount else { return nil }
      return taken.reduce(0) { $0 + $1.cost }
    }.min()
  }

  @Test(arguments: [SetCover.exactElementLimit, SetCover.exactElementLimit + 1, 300])
  func `many elements are covered too, with nothing to spare`(elementCount: Int) throws {
    var generator = SplitMix64(state: 1100)
    let sets = (0..<2_000).map { _ in
      SetCover.Candidate(
        elements: Array((0..<elementCount).shuffled(using: &generator).prefix(5)).sorted(),
        cost: Int.random(in: 1...100, using: &generator))
    }
    let found = try #require(SetCover.cheapest(elementCount: elementCount, sets))
    #expect(Set(found.flatMap { sets[$0].elements }).count == elementCount)
    #expect(found.count <= elementCount)
    #expect(found == SetCover.cheapest(elementCount: elementCount, sets))
  }

  @Test func `more distinct sets than the table takes are covered greedily`() throws {
    let elementCount = 12
    let sets = (1..<1 << elementCount).filter { $0.nonzeroBitCount == 6 }.map { mask in
      SetCover.Candidate(elements: (0..<elementCount).filter { mask & 1 << $0 != 0 }, cost: 10)
    }
    #expect(sets.count > SetCover.exactSetLimit)
    let found = try #require(SetCover.cheapest(elementCount: elementCount, sets))
    #expect(Set(found.flatMap { sets[$0].elements }).count == elementCount)
  }
}
