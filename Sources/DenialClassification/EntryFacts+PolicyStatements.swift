import AuditLog

extension EntryFacts {
  /// What the entry says of a perimeter and of a quota.
  func addPolicy(of denial: Denial?, to list: inout StatementList) {
    if let perimeter = Denial.Perimeter(self) { add(perimeter, to: &list) }
    if let denial {
      list.add(.vpcScId, denial.perimeterID, path: perimeterIDPath)
      if denial.cause.isOfQuota { add(QuotaPlaces(self), to: &list) }
    }
  }

  private func add(_ perimeter: Denial.Perimeter, to list: inout StatementList) {
    let path = "\(Self.payloadPath).metadata"
    let isNamed = payload.metadata["securityPolicyInfo"]?["servicePerimeterName"]?.string != nil
    if isNamed {
      list.add(.perimeter, perimeter.name, path: "\(path).securityPolicyInfo.servicePerimeterName")
    }
    list.add(
      .violationReason, perimeter.reason, path: "\(path).violationReason",
      note: ViolationReason(perimeter.reason)?.meaning ?? "")
    if payload.metadata["dryRun"] == .bool(true) {
      list.add(.dryRun, "true", path: "\(path).dryRun", note: "nothing was blocked")
    }
    var counts: [Denial.Perimeter.Direction: Int] = [:]
    for violation in perimeter.violations {
      let index = counts[violation.direction, default: 0]
      counts[violation.direction] = index + 1
      let path = "\(path).\(violation.direction.rawValue)Violations[\(index)]"
      list.add(.direction, violation.direction.rawValue, path: path, note: violation.sourceType)
      list.add(.source, violation.source, path: "\(path).source")
      list.add(.target, violation.target, path: "\(path).targetResource")
    }
    for level in perimeter.accessLevels {
      list.add(
        .accessLevel, level, path: "\(path).accessLevels",
        note: "the caller satisfies it, though the perimeter may not ask for it")
    }
    list.add(.deviceState, perimeter.deviceState, path: "\(path).deviceState")
    list.add(
      .callerNetwork, perimeter.callerNetwork,
      path: "\(Self.payloadPath).requestMetadata.callerNetwork")
  }

  private func add(_ quota: QuotaPlaces, to list: inout StatementList) {
    list.add(.quotaMetric, quota.metric.text, path: quota.metric.path)
    list.add(.quotaLimit, quota.limitName.text, path: quota.limitName.path)
    list.add(.quotaLimitValue, quota.limitValue.text, path: quota.limitValue.path)
    list.add(.quotaUnit, quota.unit.text, path: quota.unit.path)
    list.add(
      .quotaPeriod, quota.period?.rawValue, path: "", note: "from unit, names and message")
    list.add(.quotaModel, quota.model.text, path: quota.model.path)
    list.add(.quotaLocation, quota.location.text, path: quota.location.path)
    for dimension in quota.dimensions {
      list.add(
        .quotaDimension, "\(dimension.name): \(dimension.value)",
        path: "\(Self.payloadPath).status.details")
    }
  }
}
