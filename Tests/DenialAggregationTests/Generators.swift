import AuditLog
import DenialAggregation
import DenialClassification

/// A small generator with a seed, so that every run tests the same inputs.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  /// - Source: Marsaglia, Xorshift RNGs, 2003, with Vigna's multiplier
  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_f491_4f6c_dd1d
  }

  /// One of several values.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }
}

extension Denial {
  /// A denial with values from small pools, so that findings, copies and differing copies arise.
  static func random(using generator: inout SeededGenerator) -> Denial {
    let permission = generator.pick(["aiplatform.endpoints.predict", "storage.objects.get", ""])
    var denial = Denial(
      insertID: generator.pick(["", "a", "b", "c", "d", "e", "f", "long-insert-id-0123456789"]),
      timestampText: generator.pick([
        "", "not a time", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.5Z", "2026-11-21T23:59:59Z",
      ]),
      logName: generator.pick(["projects/p/logs/a", "projects/q/logs/b"]),
      cause: permission.isEmpty
        ? generator.pick([.unspecified, .rateLimit, .apiKeyExpired, .vpcServiceControls])
        : generator.pick([.missingRole, .crossProject]),
      rule: "10h", confidence: generator.pick([.high, .medium, .low]),
      evidence: Evidence(path: "protoPayload.status.message", value: generator.pick(hostile)),
      caller: CallerIdentity(
        email: generator.pick([
          "", "app@acme-prod.iam.gserviceaccount.com", "Alice@example.com",
          "service-1@gcp-sa-aiplatform.iam.gserviceaccount.com", "$(id)@x",
        ]), subject: generator.pick(["", "user:alice@example.com"]), mappedPrincipal: ""))
    denial.permissions = permission.isEmpty ? [] : [permission]
    denial.project = generator.pick(["", "acme-prod", "1234567"])
    denial.service = generator.pick(["aiplatform.googleapis.com", "storage.googleapis.com"])
    denial.method = generator.pick(["Predict", "Get"] + hostile)
    denial.resource = generator.pick(["projects/acme-prod", "r"] + hostile)
    denial.callerIP = generator.pick(["", "203.0.113.7", "2001:db8::1"])
    denial.userAgent = generator.pick(["", "curl/8", "gcloud/500 invocation-id/77,gzip(gfe)"])
    denial.key = generator.pick(["", "//iam.googleapis.com/projects/p/keys/1"])
    denial.delegation = generator.pick([[], ["a@x", "b@y"]])
    denial.operation = generator.pick([
      nil, Operation(id: "op", producer: "x", isFirst: false, isLast: true),
    ])
    denial.split = generator.pick([nil, nil, Split(uid: "u", index: 0, total: 2)])
    denial.quota = generator.pick([
      nil, Quota(metric: "m", limitName: "l", limitValue: "0", unit: "1/min"),
    ])
    if denial.cause == .rateLimit {
      denial.quota?.period = generator.pick([nil] + QuotaPeriod.allCases)
      denial.quota?.model = generator.pick(["", "gemini", "\u{e9}", "e\u{301}"])
      denial.quota?.dimensions = generator.pick([[], [.init(name: "a", value: "b")]])
    }
    if denial.cause == .vpcServiceControls {
      denial.perimeter = generator.pick([nil, .random(using: &generator)])
    }
    if denial.cause == .apiKeyExpired {
      denial.credentialState = generator.pick([nil, .keyExpired, .keyLeaked])
    }
    return denial
  }

  /// Text that formats must escape.
  static let hostile = [
    "plain", "quote \" backslash \\ slash /", "line\nfeed\r\ttab \u{0} nul \u{1b}[31m",
    "\u{202e}bidi \u{2028} separator", "ünïcødé \u{1F680}", String(repeating: "x", count: 3000),
  ]
}

extension Denial.Perimeter {
  /// A perimeter with values from small pools.
  static func random(using generator: inout SeededGenerator) -> Self {
    var perimeter = Self()
    perimeter.name = generator.pick(["", "accessPolicies/1/servicePerimeters/prod", "\u{202e}\""])
    perimeter.reason = generator.pick([
      "", "NO_MATCHING_ACCESS_LEVEL", "SERVICE_NOT_ALLOWED_FROM_VPC", "NEW\n",
    ])
    perimeter.accessLevels = generator.pick([
      [], ["accessPolicies/1/accessLevels/a"], ["accessPolicies/1/accessLevels/a", "x"],
    ])
    perimeter.callerNetwork = generator.pick(["", "//compute.googleapis.com/x"])
    perimeter.deviceState = generator.pick(["", "Unknown"])
    for _ in 0..<generator.pick([0, 1, 2]) {
      var violation = Violation(direction: generator.pick(Direction.allCases))
      violation.source = generator.pick(["", "projects/111111111111", "*"])
      violation.target = generator.pick(["", "projects/222222222222", "projects/acme-prod"])
      violation.permissions = generator.pick([[], ["NO_PERMISSIONS"]])
      perimeter.violations.append(violation)
    }
    perimeter.violationsLeftOut = generator.pick([0, 0, 3])
    return perimeter
  }
}

extension Tally {
  /// A tally of denials, each an entry of its own in one of three sources.
  init(_ denials: some Sequence<(offset: Int, element: Denial)>) {
    self.init()
    for (offset, denial) in denials {
      let source = offset % 3
      add(denial, source: source, byteOffset: offset)
      updateBooks(of: source) { books in
        books.name = "source-\(source)"
        books.fingerprint = "fingerprint-\(source)"
        books.lines += 1
        books.entries += 1
        books.denialEntries += 1
        if let timestamp = denial.timestamp { books.note(timestamp) }
      }
    }
  }
}

extension Report {
  static let clock = Timestamp(nanosecondsSince1970: 1_795_000_000_000_000_000)

  init(_ tally: Tally) {
    self.init(tally, generatedAt: Self.clock, toolVersion: "test")
  }
}
