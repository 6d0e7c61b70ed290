/// The form of a resource's name, such as `projects/{project}/topics/{topic}`.
struct ResourcePattern: Hashable, Sendable {
  private let segments: [Segment]
  /// The names of the parts but for the project, in order.
  let partNames: [String]

  private enum Segment: Hashable, Sendable {
    case literal(Substring)
    case part(String)
    /// The last part, which may hold slashes.
    case rest(String)
  }

  /// `{name}` stands for one segment, `{name...}` for all that follow.
  init(_ text: String) {
    let segments = text.parts(at: "/").map { segment -> Segment in
      guard let name = segment.dropping(prefix: "{")?.dropping(suffix: "}") else {
        return .literal(segment)
      }
      return name.dropping(suffix: "...").map { .rest(String($0)) } ?? .part(String(name))
    }
    partNames = segments.compactMap { segment in
      switch segment {
      case .literal, .part("project"): nil
      case .part(let name), .rest(let name): name
      }
    }
    self.segments = segments
  }

  /// How exact it is: a longer name is a narrower resource.
  var length: Int { segments.count }

  /// Whether the first segment is `collection`.
  func begins(with collection: Substring) -> Bool { segments.first == .literal(collection) }

  /// What stands in the place of each part; `nil` if the name is neither of these nor of what is
  /// inside of one.
  func parts(of name: [Substring]) -> [String: String]? {
    guard name.count >= segments.count else { return nil }
    // Most names are of another form.
    for (segment, text) in zip(segments, name) {
      if case .literal(let literal) = segment, literal != text { return nil }
    }
    var parts: [String: String] = [:]
    for (segment, text) in zip(segments, name) {
      switch segment {
      case .literal: break
      case .part(let part): parts[part] = String(text)
      case .rest(let part):
        let rest = name[(segments.count - 1)...].joined(separator: "/")
        parts[part] = String(rest.dropping(suffix: "/") ?? rest[...])
      }
    }
    return parts
  }

  /// The name with `value` in the place of each part.
  func name(_ value: (String) -> String) -> String {
    segments.map { segment in
      switch segment {
      case .literal(let text): String(text)
      case .part(let name), .rest(let name): value(name)
      }
    }.joined(separator: "/")
  }
}
