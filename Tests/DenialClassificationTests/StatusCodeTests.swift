import Testing

@testable import AuditLog
@testable import DenialClassification

struct StatusCodeTests {
  @Test(arguments: [
    (0, "OK", StatusCode.ok), (1, "CANCELLED", .other(1)), (2, "UNKNOWN", .other(2)),
    (3, "INVALID_ARGUMENT", .invalidArgument), (4, "DEADLINE_EXCEEDED", .other(4)),
    (5, "NOT_FOUND", .notFound), (6, "ALREADY_EXISTS", .other(6)),
    (7, "PERMISSION_DENIED", .permissionDenied), (8, "RESOURCE_EXHAUSTED", .resourceExhausted),
    (9, "FAILED_PRECONDITION", .failedPrecondition), (10, "ABORTED", .other(10)),
    (11, "OUT_OF_RANGE", .other(11)), (12, "UNIMPLEMENTED", .other(12)),
    (13, "INTERNAL", .other(13)), (14, "UNAVAILABLE", .other(14)), (15, "DATA_LOSS", .other(15)),
    (16, "UNAUTHENTICATED", .unauthenticated),
  ])
  func `each code is read as number, as text and by name`(
    number: Int, name: String, code: StatusCode
  ) {
    #expect(StatusCode(.number("\(number)")) == code)
    #expect(StatusCode(.number("\(number).0")) == code)
    #expect(StatusCode(.string("\(number)")) == code)
    #expect(StatusCode(.string(name)) == code)
    #expect(StatusCode(.string(name.lowercased())) == code)
  }

  @Test(arguments: [
    (200, 0), (400, 3), (401, 16), (403, 7), (404, 5), (409, 10), (412, 9), (429, 8), (500, 13),
    (501, 12), (502, 14), (503, 14), (504, 4),
  ])
  func `an HTTP status is the code that it maps to`(status: Int, code: Int) {
    #expect(StatusCode(.number("\(status)")) == StatusCode(.number("\(code)")))
    #expect(StatusCode(.string("\(status)")) == StatusCode(.number("\(code)")))
  }

  @Test(arguments: [
    JSONValue.number("-1"), .number("17"), .number("99"), .number("202"), .number("418"),
    .number("7.5"), .number("75e-2"), .number("99999999999999999999"), .number("1e400"),
    .number("1e-400"), .string(""), .string("7 "), .string("0x7"), .string("7_0"), .string("7."),
    .string(".7e1"), .string("7e"), .string("7e+"), .string("0e"), .string("0ex"), .string("٧"),
    .string("nan"), .string("+"),
    .string("PERMISSION DENIED"), .string("PERMıSSION_DENIED"), .string("O\u{212a}"),
    .string("DENIED"), .string(".0"), .bool(true), .bool(false),
    .array([]), .array([.number("7")]), .object([.init(key: "code", value: .number("7"))]),
  ])
  func `anything else is unknown, never OK`(value: JSONValue) {
    #expect(StatusCode(value) == .unknown)
  }

  @Test(arguments: [
    "7.00", "7e0", "7E+0", "70e-1", "0.7e1", "0.00000000000000000000000000000000007e35", "007",
    "+7",
    "7000000000000000000000000000000e-30", "7.0e-0", "7e-00000000000000000000000000000000000000",
  ])
  func `a whole number counts however it is spelled`(spelling: String) {
    #expect(StatusCode(.number(spelling)) == .permissionDenied)
    #expect(StatusCode(.string(spelling)) == .permissionDenied)
  }

  @Test(arguments: ["-0", "0.0", "0e5", "0e-99999999999999999999", "00"])
  func `zero is OK however it is spelled`(spelling: String) {
    #expect(StatusCode(.string(spelling)) == .ok)
  }

  @Test(arguments: [nil, .null, .object([])] as [JSONValue?])
  func `no code at all is OK`(value: JSONValue?) {
    #expect(StatusCode(value) == .ok)
  }

  /// The code as JSON, and what an entry with it and nothing else is.
  @Test(arguments: [
    ("7", "1152/unspecified"), ("\"7\"", "1152/unspecified"), ("403", "1152/unspecified"),
    ("7.0", "1152/unspecified"), ("16", "1100/credentials-unspecified"), ("0", "none/ok"),
    ("null", "none/ok"), ("{}", "none/ok"), ("8", "none/unclassified-exhausted"),
    ("5", "none/other-error"), ("-7", "none/unclassified-status"),
    ("[7]", "none/unclassified-status"),
    ("{\"a\":7}", "none/unclassified-status"), ("true", "none/unclassified-status"),
  ])
  func `an entry is judged by its code when it says nothing else`(code: String, answer: String)
    throws
  {
    #expect(Answer(try Sample(code: code, message: "").judgement.verdict).description == answer)
  }

  @Test(arguments: [
    ("7", "7"), ("\"PERMISSION_DENIED\"", "PERMISSION_DENIED"), ("true", "absent"),
    ("{}", "absent"),
  ])
  func `the evidence has the code as the log spells it`(code: String, value: String) throws {
    let evidence = try Sample(code: code).facts.codeEvidence
    #expect(evidence == Evidence(path: "protoPayload.status.code", value: value))
  }
}
