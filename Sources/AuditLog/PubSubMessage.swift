extension JSONTree {
  /// The data of a Pub/Sub message, decoded; `nil` if the object is none or has none.
  ///
  ///     {"message":{"data":"eyJp…","messageId":…},"subscription":…}   a push body
  ///     {"ackId":…,"message":{"data":"eyJp…","messageId":…}}          a pull result
  ///     {"data":"eyJp…","messageId":…}                                the message alone
  ///
  /// - Source: https://cloud.google.com/pubsub/docs/reference/rest/v1/PubsubMessage
  func messageData(in line: Span<UInt8>) throws(LogEntryError) -> [UInt8]? {
    let message: Int
    if let inner = member("message", of: Self.root, in: line), isObject(inner, in: line) {
      message = inner
    } else if member("messageId", of: Self.root, in: line) != nil
      || member("message_id", of: Self.root, in: line) != nil
    {
      message = Self.root
    } else {
      return nil
    }
    guard let text = text(member("data", of: message, in: line), in: line)?.string(in: line) else {
      return nil
    }
    guard let data = Base64.decoded(text) else { throw .notBase64 }
    return data
  }

  /// The key under which an answer of the Pub/Sub or Logging API has a list of entries.
  func keyOfMany(in line: Span<UInt8>) -> String? {
    let names: [StaticString] = ["receivedMessages", "entries"]
    return names.first { name in
      member(name, of: Self.root, in: line).map {
        line[range(of: $0).start] == UInt8(ascii: "[")
      } ?? false
    }?.description
  }
}
