extension Pseudonyms {
  /// A resource's name, `projects/P/…` or `//SERVICE/projects/P/…`, or another text with slashes.
  ///
  /// Who is named in it is replaced by both levels. The full level keeps only what is known to be the
  /// name of a collection, a location or a public model.
  package func path(_ name: String) -> String {
    if name.isEmpty { return name }
    if let rest = name.dropping(prefix: "//") {
      let parts = rest.parts(at: "/", maxSplits: 1)
      let host = "//" + service(String(parts[0]))
      return parts.count == 2 ? host + "/" + path(String(parts[1])) : host
    }
    let segments = name.parts(at: "/")
    var shown: [String] = []
    shown.reserveCapacity(segments.count)
    for (index, segment) in segments.enumerated() {
      let holder = index > 0 ? segments[index - 1] : ""
      if ["subject", "subjects"].contains(holder) {
        let identity = segments[index...].joined(separator: "/")
        return (shown + [person(identity)]).joined(separator: "/")
      }
      shown.append(self.segment(segment, in: holder, of: segments, at: index))
    }
    return shown.joined(separator: "/")
  }

  private func segment(
    _ segment: Substring, in holder: Substring, of segments: [Substring], at index: Int
  ) -> String {
    let text = String(segment)
    switch holder {
    case _ where text.isEmpty: return text
    case "projects": return projectSegment(text)
    case "serviceAccounts": return accountSegment(text) ?? account(text)
    case "keys" where segments.contains("serviceAccounts"): return "key" + token(.key, text)
    case "serviceaccounts", "users", "members", "groups":
      return accountSegment(text) ?? person(text)
    case "namespaces" where !text.hasByte("@"): return namespace(text)
    default: return accountSegment(text) ?? place(text, in: holder, of: segments, at: index)
    }
  }

  /// Some services write `projects/ID_OR_NUMBER:RESOURCE`, and some logs an account's address.
  private func projectSegment(_ text: String) -> String {
    if let account = accountSegment(text) { return account }
    return ProjectReference(text) == nil && hidesPlaces && !["_", "-"].contains(text)
      ? "name" + token(.segment, text) : project(text)
  }

  /// A segment that names an account; `nil` if it does not.
  private func accountSegment(_ text: String) -> String? {
    let isEscaped = !text.hasByte("@") && text.hasByte("%")
    let plain = isEscaped ? Self.replacing("%40", by: "@", in: text) : text
    guard let host = plain.parts(at: "@").dropFirst().last else {
      let isMember = ["system:", "principal:", "user:", "group:"].contains { text.begins(with: $0) }
      return isMember ? account(text) : nil
    }
    // Versions of models and digests of images have an at sign as well.
    if host.consists(of: \.isDigit) || host.begins(with: "sha256:") || host == "latest"
      || host == "default"
    {
      return nil
    }
    let shown = account(plain)
    return isEscaped ? Self.replacing("@", by: "%40", in: shown) : shown
  }

  /// A segment that names no account.
  private func place(
    _ text: String, in holder: Substring, of segments: [Substring], at index: Int
  ) -> String {
    guard hidesPlaces, !PathWords.isKept(text[...]) else { return text }
    if PathWords.publishers.contains(text[...]), holder == "publishers" { return text }
    if holder == "models", index >= 3, PathWords.publishers.contains(segments[index - 2]),
      segments[index - 3] == "publishers"
    {
      return text
    }
    if holder == "models", index == 1 { return model(text) }
    if holder == "services", service(text) == text, text.hasByte(".") { return text }
    if text.consists(of: \.isDigit) {
      return text.utf8.count < Self.shortestNumber ? text : number(text)
    }
    if holder == "billingAccounts", PartGrammar.billingAccount.accepts(text) {
      return billingAccount(text)
    }
    if holder == "namespaces" { return namespace(text) }
    return "name" + token(.segment, text)
  }

  /// Three groups of six capitals or digits.
  private func billingAccount(_ text: String) -> String {
    let token = Array((token(.segment, text) + self.token(.text, text)).uppercased())
    return [0, 6, 12].map { String(token[$0..<$0 + 6]) }.joined(separator: "-")
  }

  /// The name of a model; those that everybody may call stay.
  package func model(_ name: String) -> String {
    guard hidesPlaces, !name.isEmpty else { return name }
    let isPublic = PathWords.modelFamilies.contains { name.begins(with: $0) }
    return isPublic && !name.hasByte("/") ? name : "name" + token(.segment, name)
  }

  private static func replacing(_ part: String, by other: String, in text: String) -> String {
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if let behind = rest.dropping(prefix: part) {
        result += other
        rest = behind
      } else if let scalar = rest.unicodeScalars.first {
        result.unicodeScalars.append(scalar)
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    return result
  }
}
