import Foundation
import Testing

/// A program called gcloud that knows `storage objects list` and `storage cat`, and notes its calls.
struct StubGcloud {
  private let workspace: Workspace

  /// Makes a stub, which stands in `bin`; objects are files in `objects`.
  init(in workspace: Workspace) throws {
    self.workspace = workspace
    try workspace.file("bin/gcloud", Self.script)
    try workspace.directory("objects")
    let attributes = [FileAttributeKey.posixPermissions: 0o755]
    let path = workspace.url(of: "bin/gcloud").path(percentEncoded: false)
    try FileManager.default.setAttributes(attributes, ofItemAtPath: path)
  }

  /// Answers as gcloud does; lists whatever `listing` holds. It never reads standard input, which
  /// has nothing.
  private static let script = #"""
    #!/bin/sh
    # In one piece: several may run at once.
    call=$(printf '[%s]' "$@")
    printf '%s\n' "$call" >> calls
    if [ -n "$(cat)" ]; then echo 'something on standard input' >> calls; fi
    case "$1 $2" in
    'storage objects')
      if [ -e listing ]; then exec cat listing; fi
      echo "ERROR: (gcloud.storage.objects.list) $4 not found: 404." >&2
      exit 1
      ;;
    'storage cat')
      object="objects/${3#gs://}"
      if [ -x "$object" ]; then exec "$object"; fi
      if [ -e "$object" ]; then exec cat "$object"; fi
      echo 'WARNING: an update is available' >&2
      echo 'ERROR: (gcloud.storage.cat) The following URLs matched no objects or files:' >&2
      echo "$3" >&2
      exit 1
      ;;
    esac
    exit 2
    """#

  /// Runs `denials-report`, which finds the stub before any other gcloud.
  func run(_ arguments: [String], input: Data = Data()) throws -> ProgramResult {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let stub = workspace.url(of: "bin").path(percentEncoded: false)
    return try workspace.run(arguments, input: input, environment: ["PATH": "\(stub):\(path)"])
  }

  /// Makes an object; one that is a script is run when it is read.
  func object(_ name: String, _ bytes: Data, isScript: Bool = false) throws {
    let file = try workspace.file("objects/\(name)", bytes)
    if isScript {
      let path = workspace.url(of: file).path(percentEncoded: false)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
  }

  /// What the stub answers to any wish for a list.
  func listing(_ names: [String]) throws {
    try workspace.file("listing", lines: names.map { "7\tlogs\t\($0)" })
  }

  /// The arguments of each call so far, each in brackets.
  func calls() throws -> [String] {
    String(decoding: try workspace.contents(of: "calls"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}
