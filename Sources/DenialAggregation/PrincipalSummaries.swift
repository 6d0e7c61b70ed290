/// The principals of a report, each summary made when it is asked for.
///
/// A summary takes some kilobytes, and a log may name a hundred thousand principals. Whoever needs
/// one several times keeps it; to go through all of them, `for` is the fastest way.
public struct PrincipalSummaries: RandomAccessCollection, Sendable {
  private let source: Source

  private enum Source: Sendable {
    case material(ReportMaterial)
    case list([PrincipalSummary])
  }

  /// Summaries that are there already.
  package init(_ list: [PrincipalSummary]) {
    source = .list(list)
  }

  init(_ material: ReportMaterial) {
    source = .material(material)
  }

  /// Always 0.
  public var startIndex: Int { 0 }

  /// How many principals there are.
  public var endIndex: Int {
    switch source {
    case .material(let material): material.principals.count
    case .list(let list): list.count
    }
  }

  /// The summary of the principal at this place.
  public subscript(place: Int) -> PrincipalSummary {
    switch source {
    case .material(let material):
      var builder = SuggestionBuilder(material)
      return material.summary(at: place, &builder)
    case .list(let list): return list[place]
    }
  }

  /// The principal at this place, without its summary.
  func name(at place: Int) -> String {
    switch source {
    case .material(let material): material.identity(ofPrincipal: place).principalName
    case .list(let list): list[place].principal
    }
  }

  /// What the summaries are made from; `nil` if they are there already.
  var material: ReportMaterial? {
    switch source {
    case .material(let material): material
    case .list: nil
    }
  }

  /// How many denials all principals have together.
  package var denials: Int {
    switch source {
    case .material(let material): material.rows.count
    case .list(let list): list.reduce(0) { $0 + $1.denials }
    }
  }

  /// Goes through all principals.
  public func makeIterator() -> Iterator { Iterator(self, places: indices) }

  /// Goes through the principals at some places.
  package func forEach(in places: Range<Int>, _ body: (PrincipalSummary) -> Void) {
    var iterator = Iterator(self, places: places)
    while let summary = iterator.next() { body(summary) }
  }

  /// Makes one summary after another.
  public struct Iterator: IteratorProtocol {
    private let principals: PrincipalSummaries
    private var builder: SuggestionBuilder?
    private var places: Range<Int>

    fileprivate init(_ principals: PrincipalSummaries, places: Range<Int>) {
      self.principals = principals
      self.places = places
      if case .material(let material) = principals.source {
        // Who looks at all principals needs all suggestions.
        _ = material.index
        builder = SuggestionBuilder(material)
      }
    }

    /// The next summary; `nil` at the end.
    public mutating func next() -> PrincipalSummary? {
      guard let place = places.popFirst() else { return nil }
      guard case .material(let material) = principals.source,
        var builder = builder.take()
      else { return principals[place] }
      let summary = material.summary(at: place, &builder)
      self.builder = builder
      return summary
    }
  }
}

extension PrincipalSummaries: Hashable {
  /// Whether both have equal summaries in the same order.
  public static func == (left: PrincipalSummaries, right: PrincipalSummaries) -> Bool {
    left.elementsEqual(right)
  }

  /// Hashes the number of summaries; equal collections have as many.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
