extension AuditPayload {
  /// Where a payload stands in a line, and how its fields are spelled.
  struct Place {
    private let tree: JSONTree
    private let payload: Int
    private let spelling: EntrySpelling
    /// Where `requestMetadata` stands.
    private let caller: Int?

    /// - Returns: `nil` if no audit log payload stands there.
    init?(_ tree: JSONTree, _ payload: Int?, _ spelling: EntrySpelling, in line: Span<UInt8>) {
      guard let payload, tree.isObject(payload, in: line) else { return nil }
      guard Self.isAuditLog(tree, payload, in: line) else { return nil }
      (self.tree, self.payload, self.spelling) = (tree, payload, spelling)
      caller = tree.member(.caller, spelling, of: payload, in: line)
    }

    /// Whether the payload's type, if it has one, is that of audit logs; byte for byte.
    private static func isAuditLog(
      _ tree: JSONTree, _ payload: Int, in line: Span<UInt8>
    ) -> Bool {
      let fields: [EntryField] = [.type, .atType, .atSignType]
      for field in fields {
        let number = tree.member(field, of: payload, in: line)
        guard let type = tree.text(number, in: line) else { continue }
        if !type.hasEscapes {
          return type.range.isEmpty || ByteSearch.hasSuffix(line, type.range, ".AuditLog")
        }
        return type.string(in: line).utf8.suffix(9).elementsEqual(".AuditLog".utf8)
      }
      return true
    }
  }
}

extension AuditPayload.Place {
  func string(_ field: EntryField, in line: Span<UInt8>) -> String {
    tree.string(field, spelling, of: payload, in: line) ?? ""
  }

  func status(in line: Span<UInt8>) throws(LogEntryError) -> Status {
    let status = tree.member(.status, of: payload, in: line)
    let number = tree.member(.code, of: status, in: line)
    let code = if let number { try tree.value(number, in: line) } else { nil as JSONValue? }
    return Status(
      code: code,
      message: tree.string(.message, of: status, in: line) ?? "",
      details: try details(of: status, in: line))
  }

  private func details(
    of status: Int?, in line: Span<UInt8>
  ) throws(LogEntryError) -> [JSONValue] {
    guard let number = tree.member(.details, of: status, in: line) else { return [] }
    let list = try tree.value(number, in: line).document(in: spelling)
    if spelling.isRow, case .array(let elements) = list {
      return elements.map { $0.document(in: spelling) }
    }
    return list.elements
  }

  func authentication(in line: Span<UInt8>) -> AuthenticationInfo {
    let info = tree.member(.authentication, spelling, of: payload, in: line)
    let oauth = tree.member(.oauthInfo, spelling, of: info, in: line)
    return AuthenticationInfo(
      principalEmail: tree.string(.principalEmail, spelling, of: info, in: line) ?? "",
      principalSubject: tree.string(.principalSubject, spelling, of: info, in: line) ?? "",
      serviceAccountKeyName:
        tree.string(.serviceAccountKeyName, spelling, of: info, in: line) ?? "",
      oauthClientID: tree.string(.oauthClientID, spelling, of: oauth, in: line) ?? "",
      delegation: delegation(of: info, in: line))
  }

  private func delegation(of info: Int?, in line: Span<UInt8>) -> [String] {
    var names: [String] = []
    let links = tree.member(.delegation, spelling, of: info, in: line)
    for link in tree.elements(of: links, in: line) {
      let principal = tree.member(.firstPartyPrincipal, spelling, of: link, in: line)
      let name =
        tree.string(.linkEmail, spelling, of: principal, in: line)
        ?? tree.string(.linkSubject, spelling, of: link, in: line)
      if let name { names.append(name) }
    }
    return names
  }

  func authorization(in line: Span<UInt8>) -> [AuthorizationInfo] {
    var checks: [AuthorizationInfo] = []
    let list = tree.member(.authorization, spelling, of: payload, in: line)
    for element in tree.elements(of: list, in: line) {
      checks.append(
        AuthorizationInfo(
          permission: tree.string(.permission, of: element, in: line) ?? "",
          resource: tree.string(.checkedResource, of: element, in: line) ?? "",
          granted: tree.bool(
            tree.member(.granted, of: element, in: line), spelling, in: line)))
    }
    return checks
  }

  func callerIP(in line: Span<UInt8>) -> String {
    let number = tree.member(.callerIP, spelling, of: caller, in: line)
    if let number, !tree.isNull(number, in: line) {
      return tree.text(number, in: line)?.string(in: line) ?? ""
    }
    return tree.string(.uppercaseCallerIP, of: caller, in: line) ?? ""
  }

  func userAgent(in line: Span<UInt8>) -> String {
    tree.string(.userAgent, spelling, of: caller, in: line) ?? ""
  }

  func callerNetwork(in line: Span<UInt8>) -> String {
    tree.string(.callerNetwork, spelling, of: caller, in: line) ?? ""
  }

  /// `metadata`, or `metadataJson`, which BigQuery's export has as JSON inside a string.
  func metadata(in line: Span<UInt8>) throws(LogEntryError) -> JSONValue {
    let metadata = try tree.value(
      tree.member(.metadata, of: payload, in: line), in: line
    ).document(in: spelling)
    if !metadata.isEmpty { return metadata }
    // Text that is not JSON says nothing; the entry is judged by its other fields.
    return tree.string(.metadataJSON, of: payload, in: line).flatMap(JSONValue.init) ?? .null
  }

  func orgPolicyViolations(in line: Span<UInt8>) throws(LogEntryError) -> [JSONValue] {
    let policy = tree.member(.policyViolation, spelling, of: payload, in: line)
    let info = tree.member(.orgPolicyViolation, spelling, of: policy, in: line)
    return try tree.value(
      tree.member(.violations, spelling, of: info, in: line), in: line
    ).elements
      .filter { !$0.isEmpty }
  }

  func requestName(in line: Span<UInt8>) -> String {
    let request = tree.member(.request, of: payload, in: line)
    if let request, tree.isObject(request, in: line) {
      return tree.string(.requestName, of: request, in: line) ?? ""
    }
    guard spelling.isRow else { return "" }
    let text =
      tree.text(request, in: line)?.string(in: line)
      ?? tree.string(.requestJSON, of: payload, in: line)
    return text.flatMap(JSONValue.init)?["name"]?.string ?? ""
  }
}
