/// Why an input could not be read; the other inputs are not affected.
enum InputError: Error, Hashable, Sendable {
  case cannotOpen(InputOrigin, SystemError)
  /// What was read before still counts.
  case cannotRead(InputOrigin, SystemError)
  case cannotList(InputPath, SystemError)
  /// An object or a list of objects that gcloud could not give; what it gave before still counts.
  case gcloudFailed(InputOrigin, ChildProcess.Failure)
  /// There is no gcloud to read a URL with.
  case noGcloud(InputOrigin)
  /// A URL without a bucket.
  case noBucket(InputPath)
  case tooManyObjects(InputPath)
  /// An object whose name gcloud would take for a pattern.
  case patternName(InputPath)
}

extension InputError: CustomStringConvertible {
  var description: String {
    switch self {
    case .cannotOpen(let origin, let error): "cannot open \(origin.displayName): \(error)"
    case .cannotRead(let origin, let error): "cannot read \(origin.displayName): \(error)"
    case .cannotList(let path, let error): "cannot list \(path.displayName): \(error)"
    case .gcloudFailed(let origin, let failure):
      "cannot read \(origin.displayName): gcloud failed: \(failure)"
        + (failure.isOfMissingObject ? "; the URL of a folder ends in /" : "")
    case .noGcloud(let origin):
      "cannot read \(origin.displayName): no gcloud in PATH: "
        + "install the Google Cloud CLI, or copy the objects here"
    case .noBucket(let url): "cannot read \(url.displayName): no bucket is named"
    case .tooManyObjects(let url):
      "cannot read \(url.displayName): too many objects: name a part of them"
    case .patternName(let url):
      "cannot read \(url.displayName): gcloud takes its name for a pattern: copy it here"
    }
  }

  /// The name of what could not be read.
  var sourceName: String {
    switch self {
    case .cannotOpen(let origin, _), .cannotRead(let origin, _), .gcloudFailed(let origin, _),
      .noGcloud(let origin):
      origin.displayName
    case .cannotList(let path, _), .noBucket(let path), .tooManyObjects(let path),
      .patternName(let path):
      path.displayName
    }
  }
}

/// Where bytes come from.
enum InputOrigin: Hashable, Sendable {
  case standardInput
  case file(InputPath)
  /// An object in Cloud Storage, by its URL.
  case object(InputPath)

  /// The name as messages show it.
  var displayName: String {
    switch self {
    case .standardInput: "(standard input)"
    case .file(let path), .object(let path): path.displayName
    }
  }
}

/// A path as the system has it: any bytes but zero, often UTF-8, never trusted.
package struct InputPath: Hashable, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Whether there is something at the path; links are followed.
  package var exists: Bool { (try? status()) != nil }

  /// The path of what has this name in the directory that `self` is.
  func appending(name: [UInt8]) -> InputPath {
    let separator: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return InputPath(bytes: bytes + separator + name)
  }

  /// The path in a form that is safe on a terminal and tells any two paths apart.
  ///
  /// Controls, bidirectional and other invisible characters show as `\u{1B}`, bytes that are not
  /// UTF-8 as `\xFF`, a backslash as `\\`, and no bytes at all as `""`.
  package var displayName: String {
    guard !bytes.isEmpty else { return "\"\"" }
    var shown = ""
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        shown += Self.escaped(Unicode.UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        for byte in bytes[offset..<offset + length] { shown += "\\x" + Self.hexadecimal(byte) }
        offset += length
      case .emptyInput:
        return shown
      }
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      "\\u{\(hexadecimal(scalar.value))}"
    default:
      scalar == "\\" ? "\\\\" : String(scalar)
    }
  }

  private static func hexadecimal(_ value: some BinaryInteger) -> String {
    String(value, radix: 16, uppercase: true)
  }
}

extension InputPath {
  /// The paths that these command-line arguments mean, byte by byte.
  ///
  /// Swift repairs arguments that are not UTF-8, which leaves names that no file has. Where that
  /// happened, the bytes are taken from the raw arguments, those of equal repair in order.
  ///
  /// - Parameters:
  ///   - arguments: The arguments that are paths, as Swift has them.
  ///   - rawArguments: All arguments, as the system has them.
  /// - Returns: A path for each of `arguments`.
  static func paths(of arguments: [String], rawArguments: [[UInt8]]) -> [InputPath] {
    var repaired = rawArguments.compactMap { raw in
      let utf8 = Array(String(decoding: raw, as: UTF8.self).utf8)
      return utf8 == raw ? nil : (raw: raw, utf8: utf8)
    }
    return arguments.map { argument in
      let utf8 = Array(argument.utf8)
      guard let index = repaired.firstIndex(where: { $0.utf8 == utf8 }) else {
        return InputPath(bytes: utf8)
      }
      return InputPath(bytes: repaired.remove(at: index).raw)
    }
  }
}
