import AuditLog
import IAM

/// Where in the entry the values stand that a denial holds.
extension EntryFacts {
  /// Every place that names a denied permission, the one that counts first.
  func permissionPaths(of name: String) -> [String] {
    if denied.areInferred { return ["protoPayload.methodName"] }
    let key = DeniedPermissions.key(name)
    var paths: [String] = []
    let checks = payload.authorization.prefix(DeniedPermissions.checkLimit)
    let index = checks.firstIndex { check in
      check.isRefused && DeniedPermissions.key(check.permission) == key
    }
    if let index { paths.append("protoPayload.authorizationInfo[\(index)].permission") }
    if let errorInfo, let named = errorInfo.metadata["permission"]?.string,
      DeniedPermissions.key(named) == key
    {
      paths.append(errorInfo.path + ".metadata.permission")
    }
    if permissionText.permissions.contains(where: { DeniedPermissions.key($0) == key }) {
      paths.append(Self.messagePath)
    }
    return paths
  }

  /// Where the project of ``project(in:)`` is named.
  func path(of place: ProjectPlace) -> String {
    switch place {
    case .refusedCheck: refusedCheckPath
    case .errorInfo: (errorInfo?.path ?? "") + ".metadata.resource"
    case .resourceLabel: "resource.labels.project_id"
    case .resourceName: "protoPayload.resourceName"
    case .logName: "logName"
    }
  }

  /// Where ``resource`` stands.
  var resourcePath: String {
    if !denied.resource.isEmpty { return refusedCheckPath }
    if let errorInfo, errorInfo.metadata["resource"]?.string?.isEmpty == false {
      return errorInfo.path + ".metadata.resource"
    }
    return "protoPayload.resourceName"
  }

  /// Where the resource of the first refused check that has one stands.
  private var refusedCheckPath: String {
    let index = payload.authorization.firstIndex { $0.isRefused && !$0.resource.isEmpty }
    return index.map { "protoPayload.authorizationInfo[\($0)].resource" } ?? ""
  }

  /// Where the service account of ``serviceAccount(for:)`` is named.
  func serviceAccountPath(of account: String) -> String {
    let names = [
      (refusedCheckPath, denied.resource), ("protoPayload.request.name", payload.requestName),
      ("protoPayload.resourceName", payload.resourceName),
    ]
    for (path, name) in names where ResourceName(name).serviceAccount?.name == account {
      return path
    }
    return entry.resourceLabels["email_id"]?.string == account
      ? "resource.labels.email_id" : Self.messagePath
  }

  /// Where ``quotaProject`` is named.
  var quotaProjectPath: String {
    if let consumer = errorInfo?.metadata["consumer"]?.string,
      ResourceName(consumer).project != nil
    {
      return (errorInfo?.path ?? "") + ".metadata.consumer"
    }
    if message.original.utf8Contains("to use project ") { return Self.messagePath }
    return ProjectPlace.allCases.first { project(in: $0) != nil }.map(path) ?? ""
  }

  /// Where ``perimeterID`` stands.
  var perimeterIDPath: String {
    if payload.metadata["vpcServiceControlsUniqueId"]?.string != nil {
      return "protoPayload.metadata.vpcServiceControlsUniqueId"
    }
    for violation in details.violations
    where violation.type == "VPC_SERVICE_CONTROLS" && !violation.description.isEmpty {
      return violation.path + ".description"
    }
    for info in details.errorInfos
    where info.reason == "SECURITY_POLICY_VIOLATED" && info.metadata["uid"]?.string != nil {
      return info.path + ".metadata.uid"
    }
    return Self.messagePath
  }
}

extension AuthorizationInfo {
  /// Whether the check counts as refused where the call failed.
  fileprivate var isRefused: Bool {
    granted != true && DeniedPermissions.isPermission(permission)
  }
}
