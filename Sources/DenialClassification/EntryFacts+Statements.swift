import AuditLog
import IAM

extension EntryFacts {
  // Where the values stand; paths of theirs begin so.
  static let payloadPath = "protoPayload"
  private static let callerPath = "protoPayload.authenticationInfo"

  /// What the entry says, in the order in which people ask: what happened, who, what, where, how.
  ///
  /// - Parameters:
  ///   - denial: The denial that the entry is, if it is one.
  ///   - isSoftDeny: Whether the call went well though a check was not granted.
  /// - Returns: Only what the entry says.
  func statements(for denial: Denial?, isSoftDeny: Bool) -> [Statement] {
    var list = StatementList()
    addOutcome(to: &list)
    addCaller(to: &list)
    if denial != nil || code != .ok && !denied.areInferred || isSoftDeny {
      addPermissions(to: &list)
    }
    addTargets(of: denial, to: &list)
    addPolicy(of: denial, to: &list)
    addCircumstances(to: &list)
    return list.statements
  }

  private func addOutcome(to list: inout StatementList) {
    let raw = codeEvidence.value
    let isPlain = code.number.map(String.init) == raw
    let note = hasCode ? (isPlain ? "" : "written \(raw)") : "absent, which counts as 0"
    list.add(.status, code.description, path: codeEvidence.path, note: note)
    list.add(.message, messageEvidence.value, path: Self.messagePath)
    for info in details.errorInfos.prefix(4) {
      list.add(.reason, info.reason, path: info.path + ".reason")
    }
    list.add(.service, payload.serviceName, path: "\(Self.payloadPath).serviceName")
    list.add(.method, payload.methodName, path: "\(Self.payloadPath).methodName")
  }

  private func addCaller(to list: inout StatementList) {
    let principal = caller.principal
    let authentication = payload.authentication
    if caller.email != authentication.principalEmail {
      list.add(
        .principal, principal.name, path: Self.messagePath,
        note: "the message says who lacks the permission")
    } else if !caller.email.isEmpty {
      list.add(.principal, principal.name, path: "\(Self.callerPath).principalEmail")
    } else if principal.name == authentication.principalSubject {
      list.add(.principal, principal.name, path: "\(Self.callerPath).principalSubject")
    } else {
      let key = payload.metadata["mapped_principal"] == nil ? "mappedPrincipal" : "mapped_principal"
      list.add(.principal, principal.name, path: "\(Self.payloadPath).metadata.\(key)")
    }
    list.add(
      .member, principal.member?.text, path: "", note: "the principal as a binding writes it")
    list.add(.homeProject, principal.homeProject?.name, path: "", note: "from the account's name")
  }

  private func addPermissions(to list: inout StatementList) {
    for name in denied.names.prefix(Self.permissionLimit) {
      let paths = permissionPaths(of: name)
      let others = paths.dropFirst().joined(separator: " and ")
      let note =
        denied.areInferred
        ? "not in the log: the only permission that the method checks"
        : others.isEmpty ? "" : "also in \(others)"
      list.add(.permission, name, path: paths.first ?? "", note: note)
    }
    let more = denied.names.count - Self.permissionLimit
    if more > 0 { list.add(.permission, "…", path: "", note: "and \(more) more") }
  }

  /// How many permissions of one entry are listed.
  private static let permissionLimit = 20

  private func addTargets(of denial: Denial?, to list: inout StatementList) {
    for place in ProjectPlace.allCases {
      guard let project = project(in: place) else { continue }
      list.add(.project, project.name, path: path(of: place), note: place.note)
      break
    }
    list.add(.resource, resource, path: resourcePath)
    if let denial {
      list.add(
        .serviceAccount, denial.serviceAccount, path: serviceAccountPath(of: denial.serviceAccount),
        note: "the account that the call wanted to use")
      list.add(
        .quotaProject, denial.quotaProject, path: quotaProjectPath,
        note: "the project to be charged")
    }
  }

  private func addCircumstances(to list: inout StatementList) {
    let requestPath = "\(Self.payloadPath).requestMetadata"
    let authentication = payload.authentication
    list.add(.callerIP, payload.callerIP, path: "\(requestPath).callerIp")
    list.add(.userAgent, payload.userAgent, path: "\(requestPath).callerSuppliedUserAgent")
    list.add(
      .key, authentication.serviceAccountKeyName, path: "\(Self.callerPath).serviceAccountKeyName")
    list.add(
      .oauthClientID, authentication.oauthClientID,
      path: "\(Self.callerPath).oauthInfo.oauthClientId")
    for link in authentication.delegation.prefix(16) {
      list.add(.delegation, link, path: "\(Self.callerPath).serviceAccountDelegationInfo")
    }
    if let operation = entry.operation, operation.isFirst || operation.isLast {
      list.add(.operation, operation.id, path: "operation.id", note: operation.note)
    }
    if let split = entry.split {
      let note = "part \(min(split.index, 1 << 40) + 1) of \(split.totalSplits)"
      list.add(.split, split.uid, path: "split.uid", note: note)
    }
  }
}

extension LogEntry.Operation {
  fileprivate var note: String {
    isFirst && isLast ? "a whole call" : isFirst ? "its first entry" : "its last entry"
  }
}

extension EntryFacts.ProjectPlace {
  fileprivate var note: String {
    switch self {
    case .refusedCheck: "of the resource whose check was refused"
    case .errorInfo: "of the resource that the ErrorInfo names"
    case .resourceLabel: "the project of the log's resource"
    case .resourceName: "of the resource that was called"
    case .logName: "of the log, as nothing else names one"
    }
  }
}
