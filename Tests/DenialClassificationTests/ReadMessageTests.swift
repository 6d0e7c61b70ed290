import Testing

@testable import DenialClassification

struct ReadMessageTests {
  private static let permissions = [
    "a.b.c", "compute.instances.get", "io.k8s.core.v1.pods.list", "x.googleapis.com/y.get",
    "a.b", "a..b.c", "a.b.c ", "-a.b.c", "a.b.c-", "a.b.é", "a.b\"c.d", "A.B.C", "", "a.b.c' x 'd",
  ]
  private static let resources = [
    "//x.googleapis.com/projects/p", "//r", "//", "/r", "projects/p", "//r s", "//r\n", "//does",
    "//have", "//r\"s`", "//r'", "//r' denied", "//é", "//a@example.com", "//quota/exceeded",
    "//" + String(repeating: "r", count: 3000), "//required", "//user",
  ]
  private static let endings = [
    "' (or it may not exist).", "' (or it may not exist)", "'.", "' (or it may not exist). Quota",
  ]

  @Test(arguments: permissions)
  func `the most common text is read as any other`(permission: String) {
    for resource in Self.resources {
      for ending in Self.endings {
        let message = "Permission '\(permission)' denied on resource '\(resource)\(ending)"
        guard let read = ReadMessage(iamForm: message) else { continue }
        let expected = ReadMessage(message)
        #expect(read.text.original == message)
        #expect(read.text.plain.bytes == expected.text.plain.bytes, "\(message)")
        #expect(read.text.unquoted.bytes == expected.text.unquoted.bytes, "\(message)")
        #expect(read.text.full.bytes == expected.text.full.bytes, "\(message)")
        #expect(read.permissions.permissions == expected.permissions.permissions, "\(message)")
        #expect(read.permissions.subject == expected.permissions.subject, "\(message)")
        #expect(read.permissions.isIAMForm == expected.permissions.isIAMForm, "\(message)")
      }
    }
  }

  @Test(arguments: [
    ("Permission 'a.b.c' denied on resource '//x/y' (or it may not exist).", true),
    ("permission 'a.b.c' denied on resource '//x/y' (or it may not exist).", false),
    ("Permission 'a.b.c' denied on resource '//x/y' (or it may not exist)", false),
    ("Permission 'a.b.c' denied on resource 'x/y' (or it may not exist).", false),
    ("Permission 'a.b' denied on resource '//x/y' (or it may not exist).", false),
    ("Permission 'a.b.c' denied on resource '//x y' (or it may not exist).", false),
    ("Permission 'a.b.c' denied on resource '//x' y' (or it may not exist).", false),
    ("Permission '", false), ("", false),
  ])
  func `only the form itself is taken for it`(message: String, isForm: Bool) {
    #expect((ReadMessage(iamForm: message) != nil) == isForm)
  }
}
