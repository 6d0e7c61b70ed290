extension JSONTree {
  /// The key of what has none.
  private static let noKey = JSONText(range: ByteRange(start: 0, end: 0), hasEscapes: false)

  /// Finds the values inside of the next one, which is passed over.
  mutating func fill(
    from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) {
    nodes.reserveCapacity(80)
    try add(Self.noKey, .none, from: &tokens, in: line)
  }

  private mutating func add(
    _ key: JSONText, _ mark: KeyMark, from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) {
    let first = try tokens.peek(in: line)
    let start = tokens.byteOffset
    let number = nodes.count
    var node = Node(
      mark: mark, key: key, value: ByteRange(start: start, end: start), end: number + 1)
    if first | 0x20 == UInt8(ascii: "{"), number == Self.root || isRead(key, mark, in: line) {
      nodes.append(node)
      if first == UInt8(ascii: "{") {
        try addMembers(from: &tokens, in: line)
      } else {
        try addElements(from: &tokens, in: line)
      }
      nodes[number].value.end = tokens.byteOffset
      nodes[number].end = nodes.count
    } else {
      if first == UInt8(ascii: "\"") {
        node.hasEscapes = try tokens.skipString(in: line).hasEscapes
      } else {
        try tokens.skipValue(in: line)
      }
      node.value.end = tokens.byteOffset
      nodes.append(node)
    }
  }

  private mutating func addMembers(
    from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) {
    _ = try tokens.enterObject(in: line)
    while let key = try tokens.nextKey(in: line) {
      if key.hasEscapes { hasEscapedKeys = true }
      try add(key, KeyMark(key.range, in: line), from: &tokens, in: line)
    }
  }

  private mutating func addElements(
    from tokens: inout some JSONTokens, in line: Span<UInt8>
  ) throws(LogEntryError) {
    _ = try tokens.enterArray(in: line)
    while try tokens.nextElement(in: line) {
      try add(Self.noKey, .none, from: &tokens, in: line)
    }
  }

  /// Whether fields of an entry may stand in the object or array of a key, or in an element.
  private func isRead(_ key: JSONText, _ mark: KeyMark, in line: Span<UInt8>) -> Bool {
    if key.hasEscapes || mark == .none { return true }
    guard Self.isMarkRead[mark.hash] else { return false }
    return Self.names.contains { ByteSearch.equals(line, key.range, $0) }
  }

  /// For each hash of a mark whether a name has it.
  private static let isMarkRead: [Bool] = {
    var isRead = [Bool](repeating: false, count: 256)
    for name in names { isRead[KeyMark(name).hash] = true }
    return isRead
  }()

  private static let names: [StaticString] = [
    "protoPayload", "protopayload", "protopayload_auditlog", "proto_payload", "audit_log",
    "resource", "labels", "operation", "split", "message", "status", "request",
    "requestMetadata", "request_metadata", "authenticationInfo", "authentication_info",
    "oauthInfo", "oauth_info", "serviceAccountDelegationInfo", "service_account_delegation_info",
    "firstPartyPrincipal", "first_party_principal", "authorizationInfo", "authorization_info",
    "policyViolationInfo", "policy_violation_info", "orgPolicyViolationInfo",
    "org_policy_violation_info",
  ]
}
