import Foundation

/// Log entries in which each field that may name somebody, or some place, has a word that does.
enum PlantedLog {
  /// In the name of whoever calls, is called for, or stands behind a call; and addresses.
  static let people = ["qzperson", "203.0.113.77", "qzkey", "734501928374650192"]
  /// In the name of whatever is called.
  static let places = ["qzplace", "918273645546", "198.51.100.201"]

  private static let account = "qzperson@qzplace-prod.iam.gserviceaccount.com"

  static var lines: [String] {
    callers + targets + quotas + perimeters + [other] + parts
  }

  private static func entry(_ id: String, _ change: (inout EntryText) -> Void) -> String {
    var entry = EntryText(insertID: id, principal: account)
    entry.callerIP = "203.0.113.77"
    entry.project = "qzplace-prod"
    entry.resource = "projects/qzplace-prod/locations/us-central1/endpoints/qzplace-endpoint"
    entry.message = "\(account) may not use qzplace-prod: ask qzperson@qzplace.com"
    change(&entry)
    return entry.line
  }

  private static var callers: [String] {
    let pool =
      "principal://iam.googleapis.com/projects/918273645546/locations/global/"
      + "workloadIdentityPools/qzplace-pool/subject/repo:qzperson/app"
    let names = [
      "qzperson@qzplace.com", "QZPERSON@qzplace.com", "qzperson@gmail.com", "qzp...@qzplace.com",
      "serviceAccount:qzplace-prod.svc.id.goog[qzplace-ns/qzperson]", "qzperson", "qzperson@",
      "system:serviceaccount:qzplace-ns:qzperson", "system:node:qzperson",
      "deleted:serviceAccount:qzperson-gone@qzplace-prod.iam.gserviceaccount.com?uid=734501928374650192",
      "918273645546-compute@developer.gserviceaccount.com", "spiffe://qzplace.com/ns/a/sa/qzperson",
      "qzplace-prod@appspot.gserviceaccount.com", "734501928374650192", "o'qzperson@qzplace.com",
    ]
    let signed: [String: any Sendable] = [
      "principalEmail": account, "principalSubject": "serviceAccount:\(account)",
      "serviceAccountKeyName":
        "//iam.googleapis.com/projects/qzplace-prod/serviceAccounts/\(account)/keys/qzkey1",
      "oauthInfo": ["oauthClientId": "918273645546-qzperson.apps.googleusercontent.com"],
      "serviceAccountDelegationInfo": [
        [
          "firstPartyPrincipal": ["principalEmail": "qzperson2@qzplace-dev.iam.gserviceaccount.com"]
        ],
        ["principalSubject": pool],
      ] as [any Sendable],
    ]
    return names.enumerated().map { number, name in
      entry("caller\(number)") { $0.principal = name }
    } + [
      entry("signed") { $0.more["authenticationInfo"] = signed },
      entry("federated") {
        $0.more["authenticationInfo"] = ["principalSubject": pool]
        $0.more["metadata"] = ["mapped_principal": pool]
      },
      entry("agent") { $0.userAgent = "qzperson's laptop (qzperson; qzplace)" },
      entry("program") { $0.userAgent = "gcloud/546.0.0 qzperson (qzplace-prod)" },
    ]
  }

  private static var targets: [String] {
    let resources = [
      "projects/_/buckets/qzplace-data/objects/qzplace/qzperson@qzplace.com/x",
      "projects/918273645546", "organizations/918273645546", "apps/qzplace-prod", "qzplace",
      "projects/qzplace-prod/locations/us-central1/models/qzplace-model",
      "//qzplace.com/projects/qzplace-prod/topics/qzplace", "projects/qzplace.com:qzplace/topics/t",
      "locations/global/workforcePools/qzplace/subject/qzperson/x",
    ]
    return resources.enumerated().map { number, resource in
      entry("target\(number)") { $0.resource = resource }
    } + [
      entry("act-as") {
        $0.service = "iamcredentials.googleapis.com"
        $0.method = "GenerateAccessToken"
        $0.resource = "projects/-/serviceAccounts/qzperson%40qzplace-dev.iam.gserviceaccount.com"
        $0.permission = "iam.serviceAccounts.getAccessToken"
      },
      entry("unique-id") {
        $0.service = "iamcredentials.googleapis.com"
        $0.resource = "projects/-/serviceAccounts/734501928374650192"
        $0.permission = "iam.serviceAccounts.getAccessToken"
      },
      entry("cluster") {
        $0.service = "k8s.io"
        $0.method = "com.qzplace.v1.crontabs.create"
        $0.resource = "core/v1/namespaces/qzplace-ns/serviceaccounts/qzperson"
        $0.message = "crontabs is forbidden: User \"qzperson@qzplace.com\" cannot create resource"
      },
      entry("own-service") {
        $0.service = "api.endpoints.qzplace-prod.cloud.goog"
        $0.method = "1.qzplace.Get"
        $0.permission = "servicemanagement.services.check"
      },
      entry("org-policy") {
        $0.statusCode = 9
        $0.message = "Constraint constraints/custom.qzplace violated for projects/qzplace-prod"
        $0.more["status"] =
          [
            "code": 9, "message": "Constraint violated for projects/qzplace-prod",
            "details": [
              [
                "@type": "type.googleapis.com/google.rpc.PreconditionFailure",
                "violations": [
                  [
                    "type": "constraints/custom.qzplace",
                    "subject": "orgpolicy:projects/qzplace-prod",
                  ]
                ],
              ] as [String: any Sendable]
            ],
          ] as [String: any Sendable]
      },
      entry("message") {
        $0.permission = ""
        $0.message = "\(account) does not have storage.objects.get access to qzplace-data/qzplace."
        $0.service = "storage.googleapis.com"
        $0.resource = "projects/_/buckets/qzplace-data"
      },
    ]
  }

