extension DocumentFramer {
  /// Moves over as much as needs no decision, at least one byte unless a document begins or ends.
  mutating func step(over index: inout Int, of bytes: Span<UInt8>) -> Step {
    switch state {
    case .between: stepBetween(&index, bytes)
    case .loose: stepLoose(&index, bytes)
    case .document: isInString ? stepString(&index, bytes) : stepDocument(&index, bytes)
    case .broken: stepBroken(&index, bytes)
    case .resumed: stepResumed(bytes[index])
    }
  }

  private mutating func stepBetween(_ index: inout Int, _ bytes: Span<UInt8>) -> Step {
    let byte = bytes[index]
    switch byte {
    case 0x0a: noteLineFeed(at: index)
    case 0x20, 0x09, 0x0d, UInt8(ascii: ","): break
    case UInt8(ascii: "["), UInt8(ascii: "]"):
      layout.hasInk = true
      noteArray(byte)
    case UInt8(ascii: "{"):
      layout.beginDocument(at: index)
      state = .document
      brackets.push(byte)
      lastInk = byte
      return .begin
    default:
      layout.hasInk = true
      state = byte == UInt8(ascii: ":") ? .broken : .loose
      isInString = byte == UInt8(ascii: "\"")
      return .begin
    }
    index += 1
    return .go
  }

  private mutating func stepLoose(_ index: inout Int, _ bytes: Span<UInt8>) -> Step {
    let byte = bytes[index]
    if byte == 0x0a { return .end }
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
    } else {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"): return .end
      case UInt8(ascii: "\""): isInString = true
      // The inside of an object whose beginning is lost.
      case UInt8(ascii: ":"): state = .broken
      default: break
      }
    }
    index += 1
    return .go
  }

  /// In a string of a document.
  private mutating func stepString(_ index: inout Int, _ bytes: Span<UInt8>) -> Step {
    if isEscaped {
      isEscaped = false
      guard bytes[index] != 0x0a else { return breakOff() }
      index += 1
      return .go
    }
    index = ByteSearch.endOfPlainText(in: bytes, from: index)
    guard index < bytes.count else { return .go }
    switch bytes[index] {
    case UInt8(ascii: "\""):
      isInString = false
      lastInk = UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): isEscaped = true
    // JSON has no line feed in a string.
    case 0x0a: return breakOff()
    default: break
    }
    index += 1
    return .go
  }

  /// In a document, but not in a string.
  private mutating func stepDocument(_ index: inout Int, _ bytes: Span<UInt8>) -> Step {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09, 0x0d: break
      case 0x0a: noteLineFeed(at: index)
      case UInt8(ascii: "\""):
        guard mayBeginString else { return breakOff() }
        layout.hasInk = true
        isInString = true
        index += 1
        return .go
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard mayBeginContainer else { return breakOff() }
        brackets.push(byte)
        noteInk(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard brackets.pop(byte) else { return breakOff() }
        noteInk(byte)
        if brackets.isEmpty {
          layout.keepIndent()
          index += 1
          return .end
        }
      default: noteInk(byte)
      }
      index += 1
    }
    return .go
  }

  @inline(__always)
  private mutating func noteInk(_ byte: UInt8) {
    lastInk = byte
    layout.hasInk = true
  }

  /// Whether the byte before lets a key or a string stand here.
  private var mayBeginString: Bool {
    switch lastInk {
    case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "{"): true
    default: false
    }
  }

  /// Whether the byte before lets an object or an array stand here.
  private var mayBeginContainer: Bool {
    switch lastInk {
    case UInt8(ascii: ":"), UInt8(ascii: "["): true
    case UInt8(ascii: ","): !brackets.isInObject
    default: false
    }
  }

  /// What stands here cannot stand in JSON: the byte may begin another document.
  private mutating func breakOff() -> Step {
    state = .broken
    isInString = false
    isEscaped = false
    forgetArrays()
    return .go
  }

  private mutating func stepBroken(_ index: inout Int, _ bytes: Span<UInt8>) -> Step {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0a {
        noteLineFeed(at: index)
        index += 1
      } else if byte == 0x20 || byte == 0x09 || byte == 0x0d {
        index += 1
      } else if layout.beginsDocument(byte, at: index) {
        guard isInDocument else {
          state = .between
          return .go
        }
        return .end
      } else {
        layout.hasInk = true
        guard isInDocument else { return .begin }
        index = ByteSearch.endOfLine(in: bytes, from: index)
      }
    }
    return .go
  }

  /// A source that begins anew begins with a bracket; what is inside another does so much less often
  /// than with white space.
  private mutating func stepResumed(_ byte: UInt8) -> Step {
    let isBeginning = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    state = isBeginning ? .between : .broken
    return .go
  }
}
