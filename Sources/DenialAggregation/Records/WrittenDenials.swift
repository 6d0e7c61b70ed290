import DenialClassification

/// Which denials were written as records, so that copies are not: sixteen bytes and a little each.
///
/// Copies that differ in content are written as well, because only the reader of all records can
/// tell which of them stays.
package struct WrittenDenials: Sendable {
  private var versions = Chunked<Version>()
  private var index = HashIndex()
  /// How many distinct denials there are, however many versions of them.
  package private(set) var count = 0

  private struct Version {
    let key: DenialKeyHash
    let contentHash: UInt64
  }

  package init() {}

  /// Takes note of a denial; `false` if it is here with the same content.
  package mutating func insert(_ key: DenialKeyHash, contentHash: UInt64) -> Bool {
    if holds(key, contentHash: contentHash) { return false }
    if !holds(key) { count += 1 }
    let number = versions.count
    versions.append(Version(key: key, contentHash: contentHash))
    let versions = versions
    index.insert(number, hash: key.value) { versions[$0].key.value }
    return true
  }

  private func holds(_ key: DenialKeyHash, contentHash: UInt64? = nil) -> Bool {
    index.number(hash: key.value) { number in
      let version = versions[number]
      return version.key == key && contentHash.map { $0 == version.contentHash } ?? true
    } != nil
  }
}
