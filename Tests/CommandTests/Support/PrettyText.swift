/// JSON over several lines, as jq and Python's json.dumps with indent=2 print it.
///
/// Numbers and strings stay as they are spelled.
func prettyText(of line: String, indent: String = "  ", margin: String = "") -> String {
  var text = ""
  var depth = 0
  var isInString = false
  var isEscaped = false
  var afterOpening = false
  let lineBreak = { (depth: Int) in "\n" + margin + String(repeating: indent, count: depth) }
  for character in line.unicodeScalars {
    if isInString {
      text.unicodeScalars.append(character)
      if character == "\"", !isEscaped { isInString = false }
      isEscaped = character == "\\" && !isEscaped
      continue
    }
    switch character {
    case " ", "\n", "\r", "\t": continue
    case "}", "]":
      depth -= 1
      text += (afterOpening ? "" : lineBreak(depth)) + String(character)
      afterOpening = false
      continue
    default: break
    }
    if afterOpening { text += lineBreak(depth) }
    afterOpening = false
    switch character {
    case "{", "[":
      text += String(character)
      depth += 1
      afterOpening = true
    case ",": text += "," + lineBreak(depth)
    case ":": text += ": "
    default:
      isInString = character == "\""
      text.unicodeScalars.append(character)
    }
  }
  return text
}

/// An array of the documents, each on lines of its own, as `gcloud logging read` prints it.
func prettyArray(of lines: [String]) -> String {
  guard !lines.isEmpty else { return "[]\n" }
  let documents = lines.map { "  " + prettyText(of: $0, margin: "  ") }
  return "[\n" + documents.joined(separator: ",\n") + "\n]\n"
}
