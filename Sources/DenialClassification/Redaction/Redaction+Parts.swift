import IAM

extension Redaction {
  /// The value is kept if it is a word that Google chose: a reason, a permission, a limit.
  func redacted(_ evidence: Evidence, of denial: Denial) -> Evidence {
    let (path, value) = (evidence.path, evidence.value)
    let shown: String
    if Self.isReason(value) || Self.isCode(value) || Self.plainValues.contains(value) {
      shown = value
    } else if path.hasSuffix(".permission") || denial.permissions.contains(value) {
      shown = permission(value)
    } else if path.hasSuffix(".serviceName") {
      shown = pseudonyms.service(value)
    } else if path.hasSuffix("@type")
      || value.hasPrefix("constraints/") && !value.contains("custom")
    {
      shown = Self.isPlain(value, "./") ? value : Self.hiddenText
    } else if let quota = denial.quota, [quota.limitName, quota.metric].contains(value) {
      shown = isPublic(quota, of: denial) ? value : opaque(value)
    } else {
      shown = Self.hiddenText
    }
    return Evidence(path: path, value: shown)
  }

  private static let plainValues: Set<String> = ["", "present", "absent", "true", "false", "allow"]

  /// A permission has no sign that an address or a sentence has.
  func permission(_ name: String) -> String {
    Self.isPlain(name, "./-_:") ? name : opaque(name)
  }

  func redacted(_ operation: Denial.Operation) -> Denial.Operation {
    var operation = operation
    operation.id =
      pseudonyms.hidesPlaces
      ? pseudonyms.opaque(operation.id) : limited(pseudonyms.path(operation.id))
    operation.producer = limited(pseudonyms.service(operation.producer))
    return operation
  }

  func redacted(_ perimeter: Denial.Perimeter) -> Denial.Perimeter {
    var perimeter = perimeter
    perimeter.reason = word(perimeter.reason)
    perimeter.name = limited(pseudonyms.path(perimeter.name))
    perimeter.accessLevels = perimeter.accessLevels.map { limited(pseudonyms.path($0)) }
    perimeter.callerNetwork = limited(pseudonyms.path(perimeter.callerNetwork))
    if pseudonyms.hidesPlaces, perimeter.deviceState != "Unknown" {
      perimeter.deviceState = pseudonyms.opaque(perimeter.deviceState)
    }
    for index in perimeter.violations.indices {
      var violation = perimeter.violations[index]
      violation.perimeter = limited(pseudonyms.path(violation.perimeter))
      violation.source = limited(pseudonyms.path(violation.source))
      violation.sourceType = word(violation.sourceType)
      violation.target = limited(pseudonyms.path(violation.target))
      violation.permissions = violation.permissions.map(permission)
      perimeter.violations[index] = violation
    }
    return perimeter
  }

  /// What a denial says of the quota that was short.
  func redacted(_ quota: Denial.Quota, _ denial: Denial) -> Denial.Quota {
    var quota = quota
    if !isPublic(quota, of: denial) {
      (quota.metric, quota.limitName) = (opaque(quota.metric), opaque(quota.limitName))
    }
    quota.limitValue = Self.isNumber(quota.limitValue) ? quota.limitValue : opaque(quota.limitValue)
    if !Self.isPlain(quota.unit, "/{}._") { quota.unit = opaque(quota.unit) }
    quota.location = limited(pseudonyms.path(quota.location))
    quota.model = limited(pseudonyms.model(quota.model))
    for index in quota.dimensions.indices {
      let (name, value) = (quota.dimensions[index].name, quota.dimensions[index].value)
      quota.dimensions[index].value = dimension(name, value)
      if pseudonyms.hidesPlaces { quota.dimensions[index].name = word(name) }
    }
    return quota
  }

  private func dimension(_ name: String, _ value: String) -> String {
    let name = name.lowercased()
    if name.contains("user") || name.contains("principal") || name.contains("account") {
      return pseudonyms.account(value)
    }
    if name.contains("project") { return pseudonyms.project(value) }
    return limited(pseudonyms.path(value))
  }

  /// Whether metric and limit are those of a service of Google, which everybody knows.
  private func isPublic(_ quota: Denial.Quota, of denial: Denial) -> Bool {
    guard pseudonyms.hidesPlaces else { return true }
    let metric = quota.metric.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let services = [denial.service] + (metric.count == 2 ? [String(metric[0])] : [])
    return services.allSatisfy { !$0.isEmpty && pseudonyms.service($0) == $0 }
      && [quota.metric, quota.limitName].allSatisfy { name in
        Self.isPlain(name, " ./-_") && (denial.project.isEmpty || !name.contains(denial.project))
      }
  }

  /// A value that Google chooses from a few, such as `NO_MATCHING_ACCESS_LEVEL`, `Network` or `7`.
  func word(_ text: String) -> String {
    text.utf8.count <= 64 && Self.isPlain(text, "_") ? text : opaque(text)
  }

  private func opaque(_ text: String) -> String { pseudonyms.opaque(text) }

  /// Whether this has ASCII letters, digits and some signs only.
  private static func isPlain(_ text: String, _ signs: String) -> Bool {
    text.utf8.allSatisfy { ASCII.isWord($0) && $0 < 0x80 || signs.utf8.contains($0) }
  }

  /// Whether this is a reason or the name of a status, such as `IAM_PERMISSION_DENIED`.
  private static func isReason(_ text: String) -> Bool {
    text.utf8.count <= 64
      && text.utf8.allSatisfy { ($0 >= 0x41 && $0 <= 0x5a) || $0 == 0x5f || ASCII.isDigit($0) }
      && text.utf8.first.map { !ASCII.isDigit($0) } ?? false
  }

  private static func isCode(_ text: String) -> Bool {
    isNumber(text) && text.utf8.count <= 3
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy { ASCII.isDigit($0) || $0 == 0x2d || $0 == 0x2e }
  }
}
