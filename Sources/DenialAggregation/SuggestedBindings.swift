import IAM

/// The suggested bindings of a report, each made when it is asked for.
///
/// A binding with its words takes some kilobytes, and a log may call for a hundred thousand. The first
/// use finds out which there are; after that each is made in the same short time.
public struct SuggestedBindings: RandomAccessCollection, Sendable {
  private let source: Source

  private enum Source: Sendable {
    case material(ReportMaterial)
    case list([SuggestedBinding])
  }

  /// Suggestions that are there already.
  package init(_ list: [SuggestedBinding]) {
    source = .list(list)
  }

  init(_ material: ReportMaterial) {
    source = .material(material)
  }

  /// Always 0.
  public var startIndex: Int { 0 }

  /// How many suggestions there are.
  public var endIndex: Int {
    switch source {
    case .material(let material): material.index.order.count
    case .list(let list): list.count
    }
  }

  /// The suggestion at this place.
  public subscript(place: Int) -> SuggestedBinding {
    switch source {
    case .material(let material):
      let index = material.index
      let draft = index.drafts[Int(index.order[place])]
      guard
        let suggestion = SuggestedBinding(draft, material.terms, suspects: index.suspects)
      else { preconditionFailure("a binding without words") }
      return suggestion
    case .list(let list): return list[place]
    }
  }

  /// Finds out which suggestions there are, maybe on several threads.
  ///
  /// - Parameter run: Calls its argument with each number from 0 up to a count, on any threads, and
  ///   waits for all calls.
  package func prepare(by run: (Int, @escaping @Sendable (Int) -> Void) -> Void) {
    if case .material(let material) = source { material.makeIndex(by: run) }
  }

  /// The id of the suggestion at this place, without its words.
  package func id(at place: Int) -> String {
    switch source {
    case .material(let material):
      let index = material.index
      return index.drafts[Int(index.order[place])].id
    case .list(let list): return list[place].id
    }
  }

  /// The project that owns the target of the suggestion at this place.
  package func project(at place: Int) -> String? {
    switch source {
    case .material(let material):
      let index = material.index
      return index.drafts[Int(index.order[place])].binding.target.project?.name
    case .list(let list): return list[place].project
    }
  }
}

extension SuggestedBindings: Hashable {
  /// Whether both have equal suggestions in the same order.
  public static func == (left: SuggestedBindings, right: SuggestedBindings) -> Bool {
    left.elementsEqual(right)
  }

  /// Hashes the number of suggestions; equal collections have as many.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
