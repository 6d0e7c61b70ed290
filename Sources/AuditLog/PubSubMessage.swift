extension JSONObject {
  /// The data of a Pub/Sub message, decoded; `nil` if the object is none or has none.
  ///
  ///     {"message":{"data":"eyJp…","messageId":…},"subscription":…}   a push body
  ///     {"ackId":…,"message":{"data":"eyJp…","messageId":…}}          a pull result
  ///     {"data":"eyJp…","messageId":…}                                the message alone
  ///
  /// - Source: https://cloud.google.com/pubsub/docs/reference/rest/v1/PubsubMessage
  func messageData(in line: Span<UInt8>) throws(LogEntryError) -> [UInt8]? {
    let message: JSONObject
    if let range = self["message"], let inner = try JSONObject(in: line, at: range) {
      message = inner
    } else if self["messageId"] != nil || self["message_id"] != nil {
      message = self
    } else {
      return nil
    }
    guard let text = try message.value("data", in: line).string else { return nil }
    guard let data = Base64.decoded(text) else { throw .notBase64 }
    return data
  }

  /// The key under which an answer of the Pub/Sub or Logging API has a list of entries.
  func keyOfMany(in line: Span<UInt8>) -> String? {
    ["receivedMessages", "entries"].first { key in
      guard let range = self[key] else { return false }
      return line[range.start] == UInt8(ascii: "[")
    }
  }
}
