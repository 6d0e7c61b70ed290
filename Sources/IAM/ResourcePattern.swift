/// The form of a resource's name, such as `projects/{project}/topics/{topic}`.
struct ResourcePattern: Hashable, Sendable {
  private let segments: [Segment]

  private enum Segment: Hashable, Sendable {
    case literal(Substring)
    case part(String)
    /// The last part, which may hold slashes.
    case rest(String)
  }

  /// `{name}` stands for one segment, `{name...}` for all that follow.
  init(_ text: String) {
    segments = text.parts(at: "/").map { segment in
      guard let name = segment.dropping(prefix: "{")?.dropping(suffix: "}") else {
        return .literal(segment)
      }
      return name.dropping(suffix: "...").map { .rest(String($0)) } ?? .part(String(name))
    }
  }

  /// How exact it is: a longer name is a narrower resource.
  var length: Int { segments.count }

  /// Whether the first segment is `collection`.
  func begins(with collection: Substring) -> Bool { segments.first == .literal(collection) }

  /// The names of the parts but for the project, in order.
  var partNames: [String] {
    segments.compactMap { segment in
      switch segment {
      case .literal, .part("project"): nil
      case .part(let name), .rest(let name): name
      }
    }
  }

  /// What stands in the place of each part; `nil` if the name is neither of these nor of what is
  /// inside of one.
  func parts(of name: [Substring]) -> [String: String]? {
    guard name.count >= segments.count else { return nil }
    var parts: [String: String] = [:]
    for (segment, text) in zip(segments, name) {
      switch segment {
      case .literal(let literal): if literal != text { return nil }
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
