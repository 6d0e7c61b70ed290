extension PreferredRoles {
  /// Databases.
  static let databasesServices: [Service] = [
    Service("bigtable") { bigtable },
    Service("cloudsql") { cloudsql },
    Service("datastore") { datastore },
    Service("redis") { redis },
    Service("spanner") { spanner },
  ]

  private static let bigtable = PreferredRoleRules(
    of: "bigtable",
    """
    roles/bigtable.viewer | Bigtable Viewer | 30
      {appProfiles,authorizedViews,backups,clusters,instances,logicalViews,materializedViews,
      memoryLayers,schemaBundles,tables}.{get,list}
      {hotTablets,locations}.list instances.{listEffectiveTags,listTagBindings}
      tables.{checkConsistency,generateConsistencyToken}
    roles/bigtable.reader | Bigtable Reader | 40
      {authorizedViews,materializedViews,tables}.{readRows,sampleRowKeys}
      instances.{executeQuery,ping} keyvisualizer.{get,list} logicalViews.readRows
    roles/bigtable.user | Bigtable User | 42
      > bigtable.reader
      {authorizedViews,tables}.mutateRows
    roles/bigtable.admin | Bigtable Administrator | 100
      > bigtable.user bigtable.viewer cloudkms.autokeyUser
      {appProfiles,clusters}.{create,delete,update}
      {authorizedViews,backups,instances,logicalViews,materializedViews,schemaBundles,
      tables}.{create,delete,setIamPolicy,update}
      {authorizedViews,instances}.{createTagBinding,deleteTagBinding} backups.{read,restore}
      memoryLayers.update tables.undelete
    no role
      authorizedViews.{listEffectiveTags,listTagBindings}
      {authorizedViews,backups,instances,logicalViews,materializedViews,schemaBundles,
      tables}.getIamPolicy
    """)

  private static let cloudsql = PreferredRoleRules(
    of: "cloudsql",
    """
    roles/cloudsql.schemaViewer | Cloud SQL Schema Viewer | 1
      schemas.view
    roles/cloudsql.client | Cloud SQL Client | 2
      instances.connect
    roles/cloudsql.instanceUser | Cloud SQL Instance User | 3
      instances.{executeSql,login}
    roles/cloudsql.viewer | Cloud SQL Viewer | 67
      {backupRuns,blueGreenDeployments,databases,instances,sslCerts,users}.{get,list}
      {backupRuns,instances}.export
      instances.{getAgentSession,getDiskShrinkConfig,listAgentSessions,listEffectiveTags,
      listEntraIdCertificates,listServerCas,listServerCertificates,listTagBindings,
      preCheckMajorVersionUpgrade}
    roles/cloudsql.editor | Cloud SQL Editor | 104
      > cloudsql.client cloudsql.schemaViewer cloudsql.viewer
      {backupRuns,databases}.{create,update} blueGreenDeployments.create
      instances.{addEntraIdCertificate,addServerCa,addServerCertificate,cancelAgentSession,
      failover,migrate,performDiskShrink,reencrypt,resetReplicaSize,restart,
      rotateEntraIdCertificate,rotateServerCa,rotateServerCertificate,truncateLog,update}
    roles/cloudsql.admin | Cloud SQL Admin | 173
      > cloudkms.autokeyUser cloudsql.editor cloudsql.instanceUser
      {backupRuns,databases,instances,users}.{create,delete,update}
      blueGreenDeployments.switchover {blueGreenDeployments,sslCerts}.{create,delete}
      instances.{clone,createBackupDrBackup,createTagBinding,createTestingAgentSession,
      deleteTagBinding,demoteMaster,import,manageEncryption,promoteReplica,resetSslConfig,
      restoreBackup,startReplica,stopReplica,updateBackupDrConfig}
    """)

  private static let datastore = PreferredRoleRules(
    of: "datastore",
    """
    roles/datastore.backupSchedulesViewer | Cloud Datastore Backup Schedules Viewer | 2
      backupSchedules.{get,list}
    roles/datastore.backupsViewer | Cloud Datastore Backups Viewer | 2
      backups.{get,list}
    roles/datastore.userCredsViewer | Cloud Datastore User Creds Viewer | 2
      userCreds.{get,list}
    roles/datastore.backupsAdmin | Cloud Datastore Backups Admin | 3
      > datastore.backupsViewer
      backups.delete
    roles/datastore.keyVisualizerViewer | Cloud Datastore Key Visualizer Viewer | 5
      keyVisualizerScans.{get,list}
    roles/datastore.cloneAdmin | Cloud Datastore Clone Admin | 6
      databases.clone
    roles/datastore.backupSchedulesAdmin | Cloud Datastore Backup Schedules Admin | 7
      > datastore.backupSchedulesViewer
      backupSchedules.{create,delete,update}
    roles/datastore.bulkAdmin | Cloud Datastore Bulk Admin | 7
      databases.bulkDelete
    roles/datastore.userCredsAdmin | Cloud Datastore User Creds Admin | 7
      > datastore.userCredsViewer
      userCreds.{create,delete,update}
    roles/datastore.restoreAdmin | Cloud Datastore Restore Admin | 8
      > datastore.backupsViewer
      backups.restoreDatabase
    roles/datastore.importExportAdmin | Cloud Datastore Import Export Admin | 9
      databases.{export,import} operations.{cancel,get,list}
    roles/datastore.indexAdmin | Cloud Datastore Index Admin | 11
      schemas.{create,delete,update}
    roles/datastore.viewer | Cloud Datastore Viewer | 18
      databases.getMetadata {databases,entities,namespaces,schemas,statistics}.{get,list}
      insights.get
    roles/datastore.user | Cloud Datastore User | 23
      entities.{allocateIds,create,delete,update}
    roles/datastore.owner | Cloud Datastore Owner | 63
      > datastore.backupSchedulesAdmin datastore.backupsAdmin datastore.bulkAdmin
      > datastore.cloneAdmin datastore.importExportAdmin datastore.indexAdmin
      > datastore.keyVisualizerViewer datastore.restoreAdmin datastore.user
      > datastore.userCredsAdmin datastore.viewer
      databases.{create,createTagBinding,delete,deleteTagBinding,update} operations.delete
    no role
      databases.{listEffectiveTags,listTagBindings} locations.{get,list}
    """)

  private static let redis = PreferredRoleRules(
    of: "redis",
    """
    roles/redis.dbConnectionUser | Cloud Memorystore Redis Db Connection User | 1 BETA
      clusters.connect
    roles/redis.viewer | Cloud Memorystore Redis Viewer | 19
      {aclPolicies,backupCollections,backups,clusters,instances,locations,operations}.{get,list}
      instances.{listEffectiveTags,listTagBindings}
    roles/redis.editor | Cloud Memorystore Redis Editor | 27
      aclPolicies.{create,delete,update} clusters.{backup,update} instances.{failover,update}
      operations.{cancel,delete}
    roles/redis.admin | Cloud Memorystore Redis Admin | 54
      > cloudkms.autokeyUser redis.dbConnectionUser redis.editor redis.viewer
      {backupCollections,clusters}.{create,delete} {backups,instances}.{create,delete,export}
      clusters.rescheduleMaintenance
      instances.{createTagBinding,deleteTagBinding,import,rescheduleMaintenance,updateAuth,
      upgrade}
    no role
      instances.getAuthString
    """)

  private static let spanner = PreferredRoleRules(
    of: "spanner",
    """
    roles/spanner.fineGrainedAccessUser | Cloud Spanner Fine-grained Access User | 2
      databaseRoles.list databases.useRoleBasedAccess
    roles/spanner.viewer | Cloud Spanner Viewer | 13
      {databases,instanceConfigs,instancePartitions,instances}.{get,list}
      instances.{listEffectiveTags,listTagBindings}
    roles/spanner.backupWriter | Cloud Spanner Backup Writer | 14
      backupOperations.{get,list} {backupSchedules,backups}.{create,get,list} backups.copy
      databases.createBackup
    roles/spanner.databaseReader | Cloud Spanner Database Reader | 14
      databases.{beginReadOnlyTransaction,getDdl,partitionQuery,partitionRead,read,select}
      sessions.{create,delete,get,list}
    roles/spanner.databaseReaderWithDataBoost | Cloud Spanner Database Reader with DataBoost | 15
      > spanner.databaseReader
      databases.useDataBoost
    roles/spanner.graphIntelligenceUser |
      Cloud Spanner Database Graph Intelligence features user | 16
      > spanner.databaseReaderWithDataBoost
      databases.runGraphAlgorithms
    roles/spanner.restoreAdmin | Cloud Spanner Restore Admin | 20
      backups.restoreDatabase databaseOperations.{cancel,get,list}
    roles/spanner.databaseUser | Cloud Spanner Database User | 23
      > spanner.databaseReader
      databases.{adapt,beginOrRollbackReadWriteTransaction,beginPartitionedDmlTransaction,
      changequorum,updateDdl,write}
    roles/spanner.backupAdmin | Cloud Spanner Backup Admin | 30
      > spanner.backupWriter
      backupOperations.cancel {backupSchedules,backups}.{delete,update} backups.setIamPolicy
    roles/spanner.databaseAdmin | Cloud Spanner Database Admin | 49
      > cloudkms.autokeyUser spanner.databaseUser spanner.fineGrainedAccessUser
      > spanner.graphIntelligenceUser
      databases.{addSplitPoints,create,drop,setIamPolicy,update}
      instances.{createTagBinding,deleteTagBinding}
    roles/spanner.editor | Cloud Spanner Editor | 81
      > spanner.backupWriter spanner.fineGrainedAccessUser spanner.viewer
      {instanceConfigOperations,instanceOperations,instancePartitionOperations}.{get,list}
    roles/spanner.admin | Cloud Spanner Admin | 93
      > spanner.backupAdmin spanner.databaseAdmin spanner.editor spanner.restoreAdmin
      {backupSchedules,instances}.setIamPolicy
      {instanceConfigOperations,instanceOperations,instancePartitionOperations}.{cancel,delete}
      {instanceConfigs,instancePartitions,instances}.{create,delete,update}
    no role
      {backupSchedules,backups,databases,instances}.getIamPolicy
    """)
}
