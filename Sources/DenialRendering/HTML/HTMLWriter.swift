/// Writes HTML in which nothing is markup but its own tags, whoever wrote the rest.
///
/// There is no way to add text as it is: texts and values are made printable (``printable(_:)``) and
/// escaped, and every value stands in quotes. What goes into `style` and `script` is part of the program.
///
/// A typed writer rather than a template, because a template decides on escaping word by word.
struct HTMLWriter {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Begins a page.
  mutating func doctype() { bytes += "<!DOCTYPE html>\n".utf8 }

  /// An element with content.
  mutating func element(
    _ tag: HTMLTag, _ attributes: HTMLAttribute?..., content: (inout HTMLWriter) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element with a text, or with nothing.
  mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute?..., text: String = "") {
    open(tag, attributes)
    if tag.isVoid { return }
    self.text(text)
    close(tag)
  }

  /// Text, in which nothing is markup.
  mutating func text(_ text: String) {
    for byte in printable(text).utf8 { append(escaped: byte) }
  }

  /// Several lines of text.
  mutating func lines(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      self.text(String(line))
    }
  }

  /// A style sheet or a script.
  mutating func asset(_ asset: HTMLAsset) {
    open(asset.tag, [])
    bytes += asset.bytes
    close(asset.tag)
  }

  /// What another writer has written.
  mutating func append(_ other: HTMLWriter) { bytes += other.bytes }

  private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute?]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.rawValue.utf8
    for attribute in attributes.compactMap(\.self) {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.description.utf8
      guard !attribute.value.isEmpty else { continue }
      bytes += "=\"".utf8
      text(attribute.value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ tag: HTMLTag) {
    if tag.endsByItself { return }
    bytes += "</\(tag.rawValue)>".utf8
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    default: bytes.append(byte)
    }
  }
}
