import AuditLog

/// Which of a finding's resources are kept where it has more than a report could use.
///
/// Of such a finding those stay whose hash begins with so many zero bits that they are at most
/// ``limit``: each further bit leaves half of them. Which stay does not hang on the order in which they
/// came, and samples merge. What was kept before it was left out is not removed, only hidden: for
/// every bit that is half of the limit.
struct ResourceSamples: Sendable {
  /// How many resources of a finding are shown and counted one by one.
  static let limit = 1 << 14

  /// How many resources each finding has, by its number; at most the limit.
  private var counts = Chunked<Int32>()
  private var samples: [Int32: Sample] = [:]

  private struct Sample {
    /// How many zero bits the hash of a resource has to begin with.
    private(set) var level = 0
    /// How many of the resources that were ever kept begin with just so many.
    private var countsByBits = [Int32](repeating: 0, count: UInt64.bitWidth + 1)
    private var count = 0

    init(_ hashes: [UInt64]) { for hash in hashes { add(hash) } }

    mutating func add(_ hash: UInt64) {
      let bits = hash.leadingZeroBitCount
      countsByBits[bits] += 1
      if bits >= level { count += 1 }
      while count > ResourceSamples.limit { raise(to: level + 1) }
    }

    mutating func raise(to newLevel: Int) {
      while level < newLevel {
        count -= Int(countsByBits[level])
        level += 1
      }
    }
  }

  /// Whether all resources of all findings are kept.
  var isEmpty: Bool { samples.isEmpty }

  /// The findings of which some resources are left out, and how many zero bits their hashes begin
  /// with.
  var levels: [(finding: Int32, level: Int)] {
    samples.map { (finding: $0.key, level: $0.value.level) }
  }

  /// How many zero bits the hash of a resource of a finding has to begin with.
  func level(ofFinding finding: Int32) -> Int {
    samples.isEmpty ? 0 : samples[finding]?.level ?? 0
  }

  /// Counts a resource that is new to a finding, if its hash need not be known for that.
  mutating func countBelowLimit(for finding: Int32) -> Bool {
    while counts.count <= Int(finding) { counts.append(0) }
    guard counts[Int(finding)] < Self.limit, level(ofFinding: finding) == 0 else { return false }
    counts[Int(finding)] += 1
    return true
  }

  /// Counts a resource that is new to a finding.
  ///
  /// - Parameters:
  ///   - finding: The number of the finding.
  ///   - hash: The hash of the resource.
  ///   - hashes: Those of all resources of the finding, the new one among them.
  mutating func count(for finding: Int32, hash: () -> UInt64, hashes: () -> [UInt64]) {
    if samples[finding] == nil {
      samples[finding] = Sample(hashes())
    } else {
      samples[finding]?.add(hash())
    }
  }

  /// Leaves out of a finding what another tally leaves out of it.
  ///
  /// - Parameters:
  ///   - finding: The number of the finding.
  ///   - level: How many zero bits the hashes have to begin with there.
  ///   - hashes: The hashes of the resources of the finding that are here.
  mutating func raise(_ finding: Int32, to level: Int, hashes: () -> [UInt64]) {
    if samples[finding] == nil { samples[finding] = Sample(hashes()) }
    samples[finding]?.raise(to: level)
  }
}
