/// A resource's name, split: `projects/P/locations/L/…`, or `//SERVICE/projects/P/…` in full.
///
/// - Source: https://cloud.google.com/apis/design/resource_names
package struct ResourceName: Hashable, Sendable {
  /// The service of a full name, such as `storage.googleapis.com`; `nil` without one.
  package var service: String? {
    text.begins(with: "//") ? String(text[...].utf8Slice(2, text.utf8.count).before("/")) : nil
  }
  private let text: String
  /// Where the name without the service begins, in bytes.
  private let pathStart: Int

  /// Reads any text; what is no resource's name simply has no project.
  ///
  /// - Parameter text: From a log, so possibly hostile.
  package init(_ text: String) {
    self.text = text
    if text.begins(with: "//") {
      let bytes = text.utf8.span
      pathStart = bytes.offset(of: "/", from: 2).map { $0 + 1 } ?? bytes.count
    } else {
      pathStart = 0
    }
  }

  /// The name without the service, as the log has it.
  private var path: Substring { text[...].utf8Slice(pathStart, text.utf8.count) }

  /// What stands between the slashes; an empty segment stays, so that the others keep their places.
  package var segments: [Substring] { path.parts(at: "/") }

  /// The last segment, such as a model's name; `nil` if it is empty.
  package var lastSegment: String? {
    segments.last.flatMap { $0.isEmpty ? nil : String($0) }
  }

  /// The project that owns the resource.
  ///
  /// `nil` if the name does not begin with a project, as with `projects/_/buckets/b`, where the
  /// project is left open.
  package var project: ProjectReference? {
    let bytes = text.utf8.span
    guard bytes.has("projects/".utf8.span, at: pathStart) else { return nil }
    let start = pathStart + 9
    let end = bytes.offset(of: "/", from: start) ?? bytes.count
    return ProjectReference(text[...].utf8Slice(start, end))
  }

  /// The service account in `projects/P/serviceAccounts/ACCOUNT`, with or without more behind.
  package var serviceAccount: ServiceAccountReference? {
    let parts = path.parts(at: "/", maxSplits: 4)
    guard parts.count >= 4, parts[0] == "projects", parts[2] == "serviceAccounts" else {
      return nil
    }
    return ServiceAccountReference(parts[3])
  }

  /// The address in `projects/P/serviceAccounts/ADDRESS`; `nil` if a unique id stands there.
  package var serviceAccountEmail: String? { serviceAccount?.email }

  /// What follows `collection`, such as `us-central1` for `locations`.
  ///
  /// `nil` if the collection does not occur where the name of a collection can stand.
  package func value(of collection: String) -> String? { values(of: [collection])[0] }

  /// The same of several collections, in their order.
  package func values(of collections: [String]) -> [String?] {
    let bytes = text.utf8.span
    var values = [String?](repeating: nil, count: collections.count)
    var start = pathStart
    while let end = bytes.offset(of: "/", from: start) {
      let valueEnd = bytes.offset(of: "/", from: end + 1) ?? bytes.count
      for (index, name) in collections.enumerated()
      where name.utf8.count == end - start && valueEnd > end + 1 && values[index] == nil {
        if bytes.has(name.utf8.span, at: start) {
          values[index] = String(text[...].utf8Slice(end + 1, valueEnd))
        }
      }
      start = valueEnd + 1
    }
    return values
  }
}
