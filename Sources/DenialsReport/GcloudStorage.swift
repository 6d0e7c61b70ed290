/// Objects in Cloud Storage, listed and read by the `gcloud` of the machine.
///
/// This tool has no network code and no credentials: gcloud has both. A URL is one argument, and
/// begins with `gs://`, so that it is never taken for an option.
enum GcloudStorage {
  private static let scheme = Array("gs://".utf8)

  /// Whether a path is a URL of Cloud Storage.
  static func isURL(_ path: InputPath) -> Bool {
    path.bytes.starts(with: scheme)
  }

  /// Whether a URL means as many objects as there are: a bucket, a folder (`gs://bucket/2026/`) or
  /// a pattern.
  static func isPattern(_ url: InputPath) -> Bool {
    let name = url.bytes.dropFirst(scheme.count)
    return !name.contains(UInt8(ascii: "/")) || name.last == UInt8(ascii: "/")
      || name.contains(where: isWildcard)
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "]")
  }

  /// The command that prints an object.
  static func printing(_ url: InputPath) -> [[UInt8]] {
    command("gcloud", "storage", "cat") + [url.bytes]
  }

  /// The objects that a URL means, in the order of their names.
  ///
  /// - Throws: `cannotListObjects`, `noGcloud`.
  static func objects(of url: InputPath) throws(InputError) -> [Object] {
    guard url.bytes.count > scheme.count else { throw .noBucket(url) }
    var pattern = url.bytes
    if !pattern.dropFirst(scheme.count).contains(UInt8(ascii: "/")) {
      pattern += [UInt8(ascii: "/")]
    }
    if pattern.last == UInt8(ascii: "/") { pattern += Array("**".utf8) }
    let format = "--format=value(size,bucket,name)"
    let arguments = command("gcloud", "storage", "objects", "list") + [pattern, Array(format.utf8)]
    var listing: [UInt8] = []
    var file = try InputFile(running: arguments, origin: .object(url))
    while try file.read(into: &listing, atMost: 1 << 16) > 0 {
      guard listing.count <= listingByteLimit else { throw .tooManyObjects(url) }
    }
    return listing.split(separator: 0x0a).compactMap(Object.init).sorted {
      $0.url.bytes.lexicographicallyPrecedes($1.url.bytes)
    }
  }

  /// How long a list of objects may be: a million names.
  private static let listingByteLimit = 1 << 28

  /// One object.
  struct Object: Hashable, Sendable {
    let url: InputPath
    /// As it is stored, `nil` if gcloud does not say.
    let byteCount: Int?

    /// Whether gcloud would take the name for a pattern, which it has no way to prevent.
    var isPattern: Bool { GcloudStorage.isPattern(url) }

    /// Reads size, bucket and name, with a tab between any two; the name may have tabs.
    fileprivate init?(_ line: ArraySlice<UInt8>) {
      let parts = line.split(separator: 0x09, maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty else { return nil }
      url = InputPath(bytes: GcloudStorage.scheme + parts[1] + [UInt8(ascii: "/")] + parts[2])
      byteCount = Int(String(decoding: parts[0], as: UTF8.self))
    }

    /// Whether it is what consoles put where a folder shall be.
    var isFolder: Bool { url.bytes.last == UInt8(ascii: "/") }
  }

  private static func command(_ words: String...) -> [[UInt8]] {
    words.map { Array($0.utf8) }
  }
}
