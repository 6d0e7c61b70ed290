package import DenialAggregation

/// A file to write a report to, and in which format: `report.json`, or `json=FILE` for any name.
///
/// Of Terraform a directory may be named: `terraform=DIRECTORY/`.
package struct ReportOutput: Hashable, Sendable {
  package let format: ReportFormat
  package let path: String

  /// - Parameter argument: A path whose extension tells the format, or a format's name, `=` and a
  ///   path. A path that begins like the latter is written `./json=FILE`.
  /// - Throws: ``ReportOutputError`` if the format cannot be told, or if there is no path.
  package init(argument: String) throws(ReportOutputError) {
    if let equals = argument.firstIndex(of: "="),
      let named = ReportFormat(rawValue: String(argument[..<equals]))
    {
      format = named
      path = String(argument[argument.index(after: equals)...])
    } else if let told = ReportFormat(path: argument) {
      format = told
      path = argument
    } else {
      throw argument.isEmpty ? .noPath(argument) : .unknownFormat(argument)
    }
    if path.isEmpty { throw .noPath(argument) }
  }
}

extension ReportOutput {
  /// One of the files that an output consists of.
  package struct File: Sendable {
    package let path: String
    private let content: Content

    fileprivate init(_ path: String, _ content: Content) {
      (self.path, self.content) = (path, content)
    }

    fileprivate enum Content: Sendable {
      case report(ReportFormat)
      /// The configuration that is always the same.
      case terraformConfiguration
    }

    /// Writes it, in pieces where it may be large: UTF-8, a line feed at its end.
    package func write(
      _ report: Report, text: TextOptions, by work: PieceWork = .inTurn,
      to sink: @escaping @Sendable ([UInt8]) -> Void
    ) {
      switch content {
      case .report(let format): format.write(report, text: text, by: work, to: sink)
      case .terraformConfiguration: sink(TerraformDataRenderer.configuration)
      }
    }
  }

  /// What is to be written, each with its path.
  package var files: [File] {
    guard path.utf8.last == UInt8(ascii: "/"), format == .terraform else {
      return [File(path, .report(format))]
    }
    return [
      File(path + "main.tf", .terraformConfiguration),
      File(path + "terraform.auto.tfvars.json", .report(.terraformData)),
    ]
  }
}

/// Why an argument names no file to write a report to.
package enum ReportOutputError: Error, Hashable, CustomStringConvertible {
  /// Neither a format's name nor a known extension is in the argument.
  case unknownFormat(String)
  /// The argument is empty, or nothing follows its `=`.
  case noPath(String)

  package var description: String {
    switch self {
    case .unknownFormat(let argument):
      """
      cannot tell the format of '\(printable(argument))': use an extension (\(Self.extensions)) or \
      name the format (\(Self.names))
      """
    case .noPath(let argument):
      "no file name in '\(printable(argument))'"
    }
  }

  private static var extensions: String {
    ReportFormat.allCases.map { "." + $0.fileExtension }.joined(separator: ", ")
  }

  private static var names: String {
    ReportFormat.allCases.map { $0.rawValue + "=FILE" }.joined(separator: ", ")
  }
}
