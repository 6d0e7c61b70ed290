package import DenialAggregation

/// What `extract` can write.
package enum ExtractFormat: String, CaseIterable, Sendable {
  /// Denial records, which `report` reads back.
  case records
  /// A table, one row a denial.
  case csv
  /// Events for Timesketch, JSON Lines.
  case timesketch
  /// Events of the class API Activity of the Open Cybersecurity Schema Framework, JSON Lines.
  case ocsf

  /// How each denial is written; `nil` for records, which are more than that.
  ///
  /// - Parameter isRawCSV: Whether cells may begin like formulas.
  /// - Returns: The form.
  package func form(isRawCSV: Bool) -> (any RecordForm)? {
    switch self {
    case .records: nil
    case .csv: CSVRecordForm(isRaw: isRawCSV)
    case .timesketch: TimesketchForm()
    case .ocsf: OCSFForm()
    }
  }
}
