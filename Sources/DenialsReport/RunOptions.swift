public import AuditLog
public import DenialAggregation
package import DenialClassification
package import GzipStream

/// How a run reads its input, and what of it counts.
public struct RunOptions: Sendable {
  /// How many workers scan; at least 1.
  public var jobs: Int
  /// The longest line or document that is read, in bytes without its line feed; longer ones are
  /// counted.
  public var maxEntryBytes: Int
  /// The time of the entries that count; the others count as `filtered-out`.
  public var window = TimeWindow()
  /// The denials that are reported; the others count as `filtered-out`.
  public var filter = DenialFilter()
  /// When suggested bindings should end; `nil` for bindings that stay.
  public var grantUntil: Timestamp?
  /// How much text a worker gets at once.
  package var batchBytes = 512 * 1024
  /// Which library inflates; the report is the same with each.
  package var inflateEngine = InflateEngine.fastest
  /// What puts pseudonyms in the place of names, if that was asked for.
  package var redaction: Redaction?
  /// The roles that suggestions are searched in, beside the built-in table.
  package var roleCatalog: NamedRoleCatalog?

  /// What nobody wants to hear of, if there is a file of that.
  package var suppressions: [Suppression]?
  /// Whether calls that went well are read in full, to see which findings are over.
  public var readsGrants = false
  /// Whether the fingerprint of each input is asked for, whatever else needs it.
  package var needsFingerprints = false
  /// Who is told how far the run is.
  package var progress: RunProgress?
  /// Whether a history is to be told what the run finds.
  package var notesNight = false

  /// What counts.
  package var selection: Selection { Selection(window: window, filter: filter) }

  /// The default for ``maxEntryBytes``: Cloud Logging's own limit is 256 KiB an entry.
  public static let defaultMaxEntryBytes = 16 * 1024 * 1024

  /// Options with the defaults of the command.
  ///
  /// - Parameters:
  ///   - jobs: At least 1.
  ///   - maxEntryBytes: At least 1.
  public init(jobs: Int, maxEntryBytes: Int = Self.defaultMaxEntryBytes) {
    self.jobs = max(1, jobs)
    self.maxEntryBytes = max(1, maxEntryBytes)
  }

  /// The names of the libraries that may inflate.
  package static var inflateEngineNames: [String] { InflateEngine.present.map(\.rawValue) }

  /// Chooses the library that inflates, by one of ``inflateEngineNames``.
  package mutating func inflate(by name: String) {
    guard let engine = InflateEngine(rawValue: name), InflateEngine.present.contains(engine) else {
      preconditionFailure("no \(name) was built in")
    }
    inflateEngine = engine
  }
}
