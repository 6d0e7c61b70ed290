/// Who makes the pieces of a large document: this module has no threads.
package struct PieceWork: Sendable {
  /// Makes the pieces with the numbers from 0 up to a count, and hands them on in order.
  package typealias Run =
    @Sendable (
      _ count: Int, _ make: @escaping @Sendable (Int) -> [UInt8], _ take: ([UInt8]) -> Void
    ) -> Void

  private let run: Run

  package init(_ run: @escaping Run) { self.run = run }

  /// One piece after another.
  package static let inTurn = PieceWork { count, make, take in
    for number in 0..<count { take(make(number)) }
  }

  /// Does something once for each number, and waits for all of it.
  func forEach(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    run(
      count,
      { number in
        body(number)
        return []
      }, { _ in })
  }

  func make(
    _ count: Int, _ make: @escaping @Sendable (Int) -> [UInt8], take: ([UInt8]) -> Void
  ) {
    run(count, make, take)
  }
}
