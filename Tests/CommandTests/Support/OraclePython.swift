import Foundation
import Testing

/// Python, whose packages know Google's formats and JSON Schema better than we do.
///
/// The environment variable ORACLE_PYTHON names an interpreter to try before `python3`.
struct OraclePython: Sendable {
  private let program: Program

  static let plain = OraclePython(with: "json")
  static let withJSONSchema = OraclePython(with: "jsonschema")
  static let withLogProtos = OraclePython(with: "google.cloud.audit, google.cloud.logging_v2.types")

  static let withHCL = OraclePython(with: "hcl2")
  static let withPolicies = OraclePython(with: "google.iam.v1.policy_pb2")
  static let withOCSF = OraclePython(with: "jsonschema, ocsf_json_schema")
  static let withDuckDB = OraclePython(with: "duckdb")
  static let withSQLGlot = OraclePython(with: "duckdb, sqlglot, pytz")
  static let withZetaSQL = OraclePython(with: "zetasql")
  static let withYAML = OraclePython(with: "yaml")
  /// With a browser, and what drives and judges it.
  static let withBrowser = OraclePython(
    with: "selenium.webdriver, axe_playwright_python", programs: ["chromium", "chromedriver"])
  static let withStorageEmulator = OraclePython(with: "gcp_storage_emulator.server")

  /// `nil` if anything is missing.
  ///
  /// - Parameters:
  ///   - modules: What the interpreter must have.
  ///   - programs: What its scripts run.
  private init?(with modules: String, programs: [String] = []) {
    guard programs.allSatisfy({ Program(named: $0) != nil }) else { return nil }
    let named = ProcessInfo.processInfo.environment["ORACLE_PYTHON"].map { Program(path: $0) }
    let interpreters = [named, Program(named: "python3")].compactMap(\.self)
    let program = interpreters.first { program in
      let result = try? Workspace().run(program, ["-c", "import \(modules)"])
      return result?.status == 0
    }
    guard let program else { return nil }
    self.program = program
  }

  /// Runs the interpreter, and expects that it succeeds.
  @discardableResult
  func run(_ arguments: [String], in workspace: Workspace) throws -> ProgramResult {
    let result = try attempt(arguments, in: workspace)
    #expect(result.status == 0, "\(result.text)\(result.errors)")
    return result
  }

  /// Runs the interpreter, whatever comes of it.
  func attempt(
    _ arguments: [String], in workspace: Workspace, environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try workspace.run(program, arguments, environment: environment)
  }
}
