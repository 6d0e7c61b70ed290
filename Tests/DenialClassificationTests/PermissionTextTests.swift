import Testing

@testable import DenialClassification

struct PermissionTextTests {
  @Test(arguments: [
    "Permission 'a.b.c' denied on resource 'R' (or it may not exist).",
    "Permission \"a.b.c\" denied on resource (or it may not exist).",
    "Permission a.b.c denied on projects/p", "Permission `a.b.c` denied for resource R.",
    "permission a.b.c DENIED", "The caller does not have permission to perform a.b.c on resource R",
    "Required 'a.b.c' permission for 'projects/p/zones/z'", "required \"a.b.c\" permission",
    "x@example.com does not have a.b.c access to the Google Cloud Storage object.",
    "Access Denied: Project p: User does not have a.b.c permission in project p.",
    "Error:\n\tPermission\n'a.b.c'\ndenied", "(Permission [a.b.c], denied)",
  ])
  func `each of IAM's forms names its permission`(message: String) {
    let text = PermissionText(MessageText(message))
    #expect(text.permissions == ["a.b.c"])
    #expect(text.isIAMForm)
  }

  @Test(arguments: [
    (
      "Permission 'storage.googleapis.com/objects.get' denied", "storage.googleapis.com/objects.get"
    ),
    ("Permission 'io.k8s.core.v1.pods.list' denied", "io.k8s.core.v1.pods.list"),
    ("Permission 'networkservices.route_views.get' denied", "networkservices.route_views.get"),
    ("Permission 'my-api.example.com/jobs.get' denied", "my-api.example.com/jobs.get"),
    (
      "Permission 'iam.serviceaccounts.actAs' denied on service account x",
      "iam.serviceaccounts.actAs"
    ),
  ])
  func `a permission keeps its spelling`(message: String, permission: String) {
    #expect(PermissionText(MessageText(message)).permissions == [permission])
  }

  @Test(arguments: [
    "", "Permission denied", "Permission denied on resource project acme-prod.", "a.b.c",
    "Permission a.b.c granted", "Permission a.b denied", "Permission a..b denied",
    "Permission a.b. denied", "Permission a..b.c denied", "Permission a.b+c.d denied",
    "The user does not have permission", "User not authorized to perform this",
    "permissions a.b.c denied", "denied a.b.c permission", "Permission é.b.c denied",
    "Required a.b.c role",
    "must perform a.b.c", "does not have a.b.c", "Permission 'a.b.c d' denied",
    "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: x.y.z",
  ])
  func `other texts name none`(message: String) {
    let text = PermissionText(MessageText(message))
    #expect(text.permissions.isEmpty)
    #expect(!text.isIAMForm)
  }

  @Test(arguments: [
    "Access Denied: Table p:d.t: User does not have permission to query table p:d.t",
    "User not authorized to perform this action.",
  ])
  func `a form may name no permission`(message: String) {
    let text = PermissionText(MessageText(message))
    #expect(text.permissions.isEmpty)
    #expect(text.isIAMForm)
  }

  @Test func `several permissions are named in order, each once`() {
    let message =
      "Required 'a.b.c' permission for x, Required 'd.e.f' permission for y, "
      + "Permission 'a.b.c' denied"
    let text = PermissionText(MessageText(message))
    #expect(text.permissions == ["a.b.c", "d.e.f"])
  }

  @Test(
    arguments: [
      ("x@example.com does not have a.b.c access", "x@example.com"),
      (
        "Access Denied: 'app@acme-prod.iam.gserviceaccount.com' does not have permission",
        "app@acme-prod.iam.gserviceaccount.com"
      ),
      ("User does not have a.b.c permission", nil), ("x@example.com does have access", nil),
      ("x@example.com does not", nil), ("x@example.com may not have it", nil),
      ("x@example.com does never have it", nil), ("x@example.com does not like it", nil),
      ("Anonymous caller does not have a.b.c access", nil),
      ("a@x.com does not have it, b@x.com does not have it", "a@x.com"),
    ] as [(String, String?)])
  func `the address before "does not have" is the one that lacks it`(
    message: String, subject: String?
  ) {
    #expect(PermissionText(MessageText(message)).subject == subject)
  }

  @Test(arguments: [
    "Permission ", "'", "a.b.c ", "Permission a.b.c ", ".", "a.", "does not have ",
    "x@y does not have ",
    "\u{E9}", " ", "(((", "Permission a.b.c denied ", "User not authorized to perform this ",
  ])
  func `long messages come to an end`(part: String) {
    let message = String(repeating: part, count: 100_000 / part.utf8.count)
    #expect(PermissionText(MessageText(message)).permissions.count <= 1)
  }

  @Test func `thousands of permissions are all read`() {
    let message = (0..<3000).map { "Permission a.b.c\($0) denied" }.joined(separator: " ")
    #expect(PermissionText(MessageText(message)).permissions.count == 3000)
  }

  private static let pieces = [
    "permission", "Permission", "denied", "perform", "to", "required", "have", "access", "does",
    "not",
    "query", "user", "authorized", "this", "action", "'a.b.c'", "d.e.f,", "a.b", "x@example.com",
    "X",
  ]

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `a keyword at a time finds what looking around every word finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let count = Int.random(in: 0...12, using: &random)
      let words = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
      let text = PermissionText(MessageText(words.joined(separator: " ")))
      let expected = LackedPermissions(words)
      #expect(text.permissions == expected.permissions, "\(words)")
      #expect(text.subject == expected.subject, "\(words)")
      #expect(text.isIAMForm == expected.isIAMForm, "\(words)")
    }
  }
}

/// What IAM's forms say in some words, by looking around every one of them.
private struct LackedPermissions {
  private(set) var permissions: [String] = []
  private(set) var subject: String?
  private(set) var isIAMForm = false

  init(_ words: [String]) {
    let bare = words.map { $0.filter { !"',".contains($0) } }
    let says = { (index: Int, phrase: String) in
      zip(index..., phrase.split(separator: " ")).allSatisfy {
        bare.indices.contains($0) && bare[$0].lowercased() == $1
      }
    }
    for (index, word) in bare.enumerated() {
      let isLacked =
        says(index - 1, "permission")
        ? says(index + 1, "denied")
        : says(index - 1, "perform")
          ? says(index - 2, "to")
          : says(index - 1, "required")
            ? says(index + 1, "permission")
            : says(index - 1, "have")
              && (says(index + 1, "access") || says(index + 1, "permission"))
      if isLacked, word.split(separator: ".").count >= 3 {
        isIAMForm = true
        if !permissions.contains(word) { permissions.append(word) }
      }
      if subject == nil, word.contains("@"), says(index + 1, "does not have") { subject = word }
      if says(index, "does not have permission to query") { isIAMForm = true }
      if says(index, "user not authorized to perform this action") { isIAMForm = true }
    }
  }
}
