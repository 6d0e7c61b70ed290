#if History
  import DenialAggregation
  import GRDB

  /// Copying a history into a form that any program reads.
  extension HistoryFile {
    /// Writes the whole history as NDJSON, as of one moment.
    ///
    /// - Parameters:
    ///   - tool: What writes it, with its version.
    ///   - write: Gets whole lines, some at a time.
    /// - Throws: ``HistoryError``, or what `write` throws.
    package func export(tool: String, to write: ([UInt8]) throws -> Void) throws {
      try read { database in
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
          writer.member("denialHistory", ExportedTable.version)
          writer.member("tool", tool)
        }
        writer.endLine()
        var rowCount = 0
        for table in ExportedTable.all {
          let rows = try Row.fetchCursor(
            database,
            sql: """
              SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)
              ORDER BY \(table.order)
              """)
          while let row = try rows.next() {
            writer.add(row, of: table)
            rowCount += 1
            if writer.bytes.count >= Self.exportBytes {
              try write(writer.bytes)
              writer.removeAll()
            }
          }
        }
        writer.object { writer in
          writer.key("end")
          writer.object { $0.member("rows", rowCount) }
        }
        writer.endLine()
        try write(writer.bytes)
      }
    }

    /// How much is handed over at a time.
    private static let exportBytes = 1 << 16
  }

  extension JSONWriter {
    fileprivate mutating func add(_ row: Row, of table: ExportedTable) {
      object { writer in
        writer.key(table.name)
        writer.object { writer in
          for (index, column) in table.columns.enumerated() {
            writer.key(column)
            switch (row[index] as DatabaseValue).storage {
            case .int64(let number) where number.magnitude < 1 << 53: writer.integer(Int(number))
            case .int64(let number): writer.string(String(number))
            case .string(let text): writer.string(text)
            // The tables are strict: nothing else is in them.
            case .null, .double, .blob: writer.null()
            }
          }
        }
      }
      endLine()
    }
  }
#endif
