import Foundation
import Testing

/// What a story points out, on both sides of each threshold.
struct StorySignalTests {
  private struct Story: Decodable {
    let signals: [Signal]

    struct Signal: Decodable {
      let kind: String
      let text: String
      let time: String?
      let insertIds: [String]
    }
  }

  /// A denial of `app`, so many seconds after ten.
  private struct Denial {
    var second = 0
    var permission = "a.b.get"
    var service = "a.googleapis.com"
    var project = "acme-prod"
    var address = "203.0.113.7"
    var agent = "curl/8.5.0"
    var key: String?
    var principal = "app@acme-prod.iam.gserviceaccount.com"
  }

  private func signals(_ denials: [Denial]) throws -> [Story.Signal] {
    let lines = denials.enumerated().map { index, denial in
      let time = String(10_000 + denial.second / 60 * 100 + denial.second % 60).suffix(4)
      var entry = EntryText(
        insertID: "i\(index)", timestamp: "2026-11-22T10:\(time.prefix(2)):\(time.suffix(2))Z",
        principal: denial.principal, service: denial.service,
        resource: "projects/\(denial.project)/things/one", permission: denial.permission,
        callerIP: denial.address, userAgent: denial.agent, project: denial.project)
      if let key = denial.key {
        entry.more["authenticationInfo"] = [
          "principalEmail": denial.principal, "serviceAccountKeyName": key,
        ]
      }
      return entry.line
    }
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: lines)
    let result = try workspace.run(["story", "app@*", "-f", "json", "a.jsonl"])
    return try JSONDecoder().decode(Story.self, from: result.output).signals
  }

  @Test(
    arguments: [
      (10, 60, true), (9, 60, false), (10, 66, true), (10, 67, false), (25, 67, false),
    ])
  func `ten permissions within ten minutes are an enumeration`(
    count: Int, seconds: Int, isOne: Bool
  ) throws {
    let found = try signals(
      (0..<count).map { Denial(second: $0 * seconds, permission: "a.b.verb\($0)") })
    #expect(found.map(\.kind) == (isOne ? ["enumeration"] : []))
    if isOne {
      #expect(found[0].insertIds == ["i0", "i1", "i2", "i3", "i4"])
      #expect(found[0].text.hasPrefix("10 permissions, 1 service and 1 project within"))
    }
  }

  @Test(arguments: [(6, 1, true), (5, 1, false), (1, 5, true), (1, 4, false)])
  func `so are six services, or five projects`(services: Int, projects: Int, isOne: Bool) throws {
    let found = try signals(
      (0..<max(services, projects)).map { index in
        Denial(
          second: index, service: "s\(min(index, services - 1)).googleapis.com",
          project: "acme-prod-\(min(index, projects - 1))")
      })
    #expect(found.map(\.kind) == (isOne ? ["enumeration"] : []))
  }

  @Test(
    arguments: [
      ("iam.serviceAccountKeys.create", true), ("resourcemanager.projects.setIamPolicy", true),
      ("storage.objects.get", false),
    ])
  func `a permission that leads to more power is pointed out`(permission: String, isOne: Bool)
    throws
  {
    let found = try signals((0..<7).map { Denial(second: $0, permission: permission) })
    #expect(found.map(\.kind) == (isOne ? ["escalation"] : []))
    if isOne { #expect(found[0].insertIds == ["i0", "i1", "i2", "i3", "i4"]) }
  }

  @Test(
    arguments: [
      ("AAAB", "new-address-for-key", ["i3"]), ("AAB", nil, []),
      ("AAABAB", "new-address-for-key", ["i3"]),
      ("ABAB", nil, []), ("BAAAB", nil, []), ("AAAA", nil, []),
    ] as [(String, String?, [String])])
  func `a known key at a new address is pointed out once`(
    uses: String, kind: String?, ids: [String]
  ) throws {
    let found = try signals(
      uses.enumerated().map { index, use in
        Denial(second: index, address: use == "A" ? "203.0.113.7" : "198.51.100.9", key: "//k")
      })
    #expect(found.map(\.kind) == [kind].compactMap(\.self))
    #expect(found.flatMap(\.insertIds) == ids)
  }

  @Test func `another key, or none, is not known`() throws {
    for key in ["//other", nil] {
      let first = (0..<3).map { Denial(second: $0, key: "//k") }
      let last = Denial(second: 3, address: "198.51.100.9", agent: "python", key: key)
      #expect(try signals(first + [last]).isEmpty)
    }
  }

  @Test(
    arguments: [
      ("python-requests/2.32", true), ("curl/9.0.1", false),
      ("curl/8.5.0,gzip(gfe),gzip(gfe)", false), ("", false),
    ])
  func `a known key in another program is pointed out, in another version it is not`(
    agent: String, isOne: Bool
  ) throws {
    let first = (0..<3).map { Denial(second: $0, key: "//k") }
    let found = try signals(first + [Denial(second: 3, agent: agent, key: "//k")])
    #expect(found.map(\.kind) == (isOne ? ["new-agent-for-key"] : []))
  }

  @Test(
    arguments: [
      (2, "203.0.113.7", true), (1, "203.0.113.7", false), (2, "2001:db8::1", true),
      (5, "gce-internal-ip", false), (5, "private", false),
    ])
  func `an address of three principals is pointed out`(
    others: Int, address: String, isOne: Bool
  ) throws {
    let found = try signals(
      [Denial(address: address)]
        + (0..<others).map { Denial(second: $0, address: address, principal: "p\($0)@acme.com") })
    #expect(found.map(\.kind) == (isOne ? ["shared-address"] : []))
    if isOne { #expect(found[0].insertIds == ["i1", "i2"]) }
  }

  // MARK: - With grants

  private struct Told: Decodable {
    let allowed: Allowed?
    let signals: [Story.Signal]

    struct Allowed: Decodable {
      let calls: Int
      let permissions: [Permission]
      let grantedSince: [Since]
    }

    struct Permission: Decodable {
      let value: String
      let calls: Int
    }

    struct Since: Decodable {
      let permission: String
      let since: String
    }
  }

  private func told(_ lines: [String], _ options: [String] = ["--with-grants"]) throws -> Told {
    let workspace = try Workspace()
    try workspace.file("a.jsonl", lines: lines)
    let result = try workspace.run(["story", "app@*", "-f", "json", "a.jsonl"] + options)
    return try JSONDecoder().decode(Told.self, from: result.output)
  }

  private func call(
    _ id: String, minute: Int, permission: String = "a.b.get", principal: String = "app@x.com",
    statusCode: Int? = nil
  ) -> EntryText {
    EntryText(
      insertID: id, timestamp: "2026-11-22T10:\(String(minute + 100).suffix(2)):00Z",
      principal: principal, permission: permission, statusCode: statusCode)
  }

  @Test func `what is granted after the last refusal is told, and nothing of others`() throws {
    let lines = [
      call("d1", minute: 5, statusCode: 7), call("d2", minute: 9, statusCode: 7),
      call("d3", minute: 9, permission: "a.b.set", statusCode: 7),
      call("g0", minute: 1), call("g1", minute: 7), call("g3", minute: 12), call("g2", minute: 10),
      call("g2", minute: 10), call("g4", minute: 9, permission: "a.b.set"),
      call("o1", minute: 20, permission: "a.b.set", principal: "other@x.com"),
    ].map(\.line)
    let allowed = try #require(try told(lines).allowed)
    #expect(allowed.calls == 5)
    #expect(allowed.permissions.map(\.value) == ["a.b.get", "a.b.set"])
    #expect(allowed.permissions.map(\.calls) == [4, 1])
    #expect(allowed.grantedSince.map(\.permission) == ["a.b.get"])
    #expect(allowed.grantedSince.map(\.since) == ["2026-11-22T10:10:00Z"])
    #expect(try told(lines, []).allowed == nil)
  }

  @Test(
    arguments: [
      (0, "app@acme-prod.iam.gserviceaccount.com", "//k", true),
      (3600, "app@acme-prod.iam.gserviceaccount.com", "//k", true),
      (3601, "app@acme-prod.iam.gserviceaccount.com", "//k", false),
      (-1, "app@acme-prod.iam.gserviceaccount.com", "//k", false),
      (60, "other@acme-prod.iam.gserviceaccount.com", "//k", false),
      (60, "app@acme-prod.iam.gserviceaccount.com", "", false),
    ])
  func `refusals within an hour after a key was made are pointed out`(
    seconds: Int, account: String, key: String, isOne: Bool
  ) throws {
    let time = 9 * 3600 + seconds
    let parts = [time / 3600, time / 60 % 60, time % 60].map { String($0 + 100).suffix(2) }
    var denial = EntryText(
      insertID: "d", timestamp: "2026-11-22T\(parts.joined(separator: ":"))Z")
    denial.more["authenticationInfo"] = [
      "principalEmail": "app@acme-prod.iam.gserviceaccount.com", "serviceAccountKeyName": key,
    ]
    let creation = EntryText(
      insertID: "c", timestamp: "2026-11-22T09:00:00Z", principal: "mallory@example.com",
      service: "iam.googleapis.com", method: "google.iam.admin.v1.CreateServiceAccountKey",
      resource: "projects/-/serviceAccounts/\(account)",
      permission: "iam.serviceAccountKeys.create", statusCode: nil)
    let found = try told([creation.line, denial.line]).signals
    #expect(found.map(\.kind) == (isOne ? ["after-key-creation"] : []))
    if isOne {
      #expect(found[0].insertIds == ["c", "d"])
      #expect(found[0].text.hasPrefix("mallory@example.com made a key"))
    }
  }
}
