extension PreferredRoles {
  /// Identities, the hierarchy of resources, and which services it uses.
  static let identityServices: [Service] = [
    Service("apikeys") { apikeys },
    Service("iam") { iam },
    Service("resourcemanager") { resourcemanager },
    Service("serviceusage") { serviceusage },
  ]

  private static let apikeys = PreferredRoleRules(
    of: "apikeys",
    """
    roles/serviceusage.apiKeysViewer | API Keys Viewer | 4
      keys.{get,getKeyString,list,lookup}
    roles/serviceusage.apiKeysAdmin | API Keys Admin | 12
      > serviceusage.apiKeysViewer
      keys.{create,delete,undelete,update}
    """)

  private static let iam = PreferredRoleRules(
    of: "iam",
    """
    roles/iam.operationViewer | IAM Operation Viewer | 1
      operations.get
    roles/iam.serviceAccountOpenIdTokenCreator |
      Service Account OpenID Connect Identity Token Creator | 1
      serviceAccounts.getOpenIdToken
    roles/iam.denyReviewer | Deny Reviewer | 2
      denypolicies.{get,list}
    roles/iam.accessPolicyViewer | Access Policy Viewer | 3 BETA
      accesspolicies.{get,list,searchPolicyBindings}
    roles/iam.principalAccessBoundaryViewer | Principal Access Boundary Policy Viewer | 3
      principalaccessboundarypolicies.{get,list,searchPolicyBindings}
    roles/iam.serviceAccountApiKeyBindingAdmin | Service Account API Key Binding Admin | 3
      serviceAccountApiKeyBindings.{create,delete,undelete}
    roles/iam.accessPolicyUser | Access Policy User | 4 BETA
      accesspolicies.{bind,unbind}
    roles/iam.principalAccessBoundaryUser | Principal Access Boundary Policy User | 4
      principalaccessboundarypolicies.{bind,unbind}
    roles/iam.workspacePoolAdmin | Workspace Pool IAM Admin | 4
      /workspacePools.{createPolicyBinding,deletePolicyBinding,searchPolicyBindings,
      updatePolicyBinding}
    roles/iam.serviceAccountCreator | Create Service Accounts | 5
      serviceAccounts.create
    roles/iam.serviceAccountDeleter | Delete Service Accounts | 5
      serviceAccounts.delete
    roles/iam.serviceAccountUser | Service Account User | 5
      serviceAccounts.actAs
    roles/iam.oauthClientViewer | IAM OAuth Client Viewer | 6
      /{oauthClientCredentials,oauthClients}.{get,list}
    roles/iam.roleViewer | Role Viewer | 6
      roles.{get,list,listEffectiveTags,listTagBindings}
    roles/iam.workforcePoolViewer | IAM Workforce Pool Viewer | 7
      /{workforcePoolProviderKeys,workforcePoolProviders,workforcePools}.{get,list}
      /workforcePoolProviders.computeUserAttributes
    roles/iam.accessPolicyAdmin | Access Policy Admin | 8 BETA
      > iam.accessPolicyUser iam.accessPolicyViewer
      accesspolicies.{create,delete,update}
    roles/iam.serviceAccountTokenCreator | Service Account Token Creator | 9
      > iam.serviceAccountOpenIdTokenCreator iam.workloadIdentityUser
      serviceAccounts.{getAccessToken,implicitDelegation,signBlob,signJwt}
    roles/iam.serviceAccountViewer | View Service Accounts | 9
      {serviceAccountKeys,serviceAccounts}.{get,list}
      serviceAccounts.{getIamPolicy,listEffectiveTags,listTagBindings}
    roles/iam.principalAccessBoundaryAdmin | Principal Access Boundary Policy Admin | 10
      > iam.principalAccessBoundaryUser iam.principalAccessBoundaryViewer
      principalaccessboundarypolicies.{create,delete,update}
    roles/iam.serviceAccountKeyAdmin | Service Account Key Admin | 10
      serviceAccountKeys.{create,delete,disable,enable}
    roles/iam.denyAdmin | Deny Admin | 11
      > iam.denyReviewer
      denypolicies.{create,delete,update}
    roles/iam.roleAdmin | Role Administrator | 12
      > iam.roleViewer
      roles.{create,createTagBinding,delete,deleteTagBinding,undelete,update}
    roles/iam.scimSyncer | SCIM Data Syncer | 12
      /{workforcePoolProviderScimGroups,workforcePoolProviderScimUsers}.{create,delete,get,list,
      patch,put}
    roles/iam.workforcePoolEditor | IAM Workforce Pool Editor | 12
      > iam.workforcePoolViewer
      /workforcePoolProviders.{create,delete,undelete,update} /workforcePools.update
    roles/iam.oauthClientAdmin | IAM OAuth Client Admin | 13
      > iam.oauthClientViewer
      /{oauthClientCredentials,oauthClients}.{create,delete,update} /oauthClients.undelete
    roles/iam.workloadIdentityPoolViewer | IAM Workload Identity Pool Viewer | 15 BETA
      /{workloadIdentityPoolManagedIdentities,workloadIdentityPools}.{get,getAttestationRules,
      list}
      /{workloadIdentityPoolNamespaces,workloadIdentityPoolProviderKeys,
      workloadIdentityPoolProviders}.{get,list}
      /workloadIdentityPools.getIamPolicy
    roles/iam.serviceAccountAdmin | Service Account Admin | 19
      > iam.serviceAccountApiKeyBindingAdmin iam.serviceAccountCreator iam.serviceAccountDeleter
      serviceAccounts.{createTagBinding,deleteTagBinding,disable,enable,setIamPolicy,undelete,
      update}
    roles/iam.workforcePoolAdmin | IAM Workforce Pool Admin | 38
      > iam.scimSyncer iam.workforcePoolEditor
      /{workforcePoolProviderKeys,workforcePools}.{create,delete,undelete}
      /workforcePoolSubjects.{delete,undelete}
      /workforcePools.{createPolicyBinding,deletePolicyBinding,setIamPolicy,updatePolicyBinding}
    roles/iam.workloadIdentityPoolAdmin | IAM Workload Identity Pool Admin | 41 BETA
      > iam.workloadIdentityPoolViewer
      workloadIdentityPools.{createPolicyBinding,deletePolicyBinding,updatePolicyBinding}
      /workloadIdentityPoolManagedIdentities.setAttestationRules
      /{workloadIdentityPoolManagedIdentities,workloadIdentityPoolNamespaces,
      workloadIdentityPoolProviders,workloadIdentityPools}.{create,delete,undelete,update}
      /workloadIdentityPoolProviderKeys.{create,delete,undelete}
      /workloadIdentityPools.{setAttestationRules,setIamPolicy}
    no role
      policybindings.{get,list} workloadIdentityPools.searchPolicyBindings
      /workforcePools.{getIamPolicy,searchPolicyBindings}
    """)

