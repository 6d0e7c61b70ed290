import AuditLog
import DenialClassification
import Testing

@testable import DenialAggregation

struct TimelineTests {
  private func finding(_ cause: DenialCause, _ perHour: [(String, Int)]) -> Finding {
    Finding(
      id: "f", cause: cause, confidence: .high, service: nil, project: nil, resource: nil,
      permissions: [], permissionsAreInferred: false, methods: [], resources: [],
      resourcesLeftOut: 0, denials: perHour.reduce(0) { $0 + $1.1 }, besideServicePerimeter: 0,
      firstSeen: nil, lastSeen: nil,
      perHour: perHour.map { ValueCount(value: $0.0, denials: $0.1) },
      evidence: Evidence(path: "", value: ""), examples: [], suggestions: [], advice: nil,
      caller: nil)
  }

  @Test func `steps go from the first denial to the last, those without any too`() {
    var timeline = Timeline()
    timeline.add(
      finding(.missingRole, [("2026-11-20T23:00:00Z", 3), ("2026-11-21T01:00:00Z", 1)]))
    timeline.add(finding(.rateLimit, [("2026-11-21T01:00:00Z", 2), ("no time", 9)]))
    let (steps, hours) = timeline.steps
    #expect(hours == 1)
    #expect(
      steps.map(\.start) == [
        "2026-11-20T23:00:00Z", "2026-11-21T00:00:00Z", "2026-11-21T01:00:00Z",
      ])
    #expect(steps.map(\.counts) == [[3, 0, 0], [0, 0, 0], [1, 2, 0]])
  }

  @Test func `nothing has no steps`() {
    #expect(Timeline().steps.list.isEmpty)
  }

  @Test(arguments: [1, 2, 95, 96, 97, 500, 2_000, 9_000, 60_000])
  func `any stretch of time has at most 96 steps, which lose nothing`(hours: Int) {
    var timeline = Timeline()
    let start = 1_795_000_000 / 3_600
    let moments = (0..<hours).map { hour in
      let seconds = Int64(start + hour) * 3_600
      return Timestamp(nanosecondsSince1970: seconds * 1_000_000_000).description
    }
    timeline.add(finding(.quotaExhausted, moments.map { ($0, 2) }))
    let (steps, length) = timeline.steps
    #expect(steps.count <= Timeline.stepLimit)
    let latest = min(hours, Timeline.stepLimit * length)
    let total = steps.reduce(0) { $0 + $1.total }
    #expect(total == 2 * hours || hours > latest - length && total >= 2 * (latest - length))
    #expect(steps.allSatisfy { $0.counts[0] == 0 && $0.counts[1] == 0 })
    #expect(Timeline.hour(of: steps[0].start).map { $0 % length } == 0)
  }

  @Test func `times before 1970 lie in the hour before`() {
    #expect(Timeline.hour(of: "1969-12-31T23:59:59Z") == -1)
    #expect(Timeline.hour(of: "1970-01-01T00:59:59.9Z") == 0)
    #expect(Timeline.hour(of: "tomorrow") == nil)
  }
}
