import Foundation
import Testing

/// Explanations and the reference of causes, judged by their JSON Schemas.
struct ExplainSchemaTests {
  /// Checks `codes*.json` and `explain*.json` in the working directory.
  private static let script = """
    import json, pathlib, sys
    from jsonschema import Draft202012Validator
    names = ('report', 'explain', 'codes')
    schemas = [json.loads(pathlib.Path(f'{sys.argv[1]}/{name}.schema.json').read_text())
               for name in names]
    try:
        from referencing import Registry, Resource
        known = {'registry': Registry().with_resources(
            (schema['$id'], Resource.from_contents(schema)) for schema in schemas)}
    except ImportError:
        from jsonschema import RefResolver
        known = {'resolver': RefResolver('', {}, {schema['$id']: schema for schema in schemas})}
    for name, schema in zip(names, schemas):
        Draft202012Validator.check_schema(schema)
        for path in sorted(pathlib.Path('.').glob(f'{name}*.json')):
            document = json.loads(path.read_text())
            for error in Draft202012Validator(schema, **known).iter_errors(document):
                sys.exit(f'{path}: {error.json_path}: {error.message[:200]}')
            print(path)
    """

  @Test(
    .enabled(
      if: OraclePython.withJSONSchema != nil,
      "no python3 with jsonschema: pip install jsonschema, and name it in ORACLE_PYTHON"))
  func `explanations and codes keep to their schemas`() throws {
    let workspace = try Workspace()
    for name in ["1152", "1153", "1100", "all"] {
      let path = SampleLogs.path("\(name).jsonl.gz")
      let arguments = ["explain", "-f", "json", "--limit", "60", path]
      try workspace.file("explain-\(name).json", workspace.run(arguments).output)
    }
    let rest = [EntryText(statusCode: nil).line, #"{"a":1}"#, #"{"a":1,}"#]
    for (index, line) in rest.enumerated() {
      let result = try workspace.run(["explain", "-f", "json"], input: Data(line.utf8))
      try workspace.file("explain-\(index).json", result.output)
    }
    try workspace.file("codes.json", workspace.run(["codes", "-f", "json"]).output)
    let some = try workspace.run(["codes", "-f", "json", "1100", "act-as", "capacity"]).output
    try workspace.file("codes-some.json", some)
    let python = try #require(OraclePython.withJSONSchema)
    let result = try python.run(["-c", Self.script, Repository.path("docs")], in: workspace)
    #expect(result.lines.count == 9)
  }
}
