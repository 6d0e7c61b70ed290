import AuditLog
import IAM
import Testing

@testable import DenialAggregation

struct RoleCatalogReaderTests {
  private func read(_ documents: String...) throws -> RoleCatalog {
    var reader = RoleCatalogReader()
    for document in documents {
      let bytes = Array(document.utf8)
      try reader.read(bytes.span)
    }
    return try reader.finish()
  }

  @Test func `fields that are not needed, escapes and copies do no harm`() throws {
    let catalog = try read(
      #"{"etag":"AA==","\u006eame":"roles/a.b","x":[{}],"stage":"GA","includedPermissions":["a.b.get","a.b.get","a.\u0062.list"]}"#
    )
    #expect(catalog.role(named: "roles/a.b")?.size == 2)
    #expect(catalog.permissions.map(\.name) == ["a.b.get", "a.b.list"])
  }

  @Test func `a role with something that is no permission is never suggested`() throws {
    let catalog = try read(
      #"{"name":"roles/a.b","stage":"GA","includedPermissions":["a.b.get",1]}"#,
      #"{"name":"roles/a.c","stage":"GA","includedPermissions":["a.b.get","$(id)"]}"#)
    #expect(catalog.roles.isEmpty)
    #expect(catalog.roleCount == 2)
  }

  @Test func `a page that names a next one needs it`() throws {
    let role = #"{"name":"roles/a.b","stage":"GA","includedPermissions":["a.b.get"]}"#
    let page = #"{"roles":[\#(role)],"nextPageToken":"x"}"#
    #expect(throws: RoleCatalogFault.missingPage) { try read(page) }
    #expect(try read(page, "{}").roleCount == 1)
    #expect(try read(#"{"roles":[\#(role)],"nextPageToken":""}"#).roleCount == 1)
  }

  @Test(arguments: [
    ("{", RoleCatalogFault.notJSON(.truncated(byteOffset: 1))),
    ("1", .notARole), ("{\"name\":1}", .notARole),
    (#"{"name":"roles/a.b","includedPermissions":"a.b.get"}"#, .notARole),
    (#"{"roles":["roles/a.b"]}"#, .notARole), (#"{"error":{"message":"no"}}"#, .errorAnswer("no")),
    (#"{"error":1}"#, .errorAnswer("no message")),
    ("{}", .noRole), (#"{"name":"roles/a.b"}"#, .basicView(roleCount: 1)),
  ])
  func `what is no catalogue says why`(document: String, fault: RoleCatalogFault) {
    #expect(throws: fault) { try read(document) }
    #expect(!"\(fault)".isEmpty)
  }

  @Test func `more roles than are read are refused`() {
    let roles = (0...RoleCatalogBuilder.roleLimit).map { #"{"name":"roles/a.r\#($0)"}"# }
    #expect(throws: RoleCatalogFault.tooLarge(.tooManyRoles)) {
      try read(#"{"roles":[\#(roles.joined(separator: ","))]}"#)
    }
    #expect(
      "\(RoleCatalogFault.tooLarge(.tooManyRoles))"
        == "more than 50000 roles, which is more than is read")
  }
}