  private static var quotas: [String] {
    let metadata: [String: any Sendable] = [
      "service": "aiplatform.googleapis.com", "consumer": "projects/918273645546",
      "quota_metric": "api.endpoints.qzplace-prod.cloud.goog/requests",
      "quota_limit": "qzplaceRequestsPerMinute", "quota_limit_value": "10",
      "quota_location": "qzplace-cell", "quota_unit": "1/min/{project}/{user}",
      "base_model": "qzplace-model",
      "quota_dimensions": [
        "user": "qzperson@qzplace.com", "region": "us-central1", "project": "qzplace-prod",
        "endpoint": "qzplace-endpoint",
      ],
    ]
    let details: [String: any Sendable] = [
      "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "RATE_LIMIT_EXCEEDED",
      "domain": "googleapis.com", "metadata": metadata,
    ]
    return [
      entry("quota") {
        $0.more["status"] =
          [
            "code": 8, "message": "Quota exceeded for project qzplace-prod by qzperson",
            "details": [details],
          ] as [String: any Sendable]
      },
      entry("quota-text") {
        $0.service = "api.endpoints.qzplace-prod.cloud.goog"
        $0.statusCode = 8
        $0.message =
          "Quota exceeded for quota metric 'qzplace' and limit 'Q per minute' of service "
          + "'api.endpoints.qzplace-prod.cloud.goog' for consumer 'project_number:918273645546'."
      },
      entry("unclear") {
        $0.service = "compute.googleapis.com"
        $0.statusCode = 8
        $0.permission = ""
        $0.message = "qzplace-prod is not well, says qzperson"
      },
      entry("masked") {
        $0.statusCode = 5
        $0.permission = ""
        $0.message =
          "qzplace-prod was not found, or qzperson does not have permission (or it may not exist)."
      },
    ]
  }

  private static var perimeters: [String] {
    let metadata: [String: any Sendable] = [
      "@type": "type.googleapis.com/google.cloud.audit.VpcServiceControlAuditMetadata",
      "vpcServiceControlsUniqueId": "id1", "violationReason": "NO_MATCHING_ACCESS_LEVEL",
      "deviceState": "Unknown",
      "securityPolicyInfo": [
        "organizationId": "918273645546",
        "servicePerimeterName": "accessPolicies/918273645546/servicePerimeters/qzplace_perimeter",
      ],
      "accessLevels": ["accessPolicies/918273645546/accessLevels/qzplace_level"],
      "ingressViolations": [
        [
          "servicePerimeter": "accessPolicies/918273645546/servicePerimeters/qzplace_other",
          "source": "//compute.googleapis.com/projects/qzplace-prod/global/networks/qzplace",
          "sourceType": "Network", "targetResource": "projects/918273645546",
          "targetResourcePermissions": ["storage.objects.get"],
        ] as [String: any Sendable]
      ],
    ]
    return [
      entry("perimeter") {
        $0.log = "policy"
        $0.message = "Request is prohibited by organization's policy. qzplace"
        $0.more["metadata"] = metadata
        $0.more["requestMetadata"] =
          [
            "callerIp": "198.51.100.201",
            "callerNetwork":
              "//compute.googleapis.com/projects/qzplace-prod/global/networks/qzplace",
          ] as [String: any Sendable]
      }
    ]
  }

  /// No audit log, but `extract --all` names it.
  private static var other: String {
    #"{"insertId":"other","timestamp":"2026-11-22T10:00:03Z","#
      + #""logName":"projects/qzplace-prod/logs/qzplace-app","textPayload":"qzperson"}"#
  }

  /// Halves, parts, successes, and a time that is none.
  private static var parts: [String] {
    let operation = { (half: String) in
      ["id": "operation-qzplace-1", "producer": "qzplace.com", half: true]
        as [String: any Sendable]
    }
    return [
      entry("first") {
        $0.statusCode = nil
        $0.around["operation"] = operation("first")
      },
      entry("last") {
        $0.principal = nil
        $0.around["operation"] = operation("last")
      },
      entry("lonely-first") {
        $0.statusCode = nil
        $0.around["operation"] = ["id": "qzplace-2", "first": true] as [String: any Sendable]
        $0.more["authorizationInfo"] = [
          ["permission": "storage.objects.get", "resource": "projects/_/buckets/qzplace"]
        ]
      },
      entry("split") {
        $0.statusCode = 10
        $0.around["split"] = ["uid": "s1", "index": 0, "totalSplits": 2] as [String: any Sendable]
      },
      entry("granted") { $0.statusCode = nil },
      entry("granted-later") {
        $0.statusCode = nil
        $0.timestamp = "2026-11-22T12:00:00Z"
      },
      entry("new-key") {
        $0.statusCode = nil
        $0.service = "iam.googleapis.com"
        $0.method = "google.iam.admin.v1.CreateServiceAccountKey"
        $0.resource = "projects/-/serviceAccounts/\(account)"
      },
      entry("time") { $0.timestamp = "when qzperson came to qzplace" },
    ]
  }
}
