import Testing

@testable import IAM

struct EscalationPermissionsTests {
  @Test(arguments: [
    ("iam.serviceAccounts.actAs", EscalationKind.impersonate),
    ("iam.serviceaccounts.actas", .impersonate),
    ("resourcemanager.projects.setIamPolicy", .selfGrant),
    ("storage.buckets.setIamPolicy", .policyEdit),
    ("some.future.setIamPolicy", .policyEdit),
    ("iam.googleapis.com/workloadIdentityPools.setIamPolicy", .policyEdit),
    ("iam.googleapis.com/workloadIdentityPools.create", .federation),
    ("iam.workloadIdentityPools.create", .federation),
    ("iam.serviceAccountKeys.create", .credential), ("iam.roles.update", .roleEdit),
    ("orgpolicy.policy.set", .guardrail), ("run.services.create", .runAs),
    ("container.secrets.get", .kubernetes),
  ])
  func `a way to more power is known`(text: String, kind: EscalationKind) throws {
    #expect(EscalationPermissions.kind(of: try #require(Permission(text))) == kind)
  }

  @Test(arguments: [
    "aiplatform.endpoints.predict", "storage.buckets.getIamPolicy", "a.setIamPolicy.b",
    "a.b.testSetIamPolicy",
  ])
  func `most permissions are what they say`(text: String) throws {
    #expect(EscalationPermissions.kind(of: try #require(Permission(text))) == nil)
  }

  @Test func `every kind has a reason of its own`() {
    #expect(Set(EscalationKind.allCases.map(\.reason)).count == EscalationKind.allCases.count)
  }

  @Test(
    .enabled(
      if: SharedData.path(of: "escalation.tsv") != nil,
      "no ../shared/roles/escalation.tsv: the list is NOT compared with its source"))
  func `the list has every permission of its source`() throws {
    let names: [EscalationKind: String] = [
      .selfGrant: "self-grant", .roleEdit: "role-edit", .impersonate: "impersonate",
      .credential: "credential", .federation: "federation", .guardrail: "guardrail",
      .runAs: "run-as", .kubernetes: "kubernetes",
    ]
    let rows = try SharedData.rows(of: "escalation.tsv")
    #expect(rows.count == 60)
    for row in rows {
      let permission = try #require(Permission(row[0]))
      let kind = try #require(EscalationPermissions.kind(of: permission), "\(permission)")
      #expect(names[kind] == row[1], "\(permission)")
    }
    // Three federation permissions have two spellings.
    #expect(EscalationPermissions.all.count == rows.count + 3)
  }

  @Test(
    .enabled(
      if: RoleCatalog.isThere,
      "no ../shared/roles/role-catalog-*.json.gz: the list is NOT compared with Google's roles"))
  func `all of them exist, but for an older spelling`() {
    let names = Set(RoleCatalog.byName.values.flatMap { $0.includedPermissions ?? [] })
    let unknown = EscalationPermissions.all.map(\.name).filter { !names.contains($0) }
    #expect(
      unknown.sorted() == [
        "iam.workloadIdentityPoolProviders.create", "iam.workloadIdentityPoolProviders.update",
        "iam.workloadIdentityPools.create",
      ])
  }
}
