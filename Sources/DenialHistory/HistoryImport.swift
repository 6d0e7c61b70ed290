#if History
  import AuditLog
  import GRDB

  /// Reads an export into an empty history, in one transaction.
  package struct HistoryImport: ~Copyable {
    private let database: Database
    private var lineNumber = 0
    private var rowCount = 0
    private var isAtEnd = false

    fileprivate init(_ database: Database) {
      self.database = database
    }

    /// Reads the next line.
    ///
    /// - Throws: ``HistoryError/badImport(line:reason:)``.
    package mutating func read(_ line: Span<UInt8>) throws {
      lineNumber += 1
      if isAtEnd { throw fault("there is more after the end") }
      var scanner = JSONScanner()
      guard let value = try? JSONValue(from: &scanner, in: line),
        (try? scanner.finish(in: line)) != nil,
        case .object(let members) = value, let member = members.first
      else { throw fault("no JSON object") }
      if lineNumber == 1 {
        guard member.key == "denialHistory" else { throw fault("no export of a history") }
        guard member.value.integer == ExportedTable.version else {
          throw fault("the export is of a later version of this program")
        }
      } else if member.key == "end" {
        guard member.value["rows"]?.integer == rowCount else {
          throw fault("the export has \(rowCount) rows, and not as many as it says")
        }
        isAtEnd = true
      } else {
        try add(member.value, to: member.key)
        rowCount += 1
      }
    }

    fileprivate consuming func finish() throws {
      if !isAtEnd { throw fault("the export is cut short") }
    }

    private func add(_ value: JSONValue, to name: String) throws {
      guard let table = ExportedTable.all.first(where: { $0.name == name }) else {
        throw fault("no table \(name.prefix(40)) in a history")
      }
      let arguments = StatementArguments(table.columns.map { value[$0]?.databaseValue ?? .null })
      do {
        try database.cachedStatement(
          sql: """
            INSERT INTO \(table.name) (\(table.columns.joined(separator: ", ")))
            VALUES (\(table.columns.map { _ in "?" }.joined(separator: ", ")))
            """
        ).execute(arguments: arguments)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw fault(error.message ?? "not as a history has it")
      }
    }

    private func fault(_ reason: String) -> HistoryError {
      .badImport(line: max(lineNumber, 1), reason: reason)
    }
  }

  extension HistoryFile {
    /// Fills an empty history; a failure leaves it empty.
    ///
    /// - Parameter lines: Hands all lines of an export to what it gets, in order.
    /// - Throws: ``HistoryError``, or what `lines` throws.
    package func importing(_ lines: (inout HistoryImport) throws -> Void) throws {
      let name = name
      try write { database in
        for table in ExportedTable.all {
          let isFilled = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT * FROM \(table.name))")
          if isFilled ?? true { throw HistoryError.notEmpty(name: name) }
        }
        var reading = HistoryImport(database)
        try lines(&reading)
        try reading.finish()
      }
      let problems = try problems()
      if let first = problems.first {
        throw HistoryError.damaged(name: name, reason: "after the import: \(first)")
      }
    }
  }

  extension JSONValue {
    /// The value for a column, whose type decides whether a string is a number.
    fileprivate var databaseValue: DatabaseValue {
      switch self {
      case .number(let text): Int64(text)?.databaseValue ?? text.databaseValue
      case .string(let text): text.databaseValue
      case .object, .array, .bool, .null: .null
      }
    }
  }
#endif
