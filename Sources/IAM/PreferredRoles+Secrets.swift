extension PreferredRoles {
  /// Keys and secrets.
  static let secretsServices: [Service] = [
    Service("cloudkms") { cloudkms },
    Service("secretmanager") { secretmanager },
  ]

  private static let cloudkms = PreferredRoleRules(
    of: "cloudkms",
    """
    roles/cloudkms.keyAccessJustificationsEnrollmentConfigViewer |
      Key Access Justifications Enrollment Viewer | 1
      projects.showEffectiveKajEnrollmentConfig
    roles/cloudkms.protectedResourcesViewer | Cloud KMS Protected Resources Viewer | 1
      protectedResources.search
    roles/cloudkms.encryptionDashboardViewer | Cloud KMS Encryption Dashboard Viewer | 2
      protectableResources.list
    roles/cloudkms.hsmSingleTenantKeyCreator | Cloud KMS single-tenant HSM Key Creator | 3
      singleTenantHsmInstances.use
    roles/cloudkms.keyAccessJustificationsPolicyConfigAdmin |
      Key Access Justifications Policy Config Admin | 3
      kajPolicyConfigs.update projects.showEffectiveKajPolicyConfig
    roles/cloudkms.autokeyAdmin | Cloud KMS Autokey Admin | 4
      autokeyConfigs.update folders.showEffectiveAutokeyConfig
    roles/cloudkms.cryptoKeyDecrypter | Cloud KMS CryptoKey Decrypter | 4
      cryptoKeyVersions.useToDecrypt
    roles/cloudkms.cryptoKeyEncrypter | Cloud KMS CryptoKey Encrypter | 4
      cryptoKeyVersions.useToEncrypt
    roles/cloudkms.publicKeyViewer | Cloud KMS CryptoKey Public Key Viewer | 4
      cryptoKeyVersions.viewPublicKey
    roles/cloudkms.signer | Cloud KMS CryptoKey Signer | 4
      cryptoKeyVersions.useToSign
    roles/cloudkms.autokeyUser | Cloud KMS Autokey User | 5
      keyHandles.create projects.showEffectiveAutokeyConfig
    roles/cloudkms.cryptoKeyDecrypterViaDelegation |
      Cloud KMS CryptoKey Decrypter Via Delegation | 5
      cryptoKeyVersions.useToDecryptViaDelegation
    roles/cloudkms.cryptoKeyEncrypterViaDelegation |
      Cloud KMS CryptoKey Encrypter Via Delegation | 5
      cryptoKeyVersions.useToEncryptViaDelegation
    roles/cloudkms.decapsulator | Cloud KMS CryptoKey Decapsulator | 5 BETA
      > cloudkms.publicKeyViewer
      cryptoKeyVersions.useToDecapsulate
    roles/cloudkms.expertPqcSigner | Cloud KMS Expert PQ Asymmetric Signing Key Manager | 5
      cryptoKeyVersions.managePqcSign
    roles/cloudkms.expertRawAesCbc | Cloud KMS Expert Raw AES-CBC Key Manager | 5
      cryptoKeyVersions.manageRawAesCbcKeys
    roles/cloudkms.expertRawAesCtr | Cloud KMS Expert Raw AES-CTR Key Manager | 5
      cryptoKeyVersions.manageRawAesCtrKeys
    roles/cloudkms.expertRawPKCS1 | Cloud KMS Expert Raw PKCS#1 Key Manager | 5
      cryptoKeyVersions.manageRawPKCS1Keys
    roles/cloudkms.verifier | Cloud KMS CryptoKey Verifier | 5
      > cloudkms.publicKeyViewer
      cryptoKeyVersions.useToVerify
    roles/cloudkms.hsmSingleTenantExecutor | Cloud KMS single-tenant HSM Executor | 6
      singleTenantHsmInstanceProposals.execute
    roles/cloudkms.hsmSingleTenantQuorumMember | Cloud KMS single-tenant HSM Quorum Member | 6
      singleTenantHsmInstanceProposals.approve
    roles/cloudkms.hsmSingleTenantProposer | Cloud KMS single-tenant HSM Proposer | 8
      singleTenantHsmInstanceProposals.{create,delete} singleTenantHsmInstances.create
    roles/cloudkms.importer | Cloud KMS Importer | 8
      cryptoKeyVersions.trustedImportExport importJobs.{create,useToImport}
    roles/cloudkms.ekmConnectionsAdmin | Cloud KMS EkmConnections Admin | 9
      ekmConfigs.update ekmConnections.{create,update,verifyConnectivity}
    roles/cloudkms.viewer | Cloud KMS Viewer | 28
      > cloudkms.encryptionDashboardViewer
      {autokeyConfigs,ekmConfigs,kajPolicyConfigs,operations}.get
      {cryptoKeyVersions,cryptoKeys,ekmConnections,importJobs,keyHandles,keyRings,locations,
      retiredResources,singleTenantHsmInstanceProposals,singleTenantHsmInstances}.{get,list}
    roles/cloudkms.admin | Cloud KMS Admin | 71
      > cloudkms.autokeyAdmin cloudkms.autokeyUser cloudkms.hsmSingleTenantKeyCreator
      > cloudkms.importer cloudkms.keyAccessJustificationsEnrollmentConfigViewer
      > cloudkms.keyAccessJustificationsPolicyConfigAdmin
      cryptoKeyVersions.{create,delete,destroy,restore,update} cryptoKeys.update
      {cryptoKeys,importJobs,keyRings}.{create,delete,setIamPolicy} ekmConfigs.setIamPolicy
      ekmConnections.{setIamPolicy,use} keyRings.{createTagBinding,deleteTagBinding}
      locations.optOutKeyDeletionMsa
    no role
      {cryptoKeys,ekmConfigs,ekmConnections,importJobs,keyRings}.getIamPolicy
      keyRings.{listEffectiveTags,listTagBindings} locations.generateRandomBytes
    """)

  private static let secretmanager = PreferredRoleRules(
    of: "secretmanager",
    """
    roles/secretmanager.secretAccessor | Secret Manager Secret Accessor | 3
      versions.access
    roles/secretmanager.secretVersionAdder | Secret Manager Secret Version Adder | 4
      secrets.rotate versions.add
    roles/secretmanager.secretVersionManager | Secret Manager Secret Version Manager | 9
      > secretmanager.secretVersionAdder
      versions.{destroy,disable,enable}
    roles/secretmanager.viewer | Secret Manager Viewer | 11
      {locations,secrets,versions}.{get,list}
      secrets.{getIamPolicy,listEffectiveTags,listTagBindings}
    roles/secretmanager.admin | Secret Manager Admin | 29
      > cloudkms.autokeyUser secretmanager.secretAccessor secretmanager.secretVersionManager
      > secretmanager.viewer
      secrets.{create,createTagBinding,delete,deleteTagBinding,enableManagedRotation,
      setIamPolicy,update}
    """)
}
