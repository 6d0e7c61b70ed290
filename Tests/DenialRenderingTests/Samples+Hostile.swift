@testable import DenialAggregation
import DenialClassification

extension Sample {
  /// What an attacker might write into a log.
  static let hostileValues = [
    "\u{1B}[2J\u{1B}[31mred", "\u{1B}]52;c;cm0gLXJmIH4K\u{7}", "\u{9B}1m\u{9D}0;title\u{9C}",
    "user\u{202E}moc.live@\u{2066}", "a\n1. root@proj.example: 9 denials\r\n   grant  roles/owner",
    "nul\0del\u{7F}bs\u{8}\u{8}\u{8}", "'; rm -rf ~; '\"$(id)`id`\\",
    "z\u{301}\u{302}\u{303}\u{304}\u{305}",
    "\u{200B}\u{FEFF}\u{AD}\u{3164}\u{E0041}", "\u{2028}\u{2029}\u{85}\t", "   ", " padded ", "",
    "=HYPERLINK(\"http://example.com\")", String(repeating: "long", count: 1_000),
    String(repeating: "wide太", count: 700), String(repeating: "e\u{301} ", count: 700),
  ]

  /// A report in which every text is `value`, or in a well-formed one every text that the log can
  /// influence: not times, ids and roles, and none that is never empty.
  static func hostile(_ value: String, isWellFormed: Bool) -> Report {
    let name = isWellFormed ? "x" + value : value
    let time = isWellFormed ? "2026-11-22T10:41:05Z" : value
    let counts = [ValueCount(value: value, denials: 2), ValueCount(value: name, denials: 1)]
    let caller = Caller(ip: value, oauthClientID: value, userAgent: value)
    let findings = [DenialCause.missingRole, .rateLimit].map { cause in
      Finding(
        id: isWellFormed ? cause.rawValue : value, cause: cause, confidence: .low, service: value,
        project: value, resource: value, permissions: cause == .missingRole ? [name] : [],
        permissionsAreInferred: true, methods: counts, resources: counts, resourcesLeftOut: 1,
        denials: 3, besideServicePerimeter: 2, firstSeen: time, lastSeen: time,
        perHour: [ValueCount(value: time, denials: 3)],
        evidence: Evidence(path: value, value: value), examples: [value],
        suggestions: cause == .missingRole ? ["s"] : [], advice: value, caller: caller,
        details: .hostile(value, time: time))
    }
    let principal = PrincipalSummary(
      principal: name, member: value, kind: name, denials: 6,
      byCode: [.iamRejection: 3, .throttling: 3], firstSeen: time, lastSeen: time,
      callerIPs: counts, userAgents: counts, keys: counts,
      reconnaissance: Reconnaissance(
        firstSeen: time, lastSeen: time, permissions: 10, services: 6, projects: 5),
      findings: findings)
    var sample = report(
      of: [principal], suggestions: [hostileSuggestion(value, name: name, isWellFormed)],
      warnings: ["reconnaissance", "hour-gap"].map {
        ReportWarning(id: isWellFormed ? $0 : value, text: name)
      })
    sample.generatedAt = time
    sample.toolVersion = name
    sample.window = ReportWindow(since: time, until: time, firstEntry: time, lastEntry: time)
    let filters = try? DenialFilter(principals: [name], methods: [name])
    sample.filters = filters ?? DenialFilter()
    return sample
  }

  private static func hostileSuggestion(
    _ value: String, name: String, _ isWellFormed: Bool
  ) -> SuggestedBinding {
    let role = isWellFormed ? "roles/aiplatform.user" : value
    return SuggestedBinding(
      id: "s", member: name, role: role, roleTitles: [name], customRole: nil,
      target: .init(type: isWellFormed ? "project" : value, name: name), permissions: [name],
      denials: 3, findings: ["missing-role"], why: name, warnings: [name],
      alternatives: [.init(role: name, why: name)],
      forms: .texts(
        gcloud: "gcloud x --y=" + value, terraform: name, console: [name], verify: value))
  }
}
