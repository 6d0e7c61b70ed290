extension PreferredRoles {
  /// Analytics: queries, pipelines and the messages that feed them.
  static let analyticsServices: [Service] = [
    Service("bigquery") { bigquery },
    Service("composer") { composer },
    Service("dataflow") { dataflow },
    Service("dataproc") { dataproc },
    Service("pubsub") { pubsub },
  ]

  private static let bigquery = PreferredRoleRules(
    of: "bigquery",
    """
    roles/bigquery.filteredDataViewer | BigQuery Filtered Data Viewer | 1
      rowAccessPolicies.getFilteredData
    roles/bigquery.objectRefReader | BigQuery ObjectRef Reader | 1
      objectRefs.read
    roles/bigquerydatapolicy.maskedReader | Masked Reader | 1
      dataPolicies.maskedGet
    roles/bigquerydatapolicy.rawDataReader | Raw Data Reader | 1 BETA
      dataPolicies.getRawData
    roles/bigquery.objectRefAdmin | BigQuery ObjectRef Admin | 2
      > bigquery.objectRefReader
      objectRefs.write
    roles/bigquery.connectionUser | BigQuery Connection User | 4
      connections.{get,getIamPolicy,list,use}
    roles/bigquery.readSessionUser | BigQuery Read Session User | 5
      readsessions.{create,getData,update}
    roles/bigquery.jobUser | BigQuery Job User | 9
      config.get jobs.create
    roles/bigquery.connectionAdmin | BigQuery Connection Admin | 10
      > bigquery.connectionUser
      connections.{create,delegate,delete,setIamPolicy,update,updateTag}
    roles/bigquery.metadataViewer | BigQuery Metadata Viewer | 14
      {datasets,tables}.{get,getIamPolicy} models.{getMetadata,list}
      {propertyGraphs,routines,tables}.{get,list}
    roles/bigquery.resourceViewer | BigQuery Resource Viewer | 16
      bireservations.get {capacityCommitments,jobs,reservationGroups,reservations}.{get,list}
      jobs.{listAll,listExecutionMetadata} reservationAssignments.{list,search}
      reservations.listFailoverDatasets
    roles/bigquery.dataViewer | BigQuery Data Viewer | 23
      {models,tables}.{export,getData} tables.{createSnapshot,replicateData}
    roles/bigquery.resourceEditor | BigQuery Resource Editor | 25
      > bigquery.resourceViewer
      reservationAssignments.{create,delete}
      {reservationGroups,reservations}.{create,delete,update} reservations.use
    roles/bigquery.resourceAdmin | BigQuery Resource Admin | 37
      > bigquery.resourceEditor
      bireservations.update capacityCommitments.{create,delete,update} reservations.setIamPolicy
    roles/bigquery.user | BigQuery User | 41
      > bigquery.jobUser bigquery.readSessionUser cloudkms.autokeyUser
      datasets.create savedqueries.{get,list} transfers.get
    roles/bigquery.dataEditor | BigQuery Data Editor | 59
      > bigquery.dataViewer cloudkms.autokeyUser
      datasets.updateTag models.{updateData,updateMetadata}
      {models,routines,tables}.{create,delete,updateTag}
      {propertyGraphs,routines,tables}.{create,delete,update}
      tables.{createIndex,deleteIndex,restoreSnapshot,updateData,updateIndex}
    roles/bigquery.dataOwner | BigQuery Data Owner | 92
      > bigquery.dataEditor
      dataPolicies.attach
      {dataPolicies,datasets,rowAccessPolicies,tables}.{create,delete,setIamPolicy,update}
      datasets.link {datasets,tables}.{createTagBinding,deleteTagBinding}
      tables.{deleteSnapshot,setCategory,setColumnDataPolicy}
    roles/bigquery.admin | BigQuery Admin | 245
      > bigquery.connectionAdmin bigquery.dataOwner bigquery.metadataViewer
      > bigquery.objectRefAdmin bigquery.resourceEditor bigquery.user
      {config,transfers}.update jobs.createGlobalQuery
      {jobs,savedqueries}.{create,delete,update}
      rowAccessPolicies.overrideTimeTravelRestrictions
    no role
      {dataPolicies,reservations,rowAccessPolicies}.{get,getIamPolicy,list}
      datasets.listSharedDatasetUsage {datasets,tables}.{listEffectiveTags,listTagBindings}
    """)

  private static let composer = PreferredRoleRules(
    of: "composer",
    """
    roles/composer.viewer | Composer Viewer | 16
      dags.getSourceCode
      {dags,environments,operations,userworkloadsconfigmaps,userworkloadssecrets}.{get,list}
      environments.{listEffectiveTags,listTagBindings} imageversions.list
    roles/composer.user | Composer User | 23
      dags.execute
    roles/composer.admin | Composer Administrator | 43
      > cloudkms.autokeyUser composer.user
      environments.{createTagBinding,deleteTagBinding,executeAirflowCommand}
      {environments,userworkloadsconfigmaps,userworkloadssecrets}.{create,delete,update}
      operations.delete
    """)

  private static let dataflow = PreferredRoleRules(
    of: "dataflow",
    """
    roles/dataflow.viewer | Dataflow Viewer | 10
      {jobs,snapshots}.{get,list} messages.list metrics.get
    roles/dataflow.worker | Dataflow Worker | 23
      > logging.logWriter
      shuffle.{read,write}
      streamingWorkItems.{ImportState,commitWork,getData,getWork,getWorkerMetadata}
      workItems.{lease,sendMessage,update}
    roles/dataflow.developer | Dataflow Developer | 33
      > cloudbuild.builds.editor cloudbuild.builds.viewer cloudkms.autokeyUser dataflow.viewer
      jobs.{cancel,create,snapshot,updateContents} snapshots.delete
    """)

  private static let dataproc = PreferredRoleRules(
    of: "dataproc",
    """
    roles/dataproc.serverlessNode | Dataproc Serverless Node. | 12
      batches.computeTuningConfig {batches,sessions}.sparkApplicationWrite
    roles/dataproc.serverlessViewer | Dataproc Serverless Viewer | 13
      {batches,sessionTemplates,sessions}.{get,list}
    roles/dataproc.viewer | Dataproc Viewer | 27
      {autoscalingPolicies,clusters,jobs,operations,workflowTemplates}.{get,list}
      batches.{analyze,sparkApplicationRead} nodeGroups.get sessions.sparkApplicationRead
    roles/dataproc.serverlessEditor | Dataproc Serverless Editor | 53
      > cloudkms.autokeyUser dataproc.serverlessViewer
      batches.cancel {batches,sessionTemplates,sessions}.{create,delete} sessionTemplates.update
      sessions.terminate
    roles/dataproc.worker | Dataproc Worker | 60
      > logging.logWriter monitoring.metricWriter
      agents.{create,delete,get,list,update} tasks.{lease,listInvalidatedLeases,reportStatus}
    roles/dataproc.editor | Dataproc Editor | 88
      > dataproc.serverlessEditor dataproc.viewer
      autoscalingPolicies.use
      {autoscalingPolicies,clusters,jobs,workflowTemplates}.{create,delete,update}
      clusters.{repair,start,stop,use} {jobs,operations}.{cancel,delete}
      nodeGroups.{create,update} workflowTemplates.{instantiate,instantiateInline}
    roles/dataproc.admin | Dataproc Administrator | 98
      > dataproc.editor
      {autoscalingPolicies,clusters,jobs,operations,workflowTemplates}.setIamPolicy
    no role
      {autoscalingPolicies,clusters,jobs,operations,workflowTemplates}.getIamPolicy
    """)

  private static let pubsub = PreferredRoleRules(
    of: "pubsub",
    """
    roles/pubsub.publisher | Pub/Sub Publisher | 1
      topics.publish
    roles/pubsub.subscriber | Pub/Sub Subscriber | 3
      snapshots.seek subscriptions.consume topics.attachSubscription
    roles/pubsub.viewer | Pub/Sub Viewer | 28
      messageTransforms.validate schemas.{get,list,listRevisions,validate}
      {snapshots,subscriptions,topics}.{get,list,listEffectiveTags,listTagBindings}
    roles/pubsub.editor | Pub/Sub Editor | 59
      > cloudkms.autokeyUser pubsub.publisher pubsub.subscriber pubsub.viewer
      schemas.{attach,commit,create,delete,rollback}
      {snapshots,subscriptions,topics}.{create,createTagBinding,delete,deleteTagBinding,update}
      topics.{detachSubscription,updateTag}
    roles/pubsub.admin | Pub/Sub Admin | 67
      > pubsub.editor
      {schemas,snapshots,subscriptions,topics}.setIamPolicy
    no role
      {schemas,snapshots,subscriptions,topics}.getIamPolicy
    """)
}