  private static let resourcemanager = PreferredRoleRules(
    of: "resourcemanager",
    """
    roles/resourcemanager.lienModifier | Project Lien Modifier | 1
      projects.updateLiens
    roles/resourcemanager.organizationViewer | Organization Viewer | 1
      organizations.get
    roles/resourcemanager.projectDeleter | Project Deleter | 1
      projects.delete
    roles/billing.projectManager | Project Billing Manager | 2
      projects.{createBillingAssignment,deleteBillingAssignment}
    roles/resourcemanager.folderMover | Folder Mover | 2
      {folders,projects}.move
    roles/resourcemanager.projectCreator | Project Creator | 2
      > resourcemanager.organizationViewer
      projects.create
    roles/resourcemanager.projectMover | Project Mover | 3
      projects.update
    roles/resourcemanager.tagHoldAdmin | Tag Hold Administrator | 3
      tagHolds.{create,delete}
    roles/browser | Browser | 6
      > resourcemanager.organizationViewer
      folders.list projects.{get,getIamPolicy,list}
    roles/resourcemanager.folderIamAdmin | Folder IAM Admin | 9
      folders.{createPolicyBinding,deletePolicyBinding,setIamPolicy,updatePolicyBinding}
    roles/resourcemanager.projectIamAdmin | Project IAM Admin | 9
      projects.{createPolicyBinding,deletePolicyBinding,setIamPolicy,updatePolicyBinding}
    roles/resourcemanager.folderViewer | Folder Viewer | 10
      {capabilities,folders}.get
    roles/resourcemanager.folderCreator | Folder Creator | 11
      > resourcemanager.folderViewer
      folders.create
    roles/resourcemanager.folderEditor | Folder Editor | 16
      > resourcemanager.folderViewer
      capabilities.update folders.{delete,getIamPolicy,searchPolicyBindings,undelete,update}
    roles/resourcemanager.tagAdmin | Tag Administrator | 17
      > resourcemanager.tagHoldAdmin
      {tagKeys,tagValues}.{create,delete,setIamPolicy,update}
    roles/resourcemanager.organizationAdmin | Organization Administrator | 36
      > browser resourcemanager.folderIamAdmin resourcemanager.folderViewer
      > resourcemanager.projectIamAdmin
      organizations.{createPolicyBinding,deletePolicyBinding,setIamPolicy,updatePolicyBinding}
    roles/resourcemanager.tagViewer | Tag Viewer | 325
      hierarchyNodes.{listEffectiveTags,listTagBindings} tagHolds.list
      {tagKeys,tagValues}.{get,list}
    roles/resourcemanager.tagUser | Tag User | 647
      hierarchyNodes.{createTagBinding,deleteTagBinding} tagValueBindings.{create,delete}
    no role
      organizations.searchPolicyBindings {organizations,tagKeys,tagValues}.getIamPolicy
      projects.{searchPolicyBindings,undelete}
    """)

  private static let serviceusage = PreferredRoleRules(
    of: "serviceusage",
    """
    roles/serviceusage.apiKeysAdmin | API Keys Admin | 12
      > serviceusage.apiKeysViewer
      apiKeys.{regenerate,revert}
    roles/serviceusage.serviceUsageViewer | Service Usage Viewer | 15
      consumerpolicy.analyze
      {consumerpolicy,contentsecuritypolicy,effectivemcppolicy,effectivepolicy,mcppolicy,
      operations,quotas}.get
      groups.{list,listExpandedMembers,listMembers} services.{get,list} values.test
    roles/serviceusage.serviceUsageConsumer | Service Usage Consumer | 16
      > serviceusage.serviceUsageViewer
      services.use
    roles/serviceusage.serviceUsageAdmin | Service Usage Admin | 24
      > serviceusage.serviceUsageConsumer
      {consumerpolicy,contentsecuritypolicy,mcppolicy,quotas}.update services.{disable,enable}
    """)
}
