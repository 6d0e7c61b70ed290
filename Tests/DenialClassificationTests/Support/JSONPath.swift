@testable import AuditLog

/// A path such as `protoPayload.status.details[0].reason`; a key may stand in quotes.
struct JSONPath {
  enum Step: Equatable {
    case key(String)
    case index(Int)
  }

  struct BadPath: Error {}

  let steps: [Step]

  init(_ text: String) throws {
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let end = rest.firstIndex(of: "]"), let index = Int(rest.dropFirst()[..<end]) else {
          throw BadPath()
        }
        steps.append(.index(index))
        rest = rest[rest.index(after: end)...]
      } else if rest.first == "\"" {
        let key = rest.dropFirst().prefix { $0 != "\"" }
        steps.append(.key(String(key)))
        rest = rest.dropFirst(key.count + 2)
      } else {
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { throw BadPath() }
        steps.append(.key(String(key)))
        rest = rest.dropFirst(key.count)
      }
      if rest.first == "." { rest = rest.dropFirst() }
    }
    self.steps = steps
  }

  /// The value there; `nil` if there is none. A single object stands for a list of one, as exporters
  /// write it.
  func value(in root: JSONValue) -> JSONValue? {
    steps.reduce(root) { value, step in
      switch step {
      case .key(let key): value?[key]
      case .index(let index):
        value.flatMap { $0.elements.indices.contains(index) ? $0.elements[index] : nil }
      }
    }
  }

  /// A copy of a value of Foundation's JSON with another value here.
  func setting(_ value: Any, in container: Any?) -> Any {
    Self.setting(value, at: steps[...], in: container)
  }

  private static func setting(_ value: Any, at steps: ArraySlice<Step>, in container: Any?) -> Any {
    switch steps.first {
    case nil: return value
    case .key(let key):
      var object = container as? [String: Any] ?? [:]
      object[key] = setting(value, at: steps.dropFirst(), in: object[key])
      return object
    case .index(let index):
      var array = container as? [Any] ?? []
      while array.count <= index { array.append([String: Any]()) }
      array[index] = setting(value, at: steps.dropFirst(), in: array[index])
      return array
    }
  }
}
