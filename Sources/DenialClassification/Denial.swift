package import AuditLog
package import IAM

/// One refused request: what a denial record holds, and all that a report is made from.
///
/// Strings that the log does not have are empty. Every string is log text with its length limited
/// to ``byteLimit`` and secrets masked; bodies of requests and responses are never in it.
package struct Denial: Hashable, Sendable {
  package var insertID: String
  /// As the log spells it.
  package var timestampText: String
  package var logName: String
  package var cause: DenialCause
  /// The row of the decision table that decided.
  package var rule: String
  package var confidence: Confidence
  package var evidence: Evidence
  package var caller: CallerIdentity
  /// In IAM's spelling, sorted, each once.
  package var permissions: [String]
  package var permissionsAreInferred: Bool
  /// The project that owns the resource, an id or a number.
  package var project: String
  package var service: String
  package var method: String
  package var resource: String
  /// The service account that a call wanted to use, by e-mail address or unique id.
  package var serviceAccount: String
  /// The project whose quota the call was to use, where that is what was refused.
  package var quotaProject: String
  package var callerIP: String
  package var userAgent: String
  /// The full name of the service account key that signed the call.
  package var key: String
  package var oauthClientID: String
  /// Who acted through whom, in the order of delegation.
  package var delegation: [String]
  package var operation: Operation?
  package var split: Split?
  /// What VPC Service Controls names the refusal by.
  package var perimeterID: String
  package var perimeter: Perimeter?
  package var quota: Quota?
  package var credentialState: CredentialState?

  /// The longest string that is kept, in bytes; a longer one ends in `…`.
  package static let byteLimit = 2048

  /// How many checks of one entry are looked at.
  package static let checkLimit = DeniedPermissions.checkLimit

  /// When it happened; `nil` if the log does not say, or not readably.
  package var timestamp: Timestamp? { Timestamp(timestampText) }

  /// The names that the log gives a caller; see ``Principal``.
  package struct CallerIdentity: Hashable, Sendable {
    package var email: String
    package var subject: String
    package var mappedPrincipal: String

    package init(email: String, subject: String, mappedPrincipal: String) {
      (self.email, self.subject, self.mappedPrincipal) = (email, subject, mappedPrincipal)
    }

    package var principal: Principal {
      Principal(email: email, subject: subject, mappedPrincipal: mappedPrincipal)
    }

    /// The name of ``principal``.
    package var name: String {
      Principal.name(email: email, subject: subject, mappedPrincipal: mappedPrincipal)
    }
  }

  /// The part of a long-running call that the entry is.
  package struct Operation: Hashable, Sendable {
    package var id: String
    package var producer: String
    package var isFirst: Bool
    package var isLast: Bool

    package init(id: String, producer: String, isFirst: Bool, isLast: Bool) {
      (self.id, self.producer, self.isFirst, self.isLast) = (id, producer, isFirst, isLast)
    }
  }

  /// The part of a divided entry that the entry is.
  package struct Split: Hashable, Sendable {
    package var uid: String
    package var index: Int
    package var total: Int

    package init(uid: String, index: Int, total: Int) {
      (self.uid, self.index, self.total) = (uid, index, total)
    }
  }

  package init(
    insertID: String, timestampText: String, logName: String, cause: DenialCause, rule: String,
    confidence: Confidence, evidence: Evidence, caller: CallerIdentity
  ) {
    self.insertID = insertID
    self.timestampText = timestampText
    self.logName = logName
    self.cause = cause
    self.rule = rule
    self.confidence = confidence
    self.evidence = evidence
    self.caller = caller
    permissions = []
    permissionsAreInferred = false
    delegation = []
    (project, service, method, resource) = ("", "", "", "")
    (serviceAccount, quotaProject, perimeterID) = ("", "", "")
    (callerIP, userAgent, key, oauthClientID) = ("", "", "", "")
  }
}
