#if History
  import GRDB
#endif

/// Why a history cannot be used; nothing of the run is in it then.
package enum HistoryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such file, and this command makes none.
  case missing(name: String)
  /// A database, but of another program.
  case foreign(name: String)
  /// A history of a later version of this program.
  case newer(name: String, version: Int)
  /// No database, or a damaged one.
  case damaged(name: String, reason: String)
  /// Its names are real ones and those of the run are not, or pseudonyms by another key or level.
  case otherNames(name: String)
  /// Another run did not finish in time.
  case busy(name: String)
  /// There is no room for what is to be written.
  case full(name: String)
  case readOnly(name: String)
  /// It cannot be opened or made.
  case cannotOpen(name: String)
  /// An import needs an empty history.
  case notEmpty(name: String)
  /// An import ends at a line that is not of an export.
  case badImport(line: Int, reason: String)
  /// Whatever else SQLite says.
  case failed(name: String, reason: String)

  package var description: String {
    switch self {
    case .missing(let name): "cannot read the history \(name): no such file"
    case .foreign(let name):
      "cannot use \(name) as a history: it is a database of another program; name another file"
    case .newer(let name, let version):
      "cannot use the history \(name): version \(version) of its form is newer than this program; "
        + "install the program that wrote it"
    case .damaged(let name, let reason):
      "cannot use the history \(name): it is damaged or no database (\(reason)); "
        + "restore it, or move it away to begin anew"
    case .otherNames(let name):
      "cannot use the history \(name): its names were not made by this --redact and --redact-key; "
        + "name another file"
    case .busy(let name): "cannot use the history \(name): another run holds it; try again later"
    case .full(let name): "cannot write the history \(name): the disk is full; it is as it was"
    case .readOnly(let name):
      "cannot write the history \(name): the file or its directory is read-only"
    case .cannotOpen(let name):
      "cannot open the history \(name): see that its directory is there and can be written to"
    case .notEmpty(let name):
      "cannot import into \(name): it holds a history already; name a file that is not there"
    case .badImport(let line, let reason): "cannot import line \(line): \(reason)"
    case .failed(let name, let reason): "cannot use the history \(name): \(reason)"
    }
  }
}

#if History
  extension HistoryError {
    /// What SQLite says, in our words; errors of others stay as they are.
    ///
    /// - Parameters:
    ///   - error: What was thrown while the history was used.
    ///   - name: The file, as a message may show it.
    /// - Returns: A ``HistoryError``, or the error itself.
    static func translated(_ error: any Error, _ name: String) -> any Error {
      guard let error = error as? DatabaseError else { return error }
      let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
      switch error.resultCode {
      case .SQLITE_FULL: return HistoryError.full(name: name)
      case .SQLITE_READONLY, .SQLITE_PERM: return HistoryError.readOnly(name: name)
      case .SQLITE_CANTOPEN: return HistoryError.cannotOpen(name: name)
      case .SQLITE_BUSY, .SQLITE_LOCKED: return HistoryError.busy(name: name)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        return HistoryError.damaged(name: name, reason: reason)
      case .SQLITE_IOERR:
        // A limit on the size of files ends writes like a full disk, which may also have no room for
        // the index of the write-ahead log.
        let isFull = [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode)
        return isFull
          ? HistoryError.full(name: name) : HistoryError.failed(name: name, reason: reason)
      default: return HistoryError.failed(name: name, reason: reason)
      }
    }
  }
#endif
