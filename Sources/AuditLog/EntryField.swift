/// A field of a log entry that is read, by what it stands in and its name in the Logging API.
enum EntryField: UInt8, CaseIterable {
  case insertID = 1
  case lowercaseInsertID, timestamp, logName, lowercaseLogName, labels
  case resource, resourceLabels, projectID, emailID
  case operation, operationID, producer, first, last
  case split, splitUID, splitIndex, totalSplits
  case protoPayload, lowercasePayload, bigQueryPayload, logAnalyticsPayload, auditLog
  case type, atType, atSignType, serviceName, methodName, resourceName
  case status, code, message, details
  case authentication, principalEmail, principalSubject, serviceAccountKeyName
  case oauthInfo, oauthClientID
  case delegation, authorization
  case caller, callerIP, uppercaseCallerIP, userAgent, callerNetwork
  case metadata, metadataJSON
  case policyViolation, orgPolicyViolation, violations
  case request, requestName, requestJSON
  // Those of elements of a list.
  case firstPartyPrincipal, linkEmail, linkSubject, permission, checkedResource, granted

  /// Whether an entry may have the field more than once, as a list has many elements.
  var isOfElement: Bool { rawValue >= Self.firstPartyPrincipal.rawValue }

  /// What a field stands in.
  enum Container: UInt8 {
    case entry, resource, resourceLabels, operation, split, logAnalyticsPayload
    case payload, status, authentication, oauthInfo, caller, policyViolation, orgPolicyViolation
    case request, delegationLink, firstPartyPrincipal, check
  }

  /// What is known of a field.
  struct Facts {
    let container: Container
    let name: StaticString
    /// What its value is, if fields are read in there.
    let value: Container?

    init(_ container: Container, _ name: StaticString, _ value: Container? = nil) {
      (self.container, self.name, self.value) = (container, name, value)
    }

    /// Whether the value may be a list of what it is.
    var mayBeList: Bool { value == .delegationLink || value == .check }
  }

  /// What is known of the field.
  var facts: Facts { Self.factsByNumber[Int(rawValue)] }

  private static let factsByNumber: [Facts] =
    [Facts(.entry, "")] + allCases.map(\.madeFacts)

  private var madeFacts: Facts {
    switch self {
    case .insertID: Facts(.entry, "insertId")
    case .lowercaseInsertID: Facts(.entry, "insertid")
    case .timestamp: Facts(.entry, "timestamp")
    case .logName: Facts(.entry, "logName")
    case .lowercaseLogName: Facts(.entry, "logname")
    case .labels: Facts(.entry, "labels")
    case .resource: Facts(.entry, "resource", .resource)
    case .resourceLabels: Facts(.resource, "labels", .resourceLabels)
    case .projectID: Facts(.resourceLabels, "project_id")
    case .emailID: Facts(.resourceLabels, "email_id")
    case .operation: Facts(.entry, "operation", .operation)
    case .operationID: Facts(.operation, "id")
    case .producer: Facts(.operation, "producer")
    case .first: Facts(.operation, "first")
    case .last: Facts(.operation, "last")
    case .split: Facts(.entry, "split", .split)
    case .splitUID: Facts(.split, "uid")
    case .splitIndex: Facts(.split, "index")
    case .totalSplits: Facts(.split, "totalSplits")
    case .protoPayload: Facts(.entry, "protoPayload", .payload)
    case .lowercasePayload: Facts(.entry, "protopayload", .payload)
    case .bigQueryPayload: Facts(.entry, "protopayload_auditlog", .payload)
    case .logAnalyticsPayload: Facts(.entry, "proto_payload", .logAnalyticsPayload)
    case .auditLog: Facts(.logAnalyticsPayload, "audit_log", .payload)
    case .type: Facts(.payload, "@type")
    case .atType: Facts(.payload, "at_type")
    case .atSignType: Facts(.payload, "at_sign_type")
    case .serviceName: Facts(.payload, "serviceName")
    case .methodName: Facts(.payload, "methodName")
    case .resourceName: Facts(.payload, "resourceName")
    case .status: Facts(.payload, "status", .status)
    case .code: Facts(.status, "code")
    case .message: Facts(.status, "message")
    case .details: Facts(.status, "details")
    case .authentication: Facts(.payload, "authenticationInfo", .authentication)
    case .principalEmail: Facts(.authentication, "principalEmail")
    case .principalSubject: Facts(.authentication, "principalSubject")
    case .serviceAccountKeyName: Facts(.authentication, "serviceAccountKeyName")
    case .oauthInfo: Facts(.authentication, "oauthInfo", .oauthInfo)
    case .oauthClientID: Facts(.oauthInfo, "oauthClientId")
    case .delegation: Facts(.authentication, "serviceAccountDelegationInfo", .delegationLink)
    case .firstPartyPrincipal: Facts(.delegationLink, "firstPartyPrincipal", .firstPartyPrincipal)
    case .linkEmail: Facts(.firstPartyPrincipal, "principalEmail")
    case .linkSubject: Facts(.delegationLink, "principalSubject")
    case .authorization: Facts(.payload, "authorizationInfo", .check)
    case .permission: Facts(.check, "permission")
    case .checkedResource: Facts(.check, "resource")
    case .granted: Facts(.check, "granted")
    case .caller: Facts(.payload, "requestMetadata", .caller)
    case .callerIP: Facts(.caller, "callerIp")
    case .uppercaseCallerIP: Facts(.caller, "callerIP")
    case .userAgent: Facts(.caller, "callerSuppliedUserAgent")
    case .callerNetwork: Facts(.caller, "callerNetwork")
    case .metadata: Facts(.payload, "metadata")
    case .metadataJSON: Facts(.payload, "metadataJson")
    case .policyViolation: Facts(.payload, "policyViolationInfo", .policyViolation)
    case .orgPolicyViolation: Facts(.policyViolation, "orgPolicyViolationInfo", .orgPolicyViolation)
    case .violations: Facts(.orgPolicyViolation, "violationInfo")
    case .request: Facts(.payload, "request", .request)
    case .requestName: Facts(.request, "name")
    case .requestJSON: Facts(.payload, "requestJson")
    }
  }
}
